/**
 * How surely a term is not equally frequent in two bodies of text: the log-likelihood ratio G².
 *
 * With counts a and b in bodies of sizes c and d, E₁ = c(a + b)/(c + d), E₂ = d(a + b)/(c + d) and
 * G² = 2(a ln(a/E₁) + b ln(b/E₂)). Dunning, "Accurate methods for the statistics of surprise and coincidence", Computational
 * Linguistics 19 (1993); in this form Rayson and Garside, "Comparing corpora using frequency profiling", 2000.
 */

/** G² that chance alone exceeds once in a hundred times: the upper 1 % of χ² with one degree of freedom. */
export const ONE_PERCENT = 6.63;

/** G² for `a` occurrences in `c` units of text and `b` in `d`; 0 where there are none, or where one body is empty. */
export function logLikelihood(a: number, b: number, c: number, d: number): number {
  if (a + b === 0 || c === 0 || d === 0) return 0;
  const expected = (a + b) / (c + d);
  const part = (observed: number, size: number): number =>
    observed === 0 ? 0 : observed * Math.log(observed / (size * expected));
  return Math.max(0, 2 * (part(a, c) + part(b, d)));
}
