/**
 * How typical two terms are of each other: logDice = 14 + log₂(2 f(x,y) / (f(x) + f(y))). At most 14, where neither stands without
 * the other; one less is half as typical; it does not depend on the size of the corpus. Rychlý, "A lexicographer-friendly
 * association score", RASLAN 2008.
 */

/** For two terms that stand in `x` and in `y` sentences, `both` of them together; −Infinity where they never meet. */
export function logDice(both: number, x: number, y: number): number {
  return 14 + Math.log2((2 * both) / (x + y));
}
