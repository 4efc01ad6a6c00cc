/** Sentences of Chinese text, as spans of UTF-16 code units. */
import { isBlank, isLineBreak } from "./units.ts";

export interface Span {
  start: number;
  end: number;
}

const ENDS = "。！？!?";
const CLOSERS = "”’」』）)》\"'";

/** The sentences of `text` in order: trimmed of blanks at both ends, never empty, each with its closing marks. */
export function sentences(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  const close = (end: number): void => {
    let from = start;
    let to = end;
    while (from < to && blankAt(text, from)) from++;
    while (to > from && blankAt(text, to - 1)) to--;
    if (to > from) spans.push({ start: from, end: to });
    start = end;
  };
  for (let i = 0; i < text.length; i++) {
    if (isLineBreak(text.charCodeAt(i))) {
      close(i + 1);
    } else if (ENDS.includes(text[i]!)) {
      while (i + 1 < text.length && (ENDS + CLOSERS).includes(text[i + 1]!)) i++;
      close(i + 1);
    }
  }
  close(text.length);
  return spans;
}

/** The sentence that holds `offset`, by binary search in `spans` as `sentences` gives them; undefined between two. */
export function sentenceAt(spans: readonly Span[], offset: number): Span | undefined {
  let low = 0;
  let high = spans.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const span = spans[middle]!;
    if (offset < span.start) high = middle - 1;
    else if (offset >= span.end) low = middle + 1;
    else return span;
  }
  return undefined;
}

function blankAt(text: string, offset: number): boolean {
  const unit = text.charCodeAt(offset);
  return isBlank(unit) || isLineBreak(unit);
}
