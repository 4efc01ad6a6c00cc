import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fold } from "../../src/text/fold.ts";

describe("what is read as one", () => {
  test.each([
    ["四個意識", "四个意识"],
    ["4个意识", "四个意识"],
    ["４个意识", "四个意识"],
    ["２个维护", "两个维护"],
    ["以…為抓手", "以…为抓手"],
    ["着力", "著力"],
    ["指明了", "指明瞭"],
    ["保卫", "保衞"],
    ["ＧＤＰ", "gdp"],
    ["零容忍", "〇容忍"],
  ])("%s and %s", (a, b) => {
    expect(fold(a)).toBe(fold(b));
  });

  test.each([
    ["四个意识", "三个意识"],
    ["党建", "党性"],
    ["千", "干"],
  ])("not %s and %s", (a, b) => {
    expect(fold(a)).not.toBe(fold(b));
  });
});

test("folding keeps the length and is done once, for any UTF-16", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const folded = fold(text);
      expect(folded.length).toBe(text.length);
      expect(fold(folded)).toBe(folded);
    }),
  );
});

test("lone surrogates and characters beyond the basic plane stay", () => {
  expect(fold("\ud800")).toBe("\ud800");
  expect(fold("𠮷")).toBe("𠮷");
});
