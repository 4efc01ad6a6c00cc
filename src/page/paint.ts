/**
 * Paint: the findings near the viewport as ranges in the page's highlight registry. Nothing here is ever asked what is found.
 *
 * Every registered range costs some 2.4 µs in each frame that is drawn, so there are few of them; and they are static, for a live
 * range makes every later change of the page dearer.
 */
import type { Finding } from "../detect/finding.ts";
import { WEIGHTS } from "../lexicon/term.ts";
import type { PageSettings } from "../protocol/page-settings.ts";
import { boxedAround, elementOf, partsOf, type Container, type Part } from "./blocks.ts";
import { isElement, parentElementOf, styleOf } from "./dom.ts";
import { groundOf, groundOnPaper, type Ground } from "./ground.ts";
import { MARK_NAMES, markName, POINTED } from "./marks.ts";
import { FirstOccurrences } from "./occurrences.ts";
import { boxOf, endsAbove, rectsOf } from "./rects.ts";
import type { FoundBlock, Place } from "./known.ts";
import { keyOf } from "./subject.ts";
import { Vicinity } from "./vicinity.ts";

/** Ranges at most: in the viewport, where a large window of dense text may need them, and with what is near it. */
const MOST_IN_VIEW = 600;
const MOST_NEAR = 300;

/** How far beyond the viewport to paint, as a share of its height. */
const MARGIN = 0.5;

/** A container with more findings than this may reach far out of the viewport: only those in it are looked for. */
const LONG = 40;

/** Milliseconds that a page may take to change from light to dark. */
const TURN = 400;

/** What paint goes by. */
export type PaintSettings = Pick<PageSettings, "show" | "occurrences" | "muted">;

interface PaintOptions {
  blocksIn: (container: Container) => readonly FoundBlock[];
  /** Every finding that can be seen, in the order of the page. */
  places: () => readonly Place[];
  settings: PaintSettings;
  /** Asked before anything is painted; where the answer is no, the page is over. */
  isAlive: () => boolean;
  signal: AbortSignal;
}

/** A finding as it is painted. */
interface Painted {
  block: FoundBlock;
  finding: Finding;
  /** Of the highlight. */
  name: string;
  ranges: readonly StaticRange[];
}

export class Paint {
  private readonly options: PaintOptions;
  private readonly highlights = new Map(
    [...MARK_NAMES, ...Object.values(POINTED)].map((name) => [name, new Highlight()]),
  );
  private readonly turning: MutationObserver;
  /** The containers with findings, by the element that is watched for them: a host and its shadow root share one. */
  private readonly watched = new Map<Element, Set<Container>>();
  /** What has a box, of a shadow root and around it. */
  private readonly boxed = new WeakMap<Container, Element>();
  private readonly vicinity: Vicinity;
  private readonly firsts: FirstOccurrences;
  /** What the registry was given. */
  private given: readonly Painted[] = [];
  private settings: PaintSettings;
  private muted: ReadonlySet<string>;
  /** The formulation that is asked for: all its occurrences are marked as long as it is. */
  private asked: string | undefined;
  /** Where there were findings near enough to be painted. */
  private readonly painted = new Set<Container>();
  /** Whether the page is on its way to paper: its styles are those for print then. */
  private isPrinted = false;
  private frame = 0;
  private later: ReturnType<typeof setTimeout> | undefined;

