/**
 * Whether a passage is in the political register, so that words with an everyday life (抓手, 红线, 赶考) may be marked in it.
 *
 * Evidence is what stands in the passage and is seldom found elsewhere: terms that are marked wherever they stand, numeral
 * formulations, frames, and the verbs of the register that are never marked themselves.
 */
import { countHan } from "../text/units.ts";
import type { Weight } from "../lexicon/term.ts";

const TERM_EVIDENCE: Record<Weight, number> = { essential: 2, regular: 1, background: 0.5 };

/** (进一步|切实|…)XX stands 44 times in 10,000 Han of reports and 1.7 times in ordinary prose; 坚持 25 against 0.5. */
const REGISTER_VERBS =
  /进一步|進一步|切实|切實|扎实|扎實|着力|著力|坚持|堅持|深入|全面|加强|加強|推进|推進|贯彻|貫徹|落实|落實/g;
const VERB_EVIDENCE = 0.5;

/** Evidence that a passage must have: this much in all, and this much per 1,000 Han. Political paragraphs have 15 to 60. */
const LEAST_EVIDENCE = 2;
const LEAST_DENSITY = 8;

/** `weights` are those of the passage's unconditional findings. */
export function isPolitical(passage: string, weights: readonly Weight[]): boolean {
  let evidence = 0;
  for (const weight of weights) evidence += TERM_EVIDENCE[weight];
  if (evidence === 0) return false;
  evidence += VERB_EVIDENCE * (passage.match(REGISTER_VERBS)?.length ?? 0);
  return evidence >= LEAST_EVIDENCE && (evidence * 1000) / countHan(passage) >= LEAST_DENSITY;
}
