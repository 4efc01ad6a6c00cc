/**
 * The findings of a page, kept true while it changes.
 *
 * Containers are read one by one in slices of a few milliseconds, so that neither a long page nor a storm of changes keeps the
 * page from its own work. A change makes only its container dirty; what is inside and already read stays.
 */
import type { Finding } from "../detect/finding.ts";
import { containerOf, isRendered, readContainer, type Block, type Container } from "./blocks.ts";

export interface FoundBlock extends Block {
  findings: Finding[];
}

/** One occurrence on the page. */
export interface Place {
  block: FoundBlock;
  finding: Finding;
}

export interface ScanOptions {
  root: Element;
  detect: (text: string) => Finding[];
  /** Called after a slice that changed what is known. */
  onChange: (change: { added: Container[]; removed: Container[] }) => void;
  shadowOf: (element: Element) => ShadowRoot | null;
  signal: AbortSignal;
}

/** Milliseconds that a slice may take before it lets the page go on. */
const SLICE = 8;

export class Scan {
  readonly shadows = new Set<ShadowRoot>();
  private readonly options: ScanOptions;
  /** Every container read, with those of its blocks that have findings. */
  private readonly known = new Map<Container, FoundBlock[]>();
  private readonly queue = new Set<Container>();
  private readonly blockOf = new WeakMap<Text, FoundBlock>();
  private readonly observer: MutationObserver;
  private scheduled = false;
  private readonly idle: (() => void)[] = [];

  constructor(options: ScanOptions) {
    this.options = options;
    this.observer = new MutationObserver((records) => this.take(records));
    options.signal.addEventListener("abort", () => this.stop());
    this.observe(options.root);
    this.enqueue(options.root);
  }

  /** The block that a text node belongs to, if it has findings. */
  blockAt(node: Text): FoundBlock | undefined {
    return this.blockOf.get(node);
  }

  blocksIn(container: Container): readonly FoundBlock[] {
    return this.known.get(container) ?? [];
  }

  /** Every finding that can be seen, in the order of the page. */
  places(): Place[] {
    this.flush();
    return [...this.known.values()]
      .flat()
      .filter(isRendered)
      .sort((a, b) => inOrder(a.segments[0]!.node, b.segments[0]!.node))
      .flatMap((block) => block.findings.map((finding) => ({ block, finding })));
  }

  /** Resolves when everything that has been there up to now is read. */
  settled(): Promise<void> {
    return this.queue.size === 0 ? Promise.resolve() : new Promise((resolve) => this.idle.push(resolve));
  }

  private observe(root: Node): void {
    this.observer.observe(root, { childList: true, characterData: true, subtree: true });
  }

  /** Takes up at once the changes that the browser has not told of yet. */
  private flush(): void {
    this.take(this.observer.takeRecords());
  }

  private take(records: readonly MutationRecord[]): void {
    const removed: Container[] = [];
    for (const { removedNodes } of records) for (const node of removedNodes) this.forget(node, removed);
    if (removed.length > 0) this.options.onChange({ added: [], removed });
    // Where a page changes one element a thousand times, its container is looked for once.
    const targets = new Set(records.map((record) => record.target));
    for (const target of targets) {
      const container = containerOf(target);
      if (container) this.enqueue(container);
    }
  }

  /** Drops what is known of `node` and everything in it. A node that was only moved keeps its blocks. */
  private forget(node: Node, removed: Container[]): void {
    if (node.nodeType !== Node.ELEMENT_NODE || node.isConnected) return;
    this.forgetTree(node as Element, removed);
  }

  private forgetTree(root: Container, removed: Container[]): void {
    this.drop(root, removed);
    const elements = [...root.querySelectorAll("*")];
    for (const element of elements) this.drop(element, removed);
    for (const host of root.nodeType === Node.ELEMENT_NODE ? [root as Element, ...elements] : elements) {
      const shadow = this.options.shadowOf(host);
      if (shadow && this.shadows.delete(shadow)) this.forgetTree(shadow, removed);
    }
  }

  private drop(container: Container, removed: Container[]): void {
    this.queue.delete(container);
    this.unmap(container);
    if (this.known.delete(container)) removed.push(container);
  }

  /** Text nodes of the blocks last read in `container` lead to them no more. */
  private unmap(container: Container): void {
    for (const block of this.known.get(container) ?? []) {
      for (const { node } of block.segments) if (this.blockOf.get(node) === block) this.blockOf.delete(node);
    }
  }

  private enqueue(container: Container): void {
    this.queue.add(container);
    if (this.scheduled) return;
    this.scheduled = true;
    const { defaultView: view } = this.options.root.ownerDocument;
    // Waits for no idle time longer than this, or a busy page would never be marked.
    if (view?.requestIdleCallback) view.requestIdleCallback(() => this.slice(), { timeout: 200 });
    else setTimeout(() => this.slice(), 0);
  }

  private slice(): void {
    this.scheduled = false;
    if (this.options.signal.aborted) return;
    const added: Container[] = [];
    const until = performance.now() + SLICE;
    for (const container of this.queue) {
      this.queue.delete(container);
      if (container.isConnected) this.read(container, added);
      if (performance.now() > until) break;
    }
    if (added.length > 0) this.options.onChange({ added, removed: [] });
    if (this.queue.size > 0) {
      this.enqueue(this.queue.values().next().value!);
    } else {
      for (const resolve of this.idle.splice(0)) resolve();
    }
  }

  private read(container: Container, added: Container[]): void {
    const { blocks, inner, shadows } = readContainer(container, this.options.shadowOf);
    this.unmap(container);
    const found: FoundBlock[] = [];
    for (const block of blocks) {
      const findings = this.options.detect(block.text);
      if (findings.length === 0) continue;
      const foundBlock = { ...block, findings };
      for (const { node } of block.segments) this.blockOf.set(node, foundBlock);
      found.push(foundBlock);
    }
    this.known.set(container, found);
    added.push(container);
    for (const shadow of shadows) {
      if (this.shadows.has(shadow)) continue;
      this.shadows.add(shadow);
      this.observe(shadow);
    }
    for (const child of inner) if (!this.known.has(child)) this.queue.add(child);
  }

  private stop(): void {
    this.observer.disconnect();
    this.queue.clear();
    this.known.clear();
    this.shadows.clear();
  }
}

function inOrder(a: Node, b: Node): number {
  const [first, second] = [inDocument(a), inDocument(b)];
  if (first === second) return 0;
  return first.compareDocumentPosition(second) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
}

/** `node`, or the outermost host of the shadow trees that it stands in. */
function inDocument(node: Node): Node {
  let root = node.getRootNode();
  while (root.nodeType === Node.DOCUMENT_FRAGMENT_NODE) {
    node = (root as ShadowRoot).host;
    root = node.getRootNode();
  }
  return node;
}
