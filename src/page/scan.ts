/**
 * The findings of a page, kept true while it changes.
 *
 * Containers are read one by one in slices of a few milliseconds, so that neither a long page nor a storm of changes keeps the
 * page from its own work; what can be seen is read first. A change makes only its container dirty; what is inside and already
 * read stays, and text that is the same as before is not looked through again.
 */
import type { Reading } from "../detect/detect.ts";
import type { RegisterCounts } from "../detect/register.ts";
import { containerOf, isRendered, isVisibleAt, lookingUp, readContainer, type Container } from "./blocks.ts";
import { documentOf, isConnected, isEditor, isElement, rootElementOf } from "./dom.ts";
import { Doubt, isSheet } from "./doubt.ts";
import { Finder } from "./finder.ts";
import { inView } from "./in-view.ts";
import { Known, type Change, type FoundBlock, type Place } from "./known.ts";
import { Queue } from "./queue.ts";
import { Records } from "./records.ts";
import { ShadowLook } from "./shadow-look.ts";

export interface ScanOptions {
  /** What is read: a document, or an element of one. */
  root: Document | Element;
  detect: (text: string) => Reading;
  /** Called after a slice that changed what is known. Returns whether the next frame is to show it, before more is read. */
  onChange: (change: Change) => boolean;
  /** The document has another root element: everything that was started in it is gone. */
  onReplaced: () => void;
  signal: AbortSignal;
}

/**
 * Milliseconds that a slice may take before it lets the page go on; the most while the page has nothing to do; and the most of the
 * first, which has code and tables that are new, and is better done at once than after an idle time that comes late.
 */
const SLICE = 8;
const IDLE_SLICE = 16;
const FIRST_SLICE = 30;

/** A slice waits for no idle time longer than this, or a busy page would never be marked. In milliseconds. */
const PATIENCE = 200;

/** Milliseconds that a change of style alone may wait. */
const STYLE_PATIENCE = 100;

/**
 * Milliseconds in which a container may change again and again before it is read; what it may then take in one go, for else it would
 * never be read; and how many times as long passes until that is done again.
 */
const RESTLESS = 500;
const ONE_GO = 200;
const REST = 20;

/** With more records than this at once it is cheaper to ask of everything known whether it is still so. */
const MANY = 5000;

/**
 * Attributes that can alter what is text. Each costs a record when it changes, so of those that alter only what can be seen none
 * is here.
 */
const ATTRIBUTES = ["class", "contenteditable", "hidden", "lang", "role", "style"];

export class Scan {
  private readonly options: ScanOptions;
  private readonly document: Document;
  private readonly known = new Known();
  private readonly queue: Queue;
  private readonly doubt: Doubt;
  private readonly digestion: Records;
  private readonly look = new ShadowLook(() => this.lookNow());
  private isLooking = false;
  /** What the browser has told of and nobody has looked at yet. */
  private records: MutationRecord[] = [];
  /** What is being done, a step at a time: a container read, or shadow roots looked for. */
  private work: { container?: Container; steps: Iterator<void> } | undefined;
  /** What long containers were read as so far, for reading may have to begin anew before it is done. */
  private readonly unfinished = new WeakMap<Container, Map<string, Reading>>();
  /** Those that changed while they were read: when each is to be read in one go. */
  private readonly due = new WeakMap<Container, number>();
  private wasEditor = false;
  /** Whether the page is political as a whole, as its findings go by. */
  private isPolitical = false;
  private readonly observer = new MutationObserver((records) => {
    this.take(records);
    // A page that moves something does so in every frame, and seldom is it text that flows in another way then.
    if (records.every(({ attributeName }) => attributeName === "style")) this.scheduleIn(STYLE_PATIENCE);
    else this.schedule();
  });
  private isScheduled = false;
  private resting: ReturnType<typeof setTimeout> | undefined;
  private readonly waiting: (() => void)[] = [];

  constructor(options: ScanOptions) {
    this.options = options;
    const { root, signal, onReplaced } = options;
    const { known } = this;
    const document = documentOf(root) ?? (root as Document);
    const queue = new Queue(root, known);
    const doubt = new Doubt(document, known, queue);
    const drop = (container: Container): void => this.drop(container);
    this.document = document;
    this.queue = queue;
    this.doubt = doubt;
    this.digestion = new Records({ document, known, queue, doubt, drop, onReplaced });
    signal.addEventListener("abort", () => this.stop());
    this.observe(root);
    // A style sheet may have other rules for a window of this size.
    addEventListener("resize", () => this.resized(), { passive: true, signal });
    this.isScheduled = true;
    queueMicrotask(() => this.readFirst());
  }

  /** The open shadow roots of the page. */
  get shadows(): ReadonlySet<ShadowRoot> {
    return this.known.shadows;
  }

