import { describe, expect, test } from "vitest";
import { indexTerms, search } from "../../src/lexicon/search.ts";
import { term } from "./terms.ts";

const index = indexTerms([
  term("四个意识", {
    traditional: "四個意識",
    pinyin: "sì gè yì shí",
    renderings: [{ text: "Four Consciousnesses", kind: "common" }],
    members: { status: "known", items: [{ zh: "大局意识", en: "big-picture thinking" }] },
  }),
  term("两个维护", {
    traditional: "兩個維護",
    pinyin: "liǎng gè wéi hù",
    renderings: [{ text: "Two Upholds", kind: "common" }],
    variants: [{ form: "两个坚决维护", kind: "alias" }],
  }),
  term("两个确立", { pinyin: "liǎng gè què lì", weight: "essential" }),
  term("绿色发展", { pinyin: "lǜ sè fā zhǎn", renderings: [{ text: "green development", kind: "official" }] }),
  term("抓铁有痕、踏石留印", { pinyin: "zhuā tiě yǒu hén, tà shí liú yìn" }),
  term("发展", { pinyin: "fā zhǎn", definition: { en: "Growth, of the green kind too.", zh: "增长。" } }),
]);

const headwords = (query: string): string[] => search(index, query).map((found) => found.headword);

describe("the first hit", () => {
  test.each([
    ["四个意识", "四个意识"],
    ["四個意識", "四个意识"],
    ["4个意识", "四个意识"],
    ["两个坚决维护", "两个维护"],
    ["抓铁有痕踏石留印", "抓铁有痕、踏石留印"],
    ["踏石", "抓铁有痕、踏石留印"],
    ["牢固树立四个意识", "四个意识"],
    ["sì gè yì shí", "四个意识"],
    ["sigeyishi", "四个意识"],
    ["si4 ge4 yi4 shi2", "四个意识"],
    ["SI GE", "四个意识"],
    ["sgys", "四个意识"],
    ["lvse", "绿色发展"],
    ["lǜ sè", "绿色发展"],
    ["two upholds", "两个维护"],
    ["Upholds", "两个维护"],
    ["大局意识", "四个意识"],
    ["big-picture", "四个意识"],
    ["fazhan", "发展"],
    ["luse", "绿色发展"],
    ["upholds two", "两个维护"],
    ["rendering of 发展", "发展"],
    ["学习“两个 坚决维护”的要求", "两个维护"],
  ])("for %s is %s", (query, headword) => {
    expect(headwords(query)[0]).toBe(headword);
  });
});

test("of equals the weightier comes first", () => {
  expect(headwords("两个").slice(0, 2)).toEqual(["两个确立", "两个维护"]);
});

test("of what begins so the headwords come before those that have it in a variant", () => {
  const some = indexTerms([
    term("高水平安全", { variants: [{ form: "高质量发展和高水平安全", kind: "alias" }], weight: "essential" }),
    term("高质量充分就业"),
  ]);
  expect(search(some, "高质量").map(({ headword }) => headword)).toEqual(["高质量充分就业", "高水平安全"]);
});

test("a word of a definition is found last", () => {
  expect(headwords("green")).toEqual(["绿色发展", "发展"]);
});

test("words apart from each other come after words together, and those of a definition last", () => {
  const few = indexTerms([
    term("甲", { definition: { en: "The people’s own war.", zh: "甲。" } }),
    term("乙", { renderings: [{ text: "war of the people", kind: "common" }] }),
    term("丙", { renderings: [{ text: "People’s War", kind: "official" }] }),
    term("丁", { renderings: [{ text: "peoples at war, peopled war", kind: "common" }] }),
    term("戊", { definition: { en: "War.", zh: "战争。" } }),
  ]);
  const found = (query: string): string[] => search(few, query).map(({ headword }) => headword);
  expect(found("people's war")).toEqual(["丙", "丁", "甲"]);
  expect(found("people war")).toEqual(["乙", "丙", "丁", "甲"]);
});

test("of what stands inside a query the longest comes first", () => {
  const few = indexTerms([term("意识", { weight: "essential" }), term("四个意识", { weight: "background" })]);
  expect(search(few, "树牢四个意识").map(({ headword }) => headword)).toEqual(["四个意识", "意识"]);
});

test("a hit does not reach from one term, or from one part, into the next", () => {
  const few = indexTerms([
    term("党的", { pinyin: "dǎng de", renderings: [{ text: "one two", kind: "common" }] }),
    term("建设", { pinyin: "jiàn shè", renderings: [{ text: "three", kind: "common" }] }),
  ]);
  for (const query of ["党的建设", "dangdejianshe", "dejian", "two three"]) {
    const found = search(few, query).map(({ headword }) => headword);
    expect([query, found]).toEqual([query, query === "党的建设" ? ["党的", "建设"] : []]);
  }
});

test.each(["", "   ", "民主生活会", "zzzz", "(", "[a", "\\"])("nothing for %j", (query) => {
  expect(headwords(query)).toEqual([]);
});
