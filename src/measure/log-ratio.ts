/**
 * How much more frequent a term is in one body of text than in another: the binary logarithm of the ratio of its relative
 * frequencies, so that 1 is twice as frequent and −1 half. Hardie, "Log Ratio: an informal introduction", 2014.
 */

/** What stands for no occurrence at all, so that the ratio stays finite. */
const NONE = 0.5;

/** log₂ of (`a` per `c`) over (`b` per `d`); a count of 0 is taken for a half. */
export function logRatio(a: number, b: number, c: number, d: number): number {
  return Math.log2(Math.max(a, NONE) / c / (Math.max(b, NONE) / d));
}
