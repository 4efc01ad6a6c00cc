/**
 * The hand on the page: which moves, clicks, taps and keys ask for an explanation, as the reader has set it.
 *
 * Only trusted events count: a page's own scripts can dispatch events, but not those. Nothing is asked for on the way across the
 * text, while a button is down, in what is selected, or where a link or a button is clicked.
 */
import type { PageSettings } from "../protocol/page-settings.ts";
import type { Asking, CardKeeper } from "./card-keeper.ts";
import type { Point } from "./corridor.ts";
import { attributeOf, isElement, nameOf, parentOrHostOf } from "./dom.ts";
import { holds } from "./rects.ts";
import type { Place } from "./known.ts";

/** Milliseconds that the pointer has to rest on a term before its card opens; and before what it will say is got ready. */
const REST = 220;
const READY = 80;

/** With the key held the pointer has said enough; but a key that is part of a shortcut has not. */
const REST_WITH_KEY = 120;

/** CSS pixels that a hand trembles, and by which a finger misses. */
const TREMBLE = 4;
const FINGER = 8;

/** A click on these is meant for them. */
const CLICKABLE = new Set("button input select textarea label summary option".split(" "));
const CLICKABLE_ROLE = /^(button|link|tab|menuitem|option|checkbox|radio|switch)$/;

export interface PointingOptions {
  keeper: CardKeeper;
  settings: () => Pick<PageSettings, "pointing" | "pointingKey">;
  /** The shown place at a point, with this much around it. */
  placeAt: (x: number, y: number, around: number) => Place | undefined;
  open: (place: Place, asking: Asking) => void;
  /** The place whose card is open. */
  isOpenAt: (place: Place) => boolean;
  /** The reader is about to ask for this. */
  expect: (place: Place) => void;
  /** Asked where the pointer comes to rest; where the answer is no, the page is over. */
  isAlive: () => boolean;
  signal: AbortSignal;
}

export class Pointing {
  private readonly options: PointingOptions;
  private readonly keeper: CardKeeper;
  private resting: ReturnType<typeof setTimeout> | undefined;
  /** Where the pointer rests. */
  private rest: Point | undefined;
  /** Where the pointer was seen last, and where it was pressed. */
  private last: Point | undefined;
  private pressed: Point | undefined;

  constructor(options: PointingOptions) {
    this.options = options;
    this.keeper = options.keeper;
    const { signal } = options;
    const on = <K extends keyof WindowEventMap>(name: K, take: (event: WindowEventMap[K]) => void): void => {
      addEventListener(name, (event) => event.isTrusted && take(event), {
        capture: true,
        passive: name !== "keydown",
        signal,
      });
    };
    on("pointermove", (event) => this.moved(event));
    on("pointerdown", (event) => {
      this.forget();
      this.pressed = pointOf(event);
      this.keeper.pressed(event);
      const place = event.button === 0 && !this.keeper.sent(event) ? this.placeAt(this.pressed) : undefined;
      if (place) this.options.expect(place);
    });
    on("click", (event) => this.clicked(event));
    on("scroll", (event) => {
      this.forget();
      this.keeper.scrolled(event);
    });
    on("resize", () => this.keeper.resized());
    on("keydown", (event) => this.keyed(event));
    on("blur", () => {
      this.forget();
      // The reader has turned to a frame, which has cards of its own; its keys don't reach this one.
      if (document.activeElement instanceof HTMLIFrameElement) this.keeper.close();
    });
    signal.addEventListener("abort", () => this.forget());
  }

  private forget(): void {
    clearTimeout(this.resting);
    this.rest = undefined;
  }

  private moved(event: PointerEvent): void {
    if (event.pointerType === "touch" || event.buttons !== 0) {
      this.forget();
      return;
    }
    const at = pointOf(event);
    this.last = at;
    this.keeper.track(event);
    const { pointing, pointingKey } = this.options.settings();
    if (this.keeper.isHeld || pointing === "click" || (pointing === "key" && !isHeld(event, pointingKey)))
      this.forget();
    else if (!this.rest || distance(this.rest, at) > TREMBLE)
      this.restAt(at, pointing === "key" ? REST_WITH_KEY : REST);
  }

  private restAt(at: Point, patience: number): void {
    this.forget();
    this.rest = at;
    this.resting = setTimeout(() => {
      if (!this.options.isAlive()) return;
      const place = this.placeAt(at);
      if (!place) return;
      this.options.expect(place);
      this.resting = setTimeout(() => this.ask(at), patience - READY);
    }, READY);
  }

  /** What the pointer rests on may have gone in the meantime. */
  private ask(at: Point): void {
    const place = this.placeAt(at);
    if (place && !this.options.isOpenAt(place)) this.options.open(place, "pointed");
  }

  /** A click or a tap on a term opens its card to stay, unless it is meant for something else. */
  private clicked(event: MouseEvent): void {
    const at = pointOf(event);
    const { pressed } = this;
    this.pressed = undefined;
    if (event.button !== 0 || this.keeper.sent(event) || isForPage(event)) return;
    const isTouch = (event as PointerEvent).pointerType === "touch";
    if (!this.isAsking(event, isTouch)) return;
    // The end of a selection, by dragging or by a double click.
    if (document.getSelection()?.isCollapsed === false || (pressed && distance(pressed, at) > TREMBLE)) return;
    if (!this.options.isAlive()) return;
    const place = this.placeAt(at, isTouch ? FINGER : 0);
    if (!place) return;
    if (this.options.isOpenAt(place)) this.keeper.keep();
    else this.options.open(place, "clicked");
  }

  /** A finger holds no key. */
  private isAsking(event: MouseEvent, isTouch: boolean): boolean {
    const { pointing, pointingKey } = this.options.settings();
    if (pointing === "key" && !isTouch) return isHeld(event, pointingKey);
    return !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
  }

  private keyed(event: KeyboardEvent): void {
    // Whatever it is, a key that was held for pointing is now part of something else.
    this.forget();
    if (event.key === "Escape" && !event.isComposing && this.keeper.isOpen) {
      event.preventDefault();
      event.stopImmediatePropagation();
      this.keeper.escape();
      return;
    }
    const { pointing, pointingKey } = this.options.settings();
    if (pointing !== "key" || event.key !== pointingKey || event.repeat || this.keeper.isHeld || !this.last) return;
    this.restAt(this.last, REST_WITH_KEY);
  }

  private placeAt({ x, y }: Point, around = 0): Place | undefined {
    return isSelected(x, y) ? undefined : this.options.placeAt(x, y, around);
  }
}

const pointOf = ({ clientX, clientY }: MouseEvent): Point => ({ x: clientX, y: clientY });

const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);

function isHeld(event: MouseEvent, key: PageSettings["pointingKey"]): boolean {
  return { Alt: event.altKey, Control: event.ctrlKey, Shift: event.shiftKey }[key];
}

/** Whether the point is in what the user has selected, and so is about to copy or drag. */
function isSelected(x: number, y: number): boolean {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return false;
  return [...selection.getRangeAt(0).getClientRects()].some((rect) => holds(rect, x, y));
}

function isForPage(event: Event): boolean {
  for (let at = event.composedPath()[0] as Node | null; at; at = parentOrHostOf(at)) {
    if (!isElement(at)) continue;
    const isLink = nameOf(at) === "a" && attributeOf(at, "href") !== null;
    if (isLink || CLICKABLE.has(nameOf(at)) || CLICKABLE_ROLE.test(attributeOf(at, "role") ?? "")) return true;
  }
  return false;
}
