/** Computed colours as browsers write them. */
import { expect, test } from "vitest";
import { luminanceOf, opacityOf } from "../../src/page/color.ts";

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
