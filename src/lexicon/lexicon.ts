/**
 * The compiled lexicon: every headword and variant in one trie of flat arrays that load from bytes without parsing.
 *
 * Symbols. Folding belongs to the symbol table, not to the text: each UTF-16 unit has a symbol, and units that fold
 * together (確 and 确, ４, 4 and 四) have the same one. NONE is a unit that stands in no term, so the matcher passes over most
 * of an ordinary page with one array read a unit. The symbols up to LAST_CLASS are classes of units that are no letters of any
 * term: BLANK, QUOTE, BREAK and SEPARATOR may be skipped inside one; STOP and KANA only say something of the text.
 *
 * Trie. Nodes are numbered breadth first, so the edge with number e leads to the node e + 1, and an edge is its symbol alone:
 * the edges of node n are `firstEdge[n] … firstEdge[n + 1] - 1`, in ascending order of their symbols. `ends[n]` is the number
 * of the term that ends at n, plus one; 0 if none does; BLOCKED where a word ends that is no term and hides the ones in it
 * (飞机制造 hides 机制). `halves[n]` is 1 where a separator may follow: "抓铁有痕、踏石留印" is stored without its separator, and is
 * found with 、 or ， or nothing there. Paths without an end may lead to signs: spellings that detection wants to hear of.
 *
 * Openings. Whether three symbols open any path is one bit of `openings`, in a word at a hash of the first two: nearly all positions
 * of a text are passed over by it, so that what a walk through the trie costs is paid only where a term, or a sign, may well stand.
 *
 * Bytes, little endian: 8 header words (magic, units, symbols, nodes, terms, bytes of text, 0, 0), then
 *   firstEdge i32[nodes + 1] · ends i32[nodes] · units u16[2 × units], a unit and its symbol · edges u16[nodes - 1] ·
 *   halves u8[nodes] · terms u8[4 × terms]: category, weight, detection, pack · text as UTF-8, in lines: the packs, the ids, the
 *   frames as number, tab, form; an empty line, and the words of `boundaries.ts`.
 */
import { isBlank, isKana, isLineBreak, isNumeral, isQuotationMark, isSeparator, isStop } from "../text/units.ts";
import { boundariesOf, LONGEST_CUT, type Boundaries } from "./boundaries.ts";
import { CATEGORIES, DETECTIONS, WEIGHTS, type Category, type Detection, type Weight } from "./term.ts";

export const NONE = 0;
export const BLANK = 1;
export const QUOTE = 2;
/** From here to LAST_CLASS: what a visitor of a text hears of. */
export const FIRST_HEARD = 3;
export const BREAK = 3;
export const SEPARATOR = 4;
/** The end of a sentence. */
export const STOP = 5;
export const KANA = 6;
export const LAST_CLASS = 6;

/** What `ends` has for a word that is no term. */
export const BLOCKED = -1;

/** Bits of `marks`. */
export const END = 1;
export const EDGE = 2;

export const MAGIC = 0x33464954; // "TIF3"
export const HEADER_WORDS = 8;

/** What stands for the slot in the headword of a frame: 以…为抓手. */
export const SLOT = "…";

/** What the page needs to know of a term; everything else is asked for when a card opens. */
export interface LexiconTerm {
  /** Its place in `Lexicon.terms`. */
  number: number;
  id: string;
  /** Id of its pack. */
  pack: string;
  category: Category;
  weight: Weight;
  detection: Detection;
}

/** A productive pattern: the literal parts around its slots, as a frame's headword or variant gives them. */
export interface FrameForm {
  term: LexiconTerm;
  form: string;
}

/** Which symbols open a path, and where the path is at after two of them. */
export interface Openings {
  /** By a hash of two symbols, a bit for each third (by its last five bits) with which they open a path. */
  thirds: Int32Array;
  /**
   * Open addressing by the same hash, SLOT_SIZE numbers a slot: the pair as `pairOf` numbers it, 0 where nothing is; its node; its own
   * bits as in `thirds`, which it shares there with other pairs; and the node's mark. Most walks end at their
   * third symbol, and so with one line of memory read.
   */
  slots: Int32Array;
}

export const SLOT_SIZE = 4;

