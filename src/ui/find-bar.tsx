/** Finding words in the speech that is open. The browser's own search, on Ctrl+F, is left to it. */
import type { RefObject } from "preact";
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { finderIn } from "../lexicon/find.ts";
import { hideFound, showFound } from "./find-marks.ts";
import { CloseIcon, NextIcon, PreviousIcon, SearchIcon } from "./icons.tsx";
import { placeIn } from "./reading-place.ts";
import { commonWords, number } from "./words/common.ts";
import { readerWords } from "./words/reader.ts";

/** A speech that is looked through, and where its paragraphs are. */
export interface FindText {
  root: RefObject<HTMLElement | null>;
  text: string;
}

interface FindBarProps {
  /** One, or two that stand side by side; the same array for as long as they are the same. */
  texts: readonly FindText[];
  label: string;
  /** The occurrence that is gone to is in the text of this number, which may have to be shown first. */
  onText: (number: number) => void;
  onClose: () => void;
}

export function FindBar({ texts, label, onText, onClose }: FindBarProps) {
  const [words, setWords] = useState("");
  const [at, setAt] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  const find = useMemo(() => {
    const finders = texts.map(({ text }) => finderIn(text));
    return (wanted: string) =>
      finders.flatMap((finder, of) => finder(wanted).map(({ start, end }) => ({ of, start, end })));
  }, [texts]);
  const found = useMemo(() => find(words), [find, words]);
  // From where the reader is, not from the beginning of the speech.
  const [from] = useState(() => {
    const root = texts[0]?.root.current;
    return (root && placeIn(root)?.start) ?? 0;
  });
  const isAsking = words.trim() !== "";

  // Kept aside: a new closure is no new place.
  const show = useRef(onText);
  useLayoutEffect(() => {
    show.current = onText;
  }, [onText]);
  useEffect(() => input.current?.focus(), []);
  useEffect(() => {
    const here = Math.min(at, found.length - 1);
    if (here < 0) {
      hideFound();
      return undefined;
    }
    show.current(found[here]!.of);
    // Once the text can be seen.
    const frame = requestAnimationFrame(() =>
      showFound(
        found.flatMap(({ of, start, end }) => {
          const root = texts[of]!.root.current;
          return root ? { root, start, end } : [];
        }),
        here,
      ),
    );
    return () => cancelAnimationFrame(frame);
  }, [texts, found, at]);
  useEffect(() => hideFound, []);

  const step = (by: 1 | -1): void => {
    if (found.length > 0) setAt((at + by + found.length) % found.length);
  };
  return (
    <search
      class="find-bar"
      onKeyDown={(event) => {
        // While an input method composes, its keys are its own.
        if (event.key !== "Escape" || event.isComposing) return;
        event.preventDefault();
        event.stopPropagation();
        onClose();
      }}
    >
      <SearchIcon />
      <input
        ref={input}
        type="text"
        lang="zh-Hans"
        value={words}
        aria-label={label}
        placeholder={label}
        spellcheck={false}
        autocomplete="off"
        onInput={({ currentTarget: { value } }) => {
          setWords(value);
          setAt(
            Math.max(
              0,
              find(value).findIndex(({ of, end }) => of > 0 || end > from),
            ),
          );
        }}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || event.isComposing) return;
          step(event.shiftKey ? -1 : 1);
          event.preventDefault();
          event.stopPropagation();
        }}
      />
      <span class="find-bar-count" role="status">
        {!isAsking
          ? ""
          : found.length === 0
            ? readerWords.notFound
            : readerWords.foundOf(number(Math.min(at, found.length - 1) + 1), number(found.length))}
      </span>
      <button
        type="button"
        class="icon-button"
        aria-label={readerWords.findPrevious}
        title={`${readerWords.findPrevious} (Shift+Enter)`}
        disabled={found.length === 0}
        onClick={() => step(-1)}
      >
        <PreviousIcon />
      </button>
      <button
        type="button"
        class="icon-button"
        aria-label={readerWords.findNext}
        title={`${readerWords.findNext} (Enter)`}
        disabled={found.length === 0}
        onClick={() => step(1)}
      >
        <NextIcon />
      </button>
      <button
        type="button"
        class="icon-button"
        aria-label={commonWords.close}
        title={`${commonWords.close} (Esc)`}
        onClick={onClose}
      >
        <CloseIcon />
      </button>
    </search>
  );
}
