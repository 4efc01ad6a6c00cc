/**
 * Measuring as ratios. Machines are noisy and differ, so only ratios are worth keeping: each is the median of the ratios of rounds in
 * which the baseline and the candidates take turns.
 */

/** Milliseconds that `work` takes; its result is kept, so that none of it can be left out by the engine. */
export function milliseconds(work: () => number): number {
  const begun = performance.now();
  kept += work();
  return performance.now() - begun;
}

let kept = 0;

/** The sum of all results, which nobody can know before. */
export function keptSum(): number {
  return kept;
}

export function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[numbers.length >> 1]!;
}

/** How many times longer each candidate takes than the baseline, round by round; the first round only warms up. */
export function ratios(
  baseline: () => number,
  candidates: Readonly<Record<string, () => number>>,
  rounds: number,
): Map<string, number[]> {
  const found = new Map(Object.keys(candidates).map((name) => [name, [] as number[]]));
  for (let round = 0; round <= rounds; round++) {
    for (const [name, work] of Object.entries(candidates)) {
      // The baseline is too short to be timed once, and is timed on both sides of the candidate.
      const times = 6;
      const repeat = (): number => Array.from({ length: times }, baseline).length;
      const before = milliseconds(repeat);
      const own = milliseconds(work);
      const after = milliseconds(repeat);
      if (round > 0) found.get(name)!.push((own * 2 * times) / (before + after));
    }
  }
  return found;
}

/** "7.2 ×", and the least and the most. */
export function inWords(measured: readonly number[]): [median: string, range: string] {
  return [
    `${median(measured).toFixed(1)} ×`,
    `${Math.min(...measured).toFixed(1)} – ${Math.max(...measured).toFixed(1)}`,
  ];
}
