/** Leftmost-longest matching of the whole lexicon in one pass over a text's UTF-16 units. */
import { isHan, isNumeral } from "../text/units.ts";
import { isWord } from "./boundaries.ts";
import { BLANK, BLOCKED, BREAK, FIRST_HEARD, LAST_CLASS, NONE, QUOTE, SEPARATOR, type Lexicon } from "./lexicon.ts";
import {
  CHILDREN,
  CROSSED,
  EDGE,
  END,
  endAt,
  FEW,
  HALF,
  hashOf,
  MARKS,
  pairOf,
  pathsOf,
  SIGN,
  SLOT_SIZE,
  slotsOf,
  type Paths,
} from "./paths.ts";
import { keyOf } from "./spelling.ts";

const ORDINAL = "第".charCodeAt(0);

/** A term found: UTF-16 code units of the text as it stands, and the term's number in `Lexicon.terms`. */
export interface Match {
  start: number;
  end: number;
  term: number;
}

/** The leftmost-longest matches of `text`, in order, none overlapping another. */
export function matchLongest(lexicon: Lexicon, text: string): Match[] {
  const matches: Match[] = [];
  const paths = pathsOf(lexicon);
  scan(lexicon, paths, text, {
    found: (start, hits) => {
      const end = longestOf(lexicon, paths, text, start, hits);
      if (end === 0) return start + 1;
      if (hits.term >= 0) matches.push({ start, end, term: hits.term });
      return end;
    },
  });
  return matches;
}

/** Every term that stands in `text`, nested and overlapping ones too, by their start and then the longest first. */
export function matchAll(lexicon: Lexicon, text: string): Match[] {
  const paths = pathsOf(lexicon);
  const matches: Match[] = [];
  /** How far the words go that have begun and hide what is in them. */
  let hidden = 0;
  scan(lexicon, paths, text, {
    found: (start, hits) => {
      for (let i = hits.count - 1; i >= 0; i--) {
        const end = hits.offsets[i]!;
        const term = endAt(paths.tree, hits.places[i]!);
        if (term === BLOCKED) hidden = Math.max(hidden, end);
        else if (end > hidden && standsAlone(lexicon, text, start, end) && isOneThing(lexicon, text, start, end)) {
          matches.push({ start, end, term: term - 1 });
        }
      }
      return start + 1;
    },
  });
  return matches;
}

/** The places in the tree of the marked nodes on one way down, in order, and the offsets in the text after each. */
export interface Hits {
  count: number;
  /** The bits of all their marks. */
  marks: number;
  /** Number of the term that `longestOf` found; -1 for a word that is no term and only hides what is in it. */
  term: number;
  readonly places: Int32Array;
  readonly offsets: Int32Array;
}

/** Deepest way down the trie that is noted; longer terms than this have no end on it. */
const DEEPEST = 64;

export interface Visitor {
  /** Something marked begins at `start`. `hits` is only lent. Returns the offset to go on at, beyond `start`. */
  found: (start: number, hits: Hits) => number;
  /**
   * A unit of the class `symbol` stands at `at`: one of those from FIRST_HEARD, or a QUOTE where the openings ask for it (or, by
   * chance, seem to). Returns the offset to go on at, beyond `at`.
   */
  met?: (at: number, symbol: number) => number;
}

/** What a scan works with; kept from one to the next, since a page is read in thousands of pieces. */
interface Workspace {
  /** Of the text's units, and BEYOND more. */
  symbols: Uint16Array;
  hits: Hits;
}

let spare: Workspace | undefined;

/** More units than this are not kept: 2 MB. */
const MOST_KEPT = 1 << 20;

function workspaceFor(length: number): Workspace {
  const workspace = spare;
  // A visitor may scan another text meanwhile.
  spare = undefined;
  if (workspace && workspace.symbols.length >= length + BEYOND) return workspace;
  return {
    symbols: new Uint16Array(2 * (length + BEYOND)),
    hits: { count: 0, marks: 0, term: -1, places: new Int32Array(DEEPEST), offsets: new Int32Array(DEEPEST) },
  };
}

/** Units after the last one that are read, and are NONE. */
const BEYOND = 3;

/**
 * One pass over `text`, told to `visitor`; returns how many Han it has.
 *
 * First the text is read into symbols, for an array is read several times faster than a string's units, and most units are read more
 * than once. Blanks, a line break and a quotation mark are skipped inside a term, never at its edges; a separator (、，) only between
 * the halves of a two-part formula.
 */
