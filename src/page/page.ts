/** A page under Tifa: scanned, painted, pointed at, with at most one card open. Everything it starts ends with `stop`. */
import { read } from "../detect/detect.ts";
import type { Finding } from "../detect/finding.ts";
import type { RegisterCounts } from "../detect/register.ts";
import type { Lexicon } from "../lexicon/lexicon.ts";
import type { PageSettings } from "../protocol/page-settings.ts";
import { anchorOf, type Anchor } from "./anchor.ts";
import { partsOf } from "./blocks.ts";
import { CardKeeper, type Asking, type RenderCard } from "./card-keeper.ts";
import { Minimap } from "./minimap.ts";
import { Paint } from "./paint.ts";
import { placeAt } from "./point.ts";
import { Pointing } from "./pointing.ts";
import { isSeen } from "./rects.ts";
import { reveal, revealAnchor } from "./reveal.ts";
import type { Place } from "./known.ts";
import { Scan } from "./scan.ts";
import { caretNow, isSameCaret, selected, type Caret } from "./selected.ts";
import { isSame, placeFrom } from "./step.ts";
import { subjectIn, subjectOf, surfaceOf, type Subject } from "./subject.ts";
import { Summary, type Group } from "./summary.ts";

export interface PageOptions {
  /** What is read. */
  root: Document | Element;
  lexicon: Lexicon;
  settings: PageSettings;
  /** Style sheet of the card. */
  cardStyle: string;
  renderCard: RenderCard;
  /** Shows a subject elsewhere than in a card, if it can; `clicked` is whether the reader has just asked for it. */
  showElsewhere?: (subject: Subject, clicked: boolean) => Promise<boolean>;
  /** The reader is about to ask for this entry. */
  expect?: (term: string) => void;
  /** The page that this one takes the place of: a card that it has left open is this one's. */
  after?: Page | undefined;
  /** Asked before anything is painted or opened; where the answer is no, the page stops. */
  isAlive: () => boolean;
  /** The document has been written anew: this page is over. */
  onReplaced: () => void;
  /** What `summary` says is no longer so; called often while a page is read or changes. */
  onChange: () => void;
}

/** One shown finding. */
export interface Occurrence extends Pick<Finding, "term" | "weight"> {
  number: number;
  /** The text that it begins in. */
  node: Text;
  surface: string;
}

export class Page {
  private readonly options: PageOptions;
  private readonly ending = new AbortController();
  private readonly scan: Scan;
  private readonly paint: Paint;
  private readonly summaries = new Summary();
  private readonly keeper: CardKeeper;
  private settings: PageSettings;
  /** Where next and previous start from. */
  private current: Place | undefined;
  /** Where the caret was when `current` was opened. */
  private caret: Caret | undefined;
  /** What is explained now, in a card or elsewhere. */
  private explained: Place | undefined;
  private turn = 0;
  private minimap: Minimap | undefined;
  /** Whether the card that is open has asked for the end of the page. */
  private isLeft = false;

  constructor({ after, ...options }: PageOptions) {
    this.options = options;
    this.settings = options.settings;
    const { root, lexicon, settings, cardStyle, renderCard, onReplaced } = options;
    const { signal } = this.ending;
    const isAlive = (): boolean => this.isAlive();
    this.scan = new Scan({
      root,
      signal,
      onReplaced,
      detect: (text) => read(lexicon, text),
      onChange: (change) => {
        const isNear = this.paint.update(change);
        this.minimap?.update();
        options.onChange();
        this.keepExplained();
        return isNear;
      },
    });
    this.paint = new Paint({
      settings,
      signal,
      isAlive,
      blocksIn: (container) => this.scan.blocksIn(container),
      places: () => this.scan.places(),
    });
    const onClosed = (): void => {
      if (!signal.aborted) this.explain(undefined);
    };
    const keeping = { cardStyle, renderCard, onClosed };
    this.keeper = after?.keeper.serve(keeping) ?? new CardKeeper(keeping);
    void new Pointing({
      keeper: this.keeper,
      signal,
      isAlive,
      settings: () => this.settings,
      placeAt: (x, y, around) => placeAt(this.scan, (place) => this.paint.isShown(place), x, y, around),
      open: (place, asking) => this.open(place, asking),
      isOpenAt: (place) => this.keeper.isOpen && this.explained !== undefined && isSame(this.explained, place),
      expect: (place) => this.expect(place),
    });
    this.putMinimap();
    // Whoever has removed or updated the extension comes back to a page whose engine is over.
    for (const name of ["visibilitychange", "focus"]) addEventListener(name, isAlive, { capture: true, signal });
  }

  settled(): Promise<void> {
    return this.scan.settled();
  }

  /** From now on the page is marked and explained so. */
  obey(settings: PageSettings): void {
    const before = this.settings;
    this.settings = settings;
    this.paint.obey(settings);
    this.putMinimap();
    this.minimap?.update();
    // A card that is open speaks of how things were; one whose term has just been muted says so itself.
    if (before.theme !== settings.theme || before.language !== settings.language || before.show !== settings.show)
      this.close();
  }

  /** The formulations that are shown, in the order of their first occurrence. */
  summary(): Group[] {
    return this.summaries.of(this.shownPlaces());
  }

  /** What the page's register is judged by. */
  register(): RegisterCounts {
    return this.scan.register();
  }

  /** The places that are shown, in the order of the text: where each begins, and the number by which `jump` goes there. */
  occurrences(): Occurrence[] {
    return this.shownPlaces().flatMap((place) => {
      const { term, weight, start, end } = place.finding;
      const [first] = partsOf(place.block, start, end);
      const number = this.summaries.numberOf(place);
      return first ? [{ number, node: first.node, surface: surfaceOf(place), term, weight }] : [];
    });
  }

