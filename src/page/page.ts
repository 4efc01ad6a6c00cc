/** A page under Tifa: scanned, painted, pointed at, with at most one card open. Everything it starts ends with `stop`. */
import { detect } from "../detect/detect.ts";
import type { Finding } from "../detect/finding.ts";
import type { Lexicon } from "../lexicon/lexicon.ts";
import type { Weight } from "../lexicon/term.ts";
import { scriptOf, type Script } from "../text/script.ts";
import { sentenceAt, sentences } from "../text/sentences.ts";
import { openCard, type OpenCard } from "./card-host.ts";
import { Paint, rectsOf } from "./paint.ts";
import { holds, placeAt } from "./point.ts";
import { reveal } from "./reveal.ts";
import { Scan, type Place } from "./scan.ts";

/** What a card is about, in the page's own words. */
export interface Subject {
  /** Null for a numeral formulation that the glossary lacks. */
  term: string | null;
  surface: string;
  /** The sentence of the page that it stands in. */
  sentence: string;
  script: Script;
}

export interface PageOptions {
  document: Document;
  /** Only what is in this element is read. */
  root: Element;
  lexicon: Lexicon;
  show: Weight;
  shadowOf: (element: Element) => ShadowRoot | null;
  /** Style sheet of the card. */
  cardStyle: string;
  /** Fills `container` with the card and returns what empties it. */
  renderCard: (container: HTMLElement, subject: Subject, close: () => void) => () => void;
}

/** All occurrences of one formulation; `places` are numbers that `jump` takes, good until the next summary. */
export interface Group extends Pick<Finding, "term" | "kind" | "category" | "weight"> {
  surface: string;
  places: number[];
}

/** Milliseconds that the pointer has to rest on a term before its card opens, and may be off it before the card closes. */
const REST = 220;
const GRACE = 300;

export class Page {
  private readonly options: PageOptions;
  private readonly ending = new AbortController();
  private readonly scan: Scan;
  private readonly paint: Paint;
  /** What the last summary numbered. */
  private places: Place[] = [];
  /** Where next and previous start from. */
  private current: Place | undefined;
  private card: OpenCard | undefined;
  /** A card opened by keyboard or by a jump stays until it is closed; one opened by pointing closes when the pointer leaves. */
  private stays = false;
  private focusBefore: Element | null = null;
  private resting: ReturnType<typeof setTimeout> | undefined;
  private leaving: ReturnType<typeof setTimeout> | undefined;

  constructor(options: PageOptions) {
    this.options = options;
    const { document, root, lexicon, shadowOf, show } = options;
    const { signal } = this.ending;
    this.scan = new Scan({
      root,
      shadowOf,
      signal,
      detect: (text) => detect(lexicon, text),
      onChange: (change) => {
        this.paint.update(change);
        if (this.card && !this.card.place.block.segments[0]!.node.isConnected) this.close();
      },
    });
    this.paint = new Paint({ document, show, signal, blocksIn: (container) => this.scan.blocksIn(container) });
    this.listen(signal);
  }

  settled(): Promise<void> {
    return this.scan.settled();
  }

  showOnly(show: Weight): void {
    this.paint.showOnly(show);
  }

  /** The formulations that are shown, in the order of their first occurrence. */
  summary(): Group[] {
    this.places = this.shownPlaces();
    const groups = new Map<string, Group>();
    this.places.forEach((place, number) => {
      const { term, kind, category, weight } = place.finding;
      const surface = surfaceOf(place);
      const key = term ?? surface;
      const group = groups.get(key) ?? { term, kind, category, weight, surface, places: [] };
      group.places.push(number);
      groups.set(key, group);
    });
    return [...groups.values()];
  }

  /** Brings the place of the last summary into view and opens its card. False if it is no longer there. */
  jump(number: number): boolean {
    const place = this.places[number];
    if (!place || !place.block.segments[0]!.node.isConnected) return false;
    this.go(place);
    return true;
  }

  /** Goes to the next (1) or previous (-1) shown finding: from the one last gone to, else from what is in view. */
  step(direction: 1 | -1): void {
    const places = this.shownPlaces();
    if (places.length === 0) return;
    const { current } = this;
    let index = current ? places.findIndex((place) => isSame(place, current)) : -1;
    if (index >= 0) {
      index = (index + direction + places.length) % places.length;
    } else {
      const { innerHeight } = this.options.document.defaultView!;
      const inView = places.findIndex((place) => (rectsOf(place)[0]?.bottom ?? -1) > 0);
      const first = inView < 0 ? 0 : inView;
      const before = (first - 1 + places.length) % places.length;
      index = direction === 1 ? first : (rectsOf(places[first]!)[0]?.top ?? 0) < innerHeight ? before : first;
    }
    this.go(places[index]!);
  }

