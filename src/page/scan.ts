/**
 * The findings of a page, kept true while it changes.
 *
 * Containers are read one by one in slices of a few milliseconds, so that neither a long page nor a storm of changes keeps the
 * page from its own work. A change makes only its container dirty; what is inside and already read stays.
 */
import type { Reading } from "../detect/detect.ts";
import type { Finding } from "../detect/finding.ts";
import { addCounts, noCounts, type RegisterCounts } from "../detect/register.ts";
import { containerOf, isInline, isRendered, readContainer, type Block, type Container } from "./blocks.ts";
import { elementsIn, isConnected, isElement, parentOf, rootOf, shadowOf, typeOf } from "./dom.ts";

export interface FoundBlock extends Block {
  findings: Finding[];
}

/** One occurrence on the page. */
export interface Place {
  block: FoundBlock;
  finding: Finding;
}

export interface ScanOptions {
  /** What is read: a document, or an element of one. */
  root: Document | Element;
  detect: (text: string) => Reading;
  /** Called after a slice that changed what is known. */
  onChange: (change: { added: Container[]; removed: Container[] }) => void;
  /** The document has another root element: everything that was started in it is gone. */
  onReplaced: () => void;
  signal: AbortSignal;
}

/** Milliseconds that a slice may take before it lets the page go on. */
const SLICE = 8;

export class Scan {
  readonly shadows = new Set<ShadowRoot>();
  private readonly options: ScanOptions;
  /** Every container read, with those of its blocks that have findings. */
  private readonly known = new Map<Container, FoundBlock[]>();
  /** What the register of each container is judged by. */
  private readonly registers = new Map<Container, RegisterCounts>();
  private readonly queue = new Set<Container>();
  /** What the browser has told of and nobody has looked at yet. */
  private readonly records: MutationRecord[] = [];
  private readonly blockOf = new WeakMap<Text, FoundBlock>();
  private readonly observer = new MutationObserver((records) => {
    this.records.push(...records);
    this.schedule();
  });
  private scheduled = false;
  private readonly waiting: (() => void)[] = [];

  constructor(options: ScanOptions) {
    this.options = options;
    options.signal.addEventListener("abort", () => this.stop());
    this.observe(options.root);
    const element = isElement(options.root) ? options.root : options.root.documentElement;
    if (element) this.queue.add(element);
    this.schedule();
  }

  /** The block that a text node belongs to, if it has findings. */
  blockAt(node: Text): FoundBlock | undefined {
    return this.blockOf.get(node);
  }

  /** Whether `block` is still what was last read of its text. */
  isAlive({ segments }: FoundBlock): boolean {
    const { node } = segments[0]!;
    return isConnected(node) && this.blockOf.get(node)?.segments === segments;
  }

  blocksIn(container: Container): readonly FoundBlock[] {
    return this.known.get(container) ?? [];
  }

  /** Every finding that can be seen, in the order of the page. */
  places(): Place[] {
    return [...this.known.values()]
      .flat()
      .filter(isRendered)
      .sort((a, b) => inOrder(a.segments[0]!.node, b.segments[0]!.node))
      .flatMap((block) => block.findings.map((finding) => ({ block, finding })));
  }

  /** What the register of everything that was read is judged by. */
  register(): RegisterCounts {
    return [...this.registers.values()].reduce(addCounts, noCounts());
  }

