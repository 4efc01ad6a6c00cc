/**
 * The text of a page as blocks: runs of text that flow together, however many inline elements they are split over.
 *
 * Blocks are found by computed display, so a <span> that a style sheet makes a block is one, and a <div> with display: contents
 * is none. Hidden text is read too, for a page may show it later by a class alone; whether a block can be seen is asked when it
 * matters. Offsets are UTF-16 code units of `Block.text`.
 */
import { isHan } from "../text/units.ts";

/** A text node's share of its block. */
export interface Segment {
  node: Text;
  /** Offset in the block's text of the node's first unit. */
  start: number;
}

export interface Block {
  /** The element, or the shadow root, whose inline content this is. */
  container: Container;
  text: string;
  segments: Segment[];
}

export type Container = Element | ShadowRoot;

/** Never text to be read: not shown as text, typed by the user, or code. Ruby glosses are not part of the base text. */
const SKIPPED = new Set(
  "script style noscript template textarea input select code kbd samp svg math canvas video audio iframe object embed head title rt rp".split(
    " ",
  ),
);

const INLINE = new Set(["inline", "contents", "ruby", "ruby-base", "ruby-base-container"]);

/** Stands for what separates text without being text, such as an image. */
const OBJECT = "\ufffc";

/** Whether `element` is never looked into: it holds no running text, or the user writes in it. */
function isSkipped(element: Element): boolean {
  if (SKIPPED.has(element.localName)) return true;
  if ((element as HTMLElement).isContentEditable) return true;
  const role = element.getAttribute("role");
  return role === "textbox" || role === "searchbox" || role === "combobox";
}

function isInline(element: Element): boolean {
  return INLINE.has(styleOf(element).display);
}

function styleOf(element: Element): CSSStyleDeclaration {
  return element.ownerDocument.defaultView!.getComputedStyle(element);
}

/** The container whose inline content `node` belongs to, or undefined if it is out of the document or in skipped content. */
export function containerOf(node: Node): Container | undefined {
  if (!node.isConnected) return undefined;
  let container: Container | undefined;
  for (let at: Node | null = node; at; at = at.parentNode ?? null) {
    if (at.nodeType === Node.DOCUMENT_FRAGMENT_NODE) {
      container ??= at as ShadowRoot;
      at = (at as ShadowRoot).host;
    }
    if (at.nodeType !== Node.ELEMENT_NODE) continue;
    if (isSkipped(at as Element)) return undefined;
    if (!container && !isInline(at as Element)) container = at as Element;
  }
  return container;
}

/** What reading a container yields: its own blocks, and the containers found on the way. */
export interface Reading {
  blocks: Block[];
  inner: Container[];
  shadows: ShadowRoot[];
}

/** Reads the inline content of `container`; the containers in it are named, not entered. */
export function readContainer(container: Container, shadowOf: (element: Element) => ShadowRoot | null): Reading {
  const reading: Reading = { blocks: [], inner: [], shadows: [] };
  const owner = container instanceof Element ? container : container.host;
  const keepsBreaks = /^(pre|break)/.test(styleOf(owner).whiteSpace);
  let text = "";
  let segments: Segment[] = [];
  const finish = (): void => {
    if (segments.length > 0 && hasHan(text)) reading.blocks.push({ container, text, segments });
    text = "";
    segments = [];
  };
  const read = (parent: Node): void => {
    for (let child = parent.firstChild; child; child = child.nextSibling) {
      if (child.nodeType === Node.TEXT_NODE || child.nodeType === Node.CDATA_SECTION_NODE) {
        const { data } = child as Text;
        if (data === "") continue;
        segments.push({ node: child as Text, start: text.length });
        // A line break in the source of a paragraph is a space, and so is the indent after it.
        text += keepsBreaks ? data : data.replace(/[\n\r\t]/g, " ");
      } else if (child.nodeType === Node.ELEMENT_NODE) {
        readElement(child as Element);
      }
    }
  };
  const readElement = (element: Element): void => {
    if (element.localName === "br") {
      text += "\n";
      return;
    }
    const shadow = shadowOf(element);
    if (shadow) {
      reading.shadows.push(shadow);
      reading.inner.push(shadow);
    }
    if (SKIPPED.has(element.localName) || element.localName === "img") {
      // A gloss over its base stands beside it in the source, not between its halves.
      if (element.localName !== "rt" && element.localName !== "rp") text += OBJECT;
    } else if (isSkipped(element)) {
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
export function isRendered(block: Block): boolean {
  const element = block.segments[0]!.node.parentElement ?? (block.container as ShadowRoot).host;
  return element.checkVisibility({ visibilityProperty: true });
}

/** The boundary at `offset` of a block's text; at the end of a segment rather than at the start of the next if `end`. */
function boundary({ segments }: Block, offset: number, end: boolean): { segment: number; offset: number } {
  let low = 0;
  let high = segments.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    const { start } = segments[middle]!;
    if (end ? start < offset : start <= offset) low = middle;
    else high = middle;
  }
  const { node, start } = segments[low]!;
  return { segment: low, offset: Math.min(offset - start, node.length) };
}

/** One part of a span in one text node. */
export interface Part {
  node: Text;
  start: number;
  end: number;
}

/** The parts of `start` … `end` of a block's text, a text node each, so that a ruby gloss between them is left out. */
export function partsOf(block: Block, start: number, end: number): Part[] {
  const first = boundary(block, start, false);
  const last = boundary(block, end, true);
  const parts: Part[] = [];
  for (let i = first.segment; i <= last.segment; i++) {
    const { node } = block.segments[i]!;
    const from = i === first.segment ? first.offset : 0;
    const to = i === last.segment ? last.offset : node.length;
    if (to > from) parts.push({ node, start: from, end: to });
  }
  return parts;
}

function hasHan(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (isHan(text.charCodeAt(i))) return true;
  return false;
}
