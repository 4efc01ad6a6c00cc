/** What sets a speech apart from the others: the terms that it has more often than they have. */
import type { Corpus } from "../lexicon/glossary.ts";
import { countHan } from "../text/units.ts";
import { attestedTerms } from "./attested.ts";
import { logLikelihood, ONE_PERCENT } from "./log-likelihood.ts";
import { logRatio } from "./log-ratio.ts";

export interface KeyTerm {
  /** Id. */
  term: string;
  here: number;
  elsewhere: number;
  /** G²: how sure the difference is. */
  likelihood: number;
  /** log₂ of the ratio of frequencies: how large it is. */
  ratio: number;
}

/**
 * For each speech, by its id, the terms that it has more often than the other speeches together, per Han character, where chance would
 * bring as much less than once in a hundred times; the surest first. Of two that are as frequent here and elsewhere, one inside the
 * other, only the longer is given: 党的二十大精神 stands for 党的二十大.
 */
export function keyTerms({ glossary, speeches }: Corpus): Map<string, KeyTerm[]> {
  const hans = new Map(speeches.map(({ id, text }) => [id, countHan(text)]));
  const size = [...hans.values()].reduce((sum, han) => sum + han, 0);
  const headwordOf = new Map(glossary.terms.map(({ id, headword }) => [id, headword]));
  const counts = attestedTerms(glossary).map(({ term, places }) => ({
    term,
    places,
    total: Object.values(places).reduce((sum, these) => sum + these.length, 0),
  }));
  return new Map(
    [...hans].map(([speech, han]) => [
      speech,
      counts
        .map(({ term, places, total }) => {
          const here = places[speech]?.length ?? 0;
          const elsewhere = total - here;
          return {
            term,
            here,
            elsewhere,
            likelihood: logLikelihood(here, elsewhere, han, size - han),
            ratio: logRatio(here, elsewhere, han, size - han),
          };
        })
        .filter(({ here, ratio, likelihood }) => here > 0 && ratio > 0 && likelihood >= ONE_PERCENT)
        .filter(
          (key, _, all) =>
            !all.some(
              (other) =>
                other.here === key.here &&
                other.elsewhere === key.elsewhere &&
                other.term !== key.term &&
                headwordOf.get(other.term)!.includes(headwordOf.get(key.term)!),
            ),
        )
        .sort((a, b) => b.likelihood - a.likelihood || (a.term < b.term ? -1 : 1)),
    ]),
  );
}
