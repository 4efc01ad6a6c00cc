/** A speech set as a page for long reading, and the place in it that a quote was opened at. */
import type { RefObject } from "preact";
import { useCallback, useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Speech } from "../lexicon/speech.ts";
import { sharedPassages, type SharedPassage } from "../measure/shared-passages.ts";
import type { TextSize } from "../protocol/reading.ts";
import { DeskBar } from "./desk-bar.tsx";
import { FindBar } from "./find-bar.tsx";
import { Hint } from "./hint.tsx";
import type { Margin } from "./margin-terms.ts";
import type { Passage } from "./quotation.ts";
import { OpenedAt, ReaderBar } from "./reader-bar.tsx";
import { goToParagraph } from "./reading-place.ts";
import { SelectionCopy } from "./selection-copy.tsx";
import { SideBySide, type Side } from "./side-by-side.tsx";
import { SpeechHead } from "./speech-head.tsx";
import { linesOf, outlineOf } from "./speech-lines.ts";
import { SpeechList } from "./speech-list.tsx";
import { Paragraphs } from "./speech-text.tsx";
import { targetIn, type ReaderTarget } from "./target.ts";
import { TermMargin } from "./term-margin.tsx";
import { useKeptPlace } from "./use-kept-place.ts";
import { useReached } from "./use-reached.ts";
import { inLanguage } from "./words/common.ts";
import { readerWords } from "./words/reader.ts";

export interface ReaderProps {
  speeches: readonly Speech[];
  /** Null if the address names none that there is. */
  speech: Speech | null;
  /** Set beside it; null where one speech is read by itself. */
  beside: Speech | null;
  /** The address names a speech to be set beside it that can't be. */
  isBesideLost: boolean;
  onBeside: (other: string | null, passage: SharedPassage | undefined) => void;
  /** As the address has it; the speech may have no such place. */
  target: ReaderTarget | null;
  /** What is marked in the text, by paragraph. */
  margin: Margin;
  /** Goes to the place with this number, and opens its card. */
  onTerm: (number: number) => void;
  size: TextSize;
  onSize: (size: TextSize) => void;
  onSpeech: (id: string) => void;
  onCopyLink: () => Promise<void>;
  onCopyQuotation: (text: string, passage: Passage) => Promise<void>;
  hrefOf: (id: string) => string;
  /**
   * The text is in the document: after mount, and whenever the speech or the target is another; a target that it has. Of two speeches
   * side by side `root` has both.
   */
  onReady?: (root: HTMLElement, target: ReaderTarget | null) => void;
}

export function Reader(props: ReaderProps) {
  const { speeches, speech, beside, size, hrefOf, onReady } = props;
  const target = speech && targetIn(speech.text, props.target);
  const isAlone = beside === null;
  /** Where the paragraphs are; of two speeches side by side those of the first. */
  const text = useRef<HTMLDivElement>(null);
  const second = useRef<HTMLElement>(null);
  const roots = useMemo(() => ({ first: text, second }), []);
  const { side, setSide } = useSide(speech?.id, beside?.id);
  const contentsButton = useRef<HTMLButtonElement>(null);
  const contents = useContents(contentsButton);
  const find = useFind(speech ? [speech.id, beside?.id].join(" ") : undefined);
  const found = useMemo(
    () => [
      ...(speech ? [{ root: roots.first, text: speech.text }] : []),
      ...(beside ? [{ root: roots.second, text: beside.text }] : []),
    ],
    [speech, beside, roots],
  );
  const outline = useMemo(() => (speech ? outlineOf(linesOf(speech.text, speech.title.zh)) : []), [speech]);
  const reached = useReached(text, outline);
  // The text is drawn once: what goes on around it while it is read is no reason to look at it again.
  const { redacted } = readerWords;
  const paragraphs = useMemo(
    () => speech && <Paragraphs key={speech.id} speech={speech} redacted={redacted} />,
    [speech, redacted],
  );

  // Kept aside: a new closure is no new text.
  const ready = useRef(onReady);
  useLayoutEffect(() => {
    ready.current = onReady;
  }, [onReady]);
  useLayoutEffect(() => {
    if (text.current && isAlone) ready.current?.(text.current, target);
  }, [speech, isAlone, target]);
  useKeptPlace(beside ? roots[side] : text, [speech?.id, beside?.id, side].join(" "));
  const others = useMemo(() => (speech ? sharersOf(speech, speeches) : []), [speech, speeches]);

  return (
    <>
      <DeskBar current="speeches" />
      <div class={`reader reader-${size}`}>
        <ReaderBar
          speech={speech}
          contents={contents}
          contentsRef={contentsButton}
          size={size}
          onSize={props.onSize}
          onFind={find.open}
          beside={{
            others,
            chosen: beside?.id ?? null,
            onChoose: (id) => props.onBeside(id, others.find((other) => other.id === id)?.first),
          }}
        >
          {speech && find.isOpen && (
            <FindBar
              texts={found}
              label={isAlone ? readerWords.findIn : readerWords.findInBoth}
              onText={(number) => setSide(number === 0 ? "first" : "second")}
              onClose={find.close}
            />
          )}
          {speech && isAlone && target && <OpenedAt {...props} speech={speech} target={target} />}
          {speech && props.isBesideLost && (
            <p class="reader-bar-lost" role="status">
              {readerWords.noBeside}
            </p>
          )}
          {speech && props.target && !target && (
            <p class="reader-bar-lost" role="status">
              {readerWords.noPlace}
            </p>
          )}
        </ReaderBar>
        <SpeechList
          id={contents.id}
          isOpen={contents.isOpen}
          speeches={speeches}
          current={speech?.id}
          outline={outline}
          reached={reached}
          hrefOf={hrefOf}
          // Over the text it would hide what the focus goes on to. Its button closes it by itself.
          onLeave={(to) => to !== contentsButton.current && contents.fold()}
          onSpeech={(id) => {
            contents.close();
            props.onSpeech(id);
          }}
          onHeading={(paragraph) => {
            contents.close();
            const go = (): unknown => text.current && goToParagraph(text.current, `p${paragraph}`);
            if (side === "first") return void go();
            setSide("first");
            // Once that text can be seen.
            requestAnimationFrame(go);
          }}
        />
        <main class="reader-main">
          {speech && beside ? (
            <SideBySide
              first={speech}
              second={beside}
              at={target?.start ?? null}
              side={side}
              onSide={setSide}
              roots={roots}
              onReady={(root) => onReady?.(root, null)}
            />
          ) : speech ? (
            <article class="speech" aria-label={inLanguage(speech.title)}>
              <SpeechHead speech={speech} />
              <div class="speech-body">
                <div class="speech-text song" lang="zh-Hans" ref={text}>
                  {paragraphs}
                </div>
                <TermMargin root={text} margin={props.margin} onTerm={props.onTerm} />
                <SelectionCopy root={text} speech={speech} onCopyQuotation={props.onCopyQuotation} />
              </div>
              <Hint root={text} selector=".redaction" text={inLanguage(speech.redactions)} />
            </article>
          ) : (
            <div class="reader-missing">
              <h1>{readerWords.missing}</h1>
              <p>{speeches.length > 0 && readerWords.missingHint}</p>
            </div>
          )}
        </main>
      </div>
    </>
  );
}

