/**
 * What may flow together in another way than when it was read: after a change of class, style or style sheet. Most of what is in
 * doubt turns out to be the same.
 *
 * What scripts do to the rules of a sheet (insertRule, disabled, adoptedStyleSheets) the browser tells nobody of, nor that a box has
 * another size than its rules ask for (@container). It is seen when the text around it changes or the window does.
 */
import { containerOf, flowOf, isSkipped } from "./blocks.ts";
import { elementsIn, isConnected, isElement, nameOf, parentOrHostOf, rootElementOf, shadowOf, typeOf } from "./dom.ts";
import type { Known } from "./known.ts";
import type { Queue } from "./queue.ts";

/** Milliseconds of rest for each container that a change of class makes dirty, for some pages change them all the time. */
const REST = 0.1;

export class Doubt {
  private readonly document: Document;
  private readonly known: Known;
  private readonly queue: Queue;
  /** Elements in which a change of class may have altered what flows together. */
  private readonly restyled = new Set<Element>();
  private due = 0;

  constructor(document: Document, known: Known, queue: Queue) {
    this.document = document;
    this.known = known;
    this.queue = queue;
  }

  get isEmpty(): boolean {
    return this.restyled.size === 0;
  }

  /** Milliseconds until `settle` does anything. */
  get wait(): number {
    return Math.max(this.due - performance.now(), 0);
  }

  clear(): void {
    this.restyled.clear();
  }

  /** From now on `settle` does not wait. */
  hurry(): void {
    this.due = 0;
  }

  /** The class of an element is another. */
  restyle(element: Element): void {
    this.restyled.add(element);
  }

  /** A style sheet came, went or changed in the tree of `node`. */
  restyleAround(node: Node): void {
    const root = Node.prototype.getRootNode.call(node);
    const element =
      typeOf(root) === Node.DOCUMENT_FRAGMENT_NODE ? (root as ShadowRoot).host : rootElementOf(this.document);
    if (element) this.restyled.add(element);
  }

  /** An element alone may stand in its text in another way. */
  askOf(element: Element): void {
    if (!this.hasOtherFlow(element)) return;
    const parent = parentOrHostOf(element);
    if (parent) this.queue.addAround(parent);
  }

  /** Everything in `element` is to be read again. Returns of how much there is a doubt. */
  spread(element: Element): number {
    this.askOf(element);
    if (!containerOf(element)) return 0;
    this.queue.addAround(element);
    return 1 + this.spreadBelow(element) + this.spreadInto(element);
  }

  /** Queues what was restyled, unless that was done a moment ago. */
  settle(): void {
    if (this.restyled.size === 0 || performance.now() < this.due) return;
    let count = 0;
    for (const element of this.restyled) if (isConnected(element)) count += this.spread(element);
    this.restyled.clear();
    this.due = performance.now() + count * REST;
  }

  private spreadBelow(root: Element | ShadowRoot): number {
    let count = 0;
    for (const element of elementsIn(root)) {
      if (this.known.has(element)) this.queue.add(element);
      count += 1 + this.spreadInto(element);
    }
    return count;
  }

  private spreadInto(host: Element): number {
    const shadow = shadowOf(host);
    if (!shadow || !this.known.has(shadow)) return 0;
    this.queue.add(shadow);
    return 1 + this.spreadBelow(shadow);
  }

  private hasOtherFlow(element: Element): boolean {
    const flow = flowOf(element);
    if ((flow === "none") !== this.known.isHidden(element)) return true;
    return !isSkipped(element) && (flow === "inline") === this.known.has(element);
  }
}

/** Whether `node` brings styles. */
export function isSheet(node: Node): boolean {
  if (!isElement(node)) return false;
  const name = nameOf(node);
  return name === "style" || name === "link";
}