  /** The block that a text node belongs to, if it has findings. */
  blockAt(node: Text): FoundBlock | undefined {
    return this.known.blockAt(node);
  }

  /** Whether `block` is still what was last read of its text. */
  isAlive(block: FoundBlock): boolean {
    return this.known.isAlive(block);
  }

  /** The same characters as they were last read; undefined if they are gone. */
  nowOf(place: Place): Place | undefined {
    return this.known.nowOf(place);
  }

  blocksIn(container: Container): readonly FoundBlock[] {
    return this.known.blocksIn(container);
  }

  /** Every finding that can be seen, were it scrolled to, in the order of the page. */
  places(): Place[] {
    this.take(this.observer.takeRecords());
    if (this.records.length > 0) this.schedule();
    return this.known
      .inOrder(this.options.root)
      .filter(isRendered)
      .flatMap((block) =>
        block.findings.filter((finding) => isVisibleAt(block, finding.start)).map((finding) => ({ block, finding })),
      );
  }

  /** What the register of everything that was read is judged by. */
  register(): RegisterCounts {
    return this.known.register();
  }

  /** Resolves when everything that has been there up to now has been read, or the scan is over. */
  settled(): Promise<void> {
    if (this.options.signal.aborted) return Promise.resolve();
    this.take(this.observer.takeRecords());
    this.doubt.hurry();
    this.look.stop();
    this.look.lookAtAll();
    this.lookNow();
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  /** Reads what can be seen, and no more before it is shown. */
  private readFirst(): void {
    if (this.options.signal.aborted) return;
    const { innermost, outer } = inView(this.options.root);
    const element = this.rootElement();
    for (const container of innermost) this.queue.add(container);
    for (const container of element ? [...outer, element] : outer) this.queue.add(container);
    this.slice(FIRST_SLICE, this.queue.size - innermost.length);
  }

  private observe(root: Node): void {
    this.observer.observe(root, {
      childList: true,
      characterData: true,
      attributes: true,
      attributeFilter: ATTRIBUTES,
      subtree: true,
    });
    // A style sheet that comes late can make blocks of what was none. That it has come is not told outside of its tree.
    root.addEventListener("load", this.loaded, { capture: true, passive: true, signal: this.options.signal });
  }

  private take(records: readonly MutationRecord[]): void {
    // Not by spreading: a page can make more records at once than a call may have arguments.
    for (const record of records) this.records.push(record);
    if (records.length > 0) this.known.forgetOrder();
  }

  private schedule(isForFrame = false): void {
    if (this.isScheduled || this.options.signal.aborted) return;
    this.isScheduled = true;
    if (isForFrame) beforeFrame(() => this.sliceLater());
    else this.sliceLater();
  }

  private scheduleIn(wait: number): void {
    this.resting ??= setTimeout(() => {
      this.resting = undefined;
      this.schedule();
    }, wait);
  }

  private sliceLater(): void {
    if (typeof requestIdleCallback === "function") {
      requestIdleCallback(
        (deadline) => this.slice(Math.min(Math.max(deadline.timeRemaining() - 2, SLICE), IDLE_SLICE)),
        { timeout: PATIENCE },
      );
    } else {
      setTimeout(() => this.slice(SLICE));
    }
  }

  /** Works for `time` milliseconds, or until no more than `left` containers wait. */
  private slice(time: number, left = 0): void {
    this.isScheduled = false;
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
      const isEnough = !this.work && left > 0 && this.queue.size <= left;
      if (!isEnough) this.work ??= this.nextWork();
      if (this.work) {
        if (this.work.steps.next().done) this.work = undefined;
      } else if (!this.judge()) {
        break;
      }
    }
    this.judge();
    const change = this.known.takeChange();
    const isForFrame = change !== undefined && this.options.onChange(change);
    if (this.work || this.queue.size > 0 || this.records.length > 0 || this.isLooking) {
      this.schedule(isForFrame);
      return;
    }
    // What is in doubt again since has changed again: some pages never cease to.
    for (const resolve of this.waiting.splice(0)) resolve();
    if (this.doubt.isEmpty) this.look.later();
    else this.scheduleIn(this.doubt.wait);
  }

  /** Whether what was read makes the page political, or no longer so, and what is to be read again for that. */
  private judge(): boolean {
    if (this.known.isPolitical() === this.isPolitical) return false;
    this.isPolitical = !this.isPolitical;
    for (const container of this.known.undecided()) this.queue.addFirst(container);
    // What has been begun goes by how it was.
    const begun = this.work?.container;
    if (begun) {
      this.queue.addFirst(begun);
      this.work = undefined;
    }
    return true;
  }

  private isDue(container: Container): boolean {
    const due = this.due.get(container);
    return due !== undefined && performance.now() >= due;
  }

