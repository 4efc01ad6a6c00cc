/** Leftmost-longest matching of the whole lexicon in one pass over a text's UTF-16 units. */
import { isBlank, isNumeral } from "../text/units.ts";
import { isWord } from "./boundaries.ts";
import {
  BLANK,
  BLOCKED,
  BREAK,
  hashOf,
  LAST_CLASS,
  NONE,
  pairOf,
  QUOTE,
  SEPARATOR,
  SLOT_SIZE,
  type Lexicon,
  type Openings,
} from "./lexicon.ts";

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
  scan(lexicon, lexicon.marks, lexicon.openings, text, {
    found: (start, hits) => {
      const end = longestOf(lexicon, text, start, hits);
      if (end === 0) return start + 1;
      if (hits.term >= 0) matches.push({ start, end, term: hits.term });
      return end;
    },
    met: (at) => at + 1,
  });
  return matches;
}

/** Every term that stands in `text`, nested and overlapping ones too, by their start and then the longest first. */
export function matchAll(lexicon: Lexicon, text: string): Match[] {
  const { ends } = lexicon;
  const matches: Match[] = [];
  /** How far the words go that have begun and hide what is in them. */
  let hidden = 0;
  scan(lexicon, lexicon.marks, lexicon.openings, text, {
    found: (start, hits) => {
      for (let i = hits.count - 1; i >= 0; i--) {
        const end = hits.offsets[i]!;
        const term = ends[hits.nodes[i]!]!;
        if (term === BLOCKED) hidden = Math.max(hidden, end);
        else if (end > hidden && standsAlone(lexicon, text, start, end)) matches.push({ start, end, term: term - 1 });
      }
      return start + 1;
    },
    met: (at) => at + 1,
  });
  return matches;
}

/** The marked nodes on one way down the trie, in order, and the offsets in the text after each. */
export interface Hits {
  count: number;
  /** Number of the term that `longestOf` found; -1 for a word that is no term and only hides what is in it. */
  term: number;
  readonly nodes: Int32Array;
  readonly offsets: Int32Array;
}

/** Deepest way down the trie that is noted; longer terms than this have no end on it. */
const DEEPEST = 64;

export interface Visitor {
  /** Something marked begins at `start`. `hits` is only lent. Returns the offset to go on at, beyond `start`. */
  found: (start: number, hits: Hits) => number;
  /** A unit of the class `symbol` stands at `at`, where the openings ask for it. Returns the offset to go on at, beyond `at`. */
  met: (at: number, symbol: number) => number;
}

/**
 * One pass over `text`. `marks` says by node, with anything but 0, what is to be told of, and `openings` are those at which to
 * look. All in one function, with every array in a variable of its own: cut into functions and fields it takes twice as long.
 *
 * Blanks, a line break and a quotation mark are skipped inside a term, never at its edges; a separator (、，) only between the
 * halves of a two-part formula.
 */
