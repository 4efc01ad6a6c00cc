/** The way from a term into its card. */
import { expect, test } from "vitest";
import { isOnTheWay } from "../../src/page/corridor.ts";

const FROM = { x: 100, y: 100 };
const BELOW = { left: 80, top: 120, right: 460, bottom: 480 };

test.each([
  [{ x: 105, y: 112 }, true, "straight down"],
  [{ x: 200, y: 110 }, true, "aslant, towards the far corner"],
  [{ x: 300, y: 300 }, true, "in the card"],
  [{ x: 220, y: 105 }, true, "a little off the straight way to the far corner"],
  [{ x: 100, y: 90 }, false, "away from it"],
  [{ x: 300, y: 102 }, false, "along the line of the text"],
  [{ x: 40, y: 118 }, false, "past its other side"],
])("%j: %s (%s)", (at, isOn) => {
  expect(isOnTheWay(FROM, BELOW, at)).toBe(isOn);
});
