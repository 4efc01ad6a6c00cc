/**
 * The findings of a page, kept true while it changes.
 *
 * Containers are read one by one in slices of a few milliseconds, so that neither a long page nor a storm of changes keeps the
 * page from its own work; what can be seen is read first. A change makes only its container dirty; what is inside and already
 * read stays, and text that is the same as before is not looked through again.
 */
import type { Reading } from "../detect/detect.ts";
import type { Finding } from "../detect/finding.ts";
import { addCounts, noCounts, type RegisterCounts } from "../detect/register.ts";
import {
  containerOf,
  elementOf,
  flowOf,
  isRendered,
  isSkipped,
  isVisibleAt,
  readContainer,
  type Block,
  type Container,
} from "./blocks.ts";
import {
  documentOf,
  elementAt,
  elementsIn,
  isConnected,
  isEditor,
  isElement,
  nameOf,
  nextElementOf,
  nextSiblingOf,
  nodesIn,
  parentOrHostOf,
  previousSiblingOf,
  rootElementOf,
  shadowOf,
  typeOf,
} from "./dom.ts";
import { piecesOf } from "./pieces.ts";

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
  onChange: (change: Change) => void;
  /** The document has another root element: everything that was started in it is gone. */
  onReplaced: () => void;
  signal: AbortSignal;
}

/** Containers that were read, anew or for the first time, and such as are no longer there. */
export interface Change {
  added: Container[];
  removed: Container[];
}

/** Milliseconds that a slice may take before it lets the page go on, and the most while the page has nothing to do. */
const SLICE = 8;
const IDLE_SLICE = 24;

/** A slice waits for no idle time longer than this, or a busy page would never be marked. In milliseconds. */
const PATIENCE = 200;

/** With more records than this at once it is cheaper to ask of everything known whether it is still so. */
const MANY = 5000;

/**
 * Attributes that can alter what is text. Each costs a record when it changes, so of those that alter only what can be seen none
 * is here.
 */
const ATTRIBUTES = ["class", "contenteditable", "hidden", "lang", "role", "style"];

/** Milliseconds from one look for shadow roots to the next: doubled while nothing happens, and two hundred times what a look takes. */
const SOON = 250;
const LATE = 8000;
const REST = 200;

/** Elements that are looked at in one step. */
const LOOK_STRIDE = 500;

/** Milliseconds of rest for each container that a change of class makes dirty, for some pages change them all the time. */
const RESTYLE_REST = 0.1;

/** Pixels between the points at which the page is asked what can be seen, and siblings that may stand between two of them. */
const GRID = 160;
const MOST_BETWEEN = 32;

export class Scan {
  readonly shadows = new Set<ShadowRoot>();
  private readonly options: ScanOptions;
  private readonly document: Document;
  /** Every container read, with those of its blocks that have findings. */
  private readonly known = new Map<Container, FoundBlock[]>();
  /** What the pieces of each container's text were read as. */
  private readonly readings = new WeakMap<Container, Map<string, Reading>>();
  /** What the register of each container is judged by, piece by piece. */
  private readonly registers = new Map<Container, RegisterCounts[]>();
  /** What had display: none when the text around it was read. */
  private readonly hidden = new WeakSet<Element>();
  private readonly queue = new Set<Container>();
  /** Where in the queue reading is: to begin at its front each time means to pass by all that was taken out before. */
  private queued = this.queue.values();
  /** Of the changes that are being gone through: the blocks that come with them; rows that have come by now, and blocks that are gone. */
  private readonly coming = new Set<Element>();
  private readonly arrived = new Set<Element>();
  private readonly left = new Set<Element>();
  /** What the browser has told of and nobody has looked at yet. */
  private records: MutationRecord[] = [];
  /** Elements in which a change of class may have altered what flows together. */
  private readonly restyled = new Set<Element>();
  private restyledAgain = 0;
  /** What is being done, a step at a time: a container read, or shadow roots looked for. */
  private work: { container?: Container; steps: Iterator<void> } | undefined;
  private change: Change = { added: [], removed: [] };
  private readonly blockOf = new WeakMap<Text, FoundBlock>();
  private order: FoundBlock[] | undefined;
  private wasEditor = false;
  private readonly observer = new MutationObserver((records) => {
    this.take(records);
    this.schedule();
  });
  private scheduled = false;
  private isLooking = false;
  /** Milliseconds from the end of the last look to the next; what it took; and when the next is due. */
  private lookAfter = SOON;
  private lookTook = 0;
  private lookDue = 0;
  private looking: ReturnType<typeof setTimeout> | undefined;
  private resting: ReturnType<typeof setTimeout> | undefined;
  private readonly waiting: (() => void)[] = [];

