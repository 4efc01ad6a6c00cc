/**
 * Paint: the findings near the viewport as ranges in the page's highlight registry. Nothing here is ever asked what is found.
 *
 * Every registered range costs some 2.4 µs in each frame that is drawn, so there are few of them; and they are static, for a live
 * range makes every later change of the page dearer.
 */
import type { Finding } from "../detect/finding.ts";
import { CATEGORIES, WEIGHTS, type Weight } from "../lexicon/term.ts";
import { elementOf, partsOf, type Container } from "./blocks.ts";
import { styleOf } from "./dom.ts";
import { rectsOf } from "./rects.ts";
import type { FoundBlock, Place } from "./scan.ts";

/** Ranges at most: in the viewport, where a large window of dense text may need them, and with what is near it. */
const MOST_IN_VIEW = 600;
const MOST_NEAR = 300;

/** How far beyond the viewport to paint, as a share of its height. */
const MARGIN = 0.5;

/** A container with more findings than this may reach far out of the viewport: only those in it are looked for. */
const LONG = 40;

const POINTED = "tifa-pointed";
const UNKNOWN = "tifa-unknown";
const NAMES = [...CATEGORIES.flatMap((category) => [`tifa-${category}`, `tifa-${category}-light`]), UNKNOWN];

/** The highlight that paints a finding; marks.css says what each looks like. */
function nameOf({ kind, category, weight }: Finding): string {
  if (kind === "numeral") return UNKNOWN;
  return weight === "essential" ? `tifa-${category}` : `tifa-${category}-light`;
}

export class Paint {
  private readonly blocksIn: (container: Container) => readonly FoundBlock[];
  private readonly highlights = new Map([...NAMES, POINTED].map((name) => [name, new Highlight()]));
  private readonly watcher: IntersectionObserver;
  /** The containers with findings, by the element that is watched for them: a host and its shadow root share one. */
  private readonly watched = new Map<Element, Set<Container>>();
  private readonly near = new Set<Element>();
  private show: Weight;
  private frame = 0;

  constructor(options: {
    blocksIn: (container: Container) => readonly FoundBlock[];
    show: Weight;
    signal: AbortSignal;
  }) {
    const { signal } = options;
    this.blocksIn = options.blocksIn;
    this.show = options.show;
    this.highlights.get(POINTED)!.priority = 1;
    this.watcher = new IntersectionObserver((entries) => this.look(entries), { rootMargin: `${MARGIN * 100}% 0px` });
    // Containers that come into view are told of by the observer; a long one moves within itself.
    document.addEventListener("scroll", () => this.repaint(), { capture: true, passive: true, signal });
    addEventListener("resize", () => this.repaint(), { passive: true, signal });
    signal.addEventListener("abort", () => this.stop());
  }

  isShown(finding: Finding): boolean {
    return WEIGHTS.indexOf(finding.weight) <= WEIGHTS.indexOf(this.show);
  }

  showOnly(show: Weight): void {
    this.show = show;
    this.repaint();
  }

  /** Takes note of containers that were read again, or are gone. */
  update({ added, removed }: { added: readonly Container[]; removed: readonly Container[] }): void {
    for (const container of removed) this.unwatch(container);
    for (const container of added) {
      if (this.blocksIn(container).length === 0) this.unwatch(container);
      else this.watch(container);
    }
    this.repaint();
  }

  /** A wash under the place pointed at or jumped to; none for undefined. */
  point(place: Place | undefined): void {
    const pointed = this.highlights.get(POINTED)!;
    pointed.clear();
    for (const range of place ? rangesOf(place) : []) pointed.add(range);
    this.assert(POINTED, pointed);
  }

  private look(entries: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting && this.watched.has(target)) this.near.add(target);
      else this.near.delete(target);
    }
    this.repaint();
  }

  private watch(container: Container): void {
    const element = elementOf(container);
    const containers = this.watched.get(element);
    if (containers) {
      containers.add(container);
    } else {
      this.watched.set(element, new Set([container]));
      this.watcher.observe(element);
    }
  }

  private unwatch(container: Container): void {
    const element = elementOf(container);
    const containers = this.watched.get(element);
    if (!containers?.delete(container) || containers.size > 0) return;
    this.watched.delete(element);
    this.near.delete(element);
    this.watcher.unobserve(element);
  }

  private repaint(): void {
    this.frame ||= requestAnimationFrame(() => {
      this.frame = 0;
      this.paint();
    });
  }

  private paint(): void {
    for (const name of NAMES) this.highlights.get(name)!.clear();
    const painted = new Set<Finding>();
    let ranges = 0;
    // What can be seen comes before what may be scrolled to.
    for (const [margin, most] of [
      [0, MOST_IN_VIEW],
      [MARGIN, MOST_NEAR],
    ] as const) {
      for (const place of this.places(margin)) {
        if (ranges >= most) break;
        if (painted.has(place.finding)) continue;
        painted.add(place.finding);
        const highlight = this.highlights.get(nameOf(place.finding))!;
        for (const range of rangesOf(place)) {
          highlight.add(range);
          ranges++;
        }
      }
    }
    for (const name of NAMES) this.assert(name, this.highlights.get(name)!);
  }

  /** The shown findings within `margin` heights of the viewport. */
  private *places(margin: number): Generator<Place> {
    const [top, bottom] = [-margin * innerHeight, (1 + margin) * innerHeight];
    // The box of the page's own body may end before its text does.
    const bodies = [document.documentElement, document.body].filter((element) => element && this.watched.has(element));
    for (const element of new Set([...this.near, ...bodies])) {
      const box = element.getBoundingClientRect();
      if (!bodies.includes(element as HTMLElement) && (box.bottom < top || box.top > bottom)) continue;
      for (const container of this.watched.get(element) ?? []) {
        const places = this.blocksIn(container).flatMap((block) =>
          block.findings.filter((finding) => this.isShown(finding)).map((finding) => ({ block, finding })),
        );
        yield* places.length > LONG && flowsDown(element) ? between(places, top, bottom) : places;
      }
    }
  }

  /** The registry is the page's too, and may have been cleared. */
  private assert(name: string, highlight: Highlight): void {
    if (highlight.size === 0) CSS.highlights.delete(name);
    else if (CSS.highlights.get(name) !== highlight) CSS.highlights.set(name, highlight);
  }

  private stop(): void {
    cancelAnimationFrame(this.frame);
    this.watcher.disconnect();
    this.near.clear();
    this.watched.clear();
    for (const [name, highlight] of this.highlights) {
      highlight.clear();
      if (CSS.highlights.get(name) === highlight) CSS.highlights.delete(name);
    }
  }
}

/** Whether what comes later in the text never stands higher: not so in columns, nor in vertical writing. */
function flowsDown(element: Element): boolean {
  const { writingMode, columnCount, columnWidth } = styleOf(element);
  return writingMode === "horizontal-tb" && columnCount === "auto" && columnWidth === "auto";
}

/** Those of `places`, which follow one another downwards, that stand between `top` and `bottom`. */
function between(places: readonly Place[], top: number, bottom: number): readonly Place[] {
  const firstFrom = (limit: number): number => {
    let low = 0;
    let high = places.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((rectsOf(places[middle]!)[0]?.bottom ?? limit) < limit) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return places.slice(firstFrom(top), firstFrom(bottom));
}

function rangesOf({ block, finding }: Place): StaticRange[] {
  return partsOf(block, finding.start, finding.end).map(
    ({ node, start, end }) =>
      new StaticRange({ startContainer: node, startOffset: start, endContainer: node, endOffset: end }),
  );
}
