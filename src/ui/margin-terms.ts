/** What is marked in each paragraph of a speech: the headwords that stand in its margin. */
import type { TermLine } from "../lexicon/entry.ts";
import type { Weight } from "../lexicon/term.ts";

/** One place that is marked, as the engine tells of it. */
export interface MarkedPlace {
  /** By which the engine goes there. */
  number: number;
  node: Node;
  surface: string;
  /** Null for a numeral formulation that the glossary lacks. */
  term: string | null;
  weight: Weight;
}

export interface MarginTerm {
  /** Of its first place in the paragraph. */
  number: number;
  headword: string;
  /** Empty for what the glossary lacks, as is the first rendering. */
  pinyin: string;
  rendering: string;
  isEssential: boolean;
  /** Whether the speech has it here for the first time. */
  isFirst: boolean;
}

/** The terms of each paragraph, by its number, in the order of the text and each once. */
export type Margin = ReadonlyMap<number, readonly MarginTerm[]>;

export function marginOf(
  places: readonly MarkedPlace[],
  lineOf: (id: string) => Pick<TermLine, "headword" | "pinyin" | "rendering"> | undefined,
): Margin {
  const met = new Set<string>();
  const margin = new Map<number, Map<string, MarginTerm>>();
  for (const { number, node, surface, term, weight } of places) {
    const paragraph = Number(node.parentElement?.closest<HTMLElement>("[data-number]")?.dataset["number"]);
    if (!(paragraph > 0)) continue;
    const line = term === null ? undefined : lineOf(term);
    const headword = line?.headword ?? surface;
    const terms = margin.get(paragraph) ?? new Map<string, MarginTerm>();
    if (!terms.has(headword)) {
      terms.set(headword, {
        number,
        headword,
        pinyin: line?.pinyin ?? "",
        rendering: line?.rendering ?? "",
        isEssential: weight === "essential",
        isFirst: !met.has(headword),
      });
    }
    met.add(headword);
    margin.set(paragraph, terms);
  }
  return new Map([...margin].map(([paragraph, terms]) => [paragraph, [...terms.values()]]));
}
