/** What a card stands beside: a finding, or what the reader has selected. */
import { isRendered, isVisibleAt, partsOf } from "./blocks.ts";
import { isElement, parentElementOf, styleOf } from "./dom.ts";
import { groundOf, type Ground } from "./ground.ts";
import { rectsOf } from "./rects.ts";
import type { Place } from "./known.ts";

export interface Anchor {
  /** A node of the page in it; says which layer and which scrolling boxes it is in. */
  node: Node;
  /** Where it is now, CSS pixels of the viewport: a rectangle a line at least, none where it is not shown. */
  rects: () => readonly DOMRect[];
}

export function anchorOf(place: Place): Anchor {
  const { block, finding } = place;
  const isShown = (): boolean => isRendered(block) && isVisibleAt(block, finding.start);
  const [first] = partsOf(block, finding.start, finding.end);
  return { node: (first ?? block.segments[0]!).node, rects: () => (isShown() ? rectsOf(place) : []) };
}

export function groundAround({ node }: Anchor): Ground {
  return groundOf(isElement(node) ? node : (parentElementOf(node) ?? document.documentElement));
}

export function isVertical({ node }: Anchor): boolean {
  const element = parentElementOf(node);
  return element !== null && styleOf(element).writingMode.startsWith("vertical");
}
