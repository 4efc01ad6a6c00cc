/** A formulation found in a text: the one truth that paint, card, list and export all read. */
import type { Category, Weight } from "../lexicon/term.ts";

/** `term`: a glossary entry. `numeral`: a numeral formulation that the glossary lacks. `frame`: a productive pattern. */
export type FindingKind = "term" | "numeral" | "frame";

/** A: marked by default. B: marked in a second style. */
export type Tier = "A" | "B";

export interface Finding {
  /** UTF-16 code units of the text as it stands; `text.slice(start, end)` is the surface. */
  start: number;
  end: number;
  kind: FindingKind;
  tier: Tier;
  /** Id of the glossary entry; null for a numeral that the glossary lacks. */
  term: string | null;
  category: Category;
  weight: Weight;
}
