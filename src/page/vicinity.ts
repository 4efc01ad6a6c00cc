/**
 * Which of many elements may be near the viewport.
 *
 * The browser can be told to watch elements, but each that is watched costs some 1.2 µs in every frame that is drawn: 12 ms for ten
 * thousand, in Chromium. So where there are many only the first of each run is watched, and a run counts as near when what lies
 * between its first and its last element is. Runs follow the order of the document, so that what is between them on the screen is
 * seldom anything else; a viewport's height is allowed for columns.
 */
import { elementsIn, parentOrHostOf, previousElementOf } from "./dom.ts";
import { boxOf, endsAbove } from "./rects.ts";

/**
 * Elements a run: as many as there are elements for each of RUNS. The first runs are shorter, for there were fewer elements when they
 * began: for ten thousand there are 300, and none has to be made anew, unless what comes is scattered over the page so that there are
 * MOST.
 */
const RUNS = 50;
const MOST = 600;

/**
 * Siblings before an element that are looked at to see that it follows another. Without an end that takes 25 µs among ten thousand
 * rows, for each that is added.
 */
const CLOSE = 16;

interface VicinityOptions {
  /** How far beyond the viewport is still near, as a share of its height. */
  margin: number;
  /** Called with elements that have come near, or are there when they are first watched, and such as have gone far. */
  onMoved: (come: readonly Element[], gone: readonly Element[]) => void;
  signal: AbortSignal;
}

export class Vicinity {
  private readonly margin: number;
  private readonly runOf = new Map<Element, Element[]>();
  private runs = new Set<Element[]>();
  private last: Element | undefined;
  private most = MOST;
  private readonly inside = new WeakSet<Element>();
  private readonly watcher: IntersectionObserver;

  constructor({ margin, onMoved, signal }: VicinityOptions) {
    this.margin = margin;
    this.watcher = new IntersectionObserver(
      (entries) => {
        const come = entries.filter(({ isIntersecting }) => isIntersecting).map(({ target }) => target);
        // The browser tells of each element that it begins to watch, most of which were never near.
        const gone = entries.flatMap(({ target, isIntersecting }) =>
          !isIntersecting && this.inside.delete(target) ? [target] : [],
        );
        for (const element of come) this.inside.add(element);
        if (come.length > 0 || gone.length > 0) onMoved(come, gone);
      },
      { rootMargin: `${margin * 100}% 0px` },
    );
    signal.addEventListener("abort", () => {
      this.watcher.disconnect();
      this.runOf.clear();
      this.runs.clear();
    });
  }

  add(element: Element): void {
    if (this.runOf.has(element)) return;
    this.put(element, this.before(element));
    if (this.runs.size > this.most) this.makeAnew();
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

  /** Whether any of these elements may be near the viewport. */
  areNear(elements: Iterable<Element>): boolean {
    const runs = new Set<Element[]>();
    for (const element of elements) {
      const run = this.runOf.get(element);
      if (run) runs.add(run);
    }
    return [...runs].some((run) => this.isNear(run));
  }

  /** An element with a run that stands before `element` in the document, and not far. */
  private before(element: Element): Element | undefined {
    let sibling = previousElementOf(element);
    for (let steps = 0; sibling && steps < CLOSE; steps++, sibling = previousElementOf(sibling))
      if (this.runOf.has(sibling)) return sibling;
    const { last } = this;
    return last && followsClosely(last, element) ? last : undefined;
  }

  /** Puts `element` into the run of `before` if there is room: at its end, or for half as much again in between. */
  private put(element: Element, before: Element | undefined): void {
    const run = before && this.runOf.get(before);
    this.last = element;
    const room = Math.ceil(this.runOf.size / RUNS);
    const isLast = run?.at(-1) === before;
    if (run && run.length < (isLast ? room : 1.5 * room)) {
      if (isLast) run.push(element);
      else run.splice(run.indexOf(before) + 1, 0, element);
      this.runOf.set(element, run);
    } else {
      const begun = [element];
      this.runs.add(begun);
      this.runOf.set(element, begun);
      this.watcher.observe(element);
    }
  }

  /** Makes all runs anew, as they stand in the document now. */
  private makeAnew(): void {
    const elements = new Set(this.runOf.keys());
    this.watcher.disconnect();
    this.runOf.clear();
    this.runs = new Set();
    this.last = undefined;
    const all = elementsIn(document);
    const { length } = all;
    for (let i = 0; i < length && elements.size > 0; i++) {
      const element = all[i]!;
      if (elements.delete(element)) this.put(element, this.last);
    }
    // In shadow trees.
    for (const element of elements) this.put(element, this.before(element));
    // Where they stand so that there must be many it is no use to try again soon.
    this.most = Math.max(MOST, 2 * this.runs.size);
  }

  private isNear(run: readonly Element[]): boolean {
    const ends = [firstShown(run, 0, 1), firstShown(run, run.length - 1, -1)];
    const reach = (this.margin + (run.length > 1 ? 1 : 0)) * innerHeight;
    return (
      ends.some((end) => end && end.box.top <= innerHeight + reach) &&
      ends.some((end) => end && !endsAbove(-reach, end.element, end.box))
    );
  }
}

/** The first element that is displayed, from `start` on. */
function firstShown(
  run: readonly Element[],
  start: number,
  step: 1 | -1,
): { element: Element; box: DOMRect } | undefined {
  for (let i = start; i >= 0 && i < run.length; i += step) {
    const element = run[i]!;
    const box = boxOf(element);
    if (box) return { element, box };
  }
  return undefined;
}

/** Whether `element` comes after `last` in the document, and not far. */
function followsClosely(last: Element, element: Element): boolean {
  const branches = new Map<Node, Node>();
  for (let at: Node | null = element, below: Node = element; at; below = at, at = parentOrHostOf(at)) {
    branches.set(at, below);
  }
  let from: Node = last;
  let at: Node | null = last;
  for (; at && !branches.has(at); at = parentOrHostOf(at)) from = at;
  if (!at || at === element) return false;
  if (at === last) return true;
  let before: Node | null = branches.get(at)!;
  for (let steps = 0; before && steps < CLOSE; steps++, before = previousElementOf(before))
    if (before === from) return true;
  return false;
}
