/**
 * The host of the card, in the page only while a card is open.
 *
 * A popover, so that it stands in the top layer above whatever the page stacks; a closed shadow root, so that the page can neither
 * style nor read it. The host covers the window and lets the pointer through; the card in it is placed beside its term.
 */
import { isVertical, type Anchor } from "./anchor.ts";
import { GAP, MARGIN, placeCard, within, type Box, type Side } from "./card-place.ts";
import type { Point } from "./corridor.ts";
import { isConnected, isElement, matches, parentOrHostOf } from "./dom.ts";
import { holds, isOutOfView } from "./rects.ts";

export interface OpenCard {
  /** What it stands beside. */
  anchor: () => Anchor;
  /** From now on it stands beside `anchor`, which is where the one before was. */
  standAt(anchor: Anchor): void;
  /** Whether the point (CSS pixels of the viewport) is on the card, or as good as. */
  holds(x: number, y: number): boolean;
  /** Whether `event` came from the card. */
  sent(event: Event): boolean;
  box(): Box;
  corner(): Point;
  /**
   * Gives the card all the height there is, on the side where it stands: the reader has turned to it. Under a pointer that moves
   * it grows only downwards, for else it would slide.
   */
  grow(under: "pointer" | "hand"): void;
  /** Puts the card beside its term again, wherever that is now, and on whichever side has room; one that is pinned into the window. */
  follow(): void;
  /**
   * Follows the term if it has moved, or is hidden now, or no longer. False if there is nothing to be shown any more: the page has
   * taken the card out, or shows the term nowhere.
   */
  keepUp(): boolean;
  pin(on: boolean): void;
  /** Moves one that is pinned, within the window, by CSS pixels. */
  move(by: Point): void;
  isHidden(): boolean;
  hasFocus(): boolean;
  focus(): void;
  /** Whether something that is open in the card closes by Escape. */
  takesEscape(): boolean;
  close(): void;
}

interface Opening {
  /** The left upper corner of a card that stays where the one before was. */
  pinnedAt: Point | undefined;
  /** Where on the term the reader points. */
  pointer: Point | undefined;
  /** Whether they have done more than point. */
  isAsked: boolean;
}

/** Height of a card that has only been pointed at, so that it leaves the lines around it to be read; and of one turned to. */
const SHORT = 360;
const TALL = 600;

const XHTML = "http://www.w3.org/1999/xhtml";

// "all: initial !important" in the shadow tree outranks whatever the page says of the host, !important or not.
const HOST_STYLE = `
:host {
  all: initial !important;
  display: block !important;
  position: fixed !important;
  inset: 0 !important;
  pointer-events: none !important;
  background: none !important;
}
:host::backdrop { display: none !important; }
.place { position: absolute; top: 0; left: 0; width: max-content; pointer-events: auto; display: flex; }
`;

/**
 * Opens a card at `anchor`; `style` is the card's style sheet. Whatever goes wrong, no host is left behind.
 */
export function openCard(
  anchor: Anchor,
  style: string,
  render: (container: HTMLElement) => () => void,
  opening: Opening,
): OpenCard {
  const host = document.createElementNS(XHTML, "div");
  try {
    return fill(host, anchor, style, render, opening);
  } catch (error) {
    host.remove();
    throw error;
  }
}

