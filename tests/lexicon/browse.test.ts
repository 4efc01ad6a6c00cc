import { describe, expect, test } from "vitest";
import { list, listingOf, type Filters, type Sort } from "../../src/lexicon/browse.ts";
import { columnsOf, linesOf } from "../../src/lexicon/lines.ts";
import { libraryOf } from "../measure/corpus.ts";
import { term } from "./terms.ts";

const library = libraryOf(
  { "000": "四个意识、四个意识、抓手。", "001": "抓手，抓手，抓手，防范风险。" },
  term("四个意识", { pinyin: "sì gè yì shí", category: "numeral", weight: "essential" }),
  term("抓手", { pinyin: "zhuā shǒu", category: "jargon", weight: "regular" }),
  term("反腐", { pinyin: "fǎn fǔ", category: "policy", weight: "regular" }),
  term("防范风险", { pinyin: "fáng fàn fēng xiǎn", category: "policy", weight: "background", scope: "county" }),
  term("四风", { pinyin: "sì fēng", category: "numeral", weight: "essential" }),
);
const lines = listingOf(linesOf(columnsOf(library.glossary)));
const places = library.glossary.attestations;
const marks = {
  speechesOf: (id: string): string[] => Object.keys(places[id]?.places ?? {}),
  isSaved: (id: string): boolean => id === lines.lines[2]!.id,
};
const listed = (filters: Filters, sort: Sort = "relevance", ranked?: number[]): string[] =>
  Array.from(
    list(lines, ranked && Uint32Array.from(ranked), { filters, sort }, marks).numbers,
    (number) => lines.lines[number]!.headword,
  );

test.each<[Sort, number[] | undefined, string[]]>([
  // fǎn fǔ before fáng fàn: the syllable fan before fang.
  ["relevance", undefined, ["反腐", "防范风险", "四风", "四个意识", "抓手"]],
  ["pinyin", undefined, ["反腐", "防范风险", "四风", "四个意识", "抓手"]],
  ["frequency", undefined, ["抓手", "四个意识", "防范风险", "反腐", "四风"]],
  ["relevance", [4, 0, 1], ["四风", "四个意识", "抓手"]],
  ["pinyin", [1, 4, 0], ["四风", "四个意识", "抓手"]],
  ["frequency", [4, 0, 1], ["抓手", "四个意识", "四风"]],
])("by %s of %j", (sort, ranked, headwords) => {
  expect(listed({}, sort, ranked)).toEqual(headwords);
});

test("a term comes before the longer one that begins with it, and of two that only tones tell apart each in its place", () => {
  const terms = [
    term("爱国主义教育基地", { pinyin: "ài guó zhǔ yì jiào yù jī dì" }),
    term("爱国主义教育", { pinyin: "ài guó zhǔ yì jiào yù" }),
    term("公示", { pinyin: "gōng shì" }),
    term("公使", { pinyin: "gōng shǐ" }),
    term("公示栏", { pinyin: "gōng shì lán" }),
  ];
  const { lines: all, order } = listingOf(linesOf(columnsOf(libraryOf({ "000": "。" }, ...terms).glossary)));
  expect(Array.from(order, (number) => all[number]!.headword)).toEqual([
    "爱国主义教育",
    "爱国主义教育基地",
    "公示",
    "公使",
    "公示栏",
  ]);
});

test.each<[Filters, string[]]>([
  [{ category: "numeral" }, ["四风", "四个意识"]],
  [{ weight: "regular", category: "policy" }, ["反腐"]],
  [{ scope: "county" }, ["防范风险"]],
  [{ speech: "000" }, ["四个意识", "抓手"]],
  [{ speech: "001", category: "numeral" }, []],
  [{ pack: "test", saved: true }, ["反腐"]],
  [{ pack: "other" }, []],
])("with %j", (filters, headwords) => {
  expect(listed(filters)).toEqual(headwords);
});

describe("facets", () => {
  test("say how many another value of their own filter would leave", () => {
    const { facets } = list(
      lines,
      undefined,
      { filters: { category: "policy", weight: "regular" }, sort: "pinyin" },
      marks,
    );
    expect(Object.fromEntries(facets.category)).toEqual({ policy: 1, jargon: 1 });
    expect(Object.fromEntries(facets.weight)).toEqual({ regular: 1, background: 1 });
    expect(Object.fromEntries(facets.saved)).toEqual({ saved: 1 });
  });

  test("count within what was searched for", () => {
    const { facets } = list(lines, Uint32Array.of(0, 1), { filters: {}, sort: "relevance" }, marks);
    expect(Object.fromEntries(facets.speech)).toEqual({ "000": 2, "001": 1 });
  });
});
