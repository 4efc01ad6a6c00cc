/**
 * Paint: the findings near the viewport as ranges in the page's highlight registry. Nothing here is ever asked what is found.
 *
 * Every registered range costs some 2.4 µs in each frame that is drawn, so there are never more than MOST of them; and they are
 * static, for a live range makes every later change of the page dearer.
 */
import type { Finding } from "../detect/finding.ts";
import { CATEGORIES, WEIGHTS, type Weight } from "../lexicon/term.ts";
import { partsOf, type Container } from "./blocks.ts";
import type { FoundBlock, Place } from "./scan.ts";

const MOST = 300;

/** A block with more findings than this may reach far out of the viewport: only those in it are looked for. */
const LONG = 40;

/** How far beyond the viewport to paint, as a share of its height. */
const MARGIN = 0.5;

const POINTED = "tifa-pointed";
const UNKNOWN = "tifa-unknown";
const NAMES = [...CATEGORIES.flatMap((category) => [`tifa-${category}`, `tifa-${category}-light`]), UNKNOWN];

/** The highlight that paints a finding; marks.css says what each looks like. */
function nameOf({ kind, category, weight }: Finding): string {
  if (kind === "numeral") return UNKNOWN;
  return weight === "essential" ? `tifa-${category}` : `tifa-${category}-light`;
}

export class Paint {
  private readonly document: Document;
  private readonly highlights: Map<string, Highlight>;
  private readonly watcher: IntersectionObserver;
  private readonly near = new Set<Container>();
  /** The containers watched, by the element that is watched for each. */
  private readonly watched = new Map<Element, Container>();
  private readonly blocksIn: (container: Container) => readonly FoundBlock[];
  private show: Weight;
  private frame = 0;

  constructor(options: {
    document: Document;
    blocksIn: (container: Container) => readonly FoundBlock[];
    show: Weight;
    signal: AbortSignal;
  }) {
    this.document = options.document;
    this.blocksIn = options.blocksIn;
    this.show = options.show;
    this.highlights = new Map([...NAMES, POINTED].map((name) => [name, new Highlight()]));
    this.highlights.get(POINTED)!.priority = 1;
    this.watcher = new IntersectionObserver((entries) => this.look(entries), { rootMargin: `${MARGIN * 100}% 0px` });
    const { defaultView: view } = this.document;
    const again = (): void => this.repaint();
    // Containers that move into view are told of by the observer; a long one moves within itself.
    this.document.addEventListener("scroll", again, { capture: true, passive: true, signal: options.signal });
    view!.addEventListener("resize", again, { passive: true, signal: options.signal });
    options.signal.addEventListener("abort", () => this.stop());
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
      else {
        const element = elementOf(container);
        if (!this.watched.has(element)) this.watcher.observe(element);
        this.watched.set(element, container);
      }
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
      const container = this.watched.get(target);
      if (container && isIntersecting) this.near.add(container);
      else if (container) this.near.delete(container);
    }
    this.repaint();
  }

  private unwatch(container: Container): void {
    const element = elementOf(container);
    this.watched.delete(element);
    this.near.delete(container);
    this.watcher.unobserve(element);
  }

  private repaint(): void {
    this.frame ||= this.document.defaultView!.requestAnimationFrame(() => {
      this.frame = 0;
      this.paint();
    });
  }

  private paint(): void {
    for (const name of NAMES) this.highlights.get(name)!.clear();
    let painted = 0;
    for (const place of this.nearPlaces()) {
      const highlight = this.highlights.get(nameOf(place.finding))!;
      for (const range of rangesOf(place)) {
        highlight.add(range);
        painted++;
      }
      if (painted >= MOST) break;
    }
    for (const name of NAMES) this.assert(name, this.highlights.get(name)!);
  }

  private *nearPlaces(): Generator<Place> {
    for (const container of this.near) {
      for (const block of this.blocksIn(container)) {
        const shown = block.findings.filter((finding) => this.isShown(finding));
        const findings = shown.length > LONG ? this.inView(block, shown) : shown;
        for (const finding of findings) yield { block, finding };
      }
    }
  }

  /** Those of a long block's findings that are near the viewport, by their place in it: they follow one another downwards. */
  private inView(block: FoundBlock, findings: readonly Finding[]): readonly Finding[] {
    const { innerHeight } = this.document.defaultView!;
    const top = (index: number): number => rectOf({ block, finding: findings[index]! }).top;
    const firstFrom = (limit: number): number => {
      let low = 0;
      let high = findings.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (top(middle) < limit) low = middle + 1;
        else high = middle;
      }
      return low;
    };
    return findings.slice(firstFrom(-MARGIN * innerHeight), firstFrom((1 + MARGIN) * innerHeight));
  }

  /** The registry is the page's too, and may have been cleared. */
  private assert(name: string, highlight: Highlight): void {
    if (highlight.size === 0) CSS.highlights.delete(name);
    else if (CSS.highlights.get(name) !== highlight) CSS.highlights.set(name, highlight);
  }

  private stop(): void {
    this.document.defaultView?.cancelAnimationFrame(this.frame);
    this.watcher.disconnect();
    this.near.clear();
    this.watched.clear();
    for (const [name, highlight] of this.highlights) {
      highlight.clear();
      if (CSS.highlights.get(name) === highlight) CSS.highlights.delete(name);
    }
  }
}

function elementOf(container: Container): Element {
  return container.nodeType === Node.ELEMENT_NODE ? (container as Element) : (container as ShadowRoot).host;
}

function rangesOf({ block, finding }: Place): StaticRange[] {
  return partsOf(block, finding.start, finding.end).map(
    ({ node, start, end }) =>
      new StaticRange({ startContainer: node, startOffset: start, endContainer: node, endOffset: end }),
  );
}

/** The rectangles of a place's glyphs, a line each at least, in CSS pixels of the viewport. */
export function rectsOf({ block, finding }: Place): DOMRect[] {
  return partsOf(block, finding.start, finding.end).flatMap(({ node, start, end }) => {
    const range = node.ownerDocument.createRange();
    range.setStart(node, Math.min(start, node.length));
    range.setEnd(node, Math.min(end, node.length));
    return [...range.getClientRects()];
  });
}

function rectOf(place: Place): DOMRect {
  return rectsOf(place)[0] ?? new DOMRect();
}
