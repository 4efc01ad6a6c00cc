/** Values worked out by hand from the formulas that the files cite. */
import { describe, expect, test } from "vitest";
import { deviationOfProportions } from "../../src/measure/dispersion.ts";
import { perTenThousand } from "../../src/measure/frequency.ts";
import { logDice } from "../../src/measure/log-dice.ts";
import { logLikelihood } from "../../src/measure/log-likelihood.ts";
import { logRatio } from "../../src/measure/log-ratio.ts";

describe("G²", () => {
  test.each([
    // E = 7.5 either: 2 (10 ln 1.3333 + 5 ln 0.6667)
    [10, 5, 1000, 1000, 1.699],
    // E₁ = 7/3: 2 · 7 ln 3
    [7, 0, 5000, 10_000, 15.381],
    // E₁ = 4, E₂ = 8: 2 (2 ln 0.5 + 10 ln 1.25)
    [2, 10, 1000, 2000, 1.69],
    [5, 10, 1000, 2000, 0],
    [0, 0, 1000, 1000, 0],
    [3, 0, 0, 1000, 0],
  ])("of %i and %i in %i and %i is %d", (a, b, c, d, expected) => {
    expect(logLikelihood(a, b, c, d)).toBeCloseTo(expected, 3);
  });
});

test.each([
  [20, 10, 1000, 1000, 1],
  [10, 40, 1000, 1000, -2],
  [6, 4, 1000, 2000, Math.log2(3)],
  // Nothing is taken for a half.
  [4, 0, 1000, 1000, 3],
])("the log ratio of %i and %i in %i and %i is %d", (a, b, c, d, expected) => {
  expect(logRatio(a, b, c, d)).toBeCloseTo(expected, 10);
});

test.each([
  [3, 3, 3, 14],
  [1, 2, 2, 13],
  [1, 1, 7, 12],
  [0, 4, 4, -Infinity],
])("logDice of %i together in %i and %i sentences is %d", (both, x, y, expected) => {
  expect(logDice(both, x, y)).toBeCloseTo(expected, 10);
});

describe("deviation of proportions", () => {
  test.each([
    ["each has its due", [1, 2, 3], [100, 200, 300], 0],
    // DP 0.2 with equal parts of 0.2.
    ["one to five in equal texts", [1, 2, 3, 4, 5], [100, 100, 100, 100, 100], 0.25],
    ["one text has all", [7, 0], [100, 100], 1],
    // |0.5 − 0.75| and |0.5 − 0.25|: DP 0.25, at most 0.75.
    ["a small text has half", [1, 1], [300, 100], 1 / 3],
  ])("%s", (_, counts, sizes, expected) => {
    expect(deviationOfProportions(counts, sizes)).toBeCloseTo(expected, 10);
  });

  test("is not given where there is nothing to compare", () => {
    expect(deviationOfProportions([0, 0], [100, 100])).toBeUndefined();
    expect(deviationOfProportions([3], [100])).toBeUndefined();
  });
});

test("frequencies are given per 10,000 Han", () => {
  expect(perTenThousand(3, 2000)).toBe(15);
  expect(perTenThousand(3, 0)).toBe(0);
});
