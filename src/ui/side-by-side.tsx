/** Two speeches beside each other, paragraph by paragraph as far as they share any, and what they have word for word. */
import type { RefObject } from "preact";
import { useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Speech } from "../lexicon/speech.ts";
import { alignParagraphs, type AlignedRow } from "../measure/align.ts";
import { sharedPassages, type SharedPassage } from "../measure/shared-passages.ts";
import { Hint } from "./hint.tsx";
import { Chinese } from "./prose.tsx";
import { Segmented } from "./segmented.tsx";
import { halfOf, passageId, sharedIn, SharedText, type HalfPassage } from "./shared-text.tsx";
import { linesOf, type SpeechLine } from "./speech-lines.ts";
import { lineClass } from "./speech-text.tsx";
import { inLanguage } from "./words/common.ts";
import { language } from "./words/language.ts";
import { readerWords } from "./words/reader.ts";

export type Side = "first" | "second";
const SIDES = ["first", "second"] as const;
const IN_VIEW: ScrollIntoViewOptions = { block: "center", behavior: "instant" };
const OTHER = { first: "second", second: "first" } as const;

interface SideBySideProps {
  first: Speech;
  second: Speech;
  /** Where in the first one a passage was asked for: UTF-16 code units. */
  at: number | null;
  /** The one that is read, where there is room for one. */
  side: Side;
  onSide: (side: Side) => void;
  /** Where the paragraphs of each are. */
  roots: Record<Side, RefObject<HTMLElement | null>>;
  /** Both texts are in the document, or others are. */
  onReady: (root: HTMLElement) => void;
}

export function SideBySide({ first, second, at, side, onSide, roots, onReady }: SideBySideProps) {
  const { passages, rows, lines, half } = useMemo(() => compared(first, second), [first, second]);
  const [here, setHere] = useState<number>();
  const texts = useRef<HTMLDivElement>(null);
  const ready = useRef(onReady);
  useLayoutEffect(() => {
    ready.current = onReady;
  }, [onReady]);
  useLayoutEffect(() => {
    if (texts.current) ready.current(texts.current);
    const asked = half.first.find(({ start, end }) => at !== null && start <= at && at < end)?.number;
    setHere(asked);
    if (asked !== undefined) document.getElementById(passageId("first", asked))?.scrollIntoView(IN_VIEW);
  }, [half, at]);

  const speeches = { first, second };
  const goTo = (to: Side, number: number): void => {
    onSide(to);
    setHere(number);
    // Once the other text can be seen.
    requestAnimationFrame(() => {
      const passage = document.getElementById(passageId(to, number));
      passage?.scrollIntoView(IN_VIEW);
      passage?.focus({ preventScroll: true });
    });
  };
  return (
    <div class="pair" data-side={side}>
      <h1 class="unseen">{readerWords.sideBySide}</h1>
      <p class="pair-sum">
        {passages.length === 0
          ? readerWords.nothingShared
          : readerWords.shared(
              passages.length,
              passages.reduce((sum, { length }) => sum + length, 0),
            )}
      </p>
      <div class="pair-switch">
        <Segmented
          label={readerWords.whichSpeech}
          options={SIDES.map((value) => ({ value, label: inLanguage(speeches[value].title) }))}
          value={side}
          onChange={onSide}
        />
      </div>
      <div class="pair-texts" ref={texts}>
        {SIDES.map((one) => (
          <section
            key={one}
            ref={roots[one]}
            class={`pair-text pair-${one} speech-text`}
            style={{ gridRow: `1 / span ${rows.length + 1}` }}
            aria-label={inLanguage(speeches[one].title)}
          >
            <Title speech={speeches[one]} />
            {rows.map((row, i) => (
              <div key={i} class="song" lang="zh-Hans" style={{ gridRow: i + 2 }}>
                {row[one]
                  .map((number) => ({ number, line: lines[one][number]! }))
                  .filter(({ line }) => line.kind !== "title")
                  .map(({ number, line }) => (
                    <p
                      key={line.start}
                      class={lineClass(line)}
                      data-start={line.start}
                      data-number={number + 1}
                      tabIndex={-1}
                    >
                      <SharedText
                        line={line}
                        half={half[one]}
                        side={one}
                        here={here}
                        redacted={readerWords.redacted}
                        label={(passage) => readerWords.toOther(passage, passages.length)}
                        onPassage={(passage) => goTo(OTHER[one], passage)}
                      />
                    </p>
                  ))}
              </div>
            ))}
          </section>
        ))}
      </div>
      {SIDES.map((one) => (
        <Hint key={one} root={texts} selector={`.pair-${one} .redaction`} text={inLanguage(speeches[one].redactions)} />
      ))}
    </div>
  );
}

function Title({ speech: { title } }: { speech: Speech }) {
  return (
    <header class="pair-title" style={{ gridRow: 1 }}>
      <h2>
        <Chinese song text={title.zh} />
      </h2>
      {language() === "en" && (
        <p class="pair-title-en" lang="en">
          {title.en}
        </p>
      )}
    </header>
  );
}

interface Compared {
  passages: SharedPassage[];
  rows: AlignedRow[];
  lines: Record<Side, SpeechLine[]>;
  half: Record<Side, HalfPassage[]>;
}

function compared(first: Speech, second: Speech): Compared {
  const passages = sharedPassages(first.text, second.text);
  const lines = { first: linesOf(first.text, first.title.zh), second: linesOf(second.text, second.title.zh) };
  const half = { first: halfOf(passages, "first"), second: halfOf(passages, "second") };
  const sharedOf = (side: Side): Map<number, number>[] => lines[side].map((line) => sharedIn(line, half[side]));
  const [ours, theirs] = [sharedOf("first"), sharedOf("second")];
  const rows = alignParagraphs(ours.length, theirs.length, (i, j) => {
    let both = 0;
    for (const [number, length] of ours[i]!) if (theirs[j]!.has(number)) both += length;
    return both;
  });
  return { passages, rows, lines, half };
}
