/**
 * Where on the page the findings are, beside the scrollbar; a click goes there.
 *
 * For readers who switched it on: the design has Tifa add no node but an open card's host, and with this setting the reader asks for
 * one more. It is the same kind of host: a popover with a closed shadow root. What it shows is drawn, so that it is one element
 * however many findings there are. The popup's list says the same to those who can't see it.
 */
import { elementOf } from "./blocks.ts";
import { groundOf } from "./ground.ts";
import { HUES } from "./marks.ts";
import { rectsOf } from "./rects.ts";
import type { Place } from "./known.ts";

/** CSS pixels. */
const WIDTH = 12;
const TICK = 2;

/** Milliseconds between two drawings of a page that changes. */
const PAUSE = 500;

const XHTML = "http://www.w3.org/1999/xhtml";

const STYLE = `
:host {
  all: initial !important;
  display: block !important;
  position: fixed !important;
  inset: 0 0 0 auto !important;
  width: ${WIDTH}px !important;
  height: 100% !important;
  pointer-events: none !important;
  background: none !important;
}
:host::backdrop { display: none !important; }
canvas { display: block; width: 100%; height: 100%; pointer-events: auto; cursor: pointer; }
canvas[hidden] { display: none; }
@media print { canvas { display: none; } }
`;

export interface MinimapOptions {
  /** Every shown finding, in the order of the page. */
  places: () => readonly Place[];
  go: (place: Place) => void;
}

export class Minimap {
  private readonly options: MinimapOptions;
  private readonly host = document.createElementNS(XHTML, "div");
  private readonly canvas = document.createElementNS(XHTML, "canvas") as HTMLCanvasElement;
  private readonly resizing = new ResizeObserver(() => this.update());
  private drawn: { place: Place; y: number }[] = [];
  private waiting: ReturnType<typeof setTimeout> | undefined;

  constructor(options: MinimapOptions) {
    this.options = options;
    this.host.popover = "manual";
    const root = this.host.attachShadow({ mode: "closed" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
    root.adoptedStyleSheets = [sheet];
    this.canvas.ariaHidden = "true";
    this.canvas.addEventListener("click", (event) => event.isTrusted && this.clicked(event.clientY));
    root.append(this.canvas);
    this.resizing.observe(document.documentElement);
    this.draw();
  }

  /** The findings are others, or stand elsewhere. */
  update(): void {
    this.waiting ??= setTimeout(() => {
      this.waiting = undefined;
      this.draw();
    }, PAUSE);
  }

  stop(): void {
    clearTimeout(this.waiting);
    this.resizing.disconnect();
    this.host.remove();
  }

  private draw(): void {
    // A page that changes its whole body takes the host along.
    if (!this.host.isConnected) {
      document.documentElement.append(this.host);
      this.host.showPopover();
    }
    const { scrollHeight } = document.scrollingElement ?? document.documentElement;
    const height = innerHeight;
    this.drawn = [];
    this.canvas.hidden = scrollHeight <= height;
    if (this.canvas.hidden) return;
    this.canvas.width = Math.round(WIDTH * devicePixelRatio);
    this.canvas.height = Math.round(height * devicePixelRatio);
    const pen = this.canvas.getContext("2d");
    if (!pen) return;
    pen.scale(devicePixelRatio, devicePixelRatio);
    const ground = groundOf(document.body ?? document.documentElement);
    const isForced = matchMedia("(forced-colors: active)").matches;
    const boxes = new Map<Element, DOMRect>();
    for (const place of this.options.places()) {
      const top = topOf(place, boxes);
      if (top === undefined) continue;
      const y = ((top + scrollY) / scrollHeight) * height;
      this.drawn.push({ place, y });
      const { category, weight } = place.finding;
      pen.fillStyle = isForced ? "CanvasText" : `oklch(${HUES[category][ground]})`;
      // The essential ones go all the way across.
      const width = weight === "essential" ? WIDTH - 4 : (WIDTH - 4) / 2;
      pen.fillRect(WIDTH - 2 - width, Math.min(y, height - TICK), width, TICK);
    }
  }

  private clicked(y: number): void {
    const nearest = this.drawn.reduce<{ place: Place; y: number } | undefined>(
      (best, one) => (best && Math.abs(best.y - y) <= Math.abs(one.y - y) ? best : one),
      undefined,
    );
    if (nearest) this.options.go(nearest.place);
  }
}

/**
 * Where a finding stands, CSS pixels of the viewport; undefined if it is not shown. By its share of its block, for asking the
 * browser for each of 20,000 findings would take ten times as long as asking for their blocks; where the block is higher than the
 * window that would not be near enough.
 */
function topOf(place: Place, boxes: Map<Element, DOMRect>): number | undefined {
  const { block, finding } = place;
  const element = elementOf(block.container);
  const box = boxes.get(element) ?? element.getBoundingClientRect();
  boxes.set(element, box);
  if (box.height > innerHeight || box.height === 0) return rectsOf(place)[0]?.top;
  return box.top + (box.height * finding.start) / block.text.length;
}
