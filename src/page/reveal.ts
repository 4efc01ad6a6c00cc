/** Brings a place into view, through every box that scrolls around it. */
import { rectsOf } from "./paint.ts";
import type { Place } from "./scan.ts";

/** Leaves everything as it is where the place can be seen already, with room for a card below or above it. */
export function reveal(place: Place): void {
  const element = place.block.segments[0]!.node.parentElement;
  if (!element) return;
  for (
    let box: Element | null = element;
    box;
    box = box.parentElement ?? (box.getRootNode() as ShadowRoot).host ?? null
  ) {
    if (box !== element.ownerDocument.scrollingElement && scrolls(box)) centre(place, box, box.getBoundingClientRect());
  }
  const view = element.ownerDocument.defaultView!;
  const [rect] = rectsOf(place);
  if (
    !rect ||
    (rect.top >= 40 && rect.bottom <= view.innerHeight - 40 && rect.left >= 0 && rect.right <= view.innerWidth)
  ) {
    return;
  }
  view.scrollBy({
    top: rect.top - view.innerHeight / 3,
    left: rect.left < 0 || rect.right > view.innerWidth ? rect.left - view.innerWidth / 3 : 0,
    behavior: "instant",
  });
}

function scrolls(box: Element): boolean {
  if (box.scrollHeight <= box.clientHeight && box.scrollWidth <= box.clientWidth) return false;
  const { overflowY, overflowX } = getComputedStyle(box);
  return /auto|scroll|hidden/.test(overflowY + overflowX);
}

function centre(place: Place, box: Element, frame: DOMRect): void {
  const [rect] = rectsOf(place);
  if (!rect) return;
  if (rect.top < frame.top || rect.bottom > frame.bottom) box.scrollTop += rect.top - frame.top - frame.height / 3;
  if (rect.left < frame.left || rect.right > frame.right) box.scrollLeft += rect.left - frame.left - frame.width / 3;
}
