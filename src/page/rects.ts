/** Where a place is on the screen. All measures are CSS pixels of the viewport. */
import { partsOf } from "./blocks.ts";
import { isElement, parentElementOf, parentOrHostOf, shadowOf, styleOf } from "./dom.ts";
import type { Place } from "./scan.ts";

/** The rectangles of a place's glyphs, one a line and a text node at least; none if it is not shown. */
export function rectsOf({ block, finding }: Place): DOMRect[] {
  return partsOf(block, finding.start, finding.end).flatMap(({ node, start, end }) => {
    const range = document.createRange();
    range.setStart(node, start);
    range.setEnd(node, end);
    return [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
  });
}

export function holds({ left, right, top, bottom }: DOMRect, x: number, y: number): boolean {
  return x >= left && x <= right && y >= top && y <= bottom;
}

/** Whether the place is outside the window, or outside a box around it that cuts off what overflows. */
export function isOutOfView(place: Place): boolean {
  const [rect] = rectsOf(place);
  if (!rect || rect.bottom <= 0 || rect.top >= innerHeight) return true;
  for (let at: Node | null = place.block.segments[0]!.node; at; at = parentOrHostOf(at)) {
    if (!isElement(at) || at === document.body || at === document.documentElement) continue;
    if (!/auto|scroll|hidden|clip/.test(styleOf(at).overflowY)) continue;
    const box = at.getBoundingClientRect();
    if (rect.bottom <= box.top || rect.top >= box.bottom) return true;
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
  const top = elementAt(document, x, y);
  for (let at: Node | null = top; at; at = parentOrHostOf(at)) if (at === holder) return true;
  for (let at: Node | null = holder; at; at = parentOrHostOf(at)) if (at === top) return true;
  return false;
}

/** The topmost element at a point, inside open shadow trees too. */
function elementAt(root: DocumentOrShadowRoot, x: number, y: number): Element | null {
  const element = root.elementFromPoint(x, y);
  const shadow = element && shadowOf(element);
  const inner = shadow && shadow !== root ? elementAt(shadow, x, y) : null;
  return inner ?? element;
}
