/** A page under Tifa: scanned, painted, pointed at, with at most one card open. Everything it starts ends with `stop`. */
import { read } from "../detect/detect.ts";
import type { Finding } from "../detect/finding.ts";
import type { RegisterCounts } from "../detect/register.ts";
import type { Lexicon } from "../lexicon/lexicon.ts";
import type { PageSettings } from "../protocol/page-settings.ts";
import { anchorOf } from "./anchor.ts";
import { partsOf } from "./blocks.ts";
import { CardKeeper, type Asking, type RenderCard } from "./card-keeper.ts";
import { Paint } from "./paint.ts";
import { placeAt } from "./point.ts";
import { Pointing } from "./pointing.ts";
import { isSeen } from "./rects.ts";
import { reveal } from "./reveal.ts";
import { Scan, type Place } from "./scan.ts";
import { isSame, placeFrom } from "./step.ts";
import { subjectOf, surfaceOf, type Subject } from "./subject.ts";
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
  /** What is explained now, in a card or elsewhere. */
  private explained: Place | undefined;

  constructor(options: PageOptions) {
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
        this.paint.update(change);
        options.onChange();
        if (this.explained && !this.scan.isAlive(this.explained.block) && !this.keeper.hasPinned) this.close();
      },
    });
    this.paint = new Paint({
      settings,
      signal,
      isAlive,
      blocksIn: (container) => this.scan.blocksIn(container),
      places: () => this.scan.places(),
    });
    this.keeper = new CardKeeper({ cardStyle, renderCard, onClosed: () => this.explain(undefined) });
    void new Pointing({
      keeper: this.keeper,
      signal,
      isAlive,
      settings: () => this.settings,
      placeAt: (x, y, around) => placeAt(this.scan, (place) => this.paint.isShown(place), x, y, around),
      open: (place, asking) => this.open(place, asking),
      isOpenAt: (place) => this.keeper.isOpen && this.explained !== undefined && isSame(this.explained, place),
      expect: ({ finding }) => finding.term !== null && options.expect?.(finding.term),
    });
  }

  settled(): Promise<void> {
    return this.scan.settled();
  }

  /** From now on the page is marked and explained so. */
  obey(settings: PageSettings): void {
    const before = this.settings;
    this.settings = settings;
    this.paint.obey(settings);
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
    const place = this.summaries.placeOf(number);
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
    this.keeper.close();
    this.explain(undefined);
  }

  /** Undoes everything: marks, listeners, observers, card. */
  stop(): void {
    this.close();
    this.ending.abort();
  }

  private isAlive(): boolean {
    const isAlive = this.options.isAlive();
    if (!isAlive) this.stop();
    return isAlive;
  }

  private shownPlaces(): Place[] {
    return this.scan.places().filter((place) => this.paint.isShown(place));
  }

  private go(place: Place): void {
    reveal(place);
    this.open(place, "asked");
  }

  private open(place: Place, asking: Asking): void {
    if (!this.isAlive()) return;
    this.current = place;
    const subject = subjectOf(this.options.lexicon, place);
    const { showElsewhere } = this.options;
    if (this.settings.cardPlace !== "panel" || !showElsewhere) {
      this.openCard(place, subject, asking);
      return;
    }
    this.keeper.close();
    this.explain(place);
    showElsewhere(subject, asking !== "pointed").then(
      (isShown) => {
        if (!isShown && this.explained === place) this.openCard(place, subject, asking);
      },
      () => this.openCard(place, subject, asking),
    );
  }

  private openCard(place: Place, subject: Subject, asking: Asking): void {
    if (this.ending.signal.aborted) return;
    this.keeper.open(anchorOf(place), subject, asking);
    this.explain(place);
  }

  private explain(place: Place | undefined): void {
    this.explained = place;
    this.paint.point(place);
  }
}