export function scan(lexicon: Lexicon, paths: Paths, text: string, visitor: Visitor): number {
  const { length } = text;
  const workspace = workspaceFor(length);
  const { symbols, hits } = workspace;
  const han = readSymbols(lexicon.symbols, text, symbols);
  for (let at = length; at < length + BEYOND; at++) symbols[at] = NONE;
  for (let at = 0; at < length;) at = scanPart(paths, symbols, at, Math.min(at + PART, length), hits, visitor);
  if (symbols.length <= 2 * MOST_KEPT) spare = workspace;
  return han;
}

/**
 * Units that are read at once. V8 makes the best of a loop in a function that is called often; one that goes on and on in a single call
 * is optimized while it runs, to code that is half as fast.
 */
const PART = 4096;

/** Reads the symbols of `text`'s units into `symbols`; returns how many Han there are. */
function readSymbols(table: Uint16Array, text: string, symbols: Uint16Array): number {
  let han = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    symbols[i] = table[unit]!;
    if (isHan(unit)) han++;
  }
  return han;
}

/** Scans what begins from `from` to `to`; returns where to go on. */
function scanPart(
  { roots, hasSingles, thirds, slots, tree }: Paths,
  symbols: Uint16Array,
  from: number,
  to: number,
  hits: Hits,
  visitor: Visitor,
): number {
  const thirdMask = thirds.length - 1;
  const slotMask = slots.length / SLOT_SIZE - 1;
  let at = from;
  let first = symbols[at]!;
  let second = symbols[at + 1]!;
  while (at < to) {
    const third = symbols[at + 2]!;
    const hash = hashOf(first, second);
    if (first > LAST_CLASS && ((thirds[hash & thirdMask]! >>> third) & 1) === 0) {
      at++;
      first = second;
      second = third;
      continue;
    }
    let on = at + 1;
    if (first <= LAST_CLASS) {
      const isHeard = first >= FIRST_HEARD || (first === QUOTE && ((thirds[hash & thirdMask]! >>> third) & 1) !== 0);
      if (isHeard && visitor.met) on = visitor.met(at, first);
    } else {
      hits.count = hits.marks = 0;
      let place = 0;
      let offset = at + 1;
      if (hasSingles || second <= LAST_CLASS) {
        place = roots[first]!;
        if (place !== 0) note(hits, place, tree[place]! & MARKS, offset);
      }
      if (second > LAST_CLASS) {
        const pair = pairOf(first, second);
        let slot = SLOT_SIZE * (hash & slotMask);
        while (slots[slot] !== pair && slots[slot] !== 0) slot = (slot + SLOT_SIZE) & (SLOT_SIZE * slotMask);
        place = slots[slot + 1]!;
        offset++;
        note(hits, place, slots[slot + 3]!, offset);
        if (third > LAST_CLASS && ((slots[slot + 2]! >>> third) & 1) === 0) place = 0;
      }
      if (place !== 0) follow(tree, symbols, place, offset, hits);
      if (hits.count > 0) on = visitor.found(at, hits);
    }
    if (on === at + 1) {
      first = second;
      second = third;
    } else {
      first = symbols[on]!;
      second = symbols[on + 1]!;
    }
    at = on;
  }
  return at;
}

function note(hits: Hits, place: number, mark: number, offset: number): void {
  if (mark === 0 || hits.count === DEEPEST) return;
  hits.marks |= mark;
  hits.places[hits.count] = place;
  hits.offsets[hits.count++] = offset;
}

/** Follows the text from `offset` down the tree from `place`, and notes what is marked on the way. */
function follow(tree: Int32Array, symbols: Uint16Array, place: number, offset: number, hits: Hits): void {
  for (;;) {
    const node = tree[place]!;
    const children = node >> CHILDREN;
    if (children === 0) return;
    let wanted = symbols[offset]!;
    if (wanted <= LAST_CLASS) {
      offset = skipIgnorables(symbols, offset, (node & HALF) !== 0);
      wanted = symbols[offset]!;
      if (wanted <= LAST_CLASS) return;
    }
    let child = place + 1 + (node & END) + ((node & SIGN) === 0 ? 0 : 1);
    if (children === 1) {
      if (tree[child] !== wanted) return;
      place = child + 1;
    } else if (children > FEW) {
      const mask = slotsOf(children) - 1;
      let slot = wanted & mask;
      for (; tree[child + 2 * slot] !== wanted; slot = (slot + 1) & mask) if (tree[child + 2 * slot] === 0) return;
      place = tree[child + 2 * slot + 1]!;
    } else {
      const last = child + children;
      while (child < last && tree[child] !== wanted) child++;
      if (child === last) return;
      place = tree[child + children]!;
    }
    offset++;
    note(hits, place, tree[place]! & MARKS, offset);
  }
}

