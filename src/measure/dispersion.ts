/**
 * How evenly a term is spread over the texts of a corpus: the deviation of proportions.
 *
 * With sᵢ the share that text i has of the corpus and vᵢ the share that it has of the term, DP = ½ Σ|vᵢ − sᵢ|: 0 where each text has
 * its due, near 1 where a small one has all. Gries, "Dispersions and adjusted frequencies in corpora", International Journal of
 * Corpus Linguistics 13 (2008). Divided by 1 − min s it reaches 1 in every corpus: Lijffijt and Gries, ibid. 17 (2012).
 */

/** DP, so normed, of a term with `counts` in texts of `sizes`, both by text. Undefined where it doesn't occur, or in one text only. */
export function deviationOfProportions(counts: readonly number[], sizes: readonly number[]): number | undefined {
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
  const [all, size] = [sum(counts), sum(sizes)];
  if (all === 0 || sizes.length < 2) return undefined;
  const deviation = sum(counts.map((count, i) => Math.abs(count / all - sizes[i]! / size))) / 2;
  return deviation / (1 - Math.min(...sizes) / size);
}