  constructor(options: PaintOptions) {
    const { settings, signal } = options;
    this.options = options;
    this.settings = settings;
    this.muted = new Set(settings.muted);
    this.firsts = new FirstOccurrences(
      () => options.places().filter((place) => this.isShown(place)),
      (wait) => this.repaintIn(wait),
    );
    for (const name of Object.values(POINTED)) this.highlights.get(name)!.priority = 1;
    this.vicinity = new Vicinity({ margin: MARGIN, onMoved: (come, gone) => this.moved(come, gone), signal });
    document.addEventListener("scroll", () => this.repaint(), { capture: true, passive: true, signal });
    addEventListener("resize", () => this.repaint(), { passive: true, signal });
    // A page that turns dark or light does so by its root, or because the system does.
    this.turning = new MutationObserver(() => this.repaintIn(TURN));
    for (const root of [document.documentElement, document.body]) {
      if (root) this.turning.observe(root, { attributes: true });
    }
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.repaintIn(TURN), { signal });
    // Not "beforeprint": at that the styles are still those of the screen.
    matchMedia("print").addEventListener("change", ({ matches }) => this.printed(matches), { signal });
    signal.addEventListener("abort", () => this.stop());
  }

  /** Whether a finding is there for the reader: in lists, to be gone to, to be pointed at. */
  isShown({ block, finding }: Place): boolean {
    if (WEIGHTS.indexOf(finding.weight) > WEIGHTS.indexOf(this.settings.show)) return false;
    return this.muted.size === 0 || !this.muted.has(finding.term ?? block.text.slice(finding.start, finding.end));
  }

  obey(settings: PaintSettings): void {
    this.settings = settings;
    this.muted = new Set(settings.muted);
    this.firsts.forget();
    this.repaint();
  }

  /** Whether it is marked before the reader has asked for anything. */
  private isMarked(place: Place): boolean {
    if (!this.isShown(place)) return false;
    const { occurrences } = this.settings;
    if (occurrences === "every" || (this.asked !== undefined && keyOf(place) === this.asked)) return true;
    return occurrences === "first" && this.firsts.has(place.finding);
  }

  /** Takes note of containers that were read again, moved, or are gone. Returns whether the next frame will be another for it. */
  update({ added, removed }: { added: readonly Container[]; removed: readonly Container[] }): boolean {
    const isOther = [...added, ...removed].some((container) => this.painted.has(container));
    for (const container of removed) this.unwatch(container);
    const come: Element[] = [];
    for (const container of added) {
      if (this.options.blocksIn(container).length === 0) this.unwatch(container);
      else come.push(this.watch(container));
    }
    // All that may have been moved leaves its old neighbours before any of it gets new ones.
    for (const element of come) this.vicinity.delete(element);
    for (const element of come) this.vicinity.add(element);
    this.firsts.forget();
    // While a long page is read most of what is found is far away, and a frame costs the page more than to look where it is.
    const isNear = isOther || this.isPrinted || this.settings.occurrences === "first" || this.isAnyNear(come);
    if (isNear) this.repaint();
    return isNear;
  }

  private moved(come: readonly Element[], gone: readonly Element[]): void {
    const isPainted = (element: Element): boolean =>
      [...(this.watched.get(element) ?? [])].every((container) => this.painted.has(container));
    if (gone.length > 0 || !come.every(isPainted)) this.repaint();
  }

  private isAnyNear(elements: readonly Element[]): boolean {
    return elements.some(isBody) || this.vicinity.areNear(elements);
  }

  /** A wash under the place pointed at or jumped to, and marks on all others of its formulation; none for undefined. */
  point(place: Place | undefined): void {
    for (const name of Object.values(POINTED)) this.highlights.get(name)!.clear();
    if (place) {
      const pointed = this.highlights.get(POINTED[groundAt(place.block)])!;
      for (const range of rangesOf(place)) pointed.add(range);
    }
    this.assert();
    const asked = place && keyOf(place);
    if (asked === this.asked) return;
    this.asked = asked;
    if (this.settings.occurrences !== "every") this.repaint();
  }

  private watch(container: Container): Element {
    if (!isElement(container)) {
      this.unwatch(container);
      this.boxed.set(container, boxedAround(container.host));
    }
    const element = this.elementFor(container);
    const containers = this.watched.get(element);
    if (containers) containers.add(container);
    else this.watched.set(element, new Set([container]));
    return element;
  }

  private unwatch(container: Container): void {
    const element = this.elementFor(container);
    const containers = this.watched.get(element);
    if (!containers?.delete(container) || containers.size > 0) return;
    this.watched.delete(element);
    this.vicinity.delete(element);
  }

  /** The element that is watched for `container`. */
  private elementFor(container: Container): Element {
    return this.boxed.get(container) ?? elementOf(container);
  }

  private repaint(): void {
    this.frame ||= requestAnimationFrame(() => {
      this.frame = 0;
      this.paint();
    });
  }

  private repaintIn(wait: number): void {
    this.later ??= setTimeout(() => {
      this.later = undefined;
      this.firsts.forget();
      this.repaint();
    }, wait);
  }

  private paint(): void {
    if (!this.options.isAlive()) return;
    const wanted = this.isPrinted ? this.wantedOnPaper() : this.wanted();
    // A registry that changes makes the browser lay out the page anew: only where it has to, and after all that is asked of the layout.
    if (!this.isPainted(wanted)) {
      for (const name of MARK_NAMES) this.highlights.get(name)!.clear();
      for (const { name, ranges } of wanted) {
        const highlight = this.highlights.get(name)!;
        for (const range of ranges) highlight.add(range);
      }
      this.given = wanted;
    }
    this.assert();
  }

  /** Paper has no viewport: all marks are painted at once, and what is pointed at is nobody's any more. */
  private printed(isPrinted: boolean): void {
    this.isPrinted = isPrinted;
    this.paint();
  }

  private wantedOnPaper(): Painted[] {
    const grounds = new Map<Element, Ground | undefined>();
    const groundOfPart = ({ node }: Part): Ground | undefined => {
      const element = parentElementOf(node);
      if (!element) return undefined;
      if (!grounds.has(element)) grounds.set(element, groundOnPaper(element));
      return grounds.get(element);
    };
    return this.options
      .places()
      .filter((place) => this.isMarked(place))
      .flatMap((place) => {
        const { block, finding } = place;
        const parts = partsOf(block, finding.start, finding.end).map(groundOfPart);
        const [ground] = parts;
        if (!ground || parts.includes(undefined)) return [];
        return [{ block, finding, name: markName(finding, ground), ranges: rangesOf(place) }];
      });
  }

  /** What is to be painted as the page is now. What can be seen comes before what may be scrolled to. */
  private wanted(): Painted[] {
    this.painted.clear();
    const wanted: Painted[] = [];
    const grounds = new Map<FoundBlock, Ground>();
    const taken = new Set<Finding>();
    const near = this.vicinity.near();
    let count = 0;
    for (const [margin, most] of [
      [0, MOST_IN_VIEW],
      [MARGIN, MOST_NEAR],
    ] as const) {
      for (const place of this.places(near, margin)) {
        const { block, finding } = place;
        if (count >= most) break;
        if (taken.has(finding)) continue;
        taken.add(finding);
        const ground = grounds.get(block) ?? groundAt(block);
        grounds.set(block, ground);
        const ranges = rangesOf(place);
        count += ranges.length;
        wanted.push({ block, finding, name: markName(finding, ground), ranges });
      }
    }
    return wanted;
  }

  /** Whether the registry has just that. A block that was read anew is another one, even where its findings are the same. */
  private isPainted(wanted: readonly Painted[]): boolean {
    const { given } = this;
    if (wanted.length !== given.length) return false;
    const isSame = wanted.every(
      ({ block, finding, name }, i) =>
        block === given[i]!.block && finding === given[i]!.finding && name === given[i]!.name,
    );
    const sizeOf = (name: string): number => this.highlights.get(name)!.size;
    const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
    // The page can empty what it finds in its registry.
    return isSame && sum(MARK_NAMES.map(sizeOf)) === sum(wanted.map(({ ranges }) => ranges.length));
  }

  /** The marked findings in the elements of `near` within `margin` heights of the viewport. */
  private *places(near: readonly Element[], margin: number): Generator<Place> {
    const [top, bottom] = [-margin * innerHeight, (1 + margin) * innerHeight];
    const bodies = [document.documentElement, document.body].filter((element) => element && this.watched.has(element));
    for (const element of new Set([...near, ...bodies])) {
      const box = boxOf(element);
      // What is not displayed takes no room, nor the place of what is.
      if (!box || (!isBody(element) && (box.top > bottom || endsAbove(top, element, box)))) continue;
      for (const container of this.watched.get(element) ?? []) {
        this.painted.add(container);
        const places = this.options
          .blocksIn(container)
          .flatMap((block) => block.findings.map((finding): Place => ({ block, finding })))
          .filter((place) => this.isMarked(place));
        yield* places.length > LONG && flowsDown(element) ? between(places, top, bottom) : places;
      }
    }
  }

  /** The registry is the page's too, and may have been cleared. */
  private assert(): void {
    for (const [name, highlight] of this.highlights) {
      const isWashOnPaper = this.isPrinted && Object.values(POINTED).includes(name);
      if (highlight.size === 0 || isWashOnPaper) CSS.highlights.delete(name);
      else if (CSS.highlights.get(name) !== highlight) CSS.highlights.set(name, highlight);
    }
  }

  private stop(): void {
    cancelAnimationFrame(this.frame);
    clearTimeout(this.later);
    this.turning.disconnect();
    this.watched.clear();
    this.painted.clear();
    this.given = [];
    for (const [name, highlight] of this.highlights) {
      highlight.clear();
      if (CSS.highlights.get(name) === highlight) CSS.highlights.delete(name);
    }
  }
}

/** The box of the page's own body may end before its text does. */
function isBody(element: Element): boolean {
  return element === document.body || element === document.documentElement;
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

/** What a block's text stands on, as it looks now. */
function groundAt({ segments, container }: FoundBlock): Ground {
  return groundOf(parentElementOf(segments[0]!.node) ?? elementOf(container));
}

function rangesOf({ block, finding }: Place): StaticRange[] {
  return partsOf(block, finding.start, finding.end).map(
    ({ node, start, end }) =>
      new StaticRange({ startContainer: node, startOffset: start, endContainer: node, endOffset: end }),
  );
}
