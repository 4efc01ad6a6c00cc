/** Terms in, the bytes of a compiled lexicon out; lexicon.ts says what they are. */
import { foldUnit } from "../text/fold.ts";
import { BLOCKED, classOf, HEADER_WORDS, isFrameForm, LAST_CLASS, layoutOf, MAGIC, type FrameForm } from "./lexicon.ts";
import { formsOf, keyOf } from "./spelling.ts";
import { CATEGORIES, DETECTIONS, WEIGHTS, type Term } from "./term.ts";

const FIRST_LETTER = LAST_CLASS + 1;

/** What is needed of a term to compile it. */
export type CompilableTerm = Pick<
  Term,
  "id" | "pack" | "headword" | "traditional" | "category" | "weight" | "detection"
> & {
  variants: readonly { form: string }[];
  notIn?: readonly string[];
};

export interface CompileOptions {
  /** Spellings that detection wants to hear of, besides those of terms; given the frames of the terms. */
  signs?: (frames: readonly Pick<FrameForm, "form">[]) => Iterable<string>;
  /** Words that are no terms and hide the terms in them. */
  blocked?: Iterable<string>;
  /** Words that can straddle a term's edge, as `boundaries.ts` writes them. */
  boundaries?: string;
}

/** Of a path of the trie: what ends there, and after how many units a separator stood. */
interface Path {
  end: number;
  /** It is a word that hides the terms in it, whether it is one itself or not. */
  isWord?: boolean;
  /** Left out where none did, as nearly everywhere. */
  halves?: ReadonlySet<number>;
}

/**
 * Compiles terms to bytes. Terms of detection "never" are kept, so that their number stays, but not looked for. Where two
 * terms have one spelling the first keeps it; `tifa check` refuses such packs.
 * @throws RangeError if the terms have more different characters than a symbol can number, or come from more than 256 packs.
 */
export function compileLexicon(
  terms: readonly CompilableTerm[],
  options: CompileOptions = {},
): Uint8Array<ArrayBuffer> {
  const symbolOf = new Map<number, number>();
  const frames: { index: number; form: string }[] = [];
  /** By their symbols, as the units of a string. */
  const paths = new Map<string, Path>();
  const add = (form: string, end: number): void => {
    const { units, halves } = keyOf(form);
    if (units.length === 0) return;
    for (const [i, unit] of units.entries()) {
      let symbol = symbolOf.get(unit);
      if (symbol === undefined) symbolOf.set(unit, (symbol = FIRST_LETTER + symbolOf.size));
      units[i] = symbol;
    }
    const symbols = String.fromCharCode(...units);
    const known = paths.get(symbols);
    if (!known) paths.set(symbols, halves.size > 0 ? { end, halves } : { end });
    else {
      if (end === BLOCKED || known.end === BLOCKED) known.isWord = true;
      // A term that another one doesn't stand in (大革命 in 文化大革命) hides it, and is found itself.
      if (end !== 0 && (known.end === 0 || known.end === BLOCKED)) known.end = end;
      if (halves.size > 0) known.halves = halves.union(known.halves ?? new Set());
    }
  };
  terms.forEach((term, index) => {
    if (term.detection === "never") return;
    for (const form of formsOf(term)) if (!isFrameForm(form)) add(form, index + 1);
    for (const word of term.notIn ?? []) add(word, BLOCKED);
    // The traditional form of a frame is the same pattern, for patterns are matched over folded text.
    for (const form of [term.headword, ...term.variants.map((variant) => variant.form)]) {
      if (isFrameForm(form)) frames.push({ index, form });
    }
  });
  for (const word of options.blocked ?? []) add(word, BLOCKED);
  for (const sign of options.signs?.(frames) ?? []) add(sign, 0);
  if (symbolOf.size + FIRST_LETTER > 0xffff) {
    throw new RangeError(`The terms have ${symbolOf.size} different characters; at most ${0xffff - FIRST_LETTER} fit.`);
  }

  const { firstEdge, ends, edges } = trieOf(paths);
  const halves: number[] = [];
  const words: number[] = [];
  for (const [path, { end, isWord, halves: after }] of paths) {
    const isTermToo = isWord === true && end > 0;
    if (!after && !isTermToo) continue;
    const nodes = nodesOf({ firstEdge, edges }, path);
    for (const depth of after ?? []) halves.push(nodes.at(-1)!, nodes[depth]!);
    if (isTermToo) words.push(nodes.at(-1)!);
  }
  const units: number[] = [];
  for (let unit = 0; unit < 0x10000; unit++) {
    const symbol = classOf(unit) ?? symbolOf.get(foldUnit(unit));
    if (symbol !== undefined) units.push(unit, symbol);
  }
  const packs = [...new Set(terms.map(({ pack }) => pack))];
  if (packs.length > 256) throw new RangeError(`The terms come from ${packs.length} packs; at most 256 fit.`);
  const text = new TextEncoder().encode(
    [
      packs.join("\t"),
      ...terms.map((term) => term.id),
      ...frames.map(({ index, form }) => `${index}\t${form}`),
      "",
      options.boundaries ?? "",
    ].join("\n"),
  );

  const counts = {
    units: units.length / 2,
    nodes: ends.length,
    halves: halves.length / 2,
    words: words.length,
    terms: terms.length,
    text: text.length,
  };
  const layout = layoutOf(counts);
  const bytes = new Uint8Array(new ArrayBuffer(layout.size));
  const symbols = symbolOf.size + FIRST_LETTER;
  const header = [MAGIC, counts.units, symbols, counts.nodes, counts.terms, counts.text, counts.halves, counts.words];
  new Int32Array(bytes.buffer, 0, HEADER_WORDS).set(header);
  new Int32Array(bytes.buffer, layout.ends, ends.length).set(ends);
  new Int32Array(bytes.buffer, layout.halves, halves.length).set(halves);
  new Int32Array(bytes.buffer, layout.words, words.length).set(words);
  new Uint16Array(bytes.buffer, layout.units, units.length).set(units);
  new Uint16Array(bytes.buffer, layout.edges, edges.length).set(edges);
  const edgeCounts = firstEdge.slice(1).map((first, node) => first - firstEdge[node]!);
  new Uint16Array(bytes.buffer, layout.edgeCounts, edgeCounts.length).set(edgeCounts);
  terms.forEach((term, index) => {
    bytes.set(
      [
        CATEGORIES.indexOf(term.category),
        WEIGHTS.indexOf(term.weight),
        DETECTIONS.indexOf(term.detection),
        packs.indexOf(term.pack),
      ],
      layout.terms + 4 * index,
    );
  });
  bytes.set(text, layout.text);
  return bytes;
}