export interface Lexicon {
  /** Symbol of each UTF-16 unit. */
  symbols: Uint16Array;
  /** Node that a symbol leads to from the root; 0 if none. */
  roots: Int32Array;
  openings: Openings;
  firstEdge: Int32Array;
  edges: Uint16Array;
  ends: Int32Array;
  halves: Uint8Array;
  /** By node: END where something ends, with EDGE if it is to be looked at whether it stands by itself. */
  marks: Uint8Array;
  /** Whether a term of a single character is in it. */
  hasSingles: boolean;
  terms: LexiconTerm[];
  frames: FrameForm[];
  boundaries: Boundaries;
}

/** Whether the headword is a pattern with a slot and not a string to be found as it stands. */
export function isFrameForm(form: string): boolean {
  return form.includes(SLOT);
}

/** The hash of two symbols that follow one another, before it is cut to the size of a table. */
export function hashOf(symbol: number, next: number): number {
  return Math.imul(symbol, 40_503) + next;
}

/** Two symbols as one number, never 0 for two letters. */
export function pairOf(symbol: number, next: number): number {
  return (symbol << 16) | next;
}

/** The class of a unit that is no letter of any term; undefined for all others. */
export function classOf(unit: number): number | undefined {
  if (isBlank(unit)) return BLANK;
  if (isLineBreak(unit)) return BREAK;
  if (isQuotationMark(unit)) return QUOTE;
  if (isSeparator(unit)) return SEPARATOR;
  if (isStop(unit)) return STOP;
  return isKana(unit) ? KANA : undefined;
}

/**
 * The lexicon in `bytes`, as `compileLexicon` makes them. Arrays are views on the bytes, not copies.
 * @throws TypeError if the bytes are not a compiled lexicon, or are cut off.
 */
export function loadLexicon(bytes: Uint8Array<ArrayBuffer>): Lexicon {
  const { buffer, byteOffset } = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  if (bytes.length < 4 * HEADER_WORDS)
    throw new TypeError(`A compiled lexicon has a header; got ${bytes.length} bytes.`);
  const [magic, unitCount, symbolCount, nodeCount, termCount, textLength] = new Int32Array(
    buffer,
    byteOffset,
    HEADER_WORDS,
  ) as unknown as [number, number, number, number, number, number];
  if (magic !== MAGIC) throw new TypeError("These bytes are not a compiled lexicon, or one of another version.");
  const layout = layoutOf(unitCount, nodeCount, termCount, textLength);
  if (bytes.length !== layout.size) {
    throw new TypeError(`The compiled lexicon should have ${layout.size} bytes; got ${bytes.length}.`);
  }
  const units = new Uint16Array(buffer, byteOffset + layout.units, 2 * unitCount);
  const symbols = new Uint16Array(0x10000);
  for (let i = 0; i < units.length; i += 2) symbols[units[i]!] = units[i + 1]!;
  const firstEdge = new Int32Array(buffer, byteOffset + layout.firstEdge, nodeCount + 1);
  const edges = new Uint16Array(buffer, byteOffset + layout.edges, nodeCount - 1);
  const ends = new Int32Array(buffer, byteOffset + layout.ends, nodeCount);
  const roots = new Int32Array(symbolCount);
  for (let edge = 0; edge < firstEdge[1]!; edge++) roots[edges[edge]!] = edge + 1;

  const about = new Uint8Array(buffer, byteOffset + layout.terms, 4 * termCount);
  const text = new TextDecoder().decode(new Uint8Array(buffer, byteOffset + layout.text, textLength));
  const rest = text.indexOf("\n\n");
  const [packLine, ...lines] = text.slice(0, rest).split("\n");
  const packs = packLine!.split("\t");
  const terms = lines.slice(0, termCount).map((id, number) => ({
    number,
    id,
    pack: packs[about[4 * number + 3]!]!,
    category: CATEGORIES[about[4 * number]!]!,
    weight: WEIGHTS[about[4 * number + 1]!]!,
    detection: DETECTIONS[about[4 * number + 2]!]!,
  }));
  const frames = lines.slice(termCount).map((line) => {
    const [number, form] = line.split("\t");
    return { term: terms[Number(number)]!, form: form! };
  });
  const halves = new Uint8Array(buffer, byteOffset + layout.halves, nodeCount);
  const trie = { firstEdge, edges, halves };
  const marks = marksOf(trie, ends, symbols);
  return {
    symbols,
    roots,
    openings: openingsOf(trie, marks, symbolCount),
    firstEdge,
    edges,
    ends,
    halves,
    marks,
    hasSingles: roots.some((node) => marks[node] !== 0),
    terms,
    frames,
    boundaries: boundariesOf(text.slice(rest + 2)),
  };
}