  constructor(options: ScanOptions) {
    this.options = options;
    const { root, signal } = options;
    this.document = documentOf(root) ?? (root as Document);
    signal.addEventListener("abort", () => this.stop());
    this.observe(root);
    // A style sheet that comes late can make blocks of what was none.
    root.addEventListener("load", (event) => this.loaded(event), { capture: true, passive: true, signal });
    this.scheduled = true;
    setTimeout(() => {
      for (const container of innermostFirst(new Set(this.inView()))) this.queue.add(container);
      const element = this.rootElement();
      if (element) this.queue.add(element);
      this.slice(SLICE);
    });
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

  /** Every finding that can be seen, were it scrolled to, in the order of the page. */
  places(): Place[] {
    return this.blocksInOrder()
      .filter(isRendered)
      .flatMap((block) =>
        block.findings.filter((finding) => isVisibleAt(block, finding.start)).map((finding) => ({ block, finding })),
      );
  }

  /** What the register of everything that was read is judged by. */
  register(): RegisterCounts {
    return [...this.registers.values()].flat().reduce(addCounts, noCounts());
  }

  /** Resolves when everything that has been there up to now is read, or the scan is over. */
  settled(): Promise<void> {
    if (this.options.signal.aborted) return Promise.resolve();
    this.take(this.observer.takeRecords());
    this.restyledAgain = 0;
    this.look();
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  private observe(root: Node): void {
    this.observer.observe(root, {
      childList: true,
      characterData: true,
      attributes: true,
      attributeFilter: ATTRIBUTES,
      subtree: true,
    });
  }

  private take(records: readonly MutationRecord[]): void {
    // Not by spreading: a page can make more records at once than a call may have arguments.
    for (const record of records) this.records.push(record);
    if (records.length > 0) this.order = undefined;
  }

  private schedule(): void {
    if (this.scheduled || this.options.signal.aborted) return;
    this.scheduled = true;
    if (typeof requestIdleCallback === "function") {
      requestIdleCallback(
        (deadline) => this.slice(Math.min(Math.max(deadline.timeRemaining() - 2, SLICE), IDLE_SLICE)),
        { timeout: PATIENCE },
      );
    } else {
      setTimeout(() => this.slice(SLICE));
    }
  }

  /** Works for `time` milliseconds. */
  private slice(time: number): void {
    this.scheduled = false;
    const { signal } = this.options;
    if (signal.aborted) return;
    const until = performance.now() + time;
    this.digest();
    // The document was written anew and its page is over: what is queued is nobody's any more.
    if (signal.aborted) {
      this.stop();
      return;
    }
    while (performance.now() < until && !this.wasEditor) {
      this.work ??= this.nextWork();
      if (!this.work) break;
      if (this.work.steps.next().done) this.work = undefined;
    }
    const { change } = this;
    if (change.added.length > 0 || change.removed.length > 0) {
      this.change = { added: [], removed: [] };
      this.order = undefined;
      this.options.onChange(change);
    }
    if (this.work || this.queue.size > 0 || this.records.length > 0 || this.isLooking) {
      this.schedule();
    } else if (this.restyled.size > 0) {
      clearTimeout(this.resting);
      this.resting = setTimeout(() => this.schedule(), Math.max(this.restyledAgain - performance.now(), 0));
    } else {
      for (const resolve of this.waiting.splice(0)) resolve();
      this.lookLater();
    }
  }

  private nextWork(): typeof this.work {
    for (let container = this.nextInQueue(); container; container = this.nextInQueue()) {
      if (isConnected(container)) return { container, steps: this.read(container) };
    }
    if (!this.isLooking) return undefined;
    this.isLooking = false;
    return { steps: this.lookForShadows() };
  }

  /** Takes the first out of the queue. */
  private nextInQueue(): Container | undefined {
    let next = this.queued.next();
    if (next.done) {
      // It is over for good, though more may have come since.
      this.queued = this.queue.values();
      next = this.queued.next();
    }
    if (next.done) return undefined;
    this.queue.delete(next.value);
    return next.value;
  }

  /** What has to be read again, and what is gone, after all that was recorded. */
  private digest(): void {
    const { records } = this;
    this.records = [];
    const { wasEditor } = this;
    this.wasEditor = isEditor(this.document);
    if (this.wasEditor) {
      for (const container of this.known.keys()) this.drop(container);
      this.queue.clear();
      this.restyled.clear();
      this.work = undefined;
      this.isLooking = false;
      return;
    }
    if (wasEditor || records.length > MANY) this.doubtAll();
    else if (records.length > 0) this.digestEach(records);
    if (this.restyled.size > 0 && performance.now() >= this.restyledAgain) this.restyle();
    // What was begun on a text that is another now begins anew.
    const begun = this.work?.container;
    if (begun && (this.queue.has(begun) || !isConnected(begun))) this.work = undefined;
  }

  private digestEach(records: readonly MutationRecord[]): void {
    this.lookAfter = SOON;
    this.arrived.clear();
    this.left.clear();
    this.coming.clear();
    for (const { addedNodes } of records) {
      for (const node of addedNodes) if (isElement(node) && this.isNewBlock(node)) this.coming.add(node);
    }
    const targets = new Set<Node>();
    const moved = new Set<Element>();
    for (const record of records) {
      const { type, target, addedNodes, removedNodes, attributeName } = record;
      if (type === "attributes") {
        this.digestAttribute(target as Element, attributeName!, targets);
        continue;
      }
      const leavesText = type === "childList" && this.leavesText(record);
      for (const node of removedNodes) {
        if (!isElement(node)) continue;
        if (this.isKnownBlock(node)) this.left.add(node);
        if (this.isHere(node)) moved.add(node);
        else this.forgetTree(node);
      }
      if (isSheet(target) || [...addedNodes, ...removedNodes].some(isSheet)) this.restyleAround(target);
      if (typeOf(target) === Node.DOCUMENT_NODE) {
        if ([...addedNodes].some(isElement)) this.options.onReplaced();
      } else if (leavesText) {
        for (const node of addedNodes) {
          if (!isElement(node) || !containerOf(node)) continue;
          this.queue.add(node);
          this.arrived.add(node);
        }
      } else {
        targets.add(target);
      }
    }
    for (const element of moved) {
      if (containerOf(element)) this.doubt(element);
      else this.forgetTree(element);
    }
    for (const target of targets) {
      if (containerOf(target)) this.queueAround(target);
      else if (isConnected(target)) this.dropAround(target);
    }
  }

  /** Queues the container of `node`; where that was none when the text was read, those whose text it was part of, too. */
  private queueAround(node: Node): void {
    for (let at: Node | null = node; at;) {
      const container = containerOf(at);
      if (!container) return;
      this.queue.add(container);
      if (this.known.has(container)) return;
      at = container === this.options.root ? null : parentOrHostOf(isElement(container) ? container : container.host);
    }
  }

  private digestAttribute(element: Element, name: string, targets: Set<Node>): void {
    if (!isConnected(element)) return;
    if (name === "class") {
      this.restyled.add(element);
    } else if (name === "style" || name === "hidden") {
      if (this.hasOtherFlow(element)) this.doubtFlow(element);
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
  private leavesText({ target, addedNodes, removedNodes, previousSibling, nextSibling }: MutationRecord): boolean {
    if (!this.known.has(target as Container)) return false;
    // Blanks belong to the text that follows or precedes them, so they are looked past only where there is none on either side.
    const isBetweenBlocks =
      this.parts(pastBlanks(previousSibling, previousSiblingOf)) && this.parts(pastBlanks(nextSibling, nextSiblingOf));
    if (!isBetweenBlocks && !this.parts(previousSibling) && !this.parts(nextSibling)) return false;
    return (
      [...removedNodes].every((node) =>
        isElement(node) ? this.isKnownBlock(node) : isBetweenBlocks && isBlank(node),
      ) && [...addedNodes].every((node) => (isElement(node) ? this.coming.has(node) : isBetweenBlocks && isBlank(node)))
    );
  }

  /** Whether text ends at `sibling`, or where its parent does. */
  private parts(sibling: Node | null): boolean {
    // One that is still to come stands where it is from now on; if it was there before as a part of the text, its leaving is told of.
    return !sibling || (isElement(sibling) && (this.coming.has(sibling) || this.isKnownBlock(sibling)));
  }

  private isNewBlock(element: Element): boolean {
    return !this.known.has(element) && isConnected(element) && !isSkipped(element) && flowOf(element) === "block";
  }

  private isKnownBlock(element: Element): boolean {
    // What has left parted its text when its neighbours came or went before it.
    if (this.arrived.has(element) || this.left.has(element)) return true;
    return this.known.has(element) && !this.hidden.has(element);
  }

  /** Whether an element stands in its text in another way than when that was read. */
  private hasOtherFlow(element: Element): boolean {
    const flow = flowOf(element);
    if ((flow === "none") !== this.hidden.has(element)) return true;
    return !isSkipped(element) && (flow === "inline") === this.known.has(element);
  }

  private doubtFlow(element: Element): void {
    const parent = parentOrHostOf(element);
    if (parent) this.queueAround(parent);
  }

  /** Everything in `element` is to be read again, for it may flow in another way; most will turn out to be the same. */
  private doubt(element: Element): number {
    if (this.hasOtherFlow(element)) this.doubtFlow(element);
    if (!containerOf(element)) return 0;
    this.queueAround(element);
    let count = 1;
    for (const inner of elementsIn(element)) {
      if (this.known.has(inner)) this.queue.add(inner);
      count++;
      const shadow = shadowOf(inner);
      if (shadow && this.known.has(shadow)) count += this.doubtShadow(shadow);
    }
    const shadow = shadowOf(element);
    return shadow && this.known.has(shadow) ? count + this.doubtShadow(shadow) : count;
  }

  private doubtShadow(shadow: ShadowRoot): number {
    this.queue.add(shadow);
    let count = 1;
    for (const element of elementsIn(shadow)) {
      if (this.known.has(element)) this.queue.add(element);
      count++;
      const inner = shadowOf(element);
      if (inner && this.known.has(inner)) count += this.doubtShadow(inner);
    }
    return count;
  }

  private doubtAll(): void {
    for (const container of this.known.keys()) {
      if (this.isHere(container) && containerOf(container)) this.queue.add(container);
      else this.drop(container);
    }
    for (const shadow of this.shadows) if (!this.isHere(shadow)) this.shadows.delete(shadow);
    const root = this.rootElement();
    if (root) this.queue.add(root);
    this.work = undefined;
  }

  private restyle(): void {
    let count = 0;
    for (const element of this.restyled) if (isConnected(element)) count += this.doubt(element);
    this.restyled.clear();
    this.restyledAgain = performance.now() + count * RESTYLE_REST;
  }

  /** A style sheet came, went or changed in the tree of `node`. */
  private restyleAround(node: Node): void {
    const root = Node.prototype.getRootNode.call(node);
    const element =
      typeOf(root) === Node.DOCUMENT_FRAGMENT_NODE ? (root as ShadowRoot).host : rootElementOf(this.document);
    if (element) this.restyled.add(element);
  }

  private loaded({ isTrusted, target }: Event): void {
    if (!isTrusted || !(target instanceof Node) || !isSheet(target)) return;
    this.restyleAround(target);
    this.schedule();
  }

  /** Text that the user has begun to write in is no longer the page's. */
  private dropAround(target: Node): void {
    for (let at: Node | null = target; at; at = parentOrHostOf(at)) {
      this.drop(at as Container);
      const container = containerOf(at);
      if (container) {
        this.queue.add(container);
        return;
      }
    }
  }

  private rootElement(): Element | null {
    const { root } = this.options;
    return isElement(root) ? root : rootElementOf(root);
  }

  private isHere(node: Node): boolean {
    return isConnected(node) && documentOf(node) === this.document;
  }

  /** Drops what is known of everything in `root`. */
  private forgetTree(root: Container): void {
    this.drop(root);
    if (isElement(root)) this.forgetShadow(root);
    for (const element of elementsIn(root)) {
      this.drop(element);
      this.forgetShadow(element);
    }
  }

  private forgetShadow(host: Element): void {
    const shadow = shadowOf(host);
    if (shadow && this.shadows.delete(shadow)) this.forgetTree(shadow);
  }

  private drop(container: Container): void {
    this.queue.delete(container);
    if (this.work?.container === container) this.work = undefined;
    this.unmap(container);
    this.registers.delete(container);
    if (this.known.delete(container)) this.change.removed.push(container);
  }

  /** Text nodes of the blocks last read in `container` lead to them no more. */
  private unmap(container: Container): void {
    for (const block of this.known.get(container) ?? []) {
      for (const { node } of block.segments) if (this.blockOf.get(node) === block) this.blockOf.delete(node);
    }
  }

  private *read(container: Container): Generator<void> {
    if (!isElement(container) && !this.shadows.has(container)) {
      this.shadows.add(container);
      this.observe(container);
    }
    const { blocks, inner, flows } = yield* readContainer(container);
    const found: FoundBlock[] = [];
    const pieces = new Map<string, Reading>();
    const registers: RegisterCounts[] = [];
    for (const block of blocks) {
      const findings = yield* this.findingsIn(block, pieces, registers);
      if (findings.length > 0) found.push({ ...block, findings });
    }
    // From here on in one step, so that what is known is never half of this and half of what was before.
    const before = this.known.get(container);
    if (pieces.size > 0) {
      this.readings.set(container, pieces);
      this.registers.set(container, registers);
    } else {
      this.readings.delete(container);
      this.registers.delete(container);
    }
    for (const [element, flow] of flows) {
      if (flow === "none") this.hidden.add(element);
      else this.hidden.delete(element);
      // What was a container of its own, and is a part of this one now, is not counted twice.
      if (flow === "inline" && this.known.has(element)) this.drop(element);
    }
    for (const child of inner) if (!this.known.has(child)) this.queue.add(child);
    if (before && isSame(before, found) && before.every((block) => this.isMapped(block))) return;
    this.unmap(container);
    for (const block of found) for (const { node } of block.segments) this.blockOf.set(node, block);
    this.known.set(container, found);
    if (found.length > 0 || (before && before.length > 0)) this.change.added.push(container);
  }

  private isMapped(block: FoundBlock): boolean {
    return block.segments.every(({ node }) => this.blockOf.get(node) === block);
  }

  /**
   * The findings of a block, its pieces read one by one and noted in `pieces` and `registers`; those of pieces that its container
   * had before are remembered.
   */
  private *findingsIn(
    { container, text }: Block,
    pieces: Map<string, Reading>,
    registers: RegisterCounts[],
  ): Generator<void, Finding[]> {
    const remembered = this.readings.get(container) ?? new Map<string, Reading>();
    this.readings.set(container, remembered);
    const findings: Finding[] = [];
    for (const { start, end } of piecesOf(text)) {
      const piece = text.slice(start, end);
      let reading = remembered.get(piece);
      if (!reading) {
        reading = this.options.detect(piece);
        // Also for a reading that has to begin anew before this one ends.
        remembered.set(piece, reading);
        yield;
      }
      // A finding is one place: the same words elsewhere are another.
      const isFirst = start === 0 && !pieces.has(piece);
      pieces.set(piece, reading);
      registers.push(reading.register);
      for (const finding of reading.findings) {
        findings.push(isFirst ? finding : { ...finding, start: finding.start + start, end: finding.end + start });
      }
    }
    return findings;
  }

  /**
   * The containers at the points of a grid over the window, and between those that one parent has. The grid is wide, for to ask the
   * browser what is at a point takes it up to half a millisecond.
   */
  private *inView(): Generator<Container> {
    for (const x of [0.2, 0.5, 0.8]) {
      let above: Element | undefined;
      for (let y = GRID / 2; y < innerHeight + GRID; y += GRID) {
        const element = elementAt(x * innerWidth, Math.min(y, innerHeight - 1));
        const container = element && this.isIn(element) && containerOf(element);
        if (!container) continue;
        if (above) yield* between(above, container);
        yield container;
        above = elementOf(container);
      }
    }
  }

  private isIn(element: Element): boolean {
    const { root } = this.options;
    return !isElement(root) || Node.prototype.contains.call(root, element);
  }

  private look(): void {
    clearTimeout(this.looking);
    this.looking = undefined;
    this.isLooking = true;
    this.schedule();
  }

  /**
   * A shadow root that is attached to an element which was there before is told of by nobody, so it is looked for from time to
   * time: less and less while nothing happens, and never for more than a two-hundredth of the time.
   */
  private lookLater(): void {
    const now = performance.now();
    const due = now + Math.max(this.lookAfter, this.lookTook * REST);
    if (this.looking !== undefined && this.lookDue <= due) return;
    clearTimeout(this.looking);
    this.lookDue = due;
    this.looking = setTimeout(() => this.look(), due - now);
  }

  private *lookForShadows(): Generator<void> {
    this.lookAfter = Math.min(2 * this.lookAfter, LATE);
    this.lookTook = 0;
    for (const scope of [this.options.root, ...this.shadows]) {
      let begun = performance.now();
      const elements = elementsIn(scope);
      const { length } = elements;
      for (let i = 0; i < length; i++) {
        const element = elements[i]!;
        const shadow = shadowOf(element);
        if (shadow && !this.known.has(shadow) && containerOf(shadow)) {
          this.queue.add(shadow);
          // Its styles may be for the host and what is in it.
          this.doubt(element);
        }
        if ((i + 1) % LOOK_STRIDE !== 0) continue;
        this.lookTook += performance.now() - begun;
        yield;
        begun = performance.now();
      }
      this.lookTook += performance.now() - begun;
    }
  }

  private blocksInOrder(): FoundBlock[] {
    this.take(this.observer.takeRecords());
    if (this.records.length > 0) this.schedule();
    return (this.order ??= [...this.blocksBelow(this.options.root)]);
  }

  private *blocksBelow(root: Node): Generator<FoundBlock> {
    const elements = this.shadows.size > 0 ? NodeFilter.SHOW_ELEMENT : 0;
    if (elements && isElement(root)) yield* this.blocksInShadow(root);
    for (const node of nodesIn(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_CDATA_SECTION | elements)) {
      if (isElement(node)) {
        yield* this.blocksInShadow(node);
      } else {
        const block = this.blockOf.get(node as Text);
        if (block?.segments[0]!.node === node) yield block;
      }
    }
  }

  private *blocksInShadow(host: Element): Generator<FoundBlock> {
    const shadow = shadowOf(host);
    if (shadow && this.shadows.has(shadow)) yield* this.blocksBelow(shadow);
  }

  private stop(): void {
    this.observer.disconnect();
    clearTimeout(this.looking);
    clearTimeout(this.resting);
    this.work = undefined;
    this.queue.clear();
    this.known.clear();
    this.registers.clear();
    this.shadows.clear();
    this.restyled.clear();
    this.records = [];
    for (const resolve of this.waiting.splice(0)) resolve();
  }
}

/** The containers of the siblings that come after `above` and before `below`; none if there are too many, or they are no siblings. */
function between(above: Element, below: Container): Container[] {
  const containers: Container[] = [];
  for (let at = nextElementOf(above); at && containers.length < MOST_BETWEEN; at = nextElementOf(at)) {
    if (at === below) return containers;
    const container = containerOf(at);
    if (container) containers.push(container);
  }
  return [];
}

/** What holds others is read after them: it may be the whole page, where the gaps between paragraphs were hit. */
function innermostFirst(containers: ReadonlySet<Container>): Container[] {
  const all = [...containers];
  const holds = (outer: Container, inner: Container): boolean =>
    outer !== inner && Node.prototype.contains.call(outer, elementOf(inner));
  const [outer, innermost] = [true, false].map((isOuter) =>
    all.filter((container) => all.some((other) => holds(container, other)) === isOuter),
  );
  return [...innermost!, ...outer!];
}

function isBlank(node: Node): boolean {
  return typeOf(node) === Node.COMMENT_NODE || (typeOf(node) === Node.TEXT_NODE && (node as Text).data.trim() === "");
}

function pastBlanks(node: Node | null, further: (node: Node) => Node | null): Node | null {
  let at = node;
  while (at && isBlank(at)) at = further(at);
  return at;
}

function isSheet(node: Node): boolean {
  if (!isElement(node)) return false;
  const name = nameOf(node);
  return name === "style" || name === "link";
}

/** Whether nothing has changed from one reading to the next. */
function isSame(before: readonly FoundBlock[], now: readonly FoundBlock[]): boolean {
  return (
    before.length === now.length &&
    before.every(({ text, segments }, i) => {
      const { text: other, segments: others } = now[i]!;
      return (
        text === other &&
        segments.length === others.length &&
        segments.every(({ node, start }, k) => node === others[k]!.node && start === others[k]!.start)
      );
    })
  );
}
