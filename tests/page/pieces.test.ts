import { describe, expect, test } from "vitest";
import { piecesOf } from "../../src/page/pieces.ts";

const slices = (text: string): string[] => piecesOf(text).map(({ start, end }) => text.slice(start, end));

/** A sentence of `length` characters that ends with `end`. */
const sentence = (length: number, end: string): string => "话".repeat(length - end.length) + end;

describe("pieces of a long text", () => {
  test("a text of ordinary length is one", () => {
    expect(slices("要增强“四个意识”。要坚定“四个自信”。")).toHaveLength(1);
    expect(slices("")).toEqual([""]);
  });

  test.each([
    ["after a sentence", "。"],
    ["after its closing marks", "！”）"],
    ["at an empty line", "\n　\n"],
    ["after a pause, where no sentence ends", "，"],
  ])("are cut %s", (_, end) => {
    const text = sentence(900, end).repeat(60);
    const pieces = slices(text);
    expect(pieces.length).toBeGreaterThan(3);
    expect(pieces.join("")).toBe(text);
    for (const piece of pieces) expect(piece.endsWith(end) || text.endsWith(piece)).toBe(true);
  });

  test("leave a formulation whole that is split over a line break", () => {
    const text = sentence(50, "\n").repeat(79) + "四个\n意识" + sentence(50, "。").repeat(400);
    expect(slices(text).some((piece) => piece.includes("四个\n意识"))).toBe(true);
  });

  test.each([
    ["words that are strung together", "四个“意识”、", /[“意识”]$/],
    ["what has Latin letters between", "4个意识abc", /[4个意]$/],
    ["words on both sides of pictures", "四个意识\ufffc", /[四个意]$/],
    ["characters of two units", "😀", /[\ud800-\udbff]$/],
    ["rare characters, of two units too", "𠮷", /[\ud800-\udbff]$/],
  ])("are not cut inside of %s, where there is no pause", (_, unit, inside) => {
    // Beginnings of all lengths, so that the longest piece would end anywhere in it.
    for (let offset = 0; offset < unit.length; offset++) {
      const text = "x".repeat(offset) + unit.repeat(20_000 / unit.length);
      const pieces = slices(text);
      expect(pieces.join("")).toBe(text);
      for (const piece of pieces.slice(0, -1)) expect(piece.slice(-12)).not.toMatch(inside);
    }
  });

  test("are not cut inside of a character of two units that stands among Han alone", () => {
    const most = slices("话".repeat(20_000))[0]!.length;
    const [first, second] = slices("话".repeat(most - 1) + "𠮷" + "话".repeat(8000));
    expect(first).toBe("话".repeat(most - 1));
    expect(second!.startsWith("𠮷")).toBe(true);
  });

  test("are no longer than can be looked through at once, even of a text without a pause", () => {
    const text = "话".repeat(100_000);
    expect(slices(text).join("")).toBe(text);
    expect(Math.max(...slices(text).map((piece) => piece.length))).toBeLessThanOrEqual(12_000);
  });

  test("of a text that grows at its end stay the same at its beginning", () => {
    const text = sentence(700, "。").repeat(40);
    expect(slices(text + "又一句。").slice(0, -1)).toEqual(slices(text).slice(0, -1));
  });
});