function fill(
  host: HTMLElement,
  anchor: Anchor,
  style: string,
  render: (container: HTMLElement) => () => void,
  { pinnedAt, pointer, isAsked }: Opening,
): OpenCard {
  host.popover = "manual";
  const root = host.attachShadow({ mode: "closed" });
  // A constructed sheet is not stopped by a page whose policy forbids styles; an element would be.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(HOST_STYLE + style);
  root.adoptedStyleSheets = [sheet];
  const container = document.createElementNS(XHTML, "div");
  container.className = "place";
  // Not hidden by visibility, for what is hidden so can't take the focus.
  container.style.opacity = "0";
  root.append(container);
  layerOf(anchor).append(host);
  host.showPopover();
  // A page that zooms its body would zoom the card, and the distances that it is placed by.
  container.style.setProperty("zoom", String(1 / (host.currentCSSZoom || 1)));
  const empty = render(container);

  let tall = isAsked;
  // Those who only glance at it have no use for all of what is long (card.css).
  container.toggleAttribute("data-glance", !isAsked);
  let hidden = false;
  /** Where the term's first line was when the card was put beside it. */
  let beside: DOMRectReadOnly | undefined;
  /** The side that the card stays on once the reader has turned to it. */
  let side: Side | undefined;
  let isTurnedTo = false;
  /** Which of the term's lines is pointed at: none is -1. */
  const pointed = pointer ? anchor.rects().findIndex((line) => holds(line, pointer.x, pointer.y)) : -1;
  let corner: Point = pinnedAt ?? { x: 0, y: 0 };
  let isPinned = pinnedAt !== undefined;
  const roomBelow = (): number => Math.min(TALL, viewBox().bottom - MARGIN - corner.y);
  /** How high a pinned card may be without having to move: as it was; as there is room where it is moved to, or opened. */
  let pinnedMost = pinnedAt ? Math.max(SHORT, roomBelow()) : TALL;

  const place = (): void => {
    const view = viewBox();
    const { style: placed } = container;
    // What the card would like to have decides the side.
    placed.maxWidth = `${view.right - view.left - 2 * MARGIN}px`;
    const most = Math.min(isPinned ? pinnedMost : tall ? TALL : SHORT, view.bottom - view.top - 2 * MARGIN);
    placed.maxHeight = `${most}px`;
    const wanted = { width: container.offsetWidth, height: container.offsetHeight };
    const lines = isPinned ? [] : anchor.rects();
    [beside] = lines;
    hidden = !isPinned && (lines.length === 0 || isOutOfView(anchor));
    if (isPinned) {
      corner = {
        x: within(corner.x, view.left + MARGIN, view.right - MARGIN - wanted.width),
        y: within(corner.y, view.top + MARGIN, view.bottom - MARGIN - wanted.height),
      };
    } else if (!hidden) {
      const at = placeCard(lines, view, wanted, isVertical(anchor) ? "vertical" : "horizontal", {
        kept: isTurnedTo && side ? { side, top: corner.y } : undefined,
        pointed: lines[pointed],
      });
      ({ side } = at);
      // All the room there is: an entry that comes later must be able to grow, or nobody hears that it would.
      placed.maxWidth = `${at.room.width}px`;
      placed.maxHeight = `${Math.min(most, at.room.height)}px`;
      // Narrower than it would like to be, it is higher.
      const height = container.offsetHeight;
      corner = { x: at.left, y: side === "above" ? at.top + at.height - height : at.top };
    }
    placed.transform = `translate(${Math.round(corner.x)}px, ${Math.round(corner.y)}px)`;
    placed.opacity = hidden ? "0" : "1";
    // What can't be seen is not to be reached by Tab either.
    container.inert = hidden;
  };
  const follow = (): void => {
    isTurnedTo = false;
    place();
  };
  // Its height changes when the entry comes, and when one is opened in place.
  const sizes = new ResizeObserver(place);
  sizes.observe(container);
  // Whoever presses a key in it has turned to it.
  container.addEventListener("keydown", () => (isTurnedTo = true), { capture: true });
  place();

  return {
    anchor: () => anchor,
    standAt: (now) => {
      anchor = now;
    },
    holds: (x, y) => {
      const { left, right, top, bottom } = container.getBoundingClientRect();
      return !hidden && x >= left - GAP && x <= right + GAP && y >= top - GAP && y <= bottom + GAP;
    },
    sent: (event) => event.target === host,
    box: () => container.getBoundingClientRect(),
    corner: () => corner,
    grow: (under) => {
      isTurnedTo = true;
      if (under === "hand") container.removeAttribute("data-glance");
      if (tall || (under === "pointer" && side === "above")) return;
      tall = true;
      place();
    },
    follow,
    keepUp: () => {
      if (!host.isConnected) return false;
      // Text that is gone may have been put anew, which is known when it has been read.
      if (isPinned || !isConnected(anchor.node)) return true;
      const [line] = anchor.rects();
      if (!line) return false;
      const isThere = line.left === beside?.left && line.top === beside.top;
      if (!isThere || isOutOfView(anchor) !== hidden) follow();
      return true;
    },
    pin: (on) => {
      if (on && !isPinned) pinnedMost = Number.parseFloat(container.style.maxHeight);
      isPinned = on;
      container.removeAttribute("data-glance");
      place();
    },
    move: ({ x, y }) => {
      corner = { x: corner.x + x, y: corner.y + y };
      pinnedMost = Math.max(pinnedMost, roomBelow());
      place();
    },
    isHidden: () => hidden,
    hasFocus: () => root.activeElement !== null,
    // The headword: it stands in what scrolls, so that the keys scroll the card and not the page.
    focus: () => container.querySelector<HTMLElement>("h2")?.focus({ preventScroll: true }),
    // Pages are not to hear of a key that is meant for the card, so that the card hears of it only here.
    takesEscape: () => {
      const event = new KeyboardEvent("keydown", { key: "Escape", bubbles: true, cancelable: true });
      return !(root.activeElement ?? container).dispatchEvent(event);
    },
    close: () => {
      sizes.disconnect();
      empty();
      host.remove();
    },
  };
}

/**
 * Where a node has to be to be seen above and used beside `anchor`: a modal dialog makes all else inert, and a popover closes when
 * something that is not in it is clicked.
 */
function layerOf({ node }: Anchor): Element {
  for (let at: Node | null = node; at; at = parentOrHostOf(at)) {
    if (isElement(at) && matches(at, "dialog:modal, :popover-open")) return at;
  }
  return document.fullscreenElement ?? document.body ?? document.documentElement;
}

/** The part of the window that is seen, without its scrollbars: less than all of it where fingers have zoomed in. */
function viewBox(): Box {
  const { clientWidth } = document.documentElement;
  const whole: Box = { left: 0, top: 0, right: clientWidth || innerWidth, bottom: innerHeight };
  const seen = visualViewport;
  // So close that no card fits into it, the card stands where the page has room.
  if (!seen || seen.scale <= 1 || seen.width < 280) return whole;
  return {
    left: seen.offsetLeft,
    top: seen.offsetTop,
    right: Math.min(whole.right, seen.offsetLeft + seen.width),
    bottom: Math.min(whole.bottom, seen.offsetTop + seen.height),
  };
}
