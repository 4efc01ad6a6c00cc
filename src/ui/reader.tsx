/** A speech set as a page for long reading, and the place in it that a quote was opened at. */
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Speech } from "../lexicon/speech.ts";
import type { Bilingual } from "../lexicon/term.ts";
import { Mixed } from "./mixed.tsx";
import { linesOf, type SpeechLine } from "./speech-lines.ts";
import { targetIn, type ReaderTarget } from "./target.ts";
import { commonWords } from "./words/common.ts";
import { readerWords } from "./words/reader.ts";

export interface ReaderProps {
  speeches: readonly { id: string; title: Bilingual }[];
  /** Null if the address names none that there is. */
  speech: Speech | null;
  /** As the address has it; the speech may have no such place. */
  target: ReaderTarget | null;
  onSpeech: (id: string) => void;
  onCopyLink: () => Promise<void>;
  onCopyQuotation: (text: string) => Promise<void>;
  hrefOf: (id: string) => string;
  /** The text is in the document: after mount, and whenever the speech or the target is another; a target that it has. */
  onReady?: (root: HTMLElement, target: ReaderTarget | null) => void;
}

export function Reader(props: ReaderProps) {
  const { speeches, speech, onReady } = props;
  const target = speech && targetIn(speech.text, props.target);
  const text = useRef<HTMLDivElement>(null);
  // Kept aside: a new closure is no new text.
  const ready = useRef(onReady);
  useLayoutEffect(() => {
    ready.current = onReady;
  }, [onReady]);
  useLayoutEffect(() => {
    if (text.current) ready.current?.(text.current, target);
  }, [speech, target]);
  return (
    <div class="reader">
      <SpeechList {...props} current={speech?.id} />
      <main class="reader-main">
        {speech ? (
          <>
            <Bar {...props} speech={speech} target={target} isLost={props.target !== null && target === null} />
            <article class="speech" aria-label={speech.title.en}>
              <SpeechHead speech={speech} />
              <div class="speech-text song" lang="zh-Hans" ref={text}>
                <Paragraphs key={speech.id} speech={speech} />
              </div>
            </article>
          </>
        ) : (
          <div class="reader-missing">
            <h1>{readerWords.missing}</h1>
            <p>{speeches.length > 0 && readerWords.missingHint}</p>
          </div>
        )}
      </main>
    </div>
  );
}

interface SpeechListProps extends Pick<ReaderProps, "speeches" | "onSpeech" | "hrefOf"> {
  current: string | undefined;
}

