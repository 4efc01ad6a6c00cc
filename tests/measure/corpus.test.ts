import { describe, expect, test } from "vitest";
import { occurrencesOf } from "../../src/lexicon/entry.ts";
import { categoryCounts } from "../../src/measure/category-counts.ts";
import { concordanceOf, inConcordanceOrder, type ConcordanceOrder } from "../../src/measure/concordance.ts";
import { keyTerms } from "../../src/measure/keyness.ts";
import { collocatesOf, sentenceTerms, tiesAmong } from "../../src/measure/sentence-mates.ts";
import { sharedPassages } from "../../src/measure/shared-passages.ts";
import { term } from "../lexicon/terms.ts";
import { idOf, libraryOf } from "./corpus.ts";

describe("a concordance", () => {
  const library = libraryOf({ a: "要增强“四个意识”，做到。\n树牢四个意识、\n", b: "没有四个意识不行。" }, "四个意识");
  const lines = concordanceOf(occurrencesOf(library, idOf("四个意识")), library.speeches);

  test("has a line for each occurrence, with its paragraph beside it", () => {
    expect(lines.map(({ left, keyword, right }) => [left, keyword, right])).toEqual([
      ["要增强“", "四个意识", "”，做到。"],
      ["树牢", "四个意识", "、"],
      ["没有", "四个意识", "不行。"],
    ]);
  });

  test.each<[ConcordanceOrder, string[]]>([
    ["speech", ["要增强“", "树牢", "没有"]],
    // láo, qiáng, yǒu: the character beside the term, its quotation mark passed over.
    ["left", ["树牢", "要增强“", "没有"]],
    // 、 and ， come before 不.
    ["right", ["要增强“", "树牢", "没有"]],
  ])("in the order of %s", (order, lefts) => {
    expect(inConcordanceOrder(lines, order).map(({ left }) => left)).toEqual(lefts);
  });

  test("is cut at forty characters", () => {
    const long = libraryOf({ a: `${"前".repeat(60)}抓手${"后".repeat(60)}` }, "抓手");
    const [line] = concordanceOf(occurrencesOf(long, idOf("抓手")), long.speeches);
    expect([line!.left.length, line!.right.length]).toEqual([40, 40]);
  });
});

describe("what stands in the same sentence", () => {
  const library = libraryOf(
    { a: "增强四个意识，做到两个维护。树牢四个意识，做到两个维护，坚定四个自信。", b: "坚定四个自信。四个意识。" },
    "四个意识",
    "意识",
    "两个维护",
    "四个自信",
  );
  const sentences = sentenceTerms(library);

  test("the most typical first; what only overlaps is no company", () => {
    expect(collocatesOf(sentences, idOf("四个意识"))).toEqual([
      // 14 + log₂(4/5), 14 + log₂(2/5)
      { term: idOf("两个维护"), together: 2, sentences: 2, logDice: 14 + Math.log2(4 / 5) },
      { term: idOf("四个自信"), together: 1, sentences: 2, logDice: 14 + Math.log2(2 / 5) },
    ]);
  });

  test("ties are counted by sentence", () => {
    const [a, b, c] = ["四个意识", "两个维护", "四个自信"].map(idOf) as [string, string, string];
    expect(tiesAmong(sentences, [a, b, c])).toEqual([
      { a, b, together: 2 },
      { a, b: c, together: 1 },
      { a: b, b: c, together: 1 },
    ]);
    expect(collocatesOf(sentences, "none")).toEqual([]);
  });
});

test("what a speech has more often than the others is key to it, and what it only shares is not", () => {
  const library = libraryOf(
    { a: "腐败。反腐败斗争。落实。", b: "落实。落实。发展经济，改善民生，建设美丽家园。" },
    "腐败",
    "反腐败",
    "落实",
  );
  // Too few to tell.
  expect([...keyTerms(library).values()].flat()).toEqual([]);
  const clear = keyTerms(
    libraryOf({ a: "腐败。".repeat(6), b: "发展经济，改善民生。".repeat(3), c: "落实。" }, "腐败", "落实"),
  );
  const [first] = clear.get("a")!;
  expect(first).toMatchObject({ term: idOf("腐败"), here: 6, elsewhere: 0 });
  // 12 Han of 38: 2 · 6 ln(38/12)
  expect(first!.likelihood).toBeCloseTo(13.832, 3);
  expect(first!.ratio).toBeCloseTo(Math.log2(6 / 12 / (0.5 / 26)), 10);
  expect(clear.get("b")).toEqual([]);
});

test("of two that always stand together the longer one alone is key", () => {
  const key = keyTerms(
    libraryOf({ a: "党的二十大精神。".repeat(6), b: "发展经济，改善民生。".repeat(6) }, "党的二十大", "党的二十大精神"),
  );
  expect(key.get("a")!.map(({ term: id }) => id)).toEqual([idOf("党的二十大精神")]);
});

test("what lies inside a longer term is not counted with its category", () => {
  const library = libraryOf(
    { a: "树牢四个意识，纪律意识，以此为抓手。" },
    term("四个意识", { category: "numeral" }),
    term("意识", { category: "jargon" }),
    term("抓手", { category: "jargon" }),
  );
  expect([...categoryCounts(library, "a")]).toEqual([
    ["numeral", 1],
    ["jargon", 2],
  ]);
});

test("what is attested of a pack that is off is as if it were not there", () => {
  const library = libraryOf(
    { a: "腐败。".repeat(6) + "四个意识，腐败。", b: "发展经济，改善民生。".repeat(3) },
    "四个意识",
    "腐败",
  );
  const without = { ...library, glossary: { ...library.glossary, terms: [term("四个意识")] } };
  expect(collocatesOf(sentenceTerms(without), idOf("四个意识"))).toEqual([]);
  expect([...keyTerms(without).values()].flat()).toEqual([]);
  expect([...categoryCounts(without, "a").values()]).toEqual([1]);
});

describe("shared passages", () => {
  const PASSAGE = "聚焦产业、教育、医疗、康养等重点领域，积极谋划对接，全力拓展合作领域";

  test("are found as far as they go, without the mark of the sentence before", () => {
    const first = `一是开门见山。${PASSAGE}。甲县要做好。`;
    const second = `二是实事求是。${PASSAGE}，乙县已做好。`;
    const [passage, ...others] = sharedPassages(first, second);
    expect(others).toEqual([]);
    expect(first.slice(passage!.first, passage!.first + passage!.length)).toBe(PASSAGE);
    expect(second.slice(passage!.second, passage!.second + passage!.length)).toBe(PASSAGE);
  });

  test.each([
    ["twenty-three characters", PASSAGE.slice(0, 23), 0],
    ["twenty-four", PASSAGE.slice(0, 24), 1],
    ["over a line break", `${PASSAGE.slice(0, 14)}\n${PASSAGE.slice(14, 28)}`, 0],
  ])("%s", (_, shared, count) => {
    for (let shift = 0; shift < 13; shift++) {
      expect(sharedPassages(`${"甲".repeat(shift)}${shared}子`, `丑丑丑${shared}寅`)).toHaveLength(count);
    }
  });

  test("one that stands twice in a text is paired once", () => {
    expect(sharedPassages(`${PASSAGE}。\n${PASSAGE}。`, `${PASSAGE}；`)).toHaveLength(1);
  });
});
