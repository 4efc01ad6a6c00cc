/**
 * Which of many elements may be near the viewport.
 *
 * The browser can be told to watch elements, but each that is watched costs some 1.2 µs in every frame that is drawn: 12 ms for ten
 * thousand, in Chromium. So where there are many only the first of each run is watched, and a run counts as near when what lies
 * between its first and its last element is. Runs follow the order of the document, so that what is between them on the screen is
 * seldom anything else; a viewport's height is allowed for columns.
 */

/** Runs at most before they are made longer, and by how much. */
const MOST = 400;
const LONGER = 8;

interface VicinityOptions {
  /** How far beyond the viewport is still near, as a share of its height. */
  margin: number;
  /** Called when an element that is watched has come near or gone far. */
  onMoved: () => void;
  signal: AbortSignal;
}

export class Vicinity {
  private readonly margin: number;
  private readonly runOf = new Map<Element, Element[]>();
  private runs = new Set<Element[]>();
  private last: Element | undefined;
  private length = 1;
  private readonly watcher: IntersectionObserver;

  constructor({ margin, onMoved, signal }: VicinityOptions) {
    this.margin = margin;
    this.watcher = new IntersectionObserver(onMoved, { rootMargin: `${margin * 100}% 0px` });
    signal.addEventListener("abort", () => {
      this.watcher.disconnect();
      this.runOf.clear();
      this.runs.clear();
    });
  }

  add(element: Element): void {
    if (this.runOf.has(element)) return;
    this.append(element);
    if (this.runs.size > MOST) this.lengthen();
  }

  delete(element: Element): void {
    const run = this.runOf.get(element);
    if (!run) return;
    this.runOf.delete(element);
    if (this.last === element) this.last = undefined;
    if (run[0] === element) {
      this.watcher.unobserve(element);
      if (run[1]) this.watcher.observe(run[1]);
    }
    run.splice(run.indexOf(element), 1);
    if (run.length === 0) this.runs.delete(run);
  }

  /** The elements that may be near the viewport as it is now; most of them are. */
  near(): Element[] {
    return [...this.runs].flatMap((run) => (this.isNear(run) ? run : []));
  }

  private append(element: Element): void {
    const { last } = this;
    const run = last && this.runOf.get(last);
    const follows =
      last && Node.prototype.compareDocumentPosition.call(last, element) & Node.DOCUMENT_POSITION_FOLLOWING;
    this.last = element;
    if (run && follows && run.length < this.length) {
      run.push(element);
      this.runOf.set(element, run);
    } else {
      const begun = [element];
      this.runs.add(begun);
      this.runOf.set(element, begun);
      this.watcher.observe(element);
    }
  }

  private lengthen(): void {
    this.length *= LONGER;
    const elements = [...this.runOf.keys()];
    this.watcher.disconnect();
    this.runOf.clear();
    this.runs = new Set();
    this.last = undefined;
    for (const element of elements) this.append(element);
  }

  private isNear(run: readonly Element[]): boolean {
    const first = firstBox(run, 0, 1);
    const last = firstBox(run, run.length - 1, -1);
    if (!first || !last) return false;
    const reach = (this.margin + (run.length > 1 ? 1 : 0)) * innerHeight;
    return Math.min(first.top, last.top) <= innerHeight + reach && Math.max(first.bottom, last.bottom) >= -reach;
  }
}

/** The box of the first element that is displayed, from `start` on; one that is not has a box without size in the corner. */
function firstBox(run: readonly Element[], start: number, step: 1 | -1): DOMRect | undefined {
  for (let i = start; i >= 0 && i < run.length; i += step) {
    const box: DOMRect = Element.prototype.getBoundingClientRect.call(run[i]!);
    if (box.width > 0 || box.height > 0 || box.x !== 0 || box.y !== 0) return box;
  }
  return undefined;
}