/** A trie whose nodes and edges are numbered as in `Lexicon`. */
interface Trie {
  firstEdge: Int32Array;
  ends: Int32Array;
  edges: Uint16Array;
}

/**
 * The trie of `paths`, breadth first. Sorted, the paths through a node stand together, and those through its children one child
 * after the other: so a node is a stretch of the sorted paths and a depth, and no tree is built in between.
 */
function trieOf(bySymbols: ReadonlyMap<string, Path>): Trie {
  // Without a function that compares, strings are sorted by their units, and several times faster.
  const keys = [...bySymbols.keys()].sort();
  const starts = new Int32Array(keys.length + 1);
  keys.forEach((key, i) => (starts[i + 1] = starts[i]! + key.length));
  const symbols = new Uint16Array(starts[keys.length]!);
  keys.forEach((key, i) => {
    for (let depth = 0; depth < key.length; depth++) symbols[starts[i]! + depth] = key.charCodeAt(depth);
  });

  // Room for as many nodes as if no two paths had a symbol in common.
  const room = symbols.length + 1;
  const from = new Int32Array(room);
  const to = new Int32Array(room);
  const depths = new Int32Array(room);
  const firstEdge = new Int32Array(room + 1);
  const ends = new Int32Array(room);
  const edges = new Uint16Array(room);
  to[0] = keys.length;
  let size = 0;
  let nodes = 1;
  for (let node = 0; node < nodes; node++) {
    const last = to[node]!;
    const depth = depths[node]!;
    let at = from[node]!;
    firstEdge[node] = size;
    // A path that ends here is shorter than all others through this node, so it comes first.
    if (at < last && starts[at]! + depth === starts[at + 1]!) ends[node] = bySymbols.get(keys[at++]!)!.end;
    while (at < last) {
      const symbol = symbols[starts[at]! + depth]!;
      edges[size++] = symbol;
      from[nodes] = at;
      while (at < last && symbols[starts[at]! + depth] === symbol) at++;
      to[nodes] = at;
      depths[nodes++] = depth + 1;
    }
  }
  firstEdge[nodes] = size;
  return {
    firstEdge: firstEdge.subarray(0, nodes + 1),
    ends: ends.subarray(0, nodes),
    edges: edges.subarray(0, size),
  };
}

/** The nodes from the root down to where `path` ends. */
function nodesOf({ firstEdge, edges }: Pick<Trie, "firstEdge" | "edges">, path: string): number[] {
  const nodes = [0];
  for (let depth = 0; depth < path.length; depth++) {
    let edge = firstEdge[nodes[depth]!]!;
    while (edges[edge] !== path.charCodeAt(depth)) edge++;
    nodes.push(edge + 1);
  }
  return nodes;
}
