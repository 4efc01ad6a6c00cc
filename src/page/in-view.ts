/** What of a page can be seen now, so that it can be read first. */
import { containerOf, elementOf, type Container } from "./blocks.ts";
import { elementAt, isElement, nextElementOf } from "./dom.ts";

/**
 * Pixels between the points at which the page is asked what is there, and siblings that may stand between two of them. The grid is
 * wide, for each point takes the browser up to half a millisecond.
 */
const GRID = 160;
const MOST_BETWEEN = 32;

/** The containers in the window that are in `root`: those that hold no other of them, and those that do. */
export function inView(root: Document | Element): { innermost: Container[]; outer: Container[] } {
  const seen = new Set<Container>();
  for (const x of [0.3, 0.7]) {
    let above: Element | undefined;
    for (let y = GRID / 2; y < innerHeight + GRID; y += GRID) {
      const element = elementAt(x * innerWidth, Math.min(y, innerHeight - 1));
      const container = element && isIn(root, element) && containerOf(element);
      if (!container) continue;
      if (above) for (const one of between(above, container)) seen.add(one);
      seen.add(container);
      above = elementOf(container);
    }
  }
  return partedByDepth(seen);
}

function isIn(root: Document | Element, element: Element): boolean {
  return !isElement(root) || Node.prototype.contains.call(root, element);
}

/** The containers of the siblings that come after `above` and before `below`; none if there are too many, or they are no siblings. */
function between(above: Element, below: Container): Container[] {
  const containers: Container[] = [];
  for (let at = nextElementOf(above); at && containers.length < MOST_BETWEEN; at = nextElementOf(at)) {
    if (at === below) return containers;
    const container = containerOf(at);
    if (container) containers.push(container);
  }
  return [];
}

/** What holds others may be the whole page, where the gaps between paragraphs were hit. */
function partedByDepth(containers: ReadonlySet<Container>): { innermost: Container[]; outer: Container[] } {
  const all = [...containers];
  const holds = (outer: Container, inner: Container): boolean =>
    outer !== inner && Node.prototype.contains.call(outer, elementOf(inner));
  const outer = all.filter((container) => all.some((other) => holds(container, other)));
  return { outer, innermost: all.filter((container) => !outer.includes(container)) };
}