  private readInOneGo(container: Container, steps: Iterator<void>): void {
    const begun = performance.now();
    while (performance.now() < begun + ONE_GO && !steps.next().done) continue;
    const now = performance.now();
    this.due.set(container, now + REST * (now - begun));
  }

  private nextWork(): typeof this.work {
    for (let container = this.queue.take(); container; container = this.queue.take()) {
      if (!isConnected(container)) continue;
      const steps = this.read(container);
      if (this.isDue(container)) this.readInOneGo(container, steps);
      return { container, steps };
    }
    if (!this.isLooking) return undefined;
    this.isLooking = false;
    return {
      steps: this.look.look([this.options.root, ...this.known.shadows], (host, shadow) => {
        if (this.known.has(shadow) || !containerOf(shadow)) return;
        this.queue.add(shadow);
        // Its styles may be for the host and what is in it.
        this.doubt.spread(host);
      }),
    };
  }

  /** What has to be read again, and what is gone, after all that was recorded. */
  private digest(): void {
    const { records, wasEditor } = this;
    this.records = [];
    this.wasEditor = isEditor(this.document);
    if (this.wasEditor) {
      for (const container of this.known.containers()) this.drop(container);
      this.queue.clear();
      this.doubt.clear();
      this.work = undefined;
      this.isLooking = false;
      return;
    }
    lookingUp(() => {
      if (wasEditor || records.length > MANY) {
        this.digestion.doubtAll(records);
        const root = this.rootElement();
        if (root) this.queue.add(root);
        this.work = undefined;
      } else if (records.length > 0) {
        this.look.hurry();
        this.digestion.digest(records);
      }
      this.doubt.settle();
    });
    // What was begun on a text that is another now begins anew.
    const begun = this.work?.container;
    if (begun && (this.queue.has(begun) || !isConnected(begun))) {
      this.work = undefined;
      if (!this.due.has(begun)) this.due.set(begun, performance.now() + RESTLESS);
    }
  }

  /** One function for all trees: a tree that is observed again does not tell of it twice. */
  private readonly loaded = ({ isTrusted, target }: Event): void => {
    if (!isTrusted || !(target instanceof Node) || !isSheet(target)) return;
    this.doubt.restyleAround(target);
    this.schedule();
  };

  private resized(): void {
    const root = this.rootElement();
    if (!root) return;
    this.doubt.restyle(root);
    this.scheduleIn(STYLE_PATIENCE);
  }

  private rootElement(): Element | null {
    const { root } = this.options;
    return isElement(root) ? root : rootElementOf(root);
  }

  private lookNow(): void {
    this.isLooking = true;
    this.schedule();
  }

  private drop(container: Container): void {
    this.queue.delete(container);
    if (this.work?.container === container) this.work = undefined;
    this.known.drop(container);
  }

  private *read(container: Container): Generator<void> {
    const { known } = this;
    if (isElement(container)) {
      this.look.note(container);
    } else if (!known.shadows.has(container)) {
      known.shadows.add(container);
      this.observe(container);
    }
    const { blocks, inner, elements, flows } = yield* readContainer(container);
    const finder = new Finder({
      detect: this.options.detect,
      isPolitical: this.isPolitical,
      before: known.piecesIn(container),
      begun: this.unfinished.get(container),
      onPause: (begun) => this.unfinished.set(container, begun),
    });
    const found: FoundBlock[] = [];
    for (const block of blocks) {
      const findings = yield* finder.findingsIn(block);
      if (findings.length > 0) found.push({ ...block, findings });
    }
    // From here on in one step, so that what is known is never half of this and half of what was before.
    this.unfinished.delete(container);
    this.due.delete(container);
    for (const [i, element] of elements.entries()) {
      const flow = flows[i]!;
      known.note(element, flow);
      if (flow === "inline") this.look.note(element);
      // What was a container of its own, and is a part of this one now, is not counted twice.
      if (flow === "inline" && known.has(element)) this.drop(element);
    }
    for (const child of inner) if (!known.has(child)) this.queue.add(child);
    known.keep(container, found, finder.pieces);
  }

  private stop(): void {
    this.observer.disconnect();
    this.look.stop();
    clearTimeout(this.resting);
    this.work = undefined;
    this.queue.clear();
    this.known.clear();
    this.doubt.clear();
    this.records = [];
    for (const resolve of this.waiting.splice(0)) resolve();
  }
}

/** Calls `then` when the next frame is made, or soon if none is, as in a tab that can't be seen. */
function beforeFrame(then: () => void): void {
  const go = (): void => {
    clearTimeout(timer);
    cancelAnimationFrame(frame);
    then();
  };
  const timer = setTimeout(go, PATIENCE);
  const frame = requestAnimationFrame(go);
}
