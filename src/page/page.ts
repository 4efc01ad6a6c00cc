/** A page under Tifa: scanned, painted, pointed at, with at most one card open. Everything it starts ends with `stop`. */
import { detect } from "../detect/detect.ts";
import type { Finding } from "../detect/finding.ts";
import type { Lexicon } from "../lexicon/lexicon.ts";
import type { Weight } from "../lexicon/term.ts";
import { scriptOf, type Script } from "../text/script.ts";
import { sentenceAt, sentences } from "../text/sentences.ts";
import { openCard, type OpenCard } from "./card-host.ts";
import { isElement, nameOf, attributeOf, parentOrHostOf } from "./dom.ts";
import { Paint } from "./paint.ts";
import { placeAt } from "./point.ts";
import { holds, isSeen, rectsOf } from "./rects.ts";
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
  /** What is read. */
  root: Document | Element;
  lexicon: Lexicon;
  show: Weight;
  /** Style sheet of the card. */
  cardStyle: string;
  /** Fills `container` with the card and returns what empties it. */
  renderCard: (container: HTMLElement, subject: Subject, close: () => void) => () => void;
  /** Asked before a card opens; where the answer is no, the page stops. */
  isAlive: () => boolean;
  /** The document has been written anew: this page is over. */
  onReplaced: () => void;
  /** What `summary` says is no longer so; called often while a page is read or changes. */
  onChange: () => void;
}

/** All occurrences of one formulation; `places` are numbers that `jump` takes. */
export interface Group extends Pick<Finding, "term" | "kind" | "category" | "weight"> {
  surface: string;
  places: number[];
}

/** Milliseconds that the pointer has to rest on a term before its card opens, and may be off it before the card closes. */
const REST = 220;
const GRACE = 300;

/** A click on these is meant for them. */
const CLICKABLE = new Set("a button input select textarea label summary option".split(" "));

export class Page {
  private readonly options: PageOptions;
  private readonly ending = new AbortController();
  private readonly scan: Scan;
  private readonly paint: Paint;
  /** Places by number, and the numbers of those that have one; a number is never given twice. */
  private readonly places = new Map<number, Place>();
  private readonly numbers = new WeakMap<Finding, number>();
  private lastNumber = 0;
  /** Where next and previous start from. */
  private current: Place | undefined;
  private card: OpenCard | undefined;
  /** A card that was asked for stays until it is closed; one opened by pointing closes when the pointer leaves. */
  private stays = false;
  private isPointerInCard = false;
  private focusBefore: Element | null = null;
  private resting: ReturnType<typeof setTimeout> | undefined;
  private leaving: ReturnType<typeof setTimeout> | undefined;

  constructor(options: PageOptions) {
    this.options = options;
    const { root, lexicon, show, onReplaced } = options;
    const { signal } = this.ending;
    this.scan = new Scan({
      root,
      signal,
      onReplaced,
      detect: (text) => detect(lexicon, text),
      onChange: (change) => {
        this.paint.update(change);
        options.onChange();
        if (this.card && !this.scan.isAlive(this.card.place.block)) this.close();
      },
    });
    this.paint = new Paint({ show, signal, blocksIn: (container) => this.scan.blocksIn(container) });
    this.listen(signal);
  }

  settled(): Promise<void> {
    return this.scan.settled();
  }

  /** From now on pages are marked so. */
  obey({ show }: Pick<PageOptions, "show">): void {
    this.paint.showOnly(show);
    if (this.card && !this.paint.isShown(this.card.place.finding)) this.close();
  }

  /** The formulations that are shown, in the order of their first occurrence. */
  summary(): Group[] {
    for (const [number, { block }] of this.places) if (!this.scan.isAlive(block)) this.places.delete(number);
    const groups = new Map<string, Group>();
    for (const place of this.shownPlaces()) {
      const { term, kind, category, weight } = place.finding;
      const surface = surfaceOf(place);
      const key = term ?? surface;
      const group = groups.get(key) ?? { term, kind, category, weight, surface, places: [] };
      group.places.push(this.numberOf(place));
      groups.set(key, group);
    }
    return [...groups.values()];
  }

