import { describe, expect, test } from "vitest";
import { alignParagraphs } from "../../src/measure/align.ts";

/** Paragraphs share as many characters as they have in common. */
const align = (first: readonly string[], second: readonly string[]): [string[], string[]][] =>
  alignParagraphs(
    first.length,
    second.length,
    (i, j) => [...first[i]!].filter((character) => second[j]!.includes(character)).length,
  ).map((row) => [row.first.map((i) => first[i]!), row.second.map((j) => second[j]!)]);

describe("paragraphs stand beside those that they share most with", () => {
  test.each([
    [
      ["忠诚", "担当"],
      ["忠诚", "担当"],
      [
        [["忠诚"], ["忠诚"]],
        [["担当"], ["担当"]],
      ],
    ],
    [
      ["开头", "担当", "完"],
      ["引言", "缘起", "担当"],
      [
        [["开头"], ["引言", "缘起"]],
        [["担当"], ["担当"]],
        [["完"], []],
      ],
    ],
    // Where they cross, the larger share decides.
    [
      ["甲", "全力拓展"],
      ["全力拓展", "甲"],
      [
        [["甲"], []],
        [["全力拓展"], ["全力拓展"]],
        [[], ["甲"]],
      ],
    ],
    // A paragraph stands beside one other at most.
    [
      ["忠诚担当"],
      ["忠诚", "担当作为"],
      [
        [[], ["忠诚"]],
        [["忠诚担当"], ["担当作为"]],
      ],
    ],
    [["忠诚"], [], [[["忠诚"], []]]],
    [[], [], []],
  ] as const)("%j %j", (first, second, rows) => {
    expect(align(first, second)).toEqual(rows);
  });
});
