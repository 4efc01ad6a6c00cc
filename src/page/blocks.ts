/**
 * The text of a page as blocks: runs of text that flow together, however many inline elements they are split over.
 *
 * Blocks are found by computed display, so a <span> that a style sheet makes a block is one, and a <div> with display: contents
 * is none. What has display: none parts no text, and is a container of its own: it is read too, for a page may show it later by a
 * class alone; whether something can be seen is asked when it matters. Offsets are UTF-16 code units of `Block.text`.
 */
import { isHan } from "../text/units.ts";
import {
  attributeOf,
  firstChildOf,
  isConnected,
  isEditable,
  isElement,
  matches,
  nameOf,
  nextSiblingOf,
  outerOf,
  parentElementOf,
  parentOf,
  shadowOf,
  slotOf,
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
  (
    "script style noscript template textarea input select datalist code kbd samp svg math canvas video audio iframe noframes " +
    "object embed progress meter head title rt rp rtc"
  ).split(" "),
);

/** Roles of what is written in, and of code. */
const SKIPPED_ROLES = new Set(["textbox", "searchbox", "combobox", "code"]);

const INLINE = new Set(["inline", "contents", "ruby", "ruby-base", "ruby-base-container"]);
/** A gloss over its base stands beside it in the source, not between its halves. */
const GLOSS_NAMES = new Set(["rt", "rp", "rtc"]);
const GLOSS_DISPLAYS = new Set(["ruby-text", "ruby-text-container"]);

/** Kanji in Japanese text would be taken for Chinese. */
const FOREIGN = ":lang(ja)";

/** Stands for what separates text without being text, such as an image. */
const OBJECT = "\ufffc";

/** Nodes to be read before the page may have its turn. */
const STRIDE = 100;

/** Whether `element` is never looked into: it holds no running text, or the user writes in it. */
export function isSkipped(element: Element): boolean {
  return SKIPPED.has(nameOf(element)) || isEditable(element) || SKIPPED_ROLES.has(attributeOf(element, "role") ?? "");
}

/** How an element stands in the text around it: as a part of it, between two parts, or not at all. */
export type Flow = "inline" | "block" | "none";

export function flowOf(element: Element): Flow {
  if (GLOSS_NAMES.has(nameOf(element))) return "none";
  const { display } = styleOf(element);
  if (INLINE.has(display)) return "inline";
  return display === "none" || GLOSS_DISPLAYS.has(display) ? "none" : "block";
}

export function elementOf(container: Container): Element {
  return isElement(container) ? container : container.host;
}

/** Of elements around containers that were looked for: whether what is in them is read. Kept while `lookingUp` runs. */
let looked: Map<Element, boolean> | undefined;

/** Does `act`, which changes nothing of the page and asks for the containers of many nodes: the way up is gone once, however long. */
export function lookingUp(act: () => void): void {
  looked = new Map();
  try {
    act();
  } finally {
    looked = undefined;
  }
}

/** The container whose inline content `node` belongs to, or undefined if it is out of the document or in skipped content. */
export function containerOf(node: Node): Container | undefined {
  if (!isConnected(node)) return undefined;
  let container: Container | undefined;
  let isRead = true;
  const passed: Element[] = [];
  for (let at: Node | null = node; at && isRead; at = parentOf(at)) {
    if (typeOf(at) === Node.DOCUMENT_FRAGMENT_NODE) {
      container ??= at as ShadowRoot;
      at = (at as ShadowRoot).host;
    }
    if (!isElement(at)) continue;
    const before = container && looked?.get(at);
    if (before !== undefined) {
      isRead = before;
      break;
    }
    isRead = !isSkipped(at);
    if (container) passed.push(at);
    else if (isRead && flowOf(at) !== "inline") container = at;
  }
  if (looked) for (const one of passed) looked.set(one, isRead);
  return isRead ? container : undefined;
}

/** What reading a container yields. */
export interface Reading {
  /** Its own blocks, those without any Han left out. */
  blocks: Block[];
  /** The containers found on the way, shadow roots too; they are not entered. */
  inner: Container[];
  /** The elements on the way, and how each of them stands in the text. */
  elements: Element[];
  flows: Flow[];
}

