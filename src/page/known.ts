/** What is known of a page: every container that was read, with those of its blocks in which something is found. */
import type { Reading } from "../detect/detect.ts";
import type { Finding } from "../detect/finding.ts";
import { addCounts, isPolitical, noCounts, shiftCounts, type RegisterCounts } from "../detect/register.ts";
import { partsOf, type Block, type Container, type Flow } from "./blocks.ts";
import { isConnected, isElement, nodesIn, shadowOf } from "./dom.ts";
import { surfaceOf } from "./subject.ts";

export interface FoundBlock extends Block {
  findings: Finding[];
}

/** One occurrence on the page. */
export interface Place {
  block: FoundBlock;
  finding: Finding;
}

/** Containers that were read, anew or for the first time, or were moved, and such as are no longer there. */
export interface Change {
  added: Container[];
  removed: Container[];
}

/** A part of a container's text that is looked through at once, and what it was read as. */
export interface Piece {
  text: string;
  reading: Reading;
}

/** What a container was read as. */
interface Entry {
  blocks: readonly FoundBlock[];
  pieces: readonly Piece[];
}

/** Most containers hold others and no text of their own. */
const NOTHING: Entry = { blocks: [], pieces: [] };

export class Known {
  readonly shadows = new Set<ShadowRoot>();
  private readonly entries = new Map<Container, Entry>();
  /** What had display: none when the text around it was read. */
  private readonly hidden = new WeakSet<Element>();
  /** Not weak, for that takes the garbage collector longer: `drop` lets go of the nodes. */
  private readonly blockOf = new Map<Text, FoundBlock>();
  private order: FoundBlock[] | undefined;
  /** Of everything that was read. */
  private readonly counts = noCounts();
  private change: Change = { added: [], removed: [] };

  has(container: Container): boolean {
    return this.entries.has(container);
  }

  containers(): Iterable<Container> {
    return this.entries.keys();
  }

  isHidden(element: Element): boolean {
    return this.hidden.has(element);
  }

  /** Whether an element parted the text around it when that was read. */
  isBlock(element: Element): boolean {
    return this.entries.has(element) && !this.hidden.has(element);
  }

  blocksIn(container: Container): readonly FoundBlock[] {
    return (this.entries.get(container) ?? NOTHING).blocks;
  }

  piecesIn(container: Container): readonly Piece[] {
    return (this.entries.get(container) ?? NOTHING).pieces;
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

  /**
   * The same characters as they were last read, maybe with others around them by now; undefined if they are gone, or are no longer
   * found to be what they were.
   */
  nowOf(place: Place): Place | undefined {
    const { block, finding } = place;
    const { start, end, term } = finding;
    const blocks = this.blocksIn(block.container);
    if (blocks.includes(block)) return place;
    const [first] = partsOf(block, start, end);
    return blocks
      .flatMap((now) => now.findings.map((found): Place => ({ block: now, finding: found })))
      .find((now) => {
        if (now.finding.term !== term || surfaceOf(now) !== surfaceOf(place)) return false;
        // A page writes on in the same text, or puts all of it anew each time.
        const isAfterSame = now.finding.start === start && now.block.text.startsWith(block.text.slice(0, end));
        const [part] = partsOf(now.block, now.finding.start, now.finding.end);
        return isAfterSame || (first !== undefined && part?.node === first.node && part.start === first.start);
      });
  }

  /** What the register of everything that was read is judged by. */
  register(): RegisterCounts {
    return addCounts(this.counts, noCounts());
  }

  /** Whether the page is political as a whole. */
  isPolitical(): boolean {
    return isPolitical(this.counts);
  }

  /** The containers in which that decides what is meant. */
  *undecided(): Generator<Container> {
    for (const [container, { pieces }] of this.entries)
      if (pieces.some(({ reading }) => reading.likely.length > 0)) yield container;
  }

  /** All blocks below `root`, in the order of the page. */
  inOrder(root: Node): readonly FoundBlock[] {
    return (this.order ??= [...this.blocksBelow(root)]);
  }

  /** Something on the page is another: its order too, maybe. */
  forgetOrder(): void {
    this.order = undefined;
  }

  /** Notes how an element stands in the text around it. */
  note(element: Element, flow: Flow): void {
    if (flow === "none") this.hidden.add(element);
    else this.hidden.delete(element);
  }

  /** Notes what a container was read as. */
  keep(container: Container, blocks: readonly FoundBlock[], pieces: readonly Piece[]): void {
    const before = this.entries.get(container);
    this.count(before, -1);
    if (before && isSame(before.blocks, blocks) && before.blocks.every((block) => this.isMapped(block))) {
      this.enter(container, before.blocks, pieces);
      return;
    }
    this.unmap(container);
    for (const block of blocks) for (const { node } of block.segments) this.blockOf.set(node, block);
    this.enter(container, blocks, pieces);
    if (blocks.length > 0 || (before && before.blocks.length > 0)) this.change.added.push(container);
  }

  /** `root` stands elsewhere now, or what is in it does, and so does all that was found there. */
  move(root: Node): void {
    for (const { container } of this.blocksBelow(root)) this.change.added.push(container);
  }

  drop(container: Container): void {
    this.count(this.entries.get(container), -1);
    this.unmap(container);
    if (this.entries.delete(container)) this.change.removed.push(container);
  }

  /** What has become another since this was last asked. */
  takeChange(): Change | undefined {
    const { change } = this;
    if (change.added.length === 0 && change.removed.length === 0) return undefined;
    this.change = { added: [], removed: [] };
    this.order = undefined;
    return change;
  }

  clear(): void {
    shiftCounts(this.counts, this.register(), -1);
    this.entries.clear();
    this.blockOf.clear();
    this.shadows.clear();
  }

  private enter(container: Container, blocks: readonly FoundBlock[], pieces: readonly Piece[]): void {
    const entry = pieces.length > 0 ? { blocks, pieces } : NOTHING;
    this.entries.set(container, entry);
    this.count(entry, 1);
  }

  private count(entry: Entry | undefined, by: 1 | -1): void {
    for (const { reading } of entry?.pieces ?? NOTHING.pieces) shiftCounts(this.counts, reading.register, by);
  }

  private isMapped(block: FoundBlock): boolean {
    return block.segments.every(({ node }) => this.blockOf.get(node) === block);
  }

  /** Text nodes of the blocks last read in `container` lead to them no more. */
  private unmap(container: Container): void {
    for (const block of this.blocksIn(container)) {
      for (const { node } of block.segments) if (this.blockOf.get(node) === block) this.blockOf.delete(node);
    }
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
}

/** Whether nothing has changed from one reading to the next. */
function isSame(before: readonly FoundBlock[], now: readonly FoundBlock[]): boolean {
  return (
    before.length === now.length &&
    before.every(({ text, segments, findings }, i) => {
      const { text: other, segments: others, findings: found } = now[i]!;
      return (
        text === other &&
        // In the same text there are more or fewer as the page is political or not.
        findings.length === found.length &&
        segments.length === others.length &&
        segments.every(({ node, start }, k) => node === others[k]!.node && start === others[k]!.start)
      );
    })
  );
}
