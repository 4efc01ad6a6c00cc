/**
 * The text of a page as blocks: runs of text that flow together, however many inline elements they are split over.
 *
 * Blocks are found by computed display, so a <span> that a style sheet makes a block is one, and a <div> with display: contents
 * is none. Hidden text is read too, for a page may show it later by a class alone; whether a block can be seen is asked when it
 * matters. Offsets are UTF-16 code units of `Block.text`.
 */
import { isHan } from "../text/units.ts";
import {
  attributeOf,
  firstChildOf,
  isConnected,
  isEditable,
  isElement,
  nameOf,
  nextSiblingOf,
  parentOf,
  shadowOf,
  styleOf,
  typeOf,
} from "./dom.ts";

/** A text node's share of its block. */
export interface Segment {
  node: Text;
  /** Offset in the block's text of the node's first unit. */
  start: number;
}

export interface Block {
  container: Container;
  text: string;
  /** Never empty. */
  segments: Segment[];
}

/** The element, or the shadow root, whose inline content blocks are. */
export type Container = Element | ShadowRoot;

/** Never text to be read: not shown as text, typed by the user, or code. Ruby glosses are not part of the base text. */
const SKIPPED = new Set(
  "script style noscript template textarea input select code kbd samp svg math canvas video audio iframe object embed head title rt rp".split(
    " ",
  ),
);
const GLOSS = new Set(["rt", "rp"]);

const INLINE = new Set(["inline", "contents", "ruby", "ruby-base", "ruby-base-container"]);

const TYPED = new Set(["textbox", "searchbox", "combobox"]);

/** Stands for what separates text without being text, such as an image. */
const OBJECT = "\ufffc";

/** Whether `element` is never looked into: it holds no running text, or the user writes in it. */
function isSkipped(element: Element): boolean {
  return SKIPPED.has(nameOf(element)) || isEditable(element) || TYPED.has(attributeOf(element, "role") ?? "");
}

export function isInline(element: Element): boolean {
  return INLINE.has(styleOf(element).display);
}

export function elementOf(container: Container): Element {
  return isElement(container) ? container : container.host;
}

/** The container whose inline content `node` belongs to, or undefined if it is out of the document or in skipped content. */
export function containerOf(node: Node): Container | undefined {
  if (!isConnected(node)) return undefined;
  let container: Container | undefined;
  for (let at: Node | null = node; at; at = parentOf(at)) {
    if (typeOf(at) === Node.DOCUMENT_FRAGMENT_NODE) {
      container ??= at as ShadowRoot;
      at = (at as ShadowRoot).host;
    }
    if (!isElement(at)) continue;
    if (isSkipped(at)) return undefined;
    if (!container && !isInline(at)) container = at;
  }
  return container;
}

/** What reading a container yields: its own blocks, and the containers found on the way. */
export interface Reading {
  blocks: Block[];
  inner: Container[];
}

/** Reads the inline content of `container`; the containers in it, open shadow roots too, are named and not entered. */
export function readContainer(container: Container): Reading {
  const reading: Reading = { blocks: [], inner: [] };
  const keepsBreaks = /^(pre|break)/.test(styleOf(elementOf(container)).whiteSpace);
  let text = "";
  let segments: Segment[] = [];
  const finish = (): void => {
    if (segments.length > 0 && hasHan(text)) reading.blocks.push({ container, text, segments });
    text = "";
    segments = [];
  };
  const read = (parent: Node): void => {
    for (let child = firstChildOf(parent); child; child = nextSiblingOf(child)) {
      const type = typeOf(child);
      if (type === Node.TEXT_NODE || type === Node.CDATA_SECTION_NODE) {
        const { data } = child as Text;
        if (data === "") continue;
        segments.push({ node: child as Text, start: text.length });
        // A line break in the source of a paragraph is a space, and so is the indent after it.
        text += keepsBreaks ? data : data.replace(/[\n\r\t]/g, " ");
      } else if (isElement(child)) {
        readElement(child);
      }
    }
  };
  const readElement = (element: Element): void => {
    const name = nameOf(element);
    if (name === "br") {
      text += "\n";
      return;
    }
    const shadow = shadowOf(element);
    if (shadow) reading.inner.push(shadow);
    // A gloss over its base stands beside it in the source, not between its halves.
    if (GLOSS.has(name)) return;
    if (name === "img" || isSkipped(element)) {
      text += OBJECT;
    } else if (isInline(element)) {
      read(element);
    } else {
      finish();
      reading.inner.push(element);
    }
  };
  read(container);
  finish();
  return reading;
}

/** Whether any of the block can be seen, were it scrolled to. */
export function isRendered({ container }: Block): boolean {
  return Element.prototype.checkVisibility.call(elementOf(container), { visibilityProperty: true });
}

/** One part of a span in one text node. */
export interface Part {
  node: Text;
  start: number;
  end: number;
}

/** The parts of `start` … `end` of a block's text, a text node each, so that a ruby gloss between them is left out. */
export function partsOf(block: Block, start: number, end: number): Part[] {
  const first = segmentAt(block, start, false);
  const last = segmentAt(block, end, true);
  const parts: Part[] = [];
  for (let i = first; i <= last; i++) {
    const { node, start: at } = block.segments[i]!;
    // The page may have shortened the text since it was read.
    const from = Math.min(Math.max(start - at, 0), node.length);
    const to = Math.min(end - at, node.length);
    if (to > from) parts.push({ node, start: from, end: to });
  }
  return parts;
}

/** The segment that `offset` falls in; if it falls between two, the one before for an `end`. */
function segmentAt({ segments }: Block, offset: number, end: boolean): number {
  let low = 0;
  let high = segments.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    const { start } = segments[middle]!;
    if (end ? start < offset : start <= offset) low = middle;
    else high = middle;
  }
  return low;
}

function hasHan(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (isHan(text.charCodeAt(i))) return true;
  return false;
}
