/**
 * The trie of a lexicon as a text is followed down it: laid out so that one way down reads few lines of memory, which is what
 * matching a dense text costs.
 *
 * Openings. Whether three symbols open any path is one bit of `thirds`, in a word at a hash of the first two: nearly all positions of
 * a text are passed over by it. Where a path is at after two symbols stands in `slots`, by the same hash.
 *
 * Tree. A node, then at once its descendants, depth first:
 *   children << 4 | 8 where a separator may follow | its mark
 *   what ends there (END), as in `Lexicon.ends`
 *   its sign (SIGN)
 *   the symbols of its children, in ascending order; an only child is the node that follows
 *   of several children the places of their nodes
 */
import { isNumeral } from "../text/units.ts";
import { LONGEST_CUT } from "./boundaries.ts";
import { BLANK, BREAK, QUOTE, SEPARATOR, type Lexicon } from "./lexicon.ts";

/** Bits of a mark: something ends at the node; it has to be looked at whether that stands by itself; there is a sign. */
export const END = 1;
export const EDGE = 2;
export const SIGN = 4;
export const MARKS = END | EDGE | SIGN;
export const HALF = 8;
export const CHILDREN = 4;

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

/** The paths of `lexicon`, with the signs in it, by the numbers of their nodes. */
export function makePaths(lexicon: Lexicon, signs: ReadonlyMap<number, number> = new Map()): Paths {
  const { firstEdge, edges, ends, halves, symbolCount } = lexicon;
  const marks = marksOf(lexicon);
  for (const node of signs.keys()) marks[node]! |= SIGN;
  const tree: number[] = [];
  const places = new Int32Array(ends.length);
  const lay = (node: number): void => {
    const first = firstEdge[node]!;
    const last = firstEdge[node + 1]!;
    places[node] = tree.length;
    tree.push(((last - first) << CHILDREN) | (halves[node] === 1 ? HALF : 0) | marks[node]!);
    if (ends[node] !== 0) tree.push(ends[node]!);
    const sign = signs.get(node);
    if (sign !== undefined) tree.push(sign);
    for (let edge = first; edge < last; edge++) tree.push(edges[edge]!);
    const placesAt = tree.length;
    if (last - first > 1) for (let edge = first; edge < last; edge++) tree.push(0);
    for (let edge = first; edge < last; edge++) {
      if (last - first > 1) tree[placesAt + edge - first] = tree.length;
      lay(edge + 1);
    }
  };
  lay(0);

  const rootCount = firstEdge[1]!;
  const roots = new Int32Array(symbolCount);
  for (let edge = 0; edge < rootCount; edge++) roots[edges[edge]!] = places[edge + 1]!;
  const pairCount = (firstEdge[rootCount + 1] ?? 0) - rootCount;
  let size = 256;
  while (size < 2 * pairCount) size *= 2;
  const slots = new Int32Array(SLOT_SIZE * size);
  // Eight words for each slot, so that few pairs share theirs.
  const thirds = new Int32Array(8 * size);
  const skipped = (node: number): number[] => [BLANK, QUOTE, BREAK, ...(halves[node] === 1 ? [SEPARATOR] : [])];
  let hasSingles = false;
  for (let root = 0; root < rootCount; root++) {
    const symbol = edges[root]!;
    for (const next of skipped(root + 1)) open(thirds, symbol, next, ANY);
    for (let edge = firstEdge[root + 1]!; edge < firstEdge[root + 2]!; edge++) {
      const node = edge + 1;
      let own = 0;
      for (let third = firstEdge[node]!; third < firstEdge[node + 1]!; third++) own |= 1 << edges[third]!;
      let bits = marks[node] === 0 ? own : ANY;
      if (own !== 0) for (const third of skipped(node)) bits |= 1 << third;
      open(thirds, symbol, edges[edge]!, bits);
      let slot = hashOf(symbol, edges[edge]!) & (size - 1);
      while (slots[SLOT_SIZE * slot] !== 0) slot = (slot + 1) & (size - 1);
      slots.set([pairOf(symbol, edges[edge]!), places[node]!, own, marks[node]!], SLOT_SIZE * slot);
    }
    // A term of one character is there whatever follows.
    if (marks[root + 1] === 0) continue;
    hasSingles = true;
    for (let next = 0; next < symbolCount; next++) open(thirds, symbol, next, ANY);
  }
  return { roots, hasSingles, thirds, slots, tree: Int32Array.from(tree) };
}

/** Any third symbol. */
export const ANY = -1;

/** Lets `symbol` and `next` open a path with the third symbols whose bits are in `bits`. */
export function open(thirds: Int32Array, symbol: number, next: number, bits: number): void {
  thirds[hashOf(symbol, next) & (thirds.length - 1)]! |= bits;
}

/**
 * By node: END where something ends, with EDGE where it may be no word of its own: numerals that begin or end it may be a part of a
 * longer number, and a short one a part of a longer word, or of two.
 */
function marksOf({ firstEdge, edges, ends, symbols }: Lexicon): Uint8Array {
  const isNumeralSymbol = new Uint8Array(0x10000);
  symbols.forEach((symbol, unit) => {
    if (isNumeral(unit)) isNumeralSymbol[symbol] = 1;
  });
  const marks = new Uint8Array(ends.length);
  const depths = new Uint8Array(ends.length);
  /** Whether the path to a node begins with a numeral. */
  const begins = new Uint8Array(ends.length);
  for (let node = 0; node < ends.length; node++) {
    for (let edge = firstEdge[node]!; edge < firstEdge[node + 1]!; edge++) {
      const child = edge + 1;
      const isLast = isNumeralSymbol[edges[edge]!]!;
      depths[child] = Math.min(depths[node]! + 1, LONGEST_CUT + 1);
      begins[child] = node === 0 ? isLast : begins[node]!;
      if (ends[child] === 0) continue;
      marks[child] = END | (depths[child] <= LONGEST_CUT || begins[child] === 1 || isLast === 1 ? EDGE : 0);
    }
  }
  return marks;
}
