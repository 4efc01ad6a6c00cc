/** Brings a place into view, through every box that scrolls around it, and every frame. */
import { parentElementOf, parentOrHostOf, isElement, styleOf } from "./dom.ts";
import type { Anchor } from "./anchor.ts";
import { isOutOfView, isSeen, rectsOf } from "./rects.ts";
import type { Place } from "./known.ts";

/** Brings what a card is to stand at into view, if it is out of it. */
export function revealAnchor(anchor: Anchor): void {
  if (!isOutOfView(anchor)) return;
  const element = isElement(anchor.node) ? anchor.node : parentElementOf(anchor.node);
  if (element)
    Element.prototype.scrollIntoView.call(element, { block: "center", inline: "nearest", behavior: "instant" });
}

/** Leaves everything as it is where the place can be seen already. */
export function reveal(place: Place): void {
  const element = parentElementOf(place.block.segments[0]!.node);
  if (!element || isSeen(place)) return;
  Element.prototype.scrollIntoView.call(element, { block: "center", inline: "nearest", behavior: "instant" });
  if (isSeen(place)) return;
  // The element is longer than its window: the place itself has to be brought there, from the inside out.
  for (let box: Node | null = element; box; box = parentOrHostOf(box)) {
    if (!isElement(box) || box === document.scrollingElement || !scrolls(box)) continue;
    const frame = box.getBoundingClientRect();
    const [rect] = rectsOf(place);
    if (rect && (rect.top < frame.top || rect.bottom > frame.bottom)) {
      box.scrollBy({ top: rect.top - frame.top - frame.height / 3, behavior: "instant" });
    }
  }
  const [rect] = rectsOf(place);
  if (rect && !isSeen(place)) {
    scrollBy({
      top: rect.top - innerHeight / 3,
      left: rect.left < 0 || rect.right > innerWidth ? rect.left - innerWidth / 3 : 0,
      behavior: "instant",
    });
  }
}

function scrolls(box: Element): boolean {
  return box.scrollHeight > box.clientHeight && /auto|scroll|hidden/.test(styleOf(box).overflowY);
}
