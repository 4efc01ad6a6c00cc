/** From what the browser tells of changes to what has to be read again, and what is gone. */
import { containerOf, flowOf, isSkipped, type Container } from "./blocks.ts";
import { isSheet, type Doubt } from "./doubt.ts";
import {
  documentOf,
  elementsIn,
  firstChildOf,
  holds,
  isConnected,
  isElement,
  nameOf,
  nextSiblingOf,
  parentOrHostOf,
  previousSiblingOf,
  shadowOf,
  typeOf,
} from "./dom.ts";
import type { Known } from "./known.ts";
import type { Queue } from "./queue.ts";

interface RecordsOptions {
  document: Document;
  known: Known;
  queue: Queue;
  doubt: Doubt;
  /** Forgets a container. */
  drop: (container: Container) => void;
  /** The document has another root element. */
  onReplaced: () => void;
}

export class Records {
  private readonly options: RecordsOptions;
  private readonly known: Known;
  private readonly queue: Queue;
  private readonly doubt: Doubt;
  /** Of the changes that are being gone through: the blocks that come with them. */
  private readonly coming = new Set<Element>();
  /** Those rows that have come by now, and the blocks that are gone. */
  private readonly arrived = new Set<Element>();
  private readonly left = new Set<Element>();

  /** Of those in which rows have come, whether they are read: not so if they are gone again, or are written in. */
  private readonly read = new Map<Node, boolean>();

  constructor(options: RecordsOptions) {
    this.options = options;
    ({ known: this.known, queue: this.queue, doubt: this.doubt } = options);
  }

  digest(records: readonly MutationRecord[]): void {
    const targets = new Set<Node>();
    const moved = new Set<Element>();
    for (const { addedNodes } of records) {
      for (const node of listOf(addedNodes)) if (isElement(node) && this.isNewBlock(node)) this.coming.add(node);
    }
    for (const record of records) {
      const { type, target } = record;
      if (type === "attributes") this.digestAttribute(target as Element, record.attributeName!, targets);
      else if (type === "childList") this.digestChildren(record, targets, moved);
      else targets.add(target);
      if (type !== "attributes" && isSheet(target)) this.doubt.restyleAround(target);
    }
    for (const element of moved) {
      if (containerOf(element)) {
        this.doubt.spread(element);
        this.known.move(element);
      } else {
        this.forgetTree(element);
      }
    }
    for (const target of targets) {
      if (containerOf(target)) this.queue.addAround(target);
      else if (isConnected(target)) this.dropAround(target);
    }
    for (const noted of [this.coming, this.arrived, this.left, this.read]) noted.clear();
  }

  /** These are too many changes to go through them: of everything known it is asked whether it is still so. */
  doubtAll(records: readonly MutationRecord[]): void {
    const { known, queue } = this;
    for (const container of known.containers()) {
      if (this.isHere(container) && containerOf(container)) queue.add(container);
      else this.options.drop(container);
    }
    for (const shadow of known.shadows) if (!this.isHere(shadow)) known.shadows.delete(shadow);
    // What has left one place and is at another keeps its text: rows that were sorted.
    const isMoved = (node: Node): boolean => isElement(node) && this.isHere(node);
    if (records.some(({ removedNodes }) => listOf(removedNodes).some(isMoved))) known.move(this.options.document);
  }

  private digestChildren(record: MutationRecord, targets: Set<Node>, moved: Set<Element>): void {
    const { target } = record;
    const added = listOf(record.addedNodes);
    const removed = listOf(record.removedNodes);
    const leavesText = this.leavesText(record, added, removed);
    for (const node of removed) {
      if (!isElement(node)) continue;
      if (this.isKnownBlock(node)) this.left.add(node);
      if (this.isHere(node)) moved.add(node);
      else this.forgetTree(node);
    }
    if (added.some(isSheet) || removed.some(isSheet)) this.doubt.restyleAround(target);
    if (this.known.shadows.size > 0) this.digestSlots(target, [...added, ...removed]);
    if (typeOf(target) === Node.DOCUMENT_NODE) {
      if (added.some(isElement)) this.options.onReplaced();
    } else if (leavesText) {
      for (const node of added) {
        if (!isElement(node) || !this.isRead(target)) continue;
        this.queue.add(node);
        this.arrived.add(node);
      }
    } else {
      targets.add(target);
    }
  }

