/** A small button at the end of what is selected in the text, that copies it with its source. */
import type { RefObject } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Speech } from "../lexicon/speech.ts";
import { CopyButton } from "./copy-button.tsx";
import { quotation, type Passage } from "./quotation.ts";
import { rangeToSpan } from "./speech-range.ts";
import { readerWords } from "./words/reader.ts";

interface SelectionCopyProps {
  root: RefObject<HTMLElement | null>;
  speech: Speech;
  onCopyQuotation: (text: string, passage: Passage) => Promise<void>;
}

/** Pixels under the last line of the selection, and what the button needs at most. */
const GAP = 6;
const WIDTH = 180;

interface Selected {
  passage: Passage;
  /** Pixels from the upper left corner of the text. */
  left: number;
  top: number;
}

export function SelectionCopy({ root, speech, onCopyQuotation }: SelectionCopyProps) {
  const [selected, setSelected] = useState<Selected | null>(null);
  useEffect(() => {
    const ending = new AbortController();
    const { signal } = ending;
    let isDragging = false;
    const look = (): void => {
      if (!isDragging) setSelected(root.current && selectedIn(root.current, speech.text));
    };
    document.addEventListener("selectionchange", look, { signal });
    // It would be in the pointer's way while the selection still grows.
    addEventListener("pointerdown", ({ button }) => void (isDragging = button === 0), { signal });
    for (const name of ["pointerup", "pointercancel"]) {
      addEventListener(
        name,
        () => {
          isDragging = false;
          look();
        },
        { signal },
      );
    }
    return () => ending.abort();
  }, [root, speech]);
  return selected ? (
    <div
      class="selection-copy"
      style={{ left: `${selected.left}px`, top: `${selected.top}px` }}
      // A press on the button must not take the selection away.
      onMouseDown={(event) => event.preventDefault()}
    >
      <CopyButton
        label={readerWords.copySelection}
        onCopy={() => onCopyQuotation(quotation(speech, selected.passage), selected.passage)}
      />
    </div>
  ) : null;
}

function selectedIn(root: HTMLElement, text: string): Selected | null {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const span = rangeToSpan(root, range);
  if (!span || text.slice(span.start, span.end).trim() === "") return null;
  const last = [...range.getClientRects()].at(-1);
  if (!last) return null;
  const box = root.getBoundingClientRect();
  return {
    passage: span,
    left: Math.max(0, Math.min(last.right - box.left - WIDTH / 2, box.width - WIDTH)),
    top: last.bottom - box.top + GAP,
  };
}
