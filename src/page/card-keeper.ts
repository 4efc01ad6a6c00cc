/** At most one card: what it stands at, why it stays, and where the focus goes when it closes. */
import { groundAround, type Anchor } from "./anchor.ts";
import { onChanges } from "./changes.ts";
import { openCard, type OpenCard } from "./card-host.ts";
import { isOnTheWay, type Point } from "./corridor.ts";
import type { Ground } from "./ground.ts";
import { holds } from "./rects.ts";
import type { Subject } from "./subject.ts";

/** Milliseconds that the pointer may be off term and card before the card closes. */
const GRACE = 300;

/** What a card can do to itself. */
export interface CardControls {
  close: () => void;
  /** A pinned card stays where it is until it is closed, whatever is clicked or scrolled; the next one opens in its place. */
  pin: (on: boolean) => void;
  /** Moves the card by CSS pixels, and pins it. */
  move: (by: Point) => void;
  isPinned: boolean;
  /** What the page is behind the term. */
  ground: Ground;
}

/** Fills `container` with the card and returns what empties it. */
export type RenderCard = (container: HTMLElement, subject: Subject, controls: CardControls) => () => void;

/** Why a card opens: the pointer rested; a click or tap; asked for from elsewhere, so that the focus goes into it. */
export type Asking = "pointed" | "clicked" | "asked";

export interface KeeperOptions {
  /** Style sheet of the card. */
  cardStyle: string;
  renderCard: RenderCard;
  onClosed: () => void;
}

export class CardKeeper {
  private options: KeeperOptions;
  private card: OpenCard | undefined;
  /** A card that was asked for stays until it is closed; one opened by pointing closes when the pointer leaves. */
  private stays = false;
  private isPinned = false;
  private isPointerInCard = false;
  /** Where the pointer was last; and was last on the term. */
  private pointer: Point | undefined;
  private lastOnTerm: Point | undefined;
  private focusBefore: Element | null = null;
  private leaving: ReturnType<typeof setTimeout> | undefined;
  /** Ends the look after what the page does to the open card and its term. */
  private watching: AbortController | undefined;
  /** Ends what a card listens to that has outlived its page. */
  private outliving: AbortController | undefined;

  constructor(options: KeeperOptions) {
    this.options = options;
  }

  get isOpen(): boolean {
    return this.card !== undefined;
  }

  /** Whether the reader is with the card, so that pointing elsewhere opens no other. */
  get isHeld(): boolean {
    return this.card !== undefined && (this.isPointerInCard || this.isPinned || (this.stays && !this.card.isHidden()));
  }

  get hasPinned(): boolean {
    return this.card !== undefined && this.isPinned;
  }

  open(anchor: Anchor, subject: Subject, asking: Asking): void {
    const { cardStyle, renderCard } = this.options;
    const pinnedAt = this.isPinned ? this.card?.corner() : undefined;
    const focusBefore = this.card?.hasFocus() ? this.focusBefore : document.activeElement;
    this.take();
    this.isPinned = pinnedAt !== undefined;
    this.stays = asking !== "pointed" || this.isPinned;
    this.focusBefore = focusBefore;
    this.lastOnTerm = this.pointer && isOn(anchor, this.pointer) ? this.pointer : undefined;
    const controls: CardControls = {
      close: () => this.close(),
      pin: (on) => this.pin(on),
      move: (by) => {
        if (!this.isPinned) this.pin(true);
        this.card?.move(by);
      },
      isPinned: this.isPinned,
      ground: groundAround(anchor),
    };
    this.card = openCard(anchor, cardStyle, (container) => renderCard(container, subject, controls), {
      pinnedAt,
      pointer: asking === "asked" ? undefined : this.lastOnTerm,
      isAsked: this.stays,
    });
    this.watching = new AbortController();
    onChanges(anchor.node, () => this.card?.keepUp() === false && this.close(), this.watching.signal);
    if (asking === "asked") this.card.focus();
  }

  /** What the open card stands beside has been read anew. */
  move(anchor: Anchor): void {
    this.card?.standAt(anchor);
  }

  /** The card of the term is asked for again, now to stay. */
  keep(): void {
    this.stays = true;
    this.card?.grow("hand");
  }

  close(): void {
    const { card, focusBefore } = this;
    if (!card) return;
    const hadFocus = card.hasFocus();
    this.take();
    this.isPinned = false;
    this.options.onClosed();
    if (hadFocus && focusBefore instanceof HTMLElement) focusBefore.focus({ preventScroll: true });
  }

  /** Closes what is open in the card, else the card. */
  escape(): void {
    if (!this.card?.takesEscape()) this.close();
  }

  /** Another page takes the place of the one that was, in the same document; a card that has outlived that is its own now. */
  serve(options: KeeperOptions): this {
    this.options = options;
    this.outliving?.abort();
    return this;
  }

  /** The page is over, by what its reader did in this card: it says so, and how to undo that, until they go on. */
  outlive(): void {
    this.stopLeaving();
    this.outliving = new AbortController();
    const { signal } = this.outliving;
    addEventListener("pointerdown", (event) => event.isTrusted && this.pressed(event), { capture: true, signal });
    addEventListener("keydown", (event) => event.isTrusted && event.key === "Escape" && this.escape(), {
      capture: true,
      signal,
    });
  }

  /** Whether `event` came from the card. */
  sent(event: Event): boolean {
    return this.card?.sent(event) ?? false;
  }

  /** Lets a card that was only pointed at go where the pointer has left it, its term and the way between. */
  track(event: PointerEvent): void {
    const { card } = this;
    const at = { x: event.clientX, y: event.clientY };
    this.pointer = at;
    if (!card) return;
    this.isPointerInCard = card.sent(event);
    if (this.isPointerInCard) card.grow("pointer");
    if (this.stays) return;
    const isOnTerm = isOn(card.anchor(), at);
    if (isOnTerm) this.lastOnTerm = at;
    if (isOnTerm || card.holds(at.x, at.y)) {
      this.stopLeaving();
    } else {
      // As long as it moves on towards the card.
      if (this.lastOnTerm && isOnTheWay(this.lastOnTerm, card.box(), at)) this.stopLeaving();
      this.leaving ??= setTimeout(() => {
        this.leaving = undefined;
        this.close();
      }, GRACE);
    }
  }

  /** A press of the pointer that is neither on the card nor on its term puts the card away. */
  pressed(event: PointerEvent): void {
    const { card } = this;
    const at = { x: event.clientX, y: event.clientY };
    this.pointer = at;
    if (!card || this.isPinned || card.sent(event)) return;
    if (!card.holds(at.x, at.y) && !isOn(card.anchor(), at)) this.close();
  }

  /** A card that was only pointed at goes with the first turn of the wheel; one that was asked for goes along with its term. */
  scrolled(event: Event): void {
    const { card } = this;
    if (!card || card.sent(event)) return;
    if (this.stays || this.isPointerInCard) card.follow();
    else this.close();
  }

  /** The window has another size, or another part of it is seen. */
  resized(): void {
    this.card?.follow();
  }

  private pin(on: boolean): void {
    this.isPinned = on;
    this.stays = true;
    this.card?.pin(on);
  }

  private take(): void {
    this.stopLeaving();
    this.watching?.abort();
    this.outliving?.abort();
    this.isPointerInCard = false;
    const { card } = this;
    this.card = undefined;
    card?.close();
  }

  private stopLeaving(): void {
    clearTimeout(this.leaving);
    this.leaving = undefined;
  }
}

function isOn(anchor: Anchor, { x, y }: Point): boolean {
  return anchor.rects().some((rect) => holds(rect, x, y));
}
