/**
 * The one node that Tifa ever adds to a page: the host of the card, there only while a card is open.
 *
 * A popover, so that it stands in the top layer above whatever the page stacks; a closed shadow root, so that the page can neither
 * style nor read it. The host covers the window and lets the pointer through; the card in it is placed beside its term.
 */
import { autoUpdate, computePosition, flip, inline, offset, shift, size, type VirtualElement } from "@floating-ui/dom";
import { rectsOf } from "./paint.ts";
import type { Place } from "./scan.ts";

/** Fills `container` with a card, and returns what empties it. */
export type RenderCard = (container: HTMLElement, place: Place) => () => void;

export interface OpenCard {
  place: Place;
  /** Whether the point (CSS pixels of the viewport) is on the card. */
  holds(x: number, y: number): boolean;
  /** Whether `event` came from the card. */
  sent(event: Event): boolean;
  focus(): void;
  close(): void;
}

/** Distances in CSS pixels: between term and card, and between card and window edge. */
const GAP = 8;
const MARGIN = 8;

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
.place { position: absolute; top: 0; left: 0; width: max-content; max-width: calc(100vw - ${2 * MARGIN}px); pointer-events: auto; display: flex; }
`;

/** Opens a card for `place`; `style` is the card's style sheet. */
export function openCard(document: Document, place: Place, style: string, render: RenderCard): OpenCard {
  const host = document.createElement("div");
  host.popover = "manual";
  const root = host.attachShadow({ mode: "closed" });
  // A constructed sheet is not stopped by a page whose policy forbids styles; an element would be.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(HOST_STYLE + style);
  root.adoptedStyleSheets = [sheet];
  const container = document.createElement("div");
  container.className = "place";
  container.style.visibility = "hidden";
  root.append(container);
  layerOf(document, place).append(host);
  host.showPopover();
  const empty = render(container, place);

  const anchor: VirtualElement = {
    getBoundingClientRect: () => union(rectsOf(place)),
    getClientRects: () => rectsOf(place),
    contextElement: place.block.segments[0]!.node.parentElement!,
  };
  const update = async (): Promise<void> => {
    const { x, y } = await computePosition(anchor, container, {
      strategy: "fixed",
      placement: isVertical(place) ? "left-start" : "bottom-start",
      middleware: [
        inline(),
        offset(GAP),
        flip({ padding: MARGIN, fallbackStrategy: "bestFit" }),
        shift({ padding: MARGIN }),
        size({
          padding: MARGIN,
          apply: ({ availableHeight }) => {
            container.style.maxHeight = `${Math.max(160, availableHeight)}px`;
          },
        }),
      ],
    });
    container.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
    container.style.visibility = "visible";
  };
  const stopUpdating = autoUpdate(anchor, container, () => void update(), { layoutShift: false });

  return {
    place,
    holds: (x, y) => {
      const { left, right, top, bottom } = container.getBoundingClientRect();
      return x >= left - GAP && x <= right + GAP && y >= top - GAP && y <= bottom + GAP;
    },
    sent: (event) => event.composedPath()[0] === host || event.target === host,
    focus: () => container.querySelector<HTMLElement>("[role=dialog]")?.focus(),
    close: () => {
      stopUpdating();
      empty();
      host.remove();
    },
  };
}

/** Where a node has to be to be seen above and used beside `place`: a modal dialog makes all else inert. */
function layerOf(document: Document, { block }: Place): Element {
  const element = block.segments[0]!.node.parentElement;
  return element?.closest("dialog:modal") ?? document.fullscreenElement ?? document.body ?? document.documentElement;
}

function isVertical({ block }: Place): boolean {
  const element = block.segments[0]!.node.parentElement;
  return element !== null && getComputedStyle(element).writingMode.startsWith("vertical");
}

function union(rects: readonly DOMRect[]): DOMRect {
  const left = Math.min(...rects.map((rect) => rect.left));
  const top = Math.min(...rects.map((rect) => rect.top));
  const right = Math.max(...rects.map((rect) => rect.right));
  const bottom = Math.max(...rects.map((rect) => rect.bottom));
  return rects.length === 0 ? new DOMRect() : new DOMRect(left, top, right - left, bottom - top);
}
