/** Computed colours as browsers write them. */
import { expect, test } from "vitest";
import { isDarkenedOnPaper, luminanceOf, opacityOf } from "../../src/page/color.ts";

test.each([
  ["rgb(0, 0, 0)", 0],
  ["rgb(255, 255, 255)", 1],
  ["rgba(119, 119, 119, 0.5)", 0.184],
  ["color(srgb 1 1 1)", 1],
  ["color(srgb 0.467 0.467 0.467 / 0.5)", 0.184],
  ["oklch(0.62 0.15 25)", 0.238],
  ["oklab(1 0 0)", 1],
  ["lab(50 20 30)", 0.184],
])("%s has luminance %d", (color, luminance) => {
  expect(luminanceOf(color)).toBeCloseTo(luminance, 2);
});

test.each(["currentcolor", "lab(none 0 0)", "transparent"])("%s has none that is known", (color) => {
  expect(luminanceOf(color)).toBeUndefined();
});

test.each([
  ["transparent", 0],
  ["rgba(0, 0, 0, 0)", 0],
  ["rgba(0, 0, 0, 0.4)", 0.4],
  ["color(srgb 0 0 0 / 0.25)", 0.25],
  ["rgb(1, 2, 3)", 1],
])("%s has opacity %d", (color, opacity) => {
  expect(opacityOf(color)).toBe(opacity);
});

// As Chromium 156 has them in a PDF without backgrounds.
test.each([
  ["rgb(107, 107, 107)", false],
  ["rgb(108, 108, 108)", true],
  ["rgb(255, 255, 255)", true],
  ["rgb(255, 0, 0)", false],
  ["rgb(255, 255, 0)", true],
  ["rgb(255, 74, 74)", false],
  ["rgb(255, 75, 75)", true],
  ["rgba(0, 0, 0, 0.3)", false],
  ["rgba(120, 120, 120, 0.5)", true],
  ["oklch(0.25 0.012 60)", false],
  ["oklch(0.92 0.01 80)", true],
  ["currentcolor", true],
])("whether %s is darkened on paper: %s", (color, isDarkened) => {
  expect(isDarkenedOnPaper(color)).toBe(isDarkened);
});
