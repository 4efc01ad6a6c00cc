import { describe, expect, test } from "vitest";
import { addressAt } from "../../src/text/fragment.ts";
import { wordsOf } from "../../src/text/words.ts";

const LONG =
  "会议强调，要深刻领悟“两个确立”的决定性意义，增强“四个意识”、坚定“四个自信”、做到“两个维护”，始终同党中央保持高度一致。";

const fragmentOf = (address: string): string => decodeURIComponent(address.slice(address.indexOf(":~:text=") + 8));

describe("the address of a sentence", () => {
  test.each([
    ["https://county.test/a", "增强“四个意识”。", "https://county.test/a#:~:text=%E5%A2%9E"],
    ["https://county.test/a?b=c#part", "增强。", "https://county.test/a?b=c#part:~:text=%E5%A2%9E"],
    ["https://county.test/a#part:~:text=old", "增强。", "https://county.test/a#part:~:text=%E5%A2%9E"],
    ["file:///home/a.html", "增强。", "file:///home/a.html#:~:text=%E5%A2%9E"],
  ])("%s, %s", (address, sentence, beginning) => {
    const link = addressAt(address, sentence);
    expect(link.startsWith(beginning)).toBe(true);
    expect(URL.canParse(link)).toBe(true);
  });

  test("a short one is named whole, blanks as a page shows them", () => {
    expect(fragmentOf(addressAt("https://county.test/", " 增强\n  “四个意识”。"))).toBe("增强 “四个意识”。");
  });

  test("a long one by its first and last words", () => {
    const [start, end] = addressAt("https://county.test/", LONG)
      .split(":~:text=")[1]!
      .split(",")
      .map(decodeURIComponent);
    expect(LONG.startsWith(start!)).toBe(true);
    expect(LONG.endsWith(end!)).toBe(true);
    const words = wordsOf(LONG);
    expect(words.some((_, n) => words.slice(0, n).join("") === start)).toBe(true);
    expect(words.some((_, n) => words.slice(n).join("") === end)).toBe(true);
  });

  test("the directive's own signs are no part of what is looked for", () => {
    const directive = addressAt("https://county.test/", "一-二, 三&四").split(":~:text=")[1]!;
    expect(directive).not.toMatch(/[-,&]/);
    expect(decodeURIComponent(directive)).toBe("一-二, 三&四");
  });

  test.each(["增强\ud83d。", `${LONG}\ud83d`, `\ude00${LONG}`])(
    "half a character in it is survived: %j",
    (sentence) => {
      const link = addressAt("https://county.test/", sentence);
      expect(URL.canParse(link)).toBe(true);
      expect(fragmentOf(link)).toContain("\ufffd");
    },
  );

  test.each([
    ["https://county.test/", "  "],
    ["no address", "增强。"],
  ])("%j, %j is left as it is", (address, sentence) => {
    expect(addressAt(address, sentence)).toBe(address);
  });
});
