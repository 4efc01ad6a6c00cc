/** The speeches beside each other: how long each is, how dense in formulations, and of which kinds. */
import type { Corpus } from "../lexicon/glossary.ts";
import type { Speech } from "../lexicon/speech.ts";
import { CATEGORIES, type Category } from "../lexicon/term.ts";
import { sentences } from "../text/sentences.ts";
import { countHan } from "../text/units.ts";
import { attestedTerms } from "./attested.ts";
import { categoryCounts } from "./category-counts.ts";
import { perTenThousand } from "./frequency.ts";
import { sharedPassages, type SharedPassage } from "./shared-passages.ts";

export interface SpeechOverview {
  speech: Speech;
  han: number;
  sentences: number;
  /** Occurrences of formulations; what lies inside a longer one is not counted. */
  formulations: number;
  /** Terms of the glossary that it has. */
  different: number;
  /** Per 10,000 Han. */
  density: number;
  /** Per 10,000 Han, in the order of CATEGORIES. */
  categories: { category: Category; density: number }[];
}

export function overviewOf(corpus: Corpus): SpeechOverview[] {
  return corpus.speeches.map((speech) => {
    const han = countHan(speech.text);
    const counts = categoryCounts(corpus, speech.id);
    const formulations = [...counts.values()].reduce((sum, count) => sum + count, 0);
    return {
      speech,
      han,
      sentences: sentences(speech.text).length,
      formulations,
      different: attestedTerms(corpus.glossary).filter(({ places }) => places[speech.id]).length,
      density: perTenThousand(formulations, han),
      categories: CATEGORIES.map((category) => ({
        category,
        density: perTenThousand(counts.get(category) ?? 0, han),
      })),
    };
  });
}

export interface SharedPair {
  first: Speech;
  second: Speech;
  /** In the order of the first speech; never empty. */
  passages: SharedPassage[];
}

/** The pairs of speeches that have passages in common, those with the most text in common first. */
export function sharedPairs(speeches: readonly Speech[]): SharedPair[] {
  const shared = ({ passages }: SharedPair): number => passages.reduce((sum, { length }) => sum + length, 0);
  return speeches
    .flatMap((first, i) =>
      speeches.slice(i + 1).map((second) => ({ first, second, passages: sharedPassages(first.text, second.text) })),
    )
    .filter(({ passages }) => passages.length > 0)
    .sort((a, b) => shared(b) - shared(a));
}
