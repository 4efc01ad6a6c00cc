/**
 * The compiled lexicon: every headword and variant in one trie of flat arrays that load from bytes without parsing.
 *
 * Symbols. Folding belongs to the symbol table, not to the text: each UTF-16 unit has a symbol, and units that fold
 * together (確 and 确, ４, 4 and 四) have the same one. NONE is a unit that stands in no term, so the matcher passes over most
 * of an ordinary page with one array read a unit. The symbols up to LAST_CLASS are classes of units that are no letters of any
 * term: BLANK, QUOTE, BREAK and SEPARATOR may be skipped inside one; STOP and KANA only say something of the text.
 *
 * Trie. Nodes are numbered breadth first, so the edge with number e leads to the node e + 1, and an edge is its symbol alone:
 * the edges of node n are `firstEdge[n] … firstEdge[n + 1] - 1`, in ascending order of their symbols; the bytes only have
 * how many they are. `ends[n]` is the number of the term that ends at n, plus one; 0 if none does; BLOCKED where a word ends that is
 * no term and hides the ones in it (飞机制造 hides 机制). `halves` has, for what leads to a node, the nodes on the way there after which
 * a separator may stand: "抓铁有痕、踏石留印" is stored without its separator, and is found with 、 or ， or nothing there. Paths
 * without an end may lead to signs: spellings that detection wants to hear of. `words` are the nodes where a term ends that would be
 * BLOCKED if it were none: 四化 does not stand in 四化同步, whether or not that is explained.
 *
 * Bytes, little endian: 8 header words (magic, units, symbols, nodes, terms, bytes of text, halves, words), then
 *   ends i32[nodes] · halves i32[2 × halves], where a spelling leads to and a node on the way there · words i32[words] ·
 *   units u16[2 × units], a unit and its symbol · edges u16[nodes - 1] · edge counts u16[nodes] ·
 *   terms u8[4 × terms]: category, weight, detection, pack · text as UTF-8, in lines: the packs, the ids, the frames as number, tab,
 *   form; an empty line, and the words of `boundaries.ts`.
 */
import { isBlank, isKana, isLineBreak, isQuotationMark, isSeparator, isStop } from "../text/units.ts";
import { boundariesOf, type Boundaries } from "./boundaries.ts";
import { CATEGORIES, DETECTIONS, WEIGHTS, type Category, type Detection, type Weight } from "./term.ts";

export const NONE = 0;
export const BLANK = 1;
export const QUOTE = 2;
/** From here to LAST_CLASS: what a visitor of a text hears of. */
export const FIRST_HEARD = 3;
export const BREAK = 3;
export const SEPARATOR = 4;
/** The end of a sentence. */
const STOP = 5;
export const KANA = 6;
export const LAST_CLASS = 6;

/** What `ends` has for a word that is no term. */
export const BLOCKED = -1;

export const MAGIC = 0x36464954; // "TIF6"
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

export interface Lexicon {
  /** Symbol of each UTF-16 unit. */
  symbols: Uint16Array;
  symbolCount: number;
  firstEdge: Int32Array;
  edges: Uint16Array;
  ends: Int32Array;
  halves: ReadonlyMap<number, ReadonlySet<number>>;
  words: ReadonlySet<number>;
  terms: LexiconTerm[];
  frames: FrameForm[];
  boundaries: Boundaries;
}

/** Whether the headword is a pattern with a slot and not a string to be found as it stands. */
export function isFrameForm(form: string): boolean {
  return form.includes(SLOT);
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
  const [magic, unitCount, symbolCount, nodeCount, termCount, textLength, halfCount, wordCount] = new Int32Array(
    buffer,
    byteOffset,
    HEADER_WORDS,
  ) as unknown as [number, number, number, number, number, number, number, number];
  if (magic !== MAGIC) throw new TypeError("These bytes are not a compiled lexicon, or one of another version.");
  const layout = layoutOf({
    units: unitCount,
    nodes: nodeCount,
    halves: halfCount,
    words: wordCount,
    terms: termCount,
    text: textLength,
  });
  if (bytes.length !== layout.size) {
    throw new TypeError(`The compiled lexicon should have ${layout.size} bytes; got ${bytes.length}.`);
  }
  const units = new Uint16Array(buffer, byteOffset + layout.units, 2 * unitCount);
  const symbols = new Uint16Array(0x10000);
  for (let i = 0; i < units.length; i += 2) symbols[units[i]!] = units[i + 1]!;
  const firstEdge = firstEdges(new Uint16Array(buffer, byteOffset + layout.edgeCounts, nodeCount));
  const edges = new Uint16Array(buffer, byteOffset + layout.edges, nodeCount - 1);
  const ends = new Int32Array(buffer, byteOffset + layout.ends, nodeCount);

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
  return {
    symbols,
    symbolCount,
    firstEdge,
    edges,
    ends,
    halves: halvesOf(new Int32Array(buffer, byteOffset + layout.halves, 2 * halfCount)),
    words: new Set(new Int32Array(buffer, byteOffset + layout.words, wordCount)),
    terms,
    frames,
    boundaries: boundariesOf(text.slice(rest + 2)),
  };
}

function firstEdges(counts: Uint16Array): Int32Array {
  const firsts = new Int32Array(counts.length + 1);
  for (let node = 0; node < counts.length; node++) firsts[node + 1] = firsts[node]! + counts[node]!;
  return firsts;
}

function halvesOf(pairs: Int32Array): Map<number, Set<number>> {
  const halves = new Map<number, Set<number>>();
  for (let i = 0; i < pairs.length; i += 2) {
    const own = halves.get(pairs[i]!);
    if (own) own.add(pairs[i + 1]!);
    else halves.set(pairs[i]!, new Set([pairs[i + 1]!]));
  }
  return halves;
}

/** `lexicon` without the terms of some packs; those that hide others as words still do. The lexicon itself stays as it is. */
export function withoutPacks(lexicon: Lexicon, packs: ReadonlySet<string>): Lexicon {
  if (packs.size === 0) return lexicon;
  const isOff = lexicon.terms.map(({ pack }) => packs.has(pack));
  return {
    ...lexicon,
    ends: lexicon.ends.map((end, node) => {
      if (end === 0 || end === BLOCKED || !isOff[end - 1]) return end;
      return lexicon.words.has(node) ? BLOCKED : 0;
    }),
    frames: lexicon.frames.filter(({ term }) => !packs.has(term.pack)),
  };
}

/** Where each array begins, and how many bytes there are in all. */
export function layoutOf(counts: Record<"units" | "nodes" | "halves" | "words" | "terms" | "text", number>) {
  const ends = 4 * HEADER_WORDS;
  const halves = ends + 4 * counts.nodes;
  const words = halves + 8 * counts.halves;
  const units = words + 4 * counts.words;
  const edges = units + 4 * counts.units;
  const edgeCounts = edges + 2 * (counts.nodes - 1);
  const terms = edgeCounts + 2 * counts.nodes;
  const text = terms + 4 * counts.terms;
  return { ends, halves, words, units, edges, edgeCounts, terms, text, size: text + counts.text };
}