  /** What a host holds is nowhere until its shadow tree has a slot, and flows as it does around that. */
  private digestSlots(target: Node, nodes: readonly Node[]): void {
    const root = Node.prototype.getRootNode.call(target) as ShadowRoot;
    if (this.known.shadows.has(root) && firstChildOf(root.host) && nodes.some(hasSlot)) this.doubt.restyle(root.host);
  }

  private digestAttribute(element: Element, name: string, targets: Set<Node>): void {
    if (!isConnected(element)) return;
    if (name === "class") {
      this.doubt.restyle(element);
    } else if (name === "style" || name === "hidden") {
      this.doubt.askOf(element);
    } else {
      this.forgetTree(element);
      targets.add(element);
      const parent = parentOrHostOf(element);
      if (parent) targets.add(parent);
    }
  }

  /**
   * Whether blocks were added or removed without any text flowing together, or being parted, that was not before: as rows of a
   * list are. Only what has been read is known to part text, and what has arrived as such a row.
   */
  private leavesText(
    { target, previousSibling, nextSibling }: MutationRecord,
    added: readonly Node[],
    removed: readonly Node[],
  ): boolean {
    if (!this.known.has(target as Container)) return false;
    // Blanks belong to the text that follows or precedes them, so they are looked past only where there is none on either side.
    const isBetweenBlocks =
      this.parts(pastBlanks(previousSibling, previousSiblingOf)) && this.parts(pastBlanks(nextSibling, nextSiblingOf));
    if (!isBetweenBlocks && !this.parts(previousSibling) && !this.parts(nextSibling)) return false;
    const leaves = (node: Node, isRow: boolean): boolean => isRow || (isBetweenBlocks && isBlank(node));
    return (
      removed.every((node) => leaves(node, isElement(node) && this.isKnownBlock(node))) &&
      added.every((node) => leaves(node, isElement(node) && this.coming.has(node)))
    );
  }

  /** Whether text ends at `sibling`, or where its parent does. */
  private parts(sibling: Node | null): boolean {
    if (!sibling) return true;
    // One that is still to come stands there from now on; if it was there before as a part of the text, its leaving is told of.
    return isElement(sibling) && (this.coming.has(sibling) || this.isKnownBlock(sibling));
  }

  /** Whether the blocks in `node` are read. */
  private isRead(node: Node): boolean {
    const isRead = this.read.get(node) ?? containerOf(node) !== undefined;
    this.read.set(node, isRead);
    return isRead;
  }

  private isNewBlock(element: Element): boolean {
    return !this.known.has(element) && isConnected(element) && !isSkipped(element) && flowOf(element) === "block";
  }

  private isKnownBlock(element: Element): boolean {
    // What has left parted its text when its neighbours came or went before it.
    return this.arrived.has(element) || this.left.has(element) || this.known.isBlock(element);
  }

  /** Text that the user has begun to write in is no longer the page's. */
  private dropAround(target: Node): void {
    for (let at: Node | null = target; at; at = parentOrHostOf(at)) {
      this.options.drop(at as Container);
      const container = containerOf(at);
      if (container) {
        this.queue.add(container);
        return;
      }
    }
  }

  private isHere(node: Node): boolean {
    return isConnected(node) && documentOf(node) === this.options.document;
  }

  /** Drops what is known of everything in `root`. */
  private forgetTree(root: Container): void {
    this.options.drop(root);
    if (isElement(root)) this.forgetShadow(root);
    for (const element of elementsIn(root)) {
      this.options.drop(element);
      this.forgetShadow(element);
    }
  }

  private forgetShadow(host: Element): void {
    const shadow = shadowOf(host);
    if (shadow && this.known.shadows.delete(shadow)) this.forgetTree(shadow);
  }
}

/** By the index: an iterator takes several times as long, and there are thousands of these lists, nearly all of them of one node. */
function listOf(nodes: NodeList): Node[] {
  const list: Node[] = [];
  const { length } = nodes;
  for (let i = 0; i < length; i++) list.push(nodes[i]!);
  return list;
}

function hasSlot(node: Node): boolean {
  return isElement(node) && (nameOf(node) === "slot" || holds(node, "slot"));
}

function isBlank(node: Node): boolean {
  return typeOf(node) === Node.COMMENT_NODE || (typeOf(node) === Node.TEXT_NODE && (node as Text).data.trim() === "");
}

function pastBlanks(node: Node | null, further: (node: Node) => Node | null): Node | null {
  let at = node;
  while (at && isBlank(at)) at = further(at);
  return at;
}
