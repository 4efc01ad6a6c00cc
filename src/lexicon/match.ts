/** Leftmost-longest matching of the whole lexicon in one pass over a text's UTF-16 units. */
import { isBlank, isNumeral } from "../text/units.ts";
import { BLANK, BREAK, NONE, QUOTE, SEPARATOR, type Lexicon } from "./lexicon.ts";

const ORDINAL = "第".charCodeAt(0);

/** A term found: UTF-16 code units of the text as it stands, and the term's number in `Lexicon.terms`. */
export interface Match {
  start: number;
  end: number;
  term: number;
}

/**
 * The leftmost-longest matches of `text`, in order, none overlapping another. Blanks, a line break and a quotation mark are
 * skipped inside a term, never at its edges; a separator (、，) only between the halves of a two-part formula.
 */
export function matchLongest(lexicon: Lexicon, text: string): Match[] {
  const { symbols, roots } = lexicon;
  const matches: Match[] = [];
  for (let start = 0; start < text.length;) {
    const node = roots[symbols[text.charCodeAt(start)]!]!;
    const found = node === 0 ? undefined : longestFrom(lexicon, text, start, node);
    if (found && standsAlone(text, found.start, found.end)) {
      matches.push(found);
      start = found.end;
    } else {
      start++;
    }
  }
  return matches;
}

/** Every term that stands in `text`, nested and overlapping ones too, by their start and then the longest first. */
export function matchAll(lexicon: Lexicon, text: string): Match[] {
  const { symbols, roots } = lexicon;
  const matches: Match[] = [];
  for (let start = 0; start < text.length; start++) {
    const node = roots[symbols[text.charCodeAt(start)]!]!;
    if (node === 0) continue;
    let found = longestFrom(lexicon, text, start, node);
    while (found) {
      if (standsAlone(text, found.start, found.end)) matches.push(found);
      found = longestFrom(lexicon, text, start, node, found.end);
    }
  }
  return matches;
}

/** The longest term that begins at `start`, where `node` is already reached, and ends before `before`. */
function longestFrom(
  lexicon: Lexicon,
  text: string,
  start: number,
  node: number,
  before = Infinity,
): Match | undefined {
  const { symbols, firstEdge, edges, ends, halves } = lexicon;
  let found: Match | undefined;
  let at = start + 1;
  for (;;) {
    if (ends[node] !== 0 && at < before) found = { start, end: at, term: ends[node]! - 1 };
    const first = firstEdge[node]!;
    const last = firstEdge[node + 1]!;
    if (first === last) return found;
    at = skipIgnorables(symbols, text, at, halves[node] === 1);
    if (at >= text.length) return found;
    const symbol = symbols[text.charCodeAt(at)]!;
    if (symbol === NONE) return found;
    const edge = findEdge(edges, first, last, symbol);
    if (edge < 0) return found;
    node = edge + 1;
    at++;
  }
}

/** The edge of `symbol` among `first` … `last - 1`, or -1. */
function findEdge(edges: Uint16Array, first: number, last: number, symbol: number): number {
  while (last - first > 8) {
    const middle = (first + last) >> 1;
    if (edges[middle]! <= symbol) first = middle;
    else last = middle;
  }
  for (; first < last; first++) if (edges[first] === symbol) return first;
  return -1;
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

/** False where the term's edge is the middle of a number: 十四五 in 二十四五, 四风 in 3.4风, 八项规定 in 第八项规定. */
function standsAlone(text: string, start: number, end: number): boolean {
  const first = text.charCodeAt(start);
  if (isNumeral(first) && start > 0) {
    const before = text.charCodeAt(start - 1);
    if (isNumeral(before) || before === ORDINAL || (text[start - 1] === "." && first < 0x80)) return false;
  }
  return !(isNumeral(text.charCodeAt(end - 1)) && end < text.length && isNumeral(text.charCodeAt(end)));
}