function SpeechList({ speeches, current, onSpeech, hrefOf }: SpeechListProps) {
  return (
    <nav class="reader-nav" aria-labelledby="reader-nav-title">
      <p class="reader-brand">
        <span lang="zh-Hans" class="song">
          {commonWords.name.zh}
        </span>{" "}
        {commonWords.name.en}
      </p>
      <h2 id="reader-nav-title">{readerWords.speeches}</h2>
      <ol>
        {speeches.map(({ id, title }) => (
          <li key={id}>
            <a
              href={hrefOf(id)}
              {...(id === current ? { "aria-current": "page" as const } : {})}
              onClick={(event) => {
                // A new tab or window is the browser's business.
                if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
                event.preventDefault();
                onSpeech(id);
              }}
            >
              <span lang="zh-Hans" class="song">
                {title.zh}
              </span>
              <span class="reader-nav-en">{title.en}</span>
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

interface BarProps extends Pick<ReaderProps, "target" | "onCopyLink" | "onCopyQuotation"> {
  speech: Speech;
  /** A place was asked for that the speech does not have. */
  isLost: boolean;
}

/** Always there, so that the text does not move when a target comes or goes. */
function Bar({ speech, target, isLost, onCopyLink, onCopyQuotation }: BarProps) {
  if (!target) {
    return (
      <div class="reader-bar">
        {isLost ? (
          <p class="reader-bar-lost" role="status">
            {readerWords.noPlace}
          </p>
        ) : (
          // A running head, as in a book.
          <p class="reader-bar-title">
            <span lang="zh-Hans" class="song">
              {speech.title.zh}
            </span>
          </p>
        )}
      </div>
    );
  }
  const sentence = speech.text.slice(target.sentenceStart, target.sentenceEnd).trim();
  return (
    <div class="reader-bar">
      <p class="reader-bar-title" title={sentence}>
        {readerWords.openedAt}:{" "}
        <span lang="zh-Hans" class="song">
          {quoted(sentence)}
        </span>
      </p>
      <span class="reader-bar-ways">
        <CopyButton label={readerWords.copyLink} onCopy={onCopyLink} />
        <CopyButton
          label={readerWords.copyQuotation}
          onCopy={() => onCopyQuotation(quotation(sentence, target, speech))}
        />
      </span>
    </div>
  );
}

/** The sentence with its source, as notes and footnotes have it. */
function quotation(sentence: string, { start }: ReaderTarget, { text, title }: Speech): string {
  const paragraph = linesOf(text, title.zh).filter((line) => line.start <= start).length;
  return `${quoted(sentence)}\n——《${title.zh}》 (${title.en}), ¶ ${paragraph}`;
}

const SWAPPED: Readonly<Record<string, string>> = { "“": "‘", "”": "’", "‘": "“", "’": "”" };

/** In quotation marks; its own change places with those inside them, as Chinese sets quotations in quotations. */
function quoted(sentence: string): string {
  // Between Latin letters ’ is an apostrophe.
  const inside = sentence.replace(/[“”‘]|(?<![a-z])’|’(?![a-z])/gi, (mark) => SWAPPED[mark]!);
  return `“${inside}”`;
}

const SAID_MS = 2000;

function CopyButton({ label, onCopy }: { label: string; onCopy: () => Promise<void> }) {
  const [said, setSaid] = useState<string>();
  useEffect(() => {
    if (said === undefined) return undefined;
    const timer = setTimeout(() => setSaid(undefined), SAID_MS);
    return () => clearTimeout(timer);
  }, [said]);
  return (
    <button
      type="button"
      class="text-button copy-button"
      onClick={() => {
        onCopy().then(
          () => setSaid(readerWords.copied),
          () => setSaid(readerWords.notCopied),
        );
      }}
    >
      {/* Both words take their room, so that the bar keeps still. */}
      <span class={said === undefined ? "" : "copy-button-away"}>{label}</span>
      <span class="copy-button-said" aria-live="polite">
        {said}
      </span>
    </button>
  );
}

function SpeechHead({ speech }: { speech: Speech }) {
  const rows: [string, Bilingual][] = [
    [readerWords.occasion, speech.occasion],
    [readerWords.office, speech.office],
    [readerWords.period, speech.period],
    [readerWords.redactions, speech.redactions],
  ];
  const titled = linesOf(speech.text, speech.title.zh)[0]?.kind === "title";
  return (
    <header class="speech-head">
      <h1>{speech.title.en}</h1>
      <details>
        <summary>{readerWords.about}</summary>
        <dl>
          {rows.map(([label, text]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>
                <p>
                  <Mixed text={text.en} />
                </p>
                <p lang="zh-Hans">{text.zh}</p>
              </dd>
            </div>
          ))}
        </dl>
      </details>
      {/* A speech whose file has no title gets ours, outside the text. */}
      {!titled && (
        <p class="speech-title song" lang="zh-Hans">
          {speech.title.zh}
        </p>
      )}
    </header>
  );
}

/** Elements' text is the lines' text to the last unit; numbers stand in a pseudo-element, which is no text. */
function Paragraphs({ speech }: { speech: Speech }) {
  return (
    <>
      {linesOf(speech.text, speech.title.zh).map((line, i) => (
        <p key={line.start} id={`p${i + 1}`} data-start={line.start} data-number={i + 1} class={classOf(line)}>
          {line.lead > 0 && <b>{line.text.slice(0, line.lead)}</b>}
          {line.text.slice(line.lead)}
        </p>
      ))}
    </>
  );
}

function classOf({ kind, text }: SpeechLine): string {
  // Some lines bring their indent in U+3000 along.
  return `line-${kind}${/^\s/.test(text) ? " line-indented" : ""}`;
}
