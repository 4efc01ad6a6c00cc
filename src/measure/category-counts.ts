/** How many formulations of each category a speech has. */
import type { Corpus } from "../lexicon/glossary.ts";
import type { Category } from "../lexicon/term.ts";
import { attestedTerms } from "./attested.ts";

/**
 * Occurrences by category in the speech `id`. What lies inside a longer term does not count: 四个意识 is one numeral formulation, not
 * a piece of jargon besides.
 */
export function categoryCounts({ glossary }: Corpus, id: string): Map<Category, number> {
  const categoryOf = new Map(glossary.terms.map((term) => [term.id, term.category]));
  const places = attestedTerms(glossary)
    .flatMap(({ term, places: all }) => (all[id] ?? []).map(([start, end]) => ({ term, start, end })))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const counts = new Map<Category, number>();
  let covered = 0;
  for (const { term, end } of places) {
    if (end <= covered) continue;
    covered = end;
    const category = categoryOf.get(term)!;
    counts.set(category, (counts.get(category) ?? 0) + 1);
  }
  return counts;
}
