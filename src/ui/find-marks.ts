/** What was found in a text, painted: a wash under every occurrence near the one that the reader is at, a stronger one under that. */
import { spanToRange } from "./speech-range.ts";

/** Names in the document's highlight registry; reader.css says what they look like. */
const FOUND = "tifa-find";
const HERE = "tifa-find-here";

/** Each registered range costs every frame that is painted anew; so many cost less than a millisecond. */
const MOST = 300;

/** Where on the screen the occurrence comes to stand if it can't be seen yet, as a share of the window's height. */
const RESTING_PLACE = 0.4;
/** Less than this from the window's edges it is under a bar, or about to be. */
const EDGE = 120;

/** An occurrence in the text whose paragraphs are under `root`. */
export interface FoundSpan {
  root: HTMLElement;
  start: number;
  end: number;
}

/** Paints `spans`, which are in order, and brings the one of number `here` into view. */
export function showFound(spans: readonly FoundSpan[], here: number): void {
  hideFound();
  const first = Math.max(0, Math.min(here - MOST / 2, spans.length - MOST));
  const ranges = spans.slice(first, first + MOST).map(({ root, start, end }) => spanToRange(root, start, end));
  CSS.highlights.set(FOUND, new Highlight(...ranges.filter((range) => range !== null)));
  const range = ranges[here - first];
  if (!range) return;
  const mark = new Highlight(range);
  // Over the others, and over the sentence that the speech was opened at.
  mark.priority = 1;
  CSS.highlights.set(HERE, mark);
  const live = document.createRange();
  live.setStart(range.startContainer, range.startOffset);
  live.setEnd(range.endContainer, range.endOffset);
  const { top, bottom } = live.getBoundingClientRect();
  if (top < EDGE || bottom > innerHeight - EDGE / 2) {
    window.scrollBy({ top: top - innerHeight * RESTING_PLACE, behavior: "instant" });
  }
}

export function hideFound(): void {
  CSS.highlights.delete(FOUND);
  CSS.highlights.delete(HERE);
}