  close(): void {
    const { card, focusBefore } = this;
    if (!card) return;
    this.card = undefined;
    clearTimeout(this.leaving);
    const hadFocus = this.stays;
    card.close();
    this.paint.point(undefined);
    if (hadFocus && focusBefore instanceof HTMLElement && focusBefore.isConnected) {
      focusBefore.focus({ preventScroll: true });
    }
  }

  /** Undoes everything: marks, listeners, observers, card. */
  stop(): void {
    this.close();
    clearTimeout(this.resting);
    this.ending.abort();
  }

  private shownPlaces(): Place[] {
    return this.scan.places().filter((place) => this.paint.isShown(place.finding));
  }

  private go(place: Place): void {
    this.current = place;
    reveal(place);
    this.open(place, true);
  }

  private open(place: Place, stays: boolean): void {
    const { document, cardStyle, renderCard } = this.options;
    const { activeElement } = document;
    this.close();
    this.stays = stays;
    this.focusBefore = activeElement;
    this.paint.point(place);
    const { block, finding } = place;
    const subject: Subject = {
      term: finding.term,
      surface: surfaceOf(place),
      sentence: sentenceOf(place),
      script: scriptOf(block.text),
    };
    this.card = openCard(document, place, cardStyle, (container) => renderCard(container, subject, () => this.close()));
    if (stays) this.card.focus();
  }

  private listen(signal: AbortSignal): void {
    const { document } = this.options;
    const view = document.defaultView!;
    const on = <K extends keyof WindowEventMap>(name: K, take: (event: WindowEventMap[K]) => void): void => {
      // A page's own scripts can dispatch events, but not trusted ones.
      view.addEventListener(name, (event) => event.isTrusted && take(event), {
        capture: true,
        passive: name !== "keydown",
        signal,
      });
    };
    on("pointermove", (event) => this.follow(event));
    on("pointerdown", (event) => {
      clearTimeout(this.resting);
      if (this.card && !this.card.sent(event) && !this.card.holds(event.clientX, event.clientY)) this.close();
      if (event.pointerType !== "mouse") this.tapped(event);
    });
    on("keydown", (event) => {
      if (event.key !== "Escape" || !this.card) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      this.close();
    });
    on("blur", () => clearTimeout(this.resting));
  }

  /** Opens a card where the pointer comes to rest on a term; lets it go where the pointer has left both. */
  private follow(event: PointerEvent): void {
    clearTimeout(this.resting);
    if (event.pointerType !== "mouse" || event.buttons !== 0) return;
    const { clientX: x, clientY: y } = event;
    if (this.card && !this.stays) {
      if (this.isOnCardOrTerm(this.card, x, y)) {
        clearTimeout(this.leaving);
        this.leaving = undefined;
      } else {
        this.leaving ??= setTimeout(() => {
          this.leaving = undefined;
          this.close();
        }, GRACE);
      }
    }
    if (this.card && (this.stays || this.card.holds(x, y))) return;
    this.resting = setTimeout(() => {
      const place = this.placeAt(x, y);
      if (place && !(this.card && isSame(place, this.card.place))) this.open(place, false);
    }, REST);
  }

  private tapped({ clientX: x, clientY: y }: PointerEvent): void {
    if (this.card) return;
    const place = this.placeAt(x, y);
    if (place) this.open(place, false);
  }

  private placeAt(x: number, y: number): Place | undefined {
    const { document } = this.options;
    if (!document.getSelection()?.isCollapsed) return undefined;
    return placeAt(document, this.scan, this.paint, x, y);
  }

  private isOnCardOrTerm(card: OpenCard, x: number, y: number): boolean {
    return card.holds(x, y) || rectsOf(card.place).some((rect) => holds(rect, x, y));
  }
}

function surfaceOf({ block, finding }: Place): string {
  return block.text.slice(finding.start, finding.end);
}

function sentenceOf({ block, finding }: Place): string {
  const span = sentenceAt(sentences(block.text), finding.start);
  return block.text.slice(span?.start ?? finding.start, Math.max(span?.end ?? 0, finding.end));
}

function isSame(a: Place, b: Place): boolean {
  return (
    a.block.segments[0]!.node === b.block.segments[0]!.node &&
    a.finding.start === b.finding.start &&
    a.finding.end === b.finding.end
  );
}
