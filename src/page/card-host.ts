/**
 * The one node that Tifa ever adds to a page: the host of the card, there only while a card is open.
 *
 * A popover, so that it stands in the top layer above whatever the page stacks; a closed shadow root, so that the page can neither
 * style nor read it. The host covers the window and lets the pointer through; the card in it is placed beside its term.
 */
import {
  computePosition,
  flip,
  inline,
  offset,
  rectToClientRect,
  shift,
  size,
  type ClientRectObject,
  type Placement,
  type Platform,
} from "@floating-ui/core";
import { isElement, parentElementOf, parentOrHostOf, styleOf } from "./dom.ts";
import { isOutOfView, rectsOf } from "./rects.ts";
import type { Place } from "./scan.ts";

/** Fills `container` with a card, and returns what empties it. */
export type RenderCard = (container: HTMLElement) => () => void;

export interface OpenCard {
  place: Place;
  /** Whether the point (CSS pixels of the viewport) is on the card. */
  holds(x: number, y: number): boolean;
  /** Whether `event` came from the card. */
  sent(event: Event): boolean;
  /**
   * Gives the card all the height there is, on the side where it stands: the reader has turned to it. Under a pointer that moves
   * it doesn't grow away from its term, for then it would slide.
   */
  grow(under: "pointer" | "hand"): void;
  /** Puts the card beside its term again, wherever that is now, and on whichever side has room. */
  follow(): void;
  isHidden(): boolean;
  hasFocus(): boolean;
  focus(): void;
  close(): void;
}

/** Distances in CSS pixels: between term and card, and between card and window edge. */
const GAP = 6;
const MARGIN = 8;

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
.place { position: absolute; top: 0; left: 0; width: max-content; max-width: calc(100% - ${2 * MARGIN}px); pointer-events: auto; display: flex; }
`;

/** Positions are computed by floating-ui's core, which is told of the rectangles and never walks the page's tree itself. */
const platform: Platform = {
  getElementRects: ({ reference, floating }) => ({
    reference: (reference as Anchor).getBoundingClientRect(),
    floating: { x: 0, y: 0, ...sizeOf(floating as HTMLElement) },
  }),
  getDimensions: (element: HTMLElement) => sizeOf(element),
  getClippingRect: () => ({
    x: 0,
    y: 0,
    width: document.documentElement.clientWidth || innerWidth,
    height: innerHeight,
  }),
  getClientRects: (anchor: Anchor) => anchor.getClientRects(),
};

/** What the card is placed beside, as floating-ui knows an element. */
interface Anchor {
  getBoundingClientRect: () => ClientRectObject;
  getClientRects: () => ClientRectObject[];
}

/** Opens a card for `place`; `style` is the card's style sheet. Whatever goes wrong, no host is left behind. */
export function openCard(place: Place, style: string, render: RenderCard): OpenCard {
  const host = document.createElementNS(XHTML, "div");
  try {
    return fill(host, place, style, render);
  } catch (error) {
    host.remove();
    throw error;
  }
}

function fill(host: HTMLElement, place: Place, style: string, render: RenderCard): OpenCard {
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
  layerOf(place).append(host);
  host.showPopover();
  const empty = render(container);

  const anchor: Anchor = {
    getBoundingClientRect: () => union(rectsOf(place)),
    getClientRects: () => rectsOf(place).map(rectToClientRect),
  };
  let tall = false;
  let closed = false;
  let hidden = false;
  /** The side that the card stays on once the reader has turned to it. */
  let side: Placement | undefined;
  let isTurnedTo = false;
  const follow = async (): Promise<void> => {
    hidden = isOutOfView(place);
    // The side is chosen by the height that the card would like to have.
    container.style.maxHeight = `${tall ? TALL : SHORT}px`;
    const kept = isTurnedTo ? side : undefined;
    const { x, y, placement } = await computePosition(anchor, container, {
      platform,
      strategy: "fixed",
      placement: kept ?? (isVertical(place) ? "left-start" : "bottom-start"),
      middleware: [
        inline(),
        offset(GAP),
        ...(kept ? [] : [flip({ padding: MARGIN, crossAxis: false, fallbackStrategy: "bestFit" })]),
        shift({ padding: MARGIN }),
        size({
          padding: MARGIN,
          apply: ({ availableHeight }) => {
            container.style.maxHeight = `${Math.max(120, Math.min(availableHeight, tall ? TALL : SHORT))}px`;
          },
        }),
      ],
    });
    if (closed) return;
    side = placement;
    container.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
    container.style.opacity = hidden ? "0" : "1";
    // What can't be seen is not to be reached by Tab either.
    container.inert = hidden;
  };
  // Its height changes when the entry comes, and when one is opened in place.
  const sizes = new ResizeObserver(() => void follow());
  sizes.observe(container);
  void follow();

  return {
    place,
    holds: (x, y) => {
      const { left, right, top, bottom } = container.getBoundingClientRect();
      return !hidden && x >= left - GAP && x <= right + GAP && y >= top - GAP && y <= bottom + GAP;
    },
    sent: (event) => event.target === host,
    grow: (under) => {
      isTurnedTo = true;
      if (tall || (under === "pointer" && side?.startsWith("top"))) return;
      tall = true;
      void follow();
    },
    follow: () => {
      isTurnedTo = false;
      void follow();
    },
    isHidden: () => hidden,
    hasFocus: () => root.activeElement !== null,
    // The headword: it stands in what scrolls, so that the keys scroll the card and not the page.
    focus: () => container.querySelector<HTMLElement>("h2")?.focus({ preventScroll: true }),
    close: () => {
      closed = true;
      sizes.disconnect();
      empty();
      host.remove();
    },
  };
}

function sizeOf(element: HTMLElement): { width: number; height: number } {
  return { width: element.offsetWidth, height: element.offsetHeight };
}

/** Where a node has to be to be seen above and used beside `place`: a modal dialog makes all else inert. */
function layerOf({ block }: Place): Element {
  for (let at: Node | null = block.segments[0]!.node; at; at = parentOrHostOf(at)) {
    if (isElement(at) && Element.prototype.matches.call(at, "dialog:modal")) return at;
  }
  return document.fullscreenElement ?? document.body ?? document.documentElement;
}

function isVertical({ block }: Place): boolean {
  const element = parentElementOf(block.segments[0]!.node);
  return element !== null && styleOf(element).writingMode.startsWith("vertical");
}

function union(rects: readonly DOMRect[]): ClientRectObject {
  if (rects.length === 0) return rectToClientRect({ x: 0, y: -1, width: 0, height: 0 });
  const left = Math.min(...rects.map((rect) => rect.left));
  const top = Math.min(...rects.map((rect) => rect.top));
  const right = Math.max(...rects.map((rect) => rect.right));
  const bottom = Math.max(...rects.map((rect) => rect.bottom));
  return rectToClientRect({ x: left, y: top, width: right - left, height: bottom - top });
}
