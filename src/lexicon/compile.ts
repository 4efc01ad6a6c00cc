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

/** A path of the trie: its symbols as the units of a string, what ends there, and after how many units a separator stood. */
interface Path {
  symbols: string;
  end: number;
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
  const paths = new Map<string, Path>();
  const add = (form: string, end: number): void => {
    const { units, halves } = keyOf(form);
    if (units.length === 0) return;
    let symbols = "";
    for (const unit of units) {
      let symbol = symbolOf.get(unit);
      if (symbol === undefined) symbolOf.set(unit, (symbol = FIRST_LETTER + symbolOf.size));
      symbols += String.fromCharCode(symbol);
    }
    const known = paths.get(symbols);
    if (!known) paths.set(symbols, halves.size > 0 ? { symbols, end, halves } : { symbols, end });
    else {
      if (known.end === 0) known.end = end;
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

  const { firstEdge, ends, edges, halves } = trieOf(paths);
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

  const layout = layoutOf(units.length / 2, ends.length, terms.length, text.length);
  const bytes = new Uint8Array(new ArrayBuffer(layout.size));
  const header = [MAGIC, units.length / 2, symbolOf.size + FIRST_LETTER, ends.length, terms.length, text.length];
  new Int32Array(bytes.buffer, 0, HEADER_WORDS).set(header);
  new Int32Array(bytes.buffer, layout.ends, ends.length).set(ends);
  new Uint16Array(bytes.buffer, layout.units, units.length).set(units);
  new Uint16Array(bytes.buffer, layout.edges, edges.length).set(edges);
  const edgeCounts = firstEdge.slice(1).map((first, node) => first - firstEdge[node]!);
  new Uint16Array(bytes.buffer, layout.edgeCounts, edgeCounts.length).set(edgeCounts);
  bytes.set(halves, layout.halves);
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

/**
 * The trie of `paths`, breadth first. Sorted, the paths through a node stand together, and those through its children one child
 * after the other: so a node is a stretch of the sorted paths and a depth, and no tree is built in between.
 */
function trieOf(bySymbols: ReadonlyMap<string, Path>): {
  firstEdge: number[];
  ends: number[];
  edges: number[];
  halves: number[];
} {
  // Without a function that compares, strings are sorted by their units, and several times faster.
  const paths = [...bySymbols.keys()].sort().map((symbols) => bySymbols.get(symbols)!);
  const from = [0];
  const to = [paths.length];
  const depths = [0];
  const firstEdge: number[] = [];
  const ends: number[] = [];
  const edges: number[] = [];
  const halves: number[] = [];
  for (let node = 0; node < from.length; node++) {
    const last = to[node]!;
    const depth = depths[node]!;
    let at = from[node]!;
    // A path that ends here is shorter than all others through this node, so it comes first.
    const ending = paths[at]?.symbols.length === depth ? paths[at]! : undefined;
    ends.push(ending?.end ?? 0);
    let half = 0;
    for (let i = at; i < last && half === 0; i++) if (paths[i]!.halves?.has(depth)) half = 1;
    halves.push(half);
    firstEdge.push(edges.length);
    if (ending) at++;
    while (at < last) {
      const symbol = paths[at]!.symbols.charCodeAt(depth);
      edges.push(symbol);
      from.push(at);
      while (at < last && paths[at]!.symbols.charCodeAt(depth) === symbol) at++;
      to.push(at);
      depths.push(depth + 1);
    }
  }
  firstEdge.push(edges.length);
  return { firstEdge, ends, edges, halves };
}