  /** Brings a place into view and opens its card. False if it is no longer there. */
  jump(number: number): boolean {
    const noted = this.summaries.placeOf(number);
    const place = noted && this.scan.nowOf(noted);
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
    const { current } = this;
    const here = current && (this.keeper.isOpen || isSeen(current)) ? current : undefined;
    const place = from === "here" ? placeFrom(places, direction, here) : places.at(direction === 1 ? 0 : -1);
    if (!place) return false;
    this.go(place);
    const further = placeFrom(places, direction, place);
    if (further) this.expect(further);
    return true;
  }

  /** The reader stands at `offset` of `node`: next and previous start from there. */
  async standAt(node: Text, offset: number): Promise<void> {
    await this.settled();
    // Unless they have gone on in the meantime.
    this.current ??= this.placeIn(node, offset, 1);
  }

  /** Explains what is selected, else what the reader is at. False if there is nothing. */
  explainHere(): boolean {
    // The reader is in a frame, which explains by itself.
    const isElsewhere = document.activeElement instanceof HTMLIFrameElement || (window !== top && !document.hasFocus());
    if (isElsewhere || !this.isAlive()) return false;
    const choice = selected();
    const place = choice?.start && this.placeIn(choice.start.node, choice.start.offset, choice.text.length);
    if (!choice || choice.text.trim() === "") {
      const here = this.here(place);
      if (here) this.open(here, "asked");
      return here !== undefined;
    }
    if (place) {
      this.go(place);
    } else {
      revealAnchor(choice.anchor);
      this.openAt(choice.anchor, subjectIn(this.options.lexicon, choice.text), "asked");
    }
    return true;
  }

  close(): void {
    this.keeper.close();
    this.explain(undefined);
  }

  /** Does what ends the page, for its card: that one stays, so that it can be undone there. */
  async leave(end: () => Promise<unknown>): Promise<void> {
    this.isLeft = true;
    try {
      await end();
    } catch (error) {
      this.isLeft = false;
      throw error;
    }
  }

  /** Undoes everything: marks, listeners, observers, card. */
  stop(): void {
    if (this.isLeft) {
      this.explain(undefined);
      this.keeper.outlive();
    } else {
      this.close();
    }
    this.minimap?.stop();
    this.ending.abort();
  }

  private isAlive(): boolean {
    const isAlive = this.options.isAlive();
    if (!isAlive) this.stop();
    return isAlive;
  }

  private putMinimap(): void {
    if (!this.settings.minimap) {
      this.minimap?.stop();
      this.minimap = undefined;
    } else if (window === top) {
      // A frame is a part of the page that the top one maps; most have no room for a map of their own.
      this.minimap ??= new Minimap({ places: () => this.shownPlaces(), go: (place) => this.go(place) });
    }
  }

  private shownPlaces(): Place[] {
    return this.scan.places().filter((place) => this.paint.isShown(place));
  }

  private expect({ finding }: Place): void {
    if (finding.term !== null) this.options.expect?.(finding.term);
  }

  private go(place: Place): void {
    reveal(place);
    this.open(place, "asked");
  }

  /**
   * What the reader is at: what was last opened or gone to, or what the caret is in, whichever came later; nothing that is out of
   * sight. Else the first that can be seen.
   */
  private here(atCaret: Place | undefined): Place | undefined {
    const { current } = this;
    const isAtCaret = atCaret !== undefined && isSeen(atCaret);
    if (isAtCaret && !isSameCaret(this.caret, caretNow())) return atCaret;
    if (current && (this.keeper.hasPinned || isSeen(current))) return current;
    return isAtCaret ? atCaret : this.shownPlaces().find(isSeen);
  }

  /** What is explained may have been read anew: it stays explained as long as it stands there, whatever comes after it. */
  private keepExplained(): void {
    const { explained } = this;
    if (!explained) return;
    const now = this.scan.nowOf(explained);
    if (now === explained) return;
    if (now) {
      this.current = now;
      this.keeper.move(anchorOf(now));
      this.explain(now);
    } else if (!this.keeper.hasPinned) {
      this.close();
    }
  }

  private open(place: Place, asking: Asking): void {
    if (!this.isAlive()) return;
    this.current = place;
    this.caret = caretNow();
    this.openAt(anchorOf(place), subjectOf(this.options.lexicon, place), asking, place);
  }

  private openAt(anchor: Anchor, subject: Subject, asking: Asking, place?: Place): void {
    const { showElsewhere } = this.options;
    const openCard = (): void => {
      if (this.ending.signal.aborted) return;
      this.keeper.open(anchor, subject, asking);
      this.explain(place);
    };
    if (this.settings.cardPlace !== "panel" || !showElsewhere) {
      openCard();
      return;
    }
    this.keeper.close();
    this.explain(place);
    const turn = ++this.turn;
    const unlessShown = (isShown: boolean): void => {
      // The reader may have asked for another meanwhile.
      if (!isShown && turn === this.turn) openCard();
    };
    showElsewhere(subject, asking !== "pointed").then(unlessShown, () => unlessShown(false));
  }

  /** The finding at `offset` of `node`, or the longest in the `length` units from there. */
  private placeIn(node: Text, offset: number, length: number): Place | undefined {
    const block = this.scan.blockAt(node);
    const segment = block?.segments.find((candidate) => candidate.node === node);
    if (!block || !segment) return undefined;
    const from = segment.start + offset;
    const to = from + length;
    const [finding] = block.findings
      .filter(({ start, end }) => (length === 0 ? start <= from && from <= end : start < to && end > from))
      .sort((a, b) => b.end - b.start - (a.end - a.start));
    return finding && { block, finding };
  }

  private explain(place: Place | undefined): void {
    this.explained = place;
    this.paint.point(place);
  }
}