/** The node of the trie that a spelling leads to, in whatever script and with whatever may be skipped in it; 0 if there is none. */
export function nodeOf({ symbols, firstEdge, edges }: Lexicon, spelling: string): number {
  let node = 0;
  for (const unit of keyOf(spelling).units) {
    const symbol = symbols[unit]!;
    let edge = firstEdge[node]!;
    const last = firstEdge[node + 1]!;
    while (edge < last && edges[edge] !== symbol) edge++;
    if (edge === last) return 0;
    node = edge + 1;
  }
  return node;
}

/** The end of the longest of `hits` that is a term and stands by itself, or a word that hides one: `hits.term` is which. 0 if none. */
export function longestOf(lexicon: Lexicon, { tree }: Paths, text: string, start: number, hits: Hits): number {
  for (let i = hits.count - 1; i >= 0; i--) {
    const place = hits.places[i]!;
    const node = tree[place]!;
    if ((node & END) === 0) continue;
    const end = tree[place + 1]!;
    const offset = hits.offsets[i]!;
    hits.term = end === BLOCKED ? -1 : end - 1;
    if ((node & CROSSED) !== 0 && !isOneThing(lexicon, text, start, offset)) continue;
    if (end === BLOCKED || (node & EDGE) === 0 || standsAlone(lexicon, text, start, offset)) return offset;
  }
  return 0;
}

/**
 * The next offset that a term may go on at; one of a unit that is no letter if it may not. At most one quotation mark, so that
 * “党建”“引领” stays two things; at most one line break, and none before an indent, for that begins a paragraph; a separator only where
 * `half` allows it.
 */
function skipIgnorables(symbols: Uint16Array, at: number, half: boolean): number {
  let quotes = half ? 2 : 1;
  let breaks = 1;
  let separators = half ? 1 : 0;
  for (; ; at++) {
    const symbol = symbols[at]!;
    if (symbol === BLANK) continue;
    if (symbol === BREAK) {
      if (breaks-- === 0 || symbols[at + 1] === BLANK) return at;
    } else if (symbol === QUOTE) {
      if (quotes-- === 0) return at;
    } else if (symbol !== SEPARATOR || separators-- === 0) {
      return at;
    }
  }
}

/**
 * False where a separator stands in the term, or two quotation marks, that only another one would have there: the ways of
 * 改革、开放 and 改革创新 part after the place where a separator may stand.
 */
function isOneThing(lexicon: Lexicon, text: string, start: number, end: number): boolean {
  const { symbols } = lexicon;
  for (let at = start + 1; at < end; at++) {
    const symbol = symbols[text.charCodeAt(at)]!;
    if (symbol === SEPARATOR || symbol === QUOTE) return hasOwnHalves(lexicon, text, start, end);
  }
  return true;
}

/** The same of a term with such marks in it, by its way down the trie, which takes long: the root has a thousand edges. */
function hasOwnHalves(lexicon: Lexicon, text: string, start: number, end: number): boolean {
  const { symbols, firstEdge, edges, halves } = lexicon;
  const halved: number[] = [];
  let node = 0;
  let quotes = 0;
  for (let at = start; at < end; at++) {
    const symbol = symbols[text.charCodeAt(at)]!;
    if (symbol === SEPARATOR || (symbol === QUOTE && ++quotes > 1)) halved.push(node);
    if (symbol <= LAST_CLASS) continue;
    let edge = firstEdge[node]!;
    while (edges[edge] !== symbol) edge++;
    node = edge + 1;
    quotes = 0;
  }
  return halved.every((half) => halves.get(node)?.has(half));
}

/**
 * False where the term's edge is the middle of a number (十四五 in 二十四五, 四风 in 3.4风, 八项规定 in 第八项规定), or of a word
 * (党性 in 共产党性质).
 */
function standsAlone({ boundaries }: Lexicon, text: string, start: number, end: number): boolean {
  const first = text.charCodeAt(start);
  if (isNumeral(first) && start > 0) {
    const before = text.charCodeAt(start - 1);
    if (isNumeral(before) || before === ORDINAL || (text[start - 1] === "." && first < 0x80)) return false;
  }
  if (isNumeral(text.charCodeAt(end - 1)) && end < text.length && isNumeral(text.charCodeAt(end))) return false;
  return isWord(boundaries, text, start, end);
}
