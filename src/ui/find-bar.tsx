/** Finding words in the speech that is open. The browser's own search, on Ctrl+F, is left to it. */
import type { RefObject } from "preact";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { finderIn } from "../lexicon/find.ts";
import { hideFound, showFound } from "./find-marks.ts";
import { CloseIcon, NextIcon, PreviousIcon, SearchIcon } from "./icons.tsx";
import { placeIn } from "./reading-place.ts";
import { commonWords, number } from "./words/common.ts";
import { readerWords } from "./words/reader.ts";

interface FindBarProps {
  root: RefObject<HTMLElement | null>;
  /** The speech's text. */
  text: string;
  onClose: () => void;
}

export function FindBar({ root, text, onClose }: FindBarProps) {
  const [words, setWords] = useState("");
  const [at, setAt] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  const find = useMemo(() => finderIn(text), [text]);
  const found = useMemo(() => find(words), [find, words]);
  // From where the reader is, not from the beginning of the speech.
  const [from] = useState(() => (root.current && placeIn(root.current)?.start) ?? 0);
  const isAsking = words.trim() !== "";

  useEffect(() => input.current?.focus(), []);
  useEffect(() => {
    if (root.current && found.length > 0) showFound(root.current, found, Math.min(at, found.length - 1));
    else hideFound();
  }, [root, found, at]);
  useEffect(() => hideFound, []);

  const step = (by: 1 | -1): void => {
    if (found.length > 0) setAt((at + by + found.length) % found.length);
  };
  return (
    <search class="find-bar">
      <SearchIcon />
      <input
        ref={input}
        type="text"
        lang="zh-Hans"
        value={words}
        aria-label={readerWords.findIn}
        placeholder={readerWords.findIn}
        spellcheck={false}
        autocomplete="off"
        onInput={({ currentTarget: { value } }) => {
          setWords(value);
          setAt(
            Math.max(
              0,
              find(value).findIndex(({ end }) => end > from),
            ),
          );
        }}
        onKeyDown={(event) => {
          // While an input method composes, its keys are its own.
          if (event.isComposing) return;
          if (event.key === "Enter") step(event.shiftKey ? -1 : 1);
          else if (event.key === "Escape") onClose();
          else return;
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
