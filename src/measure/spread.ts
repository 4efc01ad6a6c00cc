/** How a term is spread over the speeches: where in each it stands, and how often. */
import type { Occurrence } from "../lexicon/entry.ts";
import type { Speech } from "../lexicon/speech.ts";
import { countHan } from "../text/units.ts";
import { deviationOfProportions } from "./dispersion.ts";
import { perTenThousand } from "./frequency.ts";

export interface Spread {
  rows: {
    speech: Speech;
    /** Where each occurrence begins, UTF-16 code units of the speech. */
    starts: number[];
    /** Per 10,000 Han of the speech. */
    frequency: number;
  }[];
  /** Per 10,000 Han of all speeches. */
  frequency: number;
  /** See dispersion.ts. */
  dispersion: number | undefined;
}

export function spreadOf(occurrences: readonly Occurrence[], speeches: readonly Speech[]): Spread {
  const hans = speeches.map(({ text }) => countHan(text));
  const starts = speeches.map(({ id }) =>
    occurrences.filter(({ speech }) => speech === id).map((occurrence) => occurrence.start),
  );
  return {
    rows: speeches.map((speech, i) => ({
      speech,
      starts: starts[i]!,
      frequency: perTenThousand(starts[i]!.length, hans[i]!),
    })),
    frequency: perTenThousand(
      occurrences.length,
      hans.reduce((sum, han) => sum + han, 0),
    ),
    dispersion: deviationOfProportions(
      starts.map((these) => these.length),
      hans,
    ),
  };
}
