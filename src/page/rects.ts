/** Where a place is on the screen. All measures are CSS pixels of the viewport. */
import type { Anchor } from "./anchor.ts";
import { partsOf } from "./blocks.ts";
import {
  clientHeightOf,
  elementAt,
  isElement,
  parentElementOf,
  parentOrHostOf,
  scrollHeightOf,
  styleOf,
} from "./dom.ts";
import type { Place } from "./known.ts";

/** The rectangles of a place's glyphs, one a line and a text node at least; none if it is not shown. */
export function rectsOf({ block, finding }: Place): DOMRect[] {
  return partsOf(block, finding.start, finding.end).flatMap(({ node, start, end }) => {
    const range = document.createRange();
    range.setStart(node, start);
    range.setEnd(node, end);
    return [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
  });
}

/** The box of an element; undefined if it is not displayed, for then it has one without size in the corner. */
export function boxOf(element: Element): DOMRect | undefined {
  const box: DOMRect = Element.prototype.getBoundingClientRect.call(element);
  return box.width > 0 || box.height > 0 || box.x !== 0 || box.y !== 0 ? box : undefined;
}

/** Whether what stands in `element`, whose box that is, ends above `line`: its text may be longer than a box that has its own height. */
export function endsAbove(line: number, element: Element, box: DOMRect): boolean {
  if (box.bottom >= line) return false;
  const height = scrollHeightOf(element);
  return box.top + height < line || height <= clientHeightOf(element) || styleOf(element).overflowY !== "visible";
}

/** Whether the point is in the rectangle, or no further than `around` from it. */
export function holds({ left, right, top, bottom }: DOMRectReadOnly, x: number, y: number, around = 0): boolean {
  return x >= left - around && x <= right + around && y >= top - around && y <= bottom + around;
}

/** Whether it is outside the window, or outside a box around it that cuts off what overflows. */
export function isOutOfView(anchor: Anchor): boolean {
  const [rect] = anchor.rects();
  if (!rect || rect.bottom <= 0 || rect.top >= innerHeight || rect.right <= 0 || rect.left >= innerWidth) return true;
  for (let at: Node | null = anchor.node; at; at = parentOrHostOf(at)) {
    if (!isElement(at) || at === document.body || at === document.documentElement) continue;
    const { overflowX, overflowY } = styleOf(at);
    if (overflowX === "visible" && overflowY === "visible") continue;
    const box = at.getBoundingClientRect();
    if (overflowY !== "visible" && (rect.bottom <= box.top || rect.top >= box.bottom)) return true;
    if (overflowX !== "visible" && (rect.right <= box.left || rect.left >= box.right)) return true;
  }
  return false;
}

/** Whether the place's beginning can be seen: inside the window, and nothing of the page over it. */
export function isSeen(place: Place): boolean {
  const [rect] = rectsOf(place);
  if (!rect) return false;
  const [x, y] = [rect.left + rect.width / 2, rect.top + rect.height / 2];
  if (rect.top < 0 || rect.bottom > innerHeight || x < 0 || x > innerWidth) return false;
  const holder = parentElementOf(place.block.segments[0]!.node);
  const top = elementAt(x, y);
  for (let at: Node | null = top; at; at = parentOrHostOf(at)) if (at === holder) return true;
  for (let at: Node | null = holder; at; at = parentOrHostOf(at)) if (at === top) return true;
  return false;
}