export function scan(
  lexicon: Lexicon,
  marks: Uint8Array,
  { bits, slots }: Openings,
  text: string,
  visitor: Visitor,
): void {
  const { symbols, roots, firstEdge, edges, halves, hasSingles } = lexicon;
  const bitMask = bits.length * 32 - 1;
  const slotMask = slots.length / SLOT_SIZE - 1;
  const hitNodes = new Int32Array(DEEPEST);
  const hitOffsets = new Int32Array(DEEPEST);
  const hits: Hits = { count: 0, term: -1, nodes: hitNodes, offsets: hitOffsets };
  const { length } = text;
  let at = 0;
  let symbol = length > 0 ? symbols[text.charCodeAt(0)]! : NONE;
  while (at < length) {
    const next = at + 1 < length ? symbols[text.charCodeAt(at + 1)]! : NONE;
    const hash = hashOf(symbol, next);
    const bit = hash & bitMask;
    if (((bits[bit >> 5]! >>> (bit & 31)) & 1) === 0) {
      at++;
      symbol = next;
      continue;
    }
    if (symbol <= LAST_CLASS) {
      const on = symbol === NONE ? at + 1 : visitor.met(at, symbol);
      symbol = on === at + 1 ? next : on < length ? symbols[text.charCodeAt(on)]! : NONE;
      at = on;
      continue;
    }
    let count = 0;
    let node: number;
    let offset = at + 1;
    if (hasSingles && marks[roots[symbol]!] !== 0) {
      hitNodes[0] = roots[symbol]!;
      hitOffsets[0] = offset;
      count = 1;
    }
    if (next > LAST_CLASS) {
      const wanted = pairOf(symbol, next);
      let slot = SLOT_SIZE * (hash & slotMask);
      let pair = slots[slot]!;
      while (pair !== wanted && pair !== 0) {
        slot = (slot + SLOT_SIZE) & (SLOT_SIZE * slotMask);
        pair = slots[slot]!;
      }
      if (pair !== 0) {
        node = slots[slot + 1]!;
        offset++;
        if (slots[slot + 3] !== 0) {
          hitNodes[count] = node;
          hitOffsets[count++] = offset;
        }
        const third = offset < length ? symbols[text.charCodeAt(offset)]! : NONE;
        if (third > LAST_CLASS && ((slots[slot + 2]! >>> (third & 31)) & 1) === 0) node = 0;
      } else {
        node = 0;
      }
    } else {
      node = roots[symbol]!;
    }
    while (node !== 0 && offset < length) {
      let edge = firstEdge[node]!;
      let last = firstEdge[node + 1]!;
      if (edge === last) break;
      let wanted = symbols[text.charCodeAt(offset)]!;
      if (wanted <= LAST_CLASS) {
        offset = skipIgnorables(symbols, text, offset, halves[node] === 1);
        wanted = offset < length ? symbols[text.charCodeAt(offset)]! : NONE;
        if (wanted <= LAST_CLASS) break;
      }
      while (last - edge > 8) {
        const middle = (edge + last) >> 1;
        if (edges[middle]! <= wanted) edge = middle;
        else last = middle;
      }
      while (edge < last && edges[edge] !== wanted) edge++;
      if (edge === last) break;
      node = edge + 1;
      offset++;
      if (marks[node] !== 0 && count < DEEPEST) {
        hitNodes[count] = node;
        hitOffsets[count++] = offset;
      }
    }
    if (count === 0) {
      at++;
      symbol = next;
    } else {
      hits.count = count;
      at = visitor.found(at, hits);
      symbol = at < length ? symbols[text.charCodeAt(at)]! : NONE;
    }
  }
}

/** The end of the longest of `hits` that is a term and stands by itself, or a word that hides one: `hits.term` is which. 0 if none. */
export function longestOf(lexicon: Lexicon, text: string, start: number, hits: Hits): number {
  for (let i = hits.count - 1; i >= 0; i--) {
    const end = lexicon.ends[hits.nodes[i]!]!;
    const offset = hits.offsets[i]!;
    if (end === 0) continue;
    hits.term = end === BLOCKED ? -1 : end - 1;
    if (end === BLOCKED || standsAlone(lexicon, text, start, offset)) return offset;
  }
  return 0;
}

/**
 * The next offset that a term may go on at. At most one quotation mark, so that “党建”“引领” stays two things; at most one
 * line break, and none before an indent, for that begins a paragraph; a separator only where `half` allows it.
 */
function skipIgnorables(symbols: Uint16Array, text: string, at: number, half: boolean): number {
  let quotes = 0;
  let breaks = 0;
  let separators = 0;
  for (; at < text.length; at++) {
    const symbol = symbols[text.charCodeAt(at)]!;
    if (symbol === BLANK) continue;
    if (symbol === BREAK) {
      if (++breaks > 1 || (at + 1 < text.length && isBlank(text.charCodeAt(at + 1)))) return text.length;
    } else if (symbol === QUOTE) {
      if (++quotes > (half ? 2 : 1)) return text.length;
    } else if (symbol === SEPARATOR && half) {
      if (++separators > 1) return text.length;
    } else {
      return at;
    }
  }
  return at;
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