  /** Brings a place into view and opens its card. False if it is no longer there. */
  jump(number: number): boolean {
    const place = this.places.get(number);
    if (!place || !this.scan.isAlive(place.block)) return false;
    this.go(place);
    return true;
  }

  /**
   * Goes on (1) or back (-1) to a shown finding: from the one that is open or was last gone to, if that can still be seen, else
   * from what is in view; or, from "edge", to the first or the last of the page. False if there is none further.
   */
  step(direction: 1 | -1, from: "here" | "edge"): boolean {
    const places = this.shownPlaces();
    const index = from === "edge" ? (direction === 1 ? 0 : places.length - 1) : this.indexFromHere(places, direction);
    const place = places[index];
    if (place) this.go(place);
    return place !== undefined;
  }

  /** The reader stands at `offset` of `node`: next and previous start from there. */
  async standAt(node: Text, offset: number): Promise<void> {
    await this.settled();
    const block = this.scan.blockAt(node);
    const segment = block?.segments.find((candidate) => candidate.node === node);
    if (!block || !segment) return;
    const at = segment.start + offset;
    const finding = block.findings.find(({ start, end }) => start <= at && at < end);
    // Unless they have gone on in the meantime.
    if (finding) this.current ??= { block, finding };
  }

  close(): void {
    const { card, focusBefore } = this;
    if (!card) return;
    this.card = undefined;
    this.isPointerInCard = false;
    clearTimeout(this.leaving);
    this.leaving = undefined;
    const hadFocus = card.hasFocus();
    card.close();
    this.paint.point(undefined);
    if (hadFocus && focusBefore instanceof HTMLElement) focusBefore.focus({ preventScroll: true });
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

  private numberOf(place: Place): number {
    const known = this.numbers.get(place.finding);
    const number = known ?? ++this.lastNumber;
    this.numbers.set(place.finding, number);
    this.places.set(number, place);
    return number;
  }

  private indexFromHere(places: readonly Place[], direction: 1 | -1): number {
    const { current } = this;
    const index = current && (this.card || isSeen(current)) ? places.findIndex((place) => isSame(place, current)) : -1;
    if (index >= 0) return index + direction;
    if (direction === 1) {
      const seen = places.findIndex(isSeen);
      return seen >= 0 ? seen : places.findIndex((place) => (rectsOf(place)[0]?.top ?? -1) >= 0);
    }
    const seen = places.findLastIndex(isSeen);
    return seen >= 0
      ? seen
      : places.findLastIndex((place) => (rectsOf(place)[0]?.bottom ?? innerHeight + 1) <= innerHeight);
  }

  private go(place: Place): void {
    reveal(place);
    this.open(place, "asked");
  }

  /** Opens the card of `place`: pointed at, clicked on to stay, or asked for from elsewhere, so that the focus goes into it. */
  private open(place: Place, how: "pointed" | "clicked" | "asked"): void {
    const { cardStyle, renderCard, isAlive } = this.options;
    if (!isAlive()) {
      this.stop();
      return;
    }
    this.close();
    this.current = place;
    this.stays = how !== "pointed";
    this.focusBefore = document.activeElement;
    this.paint.point(place);
    const { block, finding } = place;
    const subject: Subject = {
      term: finding.term,
      surface: surfaceOf(place),
      sentence: sentenceOf(place),
      script: scriptOf(block.text),
    };
    this.card = openCard(place, cardStyle, (container) => renderCard(container, subject, () => this.close()));
    if (this.stays) this.card.grow("hand");
    if (how === "asked") this.card.focus();
  }

  private listen(signal: AbortSignal): void {
    const on = <K extends keyof WindowEventMap>(name: K, take: (event: WindowEventMap[K]) => void): void => {
      addEventListener(
        name,
        // A page's own scripts can dispatch events, but not trusted ones.
        (event) => event.isTrusted && take(event),
        { capture: true, passive: name !== "keydown", signal },
      );
    };
    on("pointermove", (event) => this.follow(event));
    on("pointerdown", (event) => {
      clearTimeout(this.resting);
      const { clientX: x, clientY: y } = event;
      if (this.card && !this.card.sent(event) && !this.isOnCardOrTerm(this.card, x, y)) this.close();
    });
    on("click", (event) => this.clicked(event));
    on("scroll", (event) => this.scrolled(event));
    on("resize", () => this.card?.follow());
    on("keydown", (event) => {
      if (event.key !== "Escape" || event.isComposing || !this.card) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      this.close();
    });
    on("blur", () => {
      clearTimeout(this.resting);
      // The reader has turned to a frame, which has cards of its own; its keys don't reach this one.
      if (document.activeElement instanceof HTMLIFrameElement) this.close();
    });
  }

  /** Opens a card where the pointer comes to rest on a term; lets it go where the pointer has left both. */
  private follow(event: PointerEvent): void {
    clearTimeout(this.resting);
    if (event.pointerType !== "mouse" || event.buttons !== 0) return;
    const { clientX: x, clientY: y } = event;
    const { card } = this;
    this.isPointerInCard = card?.sent(event) ?? false;
    if (card && this.isPointerInCard) card.grow("pointer");
    if (card && !this.stays) {
      if (this.isOnCardOrTerm(card, x, y)) {
        clearTimeout(this.leaving);
        this.leaving = undefined;
      } else {
        this.leaving ??= setTimeout(() => {
          this.leaving = undefined;
          this.close();
        }, GRACE);
      }
    }
    if (card && (this.isPointerInCard || (this.stays && !card.isHidden()))) return;
    this.resting = setTimeout(() => {
      const place = this.placeAt(x, y);
      if (place && !(this.card && isSame(place, this.card.place))) this.open(place, "pointed");
    }, REST);
  }

  /** A click or a tap on a term opens its card for good, unless it is meant for a link or a button. */
  private clicked(event: MouseEvent): void {
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    if (this.card?.sent(event) || isForPage(event)) return;
    const place = this.placeAt(event.clientX, event.clientY);
    if (!place) return;
    if (this.card && isSame(place, this.card.place)) {
      this.stays = true;
      this.card.grow("hand");
    } else {
      this.open(place, "clicked");
    }
  }

  /** A card that was only pointed at goes with the first turn of the wheel; one that was asked for goes along with its term. */
  private scrolled(event: Event): void {
    const { card } = this;
    if (!card || card.sent(event)) return;
    if (this.stays || this.isPointerInCard) card.follow();
    else this.close();
  }

  private placeAt(x: number, y: number): Place | undefined {
    if (isSelected(x, y)) return undefined;
    return placeAt(this.scan, (finding) => this.paint.isShown(finding), x, y);
  }

  private isOnCardOrTerm(card: OpenCard, x: number, y: number): boolean {
    return card.holds(x, y) || rectsOf(card.place).some((rect) => holds(rect, x, y));
  }
}

/** Whether the point is in what the user has selected, and so is about to copy or drag. */
function isSelected(x: number, y: number): boolean {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return false;
  return [...selection.getRangeAt(0).getClientRects()].some((rect) => holds(rect, x, y));
}

function isForPage(event: Event): boolean {
  for (let at = event.target as Node | null; at; at = parentOrHostOf(at)) {
    if (!isElement(at)) continue;
    if (CLICKABLE.has(nameOf(at)) || /^(button|link|tab|menuitem|option|checkbox)$/.test(attributeOf(at, "role") ?? ""))
      return true;
  }
  return false;
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
