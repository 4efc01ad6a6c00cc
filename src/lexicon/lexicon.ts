/**
 * The compiled lexicon: every headword and variant in one trie of flat arrays that load from bytes without parsing.
 *
 * Symbols. Folding belongs to the symbol table, not to the text: each UTF-16 unit has a symbol, and units that fold
 * together (確 and 确, ４, 4 and 四) have the same one. NONE is a unit that stands in no term, so the matcher passes over most
 * of an ordinary page with one array read a unit; BLANK, BREAK, QUOTE and SEPARATOR may be skipped inside a term.
 *
 * Trie. Nodes are numbered breadth first, so the edge with number e leads to the node e + 1, and an edge is its symbol alone:
 * the edges of node n are `firstEdge[n] … firstEdge[n + 1] - 1`, in ascending order of their symbols. `ends[n]` is the number
 * of the term that ends at n, plus one; 0 if none does. `halves[n]` is 1 where a separator may follow: "抓铁有痕、踏石留印" is
 * stored without its separator, and is found with 、 or ， or nothing there.
 *
 * Bytes, little endian: 8 header words (magic, units, symbols, nodes, terms, bytes of text, 0, 0), then
 *   firstEdge u32[nodes + 1] · ends u32[nodes] · units u16[2 × units], a unit and its symbol · edges u16[nodes - 1] ·
 *   halves u8[nodes] · terms u8[4 × terms]: category, weight, detection, 0 · text: the ids, then the frames, as UTF-8.
 */
import { foldUnit } from "../text/fold.ts";
import { isBlank, isLineBreak, isQuotationMark, isSeparator } from "../text/units.ts";
import { CATEGORIES, DETECTIONS, WEIGHTS, type Category, type Detection, type Term, type Weight } from "./term.ts";

export const NONE = 0;
export const BLANK = 1;
export const BREAK = 2;
export const QUOTE = 3;
export const SEPARATOR = 4;
const FIRST_LETTER = 5;

const MAGIC = 0x31464954; // "TIF1"
const HEADER_WORDS = 8;

/** What stands for the slot in the headword of a frame: 以…为抓手. */
export const SLOT = "…";

/** What the page needs to know of a term; everything else is asked for when a card opens. */
export interface LexiconTerm {
  id: string;
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
  /** Node that a symbol leads to from the root; 0 if none. */
  roots: Uint32Array;
  firstEdge: Uint32Array;
  edges: Uint16Array;
  ends: Uint32Array;
  halves: Uint8Array;
  terms: LexiconTerm[];
  frames: FrameForm[];
}

/** What is needed of a term to compile it. */
export type CompilableTerm = Pick<Term, "id" | "headword" | "traditional" | "category" | "weight" | "detection"> & {
  variants: readonly { form: string }[];
};

/** The spellings under which a term is looked for, as its editor wrote them. */
export function formsOf(term: Pick<CompilableTerm, "headword" | "traditional" | "variants">): string[] {
  return [term.headword, term.traditional, ...term.variants.map((variant) => variant.form)];
}

/** Whether the headword is a pattern with a slot and not a string to be found as it stands. */
export function isFrameForm(form: string): boolean {
  return form.includes(SLOT);
}

interface BuildNode {
  symbol: number;
  children: Map<number, BuildNode>;
  end: number;
  half: boolean;
}

const newNode = (symbol: number): BuildNode => ({ symbol, children: new Map(), end: 0, half: false });

/**
 * The folded units that a form is found by, without what is skipped inside a term; `halves` are the numbers of units after
 * which a separator stood.
 */
export function keyOf(form: string): { units: number[]; halves: Set<number> } {
  const units: number[] = [];
  const halves = new Set<number>();
  for (let i = 0; i < form.length; i++) {
    const unit = form.charCodeAt(i);
    if (isSeparator(unit)) halves.add(units.length);
    else if (!isBlank(unit) && !isLineBreak(unit) && !isQuotationMark(unit)) units.push(foldUnit(unit));
  }
  return { units, halves };
}

/**
 * Compiles terms to bytes. Terms of detection "never" are kept, so that their number stays, but not looked for. Where two
 * terms have one spelling the first keeps it; `tifa check` refuses such packs.
 * @throws RangeError if the terms have more different characters than a symbol can number.
 */
