/** Where in its text a reader is: the paragraph at the top of the window, and the heading above what is being read. */
import type { ReadingPlace } from "../protocol/reading.ts";

/** How far down the window what is being read stands at least, as a share of its height. */
const READING = 0.34;

/** Pixels under the bar where the line is that is read first. */
const UNDER_BAR = 28;

/** Pixels under the window's upper edge where the text can be seen: the bar goes with it, but not in a low window. */
function topOfText(): number {
  const bar = document.querySelector<HTMLElement>(".reader-bar");
  const isOverText = bar !== null && getComputedStyle(bar).position === "sticky";
  return (isOverText ? bar.offsetHeight : 0) + UNDER_BAR;
}

const paragraphsIn = (root: HTMLElement): HTMLElement[] => [...root.querySelectorAll<HTMLElement>("[data-start]")];

/** What stands under the bar; null if the text begins there or below. */
export function placeIn(root: HTMLElement): ReadingPlace | null {
  const paragraphs = paragraphsIn(root);
  const top = topOfText();
  const here = paragraphs.find((paragraph) => paragraph.getBoundingClientRect().bottom > top);
  if (!here) return null;
  const box = here.getBoundingClientRect();
  if (here === paragraphs[0] && box.top >= top) return null;
  const share = box.height > 0 ? Math.min(1, Math.max(-1, (top - box.top) / box.height)) : 0;
  return { start: Number(here.dataset["start"]), share };
}

/** Scrolls so that `place` stands under the bar again. False if the text has no such paragraph. */
export function goToPlace(root: HTMLElement, place: ReadingPlace): boolean {
  const paragraph = paragraphsIn(root).find(({ dataset }) => dataset["start"] === String(place.start));
  if (!paragraph) return false;
  const box = paragraph.getBoundingClientRect();
  scrollBy({ top: box.top + box.height * place.share - topOfText(), behavior: "instant" });
  return true;
}

/** Scrolls to the paragraph that `id` names, as in p12, and puts the focus there. False if the text has none. */
export function goToParagraph(root: HTMLElement, id: string): boolean {
  const paragraph = paragraphsIn(root).find(({ dataset }) => `p${dataset["number"]}` === id);
  paragraph?.scrollIntoView({ block: "start", behavior: "instant" });
  paragraph?.focus({ preventScroll: true });
  return paragraph !== undefined;
}

/** The last of the `headings`, numbers of paragraphs, that has been reached; undefined above the first. */
export function headingReached(root: HTMLElement, headings: readonly number[]): number | undefined {
  const { scrollHeight } = document.documentElement;
  // At the end of the page the last headings can't come up to where one reads.
  const isAtEnd = scrollY > 0 && scrollY + innerHeight >= scrollHeight - 2;
  const line = isAtEnd ? innerHeight : innerHeight * READING;
  return headings.findLast((number) => {
    const paragraph = root.querySelector(`[data-number="${number}"]`);
    return paragraph !== null && paragraph.getBoundingClientRect().top <= line;
  });
}
