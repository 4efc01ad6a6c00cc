import { describe, expect, test } from "vitest";
import { finderIn } from "../../src/lexicon/find.ts";

const found = (text: string, words: string): string[] =>
  finderIn(text)(words).map(({ start, end }) => text.slice(start, end));

describe("words are found", () => {
  test.each([
    ["增强“四个意识”、坚定“四个自信”", "四个意识", ["四个意识"]],
    ["增强“四个意识”、坚定“四个自信”", "四個意識", ["四个意识"]],
    ["增强“四个意识”、坚定“四个自信”", "4个意识", ["四个意识"]],
    ["增强“四个意识”、坚定“四个自信”", "４ 个意识", ["四个意识"]],
    ["增强“四个意识”、坚定“四个自信”", "四个", ["四个", "四个"]],
    ["做到两个“维护”", "两个维护", ["两个“维护"]],
    ["做到两个“维护”", "“维护”", ["维护"]],
    ["担任中共ｘｘ县委常委", "XX县", ["ｘｘ县"]],
    ["层层加码", "层", ["层", "层"]],
    ["哈哈哈", "哈哈", ["哈哈"]],
    ["真抓　实干", "真抓实干", ["真抓　实干"]],
    ["真抓\n实干", "真抓实干", []],
    ["真抓实干", "  ", []],
    ["真抓实干", "”", []],
    ["", "真抓实干", []],
  ])("%s: %s", (text, words, expected) => {
    expect(found(text, words)).toEqual(expected);
  });
});