export function compileLexicon(terms: readonly CompilableTerm[]): Uint8Array<ArrayBuffer> {
  const symbolOf = new Map<number, number>();
  const root = newNode(0);
  const frames: [number, string][] = [];
  terms.forEach((term, index) => {
    if (term.detection === "never") return;
    // The traditional form of a frame is the same pattern, for patterns are matched over folded text.
    for (const form of [term.headword, ...term.variants.map((variant) => variant.form)]) {
      if (isFrameForm(form)) frames.push([index, form]);
    }
    for (const form of formsOf(term)) {
      if (isFrameForm(form)) continue;
      const { units, halves } = keyOf(form);
      if (units.length === 0) continue;
      let node = root;
      units.forEach((unit, depth) => {
        let symbol = symbolOf.get(unit);
        if (symbol === undefined) symbolOf.set(unit, (symbol = FIRST_LETTER + symbolOf.size));
        let child = node.children.get(symbol);
        if (!child) node.children.set(symbol, (child = newNode(symbol)));
        node = child;
        if (halves.has(depth + 1)) node.half = true;
      });
      if (node.end === 0) node.end = index + 1;
    }
  });
  if (symbolOf.size + FIRST_LETTER > 0xffff) {
    throw new RangeError(`The terms have ${symbolOf.size} different characters; at most ${0xffff - FIRST_LETTER} fit.`);
  }

  const nodes: BuildNode[] = [root];
  for (const node of nodes) nodes.push(...[...node.children.values()].sort((a, b) => a.symbol - b.symbol));

  const units: number[] = [];
  for (let unit = 0; unit < 0x10000; unit++) {
    const symbol = skippedSymbol(unit) ?? symbolOf.get(foldUnit(unit));
    if (symbol !== undefined) units.push(unit, symbol);
  }
  const text = new TextEncoder().encode(
    [...terms.map((term) => term.id), ...frames.map(([index, form]) => `${index}\t${form}`)].join("\n"),
  );

  const layout = layoutOf(units.length / 2, nodes.length, terms.length, text.length);
  const bytes = new Uint8Array(new ArrayBuffer(layout.size));
  const header = [MAGIC, units.length / 2, symbolOf.size + FIRST_LETTER, nodes.length, terms.length, text.length];
  new Uint32Array(bytes.buffer, 0, HEADER_WORDS).set(header);
  const firstEdge = new Uint32Array(bytes.buffer, layout.firstEdge, nodes.length + 1);
  const ends = new Uint32Array(bytes.buffer, layout.ends, nodes.length);
  const edges = new Uint16Array(bytes.buffer, layout.edges, nodes.length - 1);
  const halves = new Uint8Array(bytes.buffer, layout.halves, nodes.length);
  new Uint16Array(bytes.buffer, layout.units, units.length).set(units);
  let edge = 0;
  nodes.forEach((node, number) => {
    firstEdge[number] = edge;
    edge += node.children.size;
    ends[number] = node.end;
    halves[number] = node.half ? 1 : 0;
    if (number > 0) edges[number - 1] = node.symbol;
  });
  firstEdge[nodes.length] = edge;
  const about = new Uint8Array(bytes.buffer, layout.terms, 4 * terms.length);
  terms.forEach((term, index) => {
    about.set(
      [CATEGORIES.indexOf(term.category), WEIGHTS.indexOf(term.weight), DETECTIONS.indexOf(term.detection)],
      4 * index,
    );
  });
  bytes.set(text, layout.text);
  return bytes;
}

/**
 * The lexicon in `bytes`, as `compileLexicon` makes them. Arrays are views on the bytes, not copies.
 * @throws TypeError if the bytes are not a compiled lexicon, or are cut off.
 */
export function loadLexicon(bytes: Uint8Array<ArrayBuffer>): Lexicon {
  const { buffer, byteOffset } = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  if (bytes.length < 4 * HEADER_WORDS)
    throw new TypeError(`A compiled lexicon has a header; got ${bytes.length} bytes.`);
  const [magic, unitCount, symbolCount, nodeCount, termCount, textLength] = new Uint32Array(
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
  const firstEdge = new Uint32Array(buffer, byteOffset + layout.firstEdge, nodeCount + 1);
  const edges = new Uint16Array(buffer, byteOffset + layout.edges, nodeCount - 1);
  const roots = new Uint32Array(symbolCount);
  for (let edge = 0; edge < firstEdge[1]!; edge++) roots[edges[edge]!] = edge + 1;

  const about = new Uint8Array(buffer, byteOffset + layout.terms, 4 * termCount);
  const lines = new TextDecoder().decode(new Uint8Array(buffer, byteOffset + layout.text, textLength)).split("\n");
  const terms = lines.slice(0, termCount).map((id, index) => ({
    id,
    category: CATEGORIES[about[4 * index]!]!,
    weight: WEIGHTS[about[4 * index + 1]!]!,
    detection: DETECTIONS[about[4 * index + 2]!]!,
  }));
  const frames = lines.slice(termCount).map((line) => {
    const [index, form] = line.split("\t");
    return { term: terms[Number(index)]!, form: form! };
  });
  return {
    symbols,
    roots,
    firstEdge,
    edges,
    ends: new Uint32Array(buffer, byteOffset + layout.ends, nodeCount),
    halves: new Uint8Array(buffer, byteOffset + layout.halves, nodeCount),
    terms,
    frames,
  };
}

function skippedSymbol(unit: number): number | undefined {
  if (isBlank(unit)) return BLANK;
  if (isLineBreak(unit)) return BREAK;
  if (isQuotationMark(unit)) return QUOTE;
  return isSeparator(unit) ? SEPARATOR : undefined;
}

function layoutOf(units: number, nodes: number, terms: number, textLength: number) {
  const firstEdge = 4 * HEADER_WORDS;
  const ends = firstEdge + 4 * (nodes + 1);
  const unitsAt = ends + 4 * nodes;
  const edges = unitsAt + 4 * units;
  const halves = edges + 2 * (nodes - 1);
  const termsAt = halves + nodes;
  const text = termsAt + 4 * terms;
  return { firstEdge, ends, units: unitsAt, edges, halves, terms: termsAt, text, size: text + textLength };
}