/** Which of two speeches is read, where there is room for one; of two others the first. */
function useSide(first: string | undefined, second: string | undefined) {
  const [side, setSide] = useState<Side>("first");
  useEffect(() => setSide("first"), [first, second]);
  return { side, setSide };
}

/** The list of speeches, where it has to be asked for; Escape closes it. What has the focus in it gives it to its button then. */
function useContents(button: RefObject<HTMLButtonElement | null>) {
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const close = useCallback((): void => {
    // Where the list is beside the text there is no button that could take it.
    if (document.getElementById(id)?.contains(document.activeElement)) button.current?.focus({ preventScroll: true });
    setOpen(false);
  }, [id, button]);
  useEffect(() => {
    if (!isOpen) return undefined;
    const ending = new AbortController();
    addEventListener("keydown", ({ key }) => key === "Escape" && close(), { signal: ending.signal });
    return () => ending.abort();
  }, [isOpen, close]);
  return { id, isOpen, onToggle: () => setOpen(!isOpen), fold: () => setOpen(false), close };
}

/**
 * The find bar: opened by its button or its key, closed with the focus back where it was, or on its button if that is gone, as a card
 * may be. It belongs to the speech it was opened in: in the next one it would take the reader from their place to what they looked for
 * before.
 */
function useFind(id: string | undefined) {
  const [openFor, setOpenFor] = useState<string>();
  useEffect(() => setOpenFor(undefined), [id]);
  const isThere = id !== undefined;
  const isOpen = isThere && openFor === id;
  const before = useRef<Element | null>(null);
  const open = useCallback((): void => {
    if (isOpen) document.querySelector<HTMLInputElement>(".find-bar input")?.select();
    else before.current = document.activeElement;
    setOpenFor(id);
  }, [id, isOpen]);
  const close = (): void => {
    setOpenFor(undefined);
    const from = before.current?.isConnected ? before.current : document.querySelector(".reader-bar-find");
    if (from instanceof HTMLElement) from.focus({ preventScroll: true });
  };
  useEffect(() => {
    if (!isThere) return undefined;
    const ending = new AbortController();
    addEventListener(
      "keydown",
      (event) => {
        // By its place on the keyboard: with Alt the letter is another one on some systems.
        if (!event.altKey || !event.shiftKey || event.ctrlKey || event.metaKey || event.code !== "KeyF") return;
        event.preventDefault();
        open();
      },
      { signal: ending.signal },
    );
    return () => ending.abort();
  }, [isThere, open]);
  return { isOpen, open, close };
}

/** The other speeches that have passages of `speech` word for word: how many, and the first of them. */
function sharersOf(speech: Speech, speeches: readonly Speech[]) {
  return speeches.flatMap(({ id, title, text }) => {
    const passages = id === speech.id ? [] : sharedPassages(speech.text, text);
    return passages.length > 0 ? [{ id, title, passages: passages.length, first: passages[0]! }] : [];
  });
}