/** `lexicon` without the terms of some packs; the lexicon itself stays as it is. */
export function withoutPacks(lexicon: Lexicon, packs: ReadonlySet<string>): Lexicon {
  if (packs.size === 0) return lexicon;
  const isOff = lexicon.terms.map(({ pack }) => packs.has(pack));
  return {
    ...lexicon,
    ends: lexicon.ends.map((end) => (end !== 0 && end !== BLOCKED && isOff[end - 1] ? 0 : end)),
    frames: lexicon.frames.filter(({ term }) => !packs.has(term.pack)),
  };
}

/** Numerals that begin or end a term may be a part of a longer number; short terms may be a part of a longer word, or of two. */
function marksOf({ firstEdge, edges }: Trie, ends: Int32Array, symbols: Uint16Array): Uint8Array {
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
      marks[child] = END | (depths[child]! <= LONGEST_CUT || begins[child] === 1 || isLast === 1 ? EDGE : 0);
    }
  }
  return marks;
}

type Trie = Pick<Lexicon, "firstEdge" | "edges" | "halves">;

/** The openings of a trie for those of its nodes that are in `marks` with anything but 0. */
export function openingsOf({ firstEdge, edges, halves }: Trie, marks: Uint8Array, symbolCount: number): Openings {
  const roots = firstEdge[1]!;
  const pairCount = (firstEdge[roots + 1] ?? 0) - roots;
  let size = 256;
  while (size < 2 * pairCount) size *= 2;
  const slots = new Int32Array(SLOT_SIZE * size);
  // Four words for each slot, so that few pairs share theirs.
  const thirds = new Int32Array(4 * size);
  const open = (symbol: number, next: number, bits: number): void => {
    thirds[hashOf(symbol, next) & (thirds.length - 1)]! |= bits;
  };
  const skipped = (node: number): number[] => [BLANK, QUOTE, BREAK, ...(halves[node] === 1 ? [SEPARATOR] : [])];
  for (let root = 0; root < roots; root++) {
    const symbol = edges[root]!;
    for (const next of skipped(root + 1)) open(symbol, next, ALL);
    for (let edge = firstEdge[root + 1]!; edge < firstEdge[root + 2]!; edge++) {
      const node = edge + 1;
      let bits = marks[node] === 0 ? 0 : ALL;
      if (firstEdge[node] !== firstEdge[node + 1]) for (const third of skipped(node)) bits |= 1 << third;
      let own = 0;
      for (let third = firstEdge[node]!; third < firstEdge[node + 1]!; third++) own |= 1 << edges[third]!;
      open(symbol, edges[edge]!, bits | own);
      let slot = hashOf(symbol, edges[edge]!) & (size - 1);
      while (slots[SLOT_SIZE * slot] !== 0) slot = (slot + 1) & (size - 1);
      slots.set([pairOf(symbol, edges[edge]!), node, own, marks[node]!], SLOT_SIZE * slot);
    }
    // A term of one character is there whatever follows.
    if (marks[root + 1] !== 0) for (let next = 0; next < symbolCount; next++) open(symbol, next, ALL);
  }
  return { thirds, slots };
}

/** Any third symbol. */
const ALL = -1;

/** Where each array begins, and how many bytes there are in all. */
export function layoutOf(units: number, nodes: number, terms: number, textLength: number) {
  const firstEdge = 4 * HEADER_WORDS;
  const ends = firstEdge + 4 * (nodes + 1);
  const unitsAt = ends + 4 * nodes;
  const edges = unitsAt + 4 * units;
  const halves = edges + 2 * (nodes - 1);
  const termsAt = halves + nodes;
  const text = termsAt + 4 * terms;
  return { firstEdge, ends, units: unitsAt, edges, halves, terms: termsAt, text, size: text + textLength };
}
