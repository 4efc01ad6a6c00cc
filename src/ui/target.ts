/** The place in a speech that its reader was opened at: a wash under the sentence, a stronger one under the term. */
import { spanToRange } from "./speech-range.ts";

/** UTF-16 code units of the speech's text. */
export interface ReaderTarget {
  start: number;
  end: number;
  sentenceStart: number;
  sentenceEnd: number;
}

/** `target` if `text` has such a place, a term in a sentence; an address may be of another version of the speech. */
export function targetIn(text: string, target: ReaderTarget | null): ReaderTarget | null {
  if (!target) return null;
  const { start, end, sentenceStart, sentenceEnd } = target;
  const inOrder = 0 <= sentenceStart && sentenceStart <= start && start < end && end <= sentenceEnd;
  return inOrder && sentenceEnd <= text.length && text.slice(start, end).trim() !== "" ? target : null;
}

/** Names in the document's highlight registry; reader.css says what they look like. */
const SENTENCE = "tifa-sentence";
const TERM = "tifa-target";

/** Where on the screen the sentence comes to stand, as a share of the window's height. */
const RESTING_PLACE = 0.3;

/**
 * Sets `target` off, scrolls to it and brings the focus to its paragraph, so that keys and screen readers go on from there; or takes the
 * last one's setting-off away. Returns the term's range, if there is one.
 */
export function showTarget(root: HTMLElement, target: ReaderTarget | null): StaticRange | null {
  CSS.highlights.delete(SENTENCE);
  CSS.highlights.delete(TERM);
  const sentence = target && spanToRange(root, target.sentenceStart, target.sentenceEnd);
  if (!sentence) return null;
  CSS.highlights.set(SENTENCE, new Highlight(sentence));
  sentence.startContainer.parentElement?.closest<HTMLElement>("p")?.focus({ preventScroll: true });
  const term = spanToRange(root, target.start, target.end);
  if (term) CSS.highlights.set(TERM, new Highlight(term));
  goToTarget(RESTING_PLACE);
  return term;
}

/** How far down the window the sentence stands that is set off, as a share of its height; undefined where none is. */
export function targetAt(): number | undefined {
  const [sentence] = CSS.highlights.get(SENTENCE) ?? [];
  if (!sentence) return undefined;
  const range = document.createRange();
  range.setStart(sentence.startContainer, sentence.startOffset);
  range.setEnd(sentence.endContainer, sentence.endOffset);
  return range.getBoundingClientRect().top / window.innerHeight;
}

/** Scrolls so that it stands there. */
export function goToTarget(share: number): void {
  const now = targetAt();
  if (now !== undefined) scrollBy({ top: (now - share) * window.innerHeight, behavior: "instant" });
}
