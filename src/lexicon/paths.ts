/**
 * The trie of a lexicon as a text is followed down it: laid out so that one way down reads few lines of memory, which is what
 * matching a dense text costs.
 *
 * Openings. Whether three symbols open any path is one bit of `thirds`, in a word at a hash of the first two: nearly all positions of
 * a text are passed over by it. Where a path is at after two symbols stands in `slots`, by the same hash.
 *
 * Tree. A node, then at once its descendants, depth first:
 *   children << 5 | CROSSED | HALF | its mark
 *   what ends there (END), as in `Lexicon.ends`
 *   its sign (SIGN)
 *   the symbols of its children; an only child is the node that follows
 *   of several children the places of their nodes; of more than FEW it is a table, by open addressing: `slotsOf` them, in each a symbol,
 *   0 where nothing is, and the place of its node
 */
import { NUMERAL_CHARACTERS } from "../text/units.ts";
import { LONGEST_CUT } from "./boundaries.ts";
import { BLANK, BREAK, QUOTE, SEPARATOR, type Lexicon } from "./lexicon.ts";

/** Bits of a mark: something ends at the node; it has to be looked at whether that stands by itself; there is a sign. */
export const END = 1;
export const EDGE = 2;
export const SIGN = 4;
export const MARKS = END | EDGE | SIGN;
/** A separator may follow, for something that ends below. */
export const HALF = 8;
/** On the way to what ends here is a node where a separator may follow, for something else (改革 of 改革、开放 and 改革创新). */
export const CROSSED = 16;
export const CHILDREN = 5;

/** As many children are gone through; to search among more goes one way or the other by chance, which costs a processor most. */
export const FEW = 6;

/** Slots of the table of so many children: a power of two, and at most half of them taken. */
export function slotsOf(children: number): number {
  return 1 << (33 - Math.clz32(children));
}

export interface Paths {
  /** Place in the tree of the node that a symbol leads to; 0 if none. */
  roots: Int32Array;
  /** Whether something of a single character is in it. */
  hasSingles: boolean;
  /** By a hash of two symbols, a bit for each third (by its last five bits) with which they open a path. */
  thirds: Int32Array;
  /**
   * Open addressing by the same hash, SLOT_SIZE numbers a slot: the pair as `pairOf` numbers it, 0 where nothing is; the place of its
   * node; its own bits as in `thirds`, which it shares there with other pairs; and the node's mark. Most walks end at their third
   * symbol, and so with one line of memory read.
   */
  slots: Int32Array;
  tree: Int32Array;
}

export const SLOT_SIZE = 4;

/** The hash of two symbols that follow one another, before it is cut to the size of a table. */
export function hashOf(symbol: number, next: number): number {
  return Math.imul(symbol, 40_503) + next;
}

/** Two symbols as one number, never 0 for two letters. */
export function pairOf(symbol: number, next: number): number {
  return (symbol << 16) | next;
}

/** What ends at the node at `place`, as in `Lexicon.ends`; 0 if nothing does. */
export function endAt(tree: Int32Array, place: number): number {
  return (tree[place]! & END) === 0 ? 0 : tree[place + 1]!;
}

/** The sign at the node at `place`; 0 if there is none. */
export function signAt(tree: Int32Array, place: number): number {
  const node = tree[place]!;
  return (node & SIGN) === 0 ? 0 : tree[place + 1 + (node & END)]!;
}

const known = new WeakMap<Lexicon, Paths>();

/** The paths of a lexicon's own terms, made when they are first asked for. */
export function pathsOf(lexicon: Lexicon): Paths {
  let paths = known.get(lexicon);
  if (!paths) known.set(lexicon, (paths = makePaths(lexicon)));
  return paths;
}

/** What is skipped inside a term, as bits of third symbols. */
const SKIPPED = (1 << BLANK) | (1 << QUOTE) | (1 << BREAK);

/**
 * The paths of `lexicon`, with the signs in it, by the numbers of their nodes. Made anew in every page, and so with few calls and
 * without lists that grow: code that has just come runs slowly.
 */
