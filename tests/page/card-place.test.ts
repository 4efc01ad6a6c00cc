/** A card never covers its term and never leaves the window, down to windows of 320 pixels. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { placeCard, type Box } from "../../src/page/card-place.ts";

const box = (left: number, top: number, width: number, height: number): Box => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});
const view = (width: number, height: number): Box => box(0, 0, width, height);
const CARD = { width: 380, height: 360 };

describe("the side", () => {
  test.each([
    ["below, where there is room", [box(100, 100, 80, 20)], view(1280, 800), "horizontal", "below"],
    ["above, at the foot of the window", [box(100, 700, 80, 20)], view(1280, 800), "horizontal", "above"],
    ["beside, in a low window", [box(100, 200, 80, 20)], view(1280, 420), "horizontal", "right"],
    ["on the left of a vertical line", [box(800, 100, 20, 80)], view(1280, 800), "vertical", "left"],
    ["on the right at the left edge", [box(60, 100, 20, 80)], view(1280, 800), "vertical", "right"],
    ["below a vertical line in a narrow window", [box(150, 60, 20, 80)], view(320, 640), "vertical", "below"],
    ["the larger of two that are too small", [box(20, 300, 80, 20)], view(320, 480), "horizontal", "above"],
  ] as const)("is %s", (_, lines, window, writing, side) => {
    expect(placeCard(lines, window, CARD, writing).side).toBe(side);
  });

  test("is kept where the reader has turned to the card", () => {
    expect(
      placeCard([box(100, 400, 80, 20)], view(1280, 800), { width: 380, height: 600 }, "horizontal", "below"),
    ).toEqual({
      side: "below",
      left: 100,
      top: 426,
      width: 380,
      height: 366,
      room: { width: 1264, height: 366 },
    });
  });

  test("goes by the first line of a term that goes on in the next column", () => {
    const place = placeCard([box(20, 760, 60, 20), box(300, 20, 60, 20)], view(560, 800), CARD, "horizontal");
    expect(place).toMatchObject({ side: "above", top: 394, height: 360 });
  });
});

test("whatever the window and the term, the card is in the one and not over the other", () => {
  const line = fc.record({
    x: fc.double({ min: 0, max: 0.8, noNaN: true }),
    y: fc.double({ min: 0, max: 0.9, noNaN: true }),
    length: fc.integer({ min: 14, max: 120 }),
  });
  fc.assert(
    fc.property(
      fc.integer({ min: 320, max: 1600 }),
      fc.integer({ min: 280, max: 1200 }),
      line,
      fc.integer({ min: 60, max: 600 }),
      fc.constantFrom("horizontal" as const, "vertical" as const),
      (width, height, { x, y, length }, tall, writing) => {
        const isVertical = writing === "vertical";
        const term = box(
          x * width,
          y * (height - 24),
          Math.min(isVertical ? 20 : length, width - x * width),
          isVertical ? length : 20,
        );
        const wanted = { width: Math.min(380, width - 16), height: Math.min(tall, height - 16) };
        const at = placeCard([term], view(width, height), wanted, writing);
        expect(at.left).toBeGreaterThanOrEqual(8);
        expect(at.top).toBeGreaterThanOrEqual(8);
        expect(at.left + at.width).toBeLessThanOrEqual(width - 8 + 1e-9);
        expect(at.top + at.height).toBeLessThanOrEqual(height - 8 + 1e-9);
        const covers =
          at.left < term.right &&
          at.left + at.width > term.left &&
          at.top < term.bottom &&
          at.top + at.height > term.top;
        expect(covers).toBe(false);
      },
    ),
  );
});