  /** Resolves when everything that has been there up to now is read, or the scan is over. */
  settled(): Promise<void> {
    this.records.push(...this.observer.takeRecords());
    if (this.options.signal.aborted || (this.queue.size === 0 && this.records.length === 0)) return Promise.resolve();
    this.schedule();
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  private observe(root: Node): void {
    this.observer.observe(root, { childList: true, characterData: true, subtree: true });
  }

  private schedule(): void {
    if (this.scheduled || this.options.signal.aborted) return;
    this.scheduled = true;
    // Waits for no idle time longer than this, or a busy page would never be marked.
    if (typeof requestIdleCallback === "function") requestIdleCallback(() => this.slice(), { timeout: 200 });
    else setTimeout(() => this.slice(), 0);
  }

  private slice(): void {
    this.scheduled = false;
    if (this.options.signal.aborted) return;
    const change = { added: [] as Container[], removed: [] as Container[] };
    const until = performance.now() + SLICE;
    this.digest(this.records.splice(0), change.removed);
    // The document was written anew and its page is over: what is queued is nobody's any more.
    if (this.options.signal.aborted) {
      this.stop();
      return;
    }
    for (const container of this.queue) {
      this.queue.delete(container);
      if (isConnected(container)) this.read(container, change);
      if (performance.now() > until) break;
    }
    if (change.added.length > 0 || change.removed.length > 0) this.options.onChange(change);
    if (this.queue.size > 0 || this.records.length > 0) this.schedule();
    else for (const resolve of this.waiting.splice(0)) resolve();
  }

  /** What has to be read again, and what is gone, after the changes of `records`. */
  private digest(records: readonly MutationRecord[], removed: Container[]): void {
    const targets = new Set<Node>();
    for (const { target, removedNodes, addedNodes } of records) {
      for (const node of removedNodes) this.forget(node, removed);
      if (typeOf(target) === Node.DOCUMENT_NODE) {
        if ([...addedNodes].some(isElement)) this.options.onReplaced();
      } else if (removedNodes.length === 0 && this.areRows(target, addedNodes)) {
        for (const node of addedNodes) if (isElement(node) && isConnected(node)) this.queue.add(node);
      } else {
        targets.add(target);
      }
    }
    for (const target of targets) {
      const container = containerOf(target);
      if (container) this.queue.add(container);
      else if (isConnected(target)) this.dropAround(target, removed);
    }
  }

  /** Whether what was added to `target` are blocks of their own, as rows of a list are, and leave the text around as it is. */
  private areRows(target: Node, added: NodeList): boolean {
    if (added.length === 0 || this.known.get(target as Container)?.length !== 0) return false;
    return [...added].every((node) => !isConnected(node) || (isElement(node) ? !isInline(node) : isBlank(node)));
  }

  /** Text that the user has begun to write in is no longer the page's. */
  private dropAround(target: Node, removed: Container[]): void {
    for (let at: Node | null = target; at; at = parentOf(at)) {
      this.drop(at as Container, removed);
      const container = containerOf(at);
      if (container) {
        this.queue.add(container);
        return;
      }
    }
  }

  /** Drops what is known of `node` and everything in it. A node that was only moved keeps its blocks. */
  private forget(node: Node, removed: Container[]): void {
    if (isElement(node) && !this.isHere(node)) this.forgetTree(node, removed);
  }

  private isHere(node: Node): boolean {
    const { root } = this.options;
    return isConnected(node) && node.ownerDocument === (isElement(root) ? root.ownerDocument : root);
  }

  private forgetTree(root: Container, removed: Container[]): void {
    this.drop(root, removed);
    const elements = elementsIn(root);
    for (const element of elements) this.drop(element, removed);
    for (const host of isElement(root) ? [root, ...elements] : elements) {
      const shadow = shadowOf(host);
      if (shadow && this.shadows.delete(shadow)) this.forgetTree(shadow, removed);
    }
  }

  private drop(container: Container, removed: Container[]): void {
    this.queue.delete(container);
    this.unmap(container);
    this.registers.delete(container);
    if (this.known.delete(container)) removed.push(container);
  }

  /** Text nodes of the blocks last read in `container` lead to them no more. */
  private unmap(container: Container): void {
    for (const block of this.known.get(container) ?? []) {
      for (const { node } of block.segments) if (this.blockOf.get(node) === block) this.blockOf.delete(node);
    }
  }

  private read(container: Container, change: { added: Container[]; removed: Container[] }): void {
    if (typeOf(container) === Node.DOCUMENT_FRAGMENT_NODE && !this.shadows.has(container as ShadowRoot)) {
      this.shadows.add(container as ShadowRoot);
      this.observe(container);
    }
    const { blocks, inner } = readContainer(container);
    this.unmap(container);
    const found: FoundBlock[] = [];
    let counts = noCounts();
    for (const block of blocks) {
      // What was a container of its own while it was hidden, and is a part of this one now, is not counted twice.
      for (const { node } of block.segments) {
        const other = this.blockOf.get(node)?.container;
        if (other && other !== container) this.drop(other, change.removed);
      }
      const { findings, register } = this.options.detect(block.text);
      counts = addCounts(counts, register);
      if (findings.length === 0) continue;
      const foundBlock = { ...block, findings };
      for (const { node } of block.segments) this.blockOf.set(node, foundBlock);
      found.push(foundBlock);
    }
    this.known.set(container, found);
    this.registers.set(container, counts);
    change.added.push(container);
    for (const child of inner) if (!this.known.has(child)) this.queue.add(child);
  }

  private stop(): void {
    this.observer.disconnect();
    this.queue.clear();
    this.known.clear();
    this.registers.clear();
    this.shadows.clear();
    for (const resolve of this.waiting.splice(0)) resolve();
  }
}

function isBlank(node: Node): boolean {
  return typeOf(node) === Node.COMMENT_NODE || (node as Text).data?.trim() === "";
}

function inOrder(a: Node, b: Node): number {
  const [first, second] = [inDocument(a), inDocument(b)];
  if (first === second) return 0;
  return first.compareDocumentPosition(second) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
}

/** `node`, or the outermost host of the shadow trees that it stands in. */
function inDocument(node: Node): Node {
  for (let root = rootOf(node); typeOf(root) === Node.DOCUMENT_FRAGMENT_NODE; root = rootOf(node)) {
    node = (root as ShadowRoot).host;
  }
  return node;
}