export function makePaths(lexicon: Lexicon, signs: ReadonlyMap<number, number> = new Map()): Paths {
  const { firstEdge, edges, ends, halves, symbols, symbolCount } = lexicon;
  const isNumeral = new Uint8Array(symbolCount);
  for (const character of NUMERAL_CHARACTERS) isNumeral[symbols[character.charCodeAt(0)]!] = 1;

  const isHalf = new Uint8Array(ends.length);
  for (const nodes of halves.values()) for (const node of nodes) isHalf[node] = 1;
  /** The nodes of that kind on the way to the one that is laid. */
  const passed: number[] = [];

  let room = 4 * ends.length + signs.size;
  for (let node = 0; node < ends.length; node++) {
    const children = firstEdge[node + 1]! - firstEdge[node]!;
    if (children > FEW) room += 2 * slotsOf(children);
  }
  const tree = new Int32Array(room);
  const places = new Int32Array(ends.length);
  let size = 0;
  /** Lays the node that `last` leads to, `depth` symbols down, and what is below it. */
  const lay = (node: number, depth: number, begins: number, last: number): void => {
    const first = firstEdge[node]!;
    const children = firstEdge[node + 1]! - first;
    const end = ends[node]!;
    const sign = signs.get(node);
    let mark = sign === undefined ? 0 : SIGN;
    // Numerals that begin or end a term may be a part of a longer number; a short one a part of a longer word, or of two.
    if (end !== 0) mark |= END | (depth <= LONGEST_CUT || begins === 1 || isNumeral[last] === 1 ? EDGE : 0);
    if (end !== 0 && passed.some((half) => !halves.get(node)?.has(half))) mark |= CROSSED;
    places[node] = size;
    tree[size++] = (children << CHILDREN) | (isHalf[node] === 1 ? HALF : 0) | mark;
    if (end !== 0) tree[size++] = end;
    if (sign !== undefined) tree[size++] = sign;
    if (isHalf[node] === 1) passed.push(node);
    const begun = size;
    const slots = slotsOf(children);
    size += children > FEW ? 2 * slots : children === 1 ? 1 : 2 * children;
    for (let i = 0; i < children; i++) {
      const symbol = edges[first + i]!;
      if (children > FEW) {
        let slot = symbol & (slots - 1);
        while (tree[begun + 2 * slot] !== 0) slot = (slot + 1) & (slots - 1);
        tree[begun + 2 * slot] = symbol;
        tree[begun + 2 * slot + 1] = size;
      } else {
        tree[begun + i] = symbol;
        if (children > 1) tree[begun + children + i] = size;
      }
      lay(first + i + 1, depth + 1, node === 0 ? isNumeral[symbol]! : begins, symbol);
    }
    if (isHalf[node] === 1) passed.pop();
  };
  lay(0, 0, 0, 0);
  const markOf = (node: number): number => tree[places[node]!]! & MARKS;
  const skippedAt = (node: number): number => SKIPPED | (isHalf[node] === 1 ? 1 << SEPARATOR : 0);

  const rootCount = firstEdge[1]!;
  const roots = new Int32Array(symbolCount);
  const pairCount = (firstEdge[rootCount + 1] ?? 0) - rootCount;
  let slotCount = 256;
  while (slotCount < 2 * pairCount) slotCount *= 2;
  const slots = new Int32Array(SLOT_SIZE * slotCount);
  // Eight words for each slot, so that few pairs share theirs.
  const thirds = new Int32Array(8 * slotCount);
  let hasSingles = false;
  for (let edge = 0; edge < rootCount; edge++) {
    const root = edge + 1;
    const symbol = edges[edge]!;
    roots[symbol] = places[root]!;
    const skipped = skippedAt(root);
    for (let next = BLANK; next <= SEPARATOR; next++) if ((skipped >> next) & 1) open(thirds, symbol, next, ANY);
    for (let below = firstEdge[root]!; below < firstEdge[root + 1]!; below++) {
      const next = edges[below]!;
      const node = below + 1;
      const mark = markOf(node);
      let own = 0;
      for (let third = firstEdge[node]!; third < firstEdge[node + 1]!; third++) own |= 1 << edges[third]!;
      open(thirds, symbol, next, mark === 0 ? own | (own === 0 ? 0 : skippedAt(node)) : ANY);
      let slot = hashOf(symbol, next) & (slotCount - 1);
      while (slots[SLOT_SIZE * slot] !== 0) slot = (slot + 1) & (slotCount - 1);
      slots[SLOT_SIZE * slot] = pairOf(symbol, next);
      slots[SLOT_SIZE * slot + 1] = places[node]!;
      slots[SLOT_SIZE * slot + 2] = own;
      slots[SLOT_SIZE * slot + 3] = mark;
    }
    // A term of one character is there whatever follows.
    if (markOf(root) === 0) continue;
    hasSingles = true;
    for (let next = 0; next < symbolCount; next++) open(thirds, symbol, next, ANY);
  }
  return { roots, hasSingles, thirds, slots, tree: tree.slice(0, size) };
}

/** Any third symbol. */
export const ANY = -1;

/** Lets `symbol` and `next` open a path with the third symbols whose bits are in `bits`. */
export function open(thirds: Int32Array, symbol: number, next: number, bits: number): void {
  thirds[hashOf(symbol, next) & (thirds.length - 1)]! |= bits;
}