/** Reads the inline content of `container`, which must not change between the steps. */
export function* readContainer(container: Container): Generator<void, Reading> {
  const reading: Reading = { blocks: [], inner: [], elements: [], flows: [] };
  const element = elementOf(container);
  // Asked for only where it matters: to ask takes the browser as long as all the rest of a short paragraph.
  let keepsBreaks: boolean | undefined;
  let isForeign: boolean | undefined;
  let text = "";
  let segments: Segment[] = [];
  const finish = (): void => {
    if (segments.length > 0) {
      if (hasHan(text) && !(isForeign ??= matches(element, FOREIGN))) {
        reading.blocks.push({ container, text, segments });
      }
      segments = [];
    }
    text = "";
  };
  /** Whether the content of `child` is a part of the text. */
  const enters = (child: Element): boolean => {
    const name = nameOf(child);
    if (name === "br") {
      text += "\n";
      return false;
    }
    const shadow = shadowOf(child);
    if (shadow) reading.inner.push(shadow);
    const flow = flowOf(child);
    reading.elements.push(child);
    reading.flows.push(flow);
    if (name === "img" || isSkipped(child)) {
      if (flow !== "none") text += OBJECT;
      return false;
    }
    if (flow === "inline") {
      const isApart = /^ja\b/i.test(attributeOf(child, "lang") ?? "");
      if (isApart) text += OBJECT;
      return !isApart;
    }
    if (flow === "block") finish();
    reading.inner.push(child);
    return false;
  };
  let read = 0;
  let at = firstChildOf(container);
  while (at) {
    if (++read % STRIDE === 0) yield;
    const type = typeOf(at);
    let within: Node | null = null;
    if (type === Node.TEXT_NODE || type === Node.CDATA_SECTION_NODE) {
      const { data } = at as Text;
      if (data !== "") {
        segments.push({ node: at as Text, start: text.length });
        const isBroken = /[\n\r\t]/.test(data);
        if (isBroken) keepsBreaks ??= /^(pre|break)/.test(styleOf(element).whiteSpace);
        // A line break in the source of a paragraph is a space, and so is the indent after it.
        text += isBroken && !keepsBreaks ? data.replace(/[\n\r\t]/g, " ") : data;
      }
    } else if (isElement(at) && enters(at)) {
      within = firstChildOf(at);
    }
    at = within ?? following(at, container);
  }
  finish();
  return reading;
}

/** The next node after `node` and all that is in it, within `container`. */
function following(node: Node, container: Container): Node | null {
  for (let at: Node | null = node; at && at !== container; at = parentOf(at)) {
    const next = nextSiblingOf(at);
    if (next) return next;
  }
  return null;
}

/** Whether any of the block can be seen, were it scrolled to. */
export function isRendered({ container }: Block): boolean {
  return isVisible(elementOf(container));
}

/** Whether what stands at `offset` of a block that is rendered can be seen, were it scrolled to. */
export function isVisibleAt(block: Block, offset: number): boolean {
  const { node } = block.segments[segmentAt(block, offset, false)]!;
  const parent = parentElementOf(node);
  if (!parent) return true;
  // What no slot takes of a host's own content is nowhere, and what stands in closed details has a slot that nobody sees.
  if (shadowOf(parent) && !slotOf(node)) return false;
  if (nameOf(parent) === "details" && attributeOf(parent, "open") === null) return false;
  return parent === block.container || isVisible(parent);
}

function isVisible(element: Element): boolean {
  if (Element.prototype.checkVisibility.call(element, { visibilityProperty: true })) return true;
  // What has no box of its own passes for hidden.
  const boxed = boxedAround(element);
  return (
    boxed !== element &&
    styleOf(element).visibility === "visible" &&
    Element.prototype.checkVisibility.call(boxed, { visibilityProperty: false })
  );
}

/** `element`, or where that has no box of its own, for its display is "contents", what it is laid out in. */
export function boxedAround(element: Element): Element {
  let boxed = element;
  while (styleOf(boxed).display === "contents") {
    const outer = outerOf(boxed);
    if (!outer || !isElement(outer)) break;
    boxed = outer;
  }
  return boxed;
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
