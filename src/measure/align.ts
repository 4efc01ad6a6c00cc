/** Setting two texts side by side: which paragraph of one stands beside which of the other. */

/** What stands beside each other: numbers of paragraphs from 0, in order. One of each where they share something. */
export interface AlignedRow {
  first: number[];
  second: number[];
}

/**
 * Rows for texts of `first` and `second` paragraphs, each paragraph once and in its order, so that the paragraphs beside one another
 * share as much as they can; `shared` says how much two have in common. What stands between two such pairs is one row: neither column
 * waits for the other but at what they share.
 *
 * A global alignment without a price for gaps: Needleman and Wunsch, Journal of Molecular Biology 48 (1970). Time and space grow with
 * the product of the two counts.
 */
export function alignParagraphs(
  first: number,
  second: number,
  shared: (first: number, second: number) => number,
): AlignedRow[] {
  // best[i][j]: the most that the paragraphs from i and from j on can share.
  const best = Array.from({ length: first + 1 }, () => new Float64Array(second + 1));
  for (let i = first - 1; i >= 0; i--) {
    for (let j = second - 1; j >= 0; j--) {
      const both = shared(i, j);
      const skipping = Math.max(best[i + 1]![j]!, best[i]![j + 1]!);
      best[i]![j] = both > 0 ? Math.max(skipping, both + best[i + 1]![j + 1]!) : skipping;
    }
  }
  const rows: AlignedRow[] = [];
  let between: AlignedRow = { first: [], second: [] };
  const close = (): void => {
    if (between.first.length + between.second.length > 0) rows.push(between);
    between = { first: [], second: [] };
  };
  for (let i = 0, j = 0; i < first || j < second;) {
    if (i < first && best[i]![j] === best[i + 1]![j]) between.first.push(i++);
    else if (j < second && best[i]![j] === best[i]![j + 1]) between.second.push(j++);
    else {
      close();
      rows.push({ first: [i++], second: [j++] });
    }
  }
  close();
  return rows;
}
