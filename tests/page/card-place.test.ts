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
      placeCard([box(100, 400, 80, 20)], view(1280, 800), { width: 380, height: 600 }, "horizontal", {
        kept: { side: "below", top: 426 },
      }),
    ).toEqual({
      side: "below",
      left: 100,
      top: 426,
      width: 380,
      height: 366,
      room: { width: 1264, height: 366 },
    });
  });

  test("beside its term it grows downwards alone", () => {
    const line = box(100, 200, 80, 20);
    const { side, top } = placeCard([line], view(1280, 420), CARD, "horizontal");
    expect({ side, top }).toEqual({ side: "right", top: 52 });
    const taller = { width: 380, height: 600 };
    expect(placeCard([line], view(1280, 420), taller, "horizontal", { kept: { side, top: 120 } })).toMatchObject({
      top: 120,
      height: 292,
    });
  });

  test("goes by the first line of a term that goes on in the next column", () => {
    const place = placeCard([box(20, 760, 60, 20), box(300, 20, 60, 20)], view(560, 800), CARD, "horizontal");
    expect(place).toMatchObject({ side: "above", top: 394, height: 360 });
  });
});

describe("a term that goes on in the next line", () => {
  const lines = [box(680, 100, 60, 20), box(60, 130, 40, 20)];

  test.each([
    ["the end of the first", lines[0]!, { left: 680, top: 126 }],
    ["the beginning of the second", lines[1]!, { left: 60, top: 156 }],
  ])("has its card beside the line that is pointed at: %s", (_, pointed, place) => {
    expect(placeCard(lines, view(1280, 800), CARD, "horizontal", { pointed })).toMatchObject(place);
  });

  test("has it below both where it would cover the other, lined up with the one that is pointed at", () => {
    const close = [box(280, 100, 60, 20), box(260, 130, 40, 20)];
    expect(placeCard(close, view(1280, 800), CARD, "horizontal", { pointed: close[0]! })).toMatchObject({
      left: 280,
      top: 156,
    });
  });

  test("has it on the other side of the window than its other line, whichever is pointed at", () => {
    const pointed = box(1200, 700, 60, 20);
    const place = placeCard([pointed, box(60, 730, 40, 20)], view(1280, 800), CARD, "horizontal", { pointed });
    expect(place).toMatchObject({ side: "above", left: 892, top: 334 });
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
      fc.boolean(),
      (width, height, { x, y, length }, tall, writing, isWrapped) => {
        const isVertical = writing === "vertical";
        const term = box(
          x * width,
          y * (height - 24),
          Math.min(isVertical ? 20 : length, width - x * width),
          isVertical ? length : 20,
        );
        // It goes on at the beginning of the next line, where there is room for a card below.
        const goesOn = isWrapped && !isVertical && term.bottom < height - 150;
        const lines = goesOn ? [term, box(8, term.bottom + 10, 40, 20)] : [term];
        const wanted = { width: Math.min(380, width - 16), height: Math.min(tall, height - 16) };
        const at = placeCard(lines, view(width, height), wanted, writing, goesOn ? { pointed: term } : {});
        expect(at.left).toBeGreaterThanOrEqual(8);
        expect(at.top).toBeGreaterThanOrEqual(8);
        expect(at.left + at.width).toBeLessThanOrEqual(width - 8 + 1e-9);
        expect(at.top + at.height).toBeLessThanOrEqual(height - 8 + 1e-9);
        for (const part of lines) {
          const covers =
            at.left < part.right &&
            at.left + at.width > part.left &&
            at.top < part.bottom &&
            at.top + at.height > part.top;
          expect(covers).toBe(false);
        }
      },
    ),
  );
});
