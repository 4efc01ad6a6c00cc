import { describe, expect, test } from "vitest";
import { openJieba } from "../../src/cli/words.ts";
import { openLibrary } from "../../src/cli/library.ts";
import {
  extractChunks,
  extractNumerals,
  extractQuoted,
  extractSeries,
  type Extract,
} from "../../src/corpus/extract.ts";
import { mine, type Candidate } from "../../src/corpus/mine.ts";
import { formsOf, keyOf } from "../../src/lexicon/spelling.ts";

const { library, rejected } = openLibrary();
const { tag } = openJieba(library.glossary.terms);
const found = (extract: (text: string) => Extract[], text: string): string[] =>
  extract(text).map(({ start, end }) => text.slice(start, end));

describe("extractors", () => {
  test.each([
    ["树牢“四个意识”，做到「两个维护」", ["四个意识", "两个维护"]],
    ["“抓铁有痕、踏石留印”的劲头", ["抓铁有痕、踏石留印"]],
    ["他说：“今天我们在这里召开会议研究部署下一阶段的各项重点工作任务。”", []],
    ["“XX”模式、“**”要求、“A”", []],
  ])("quoted in %s", (text, expected) => {
    expect(found(extractQuoted, text)).toEqual(expected);
  });

  test.each([
    ["开展“四改四提三深化”行动", ["四改四提三深化"]],
    ["建设“一区三地”，八个严防，一岗双责", ["八个严防", "一区三地", "一岗双责"]],
    ["用了三个月，共四个人参加，他有两个苹果树", []],
  ])("numerals in %s", (text, expected) => {
    expect(found(extractNumerals, text).sort()).toEqual([...expected].sort());
  });

  test.each([
    [
      "政治判断力、政治领悟力、政治执行力",
      ["政治判断力、政治领悟力、政治执行力", "政治判断力", "政治领悟力", "政治执行力"],
    ],
    ["往深里走、往心里走", ["往深里走、往心里走"]],
    ["北京、石家庄、正定", []],
  ])("series in %s", (text, expected) => {
    expect(found(extractSeries, text)).toEqual(expected);
  });

  test.each([
    ["全县干部，攻坚克难，久久为功。", ["全县干部", "攻坚克难", "久久为功"]],
    ["他们的人，一共三百，我们也是。", []],
  ])("chunks in %s", (text, expected) => {
    expect(found((part) => extractChunks(part, tag), text)).toEqual(expected);
  });
});

const nothing = { tag, headwordOf: () => null, rejectionOf: () => null };
const byName = (candidates: readonly Candidate[]) =>
  new Map(candidates.map((candidate) => [candidate.surface, candidate]));

test("a repeat over two texts is found, as long as it is the same, and no shorter one inside it", () => {
  const candidates = byName(
    mine({
      texts: [
        { name: "a", text: "今年大力发展特色小镇经济。各乡都要学。" },
        { name: "b", text: "我县特色小镇经济初见成效。\n特色小镇经济很好。" },
      ],
      ...nothing,
    }),
  );
  expect(candidates.get("特色小镇经济")).toMatchObject({
    count: 3,
    speeches: ["a", "b"],
    sample: "今年大力发展特色小镇经济。",
    extractors: expect.arrayContaining(["repeat"]) as unknown,
  });
  expect(candidates.has("色小镇经济")).toBe(false);
});

test("redactions never become candidates", () => {
  const text = "考察**重要讲话，在“XX”模式下，发展XX大县。考察**重要讲话，在“xx”模式下，发展XX大县。";
  for (const { surface } of mine({
    texts: [
      { name: "a", text },
      { name: "b", text },
    ],
    ...nothing,
  })) {
    expect(surface).not.toMatch(/[*Xx]/);
  }
});

test("an empty text, and one without Chinese, have none", () => {
  expect(
    mine({
      texts: [
        { name: "a", text: "" },
        { name: "b", text: "nothing here" },
      ],
      ...nothing,
    }),
  ).toEqual([]);
});

describe("of the five speeches", () => {
  const key = (form: string): string => keyOf(form).units.join();
  const spellings = new Map(
    library.glossary.terms.flatMap((term) => formsOf(term).map((form) => [key(form), term.headword])),
  );
  const reasons = new Map(rejected.map(({ candidate, reason }) => [key(candidate), reason]));
  const candidates = mine({
    texts: library.speeches.map(({ id, text }) => ({ name: id, text })),
    tag,
    headwordOf: (surface) => spellings.get(key(surface)) ?? null,
    rejectionOf: (surface) => reasons.get(key(surface)) ?? null,
  });

  test("nothing that ranks high is undecided: it is an entry, or was turned down with a reason", () => {
    const high = candidates.filter(
      ({ extractors }) => extractors.length >= 2 || extractors.includes("quoted") || extractors.includes("numeral"),
    );
    expect(high.length).toBeGreaterThan(150);
    expect(
      high
        .filter((candidate) => candidate.headword === null && candidate.rejected === null)
        .map(({ surface }) => surface),
    ).toEqual([]);
  });

  test("those that most agree on come first, and mostly are entries", () => {
    const agree = candidates.map(({ extractors }) => extractors.length);
    expect(agree).toEqual([...agree].sort((a, b) => b - a));
    expect(candidates.slice(0, 50).filter(({ headword }) => headword !== null).length).toBeGreaterThan(35);
  });

  test("every sample is a sentence of the speech that has the candidate", () => {
    for (const { surface, sample, speeches } of candidates) {
      expect(sample).toContain(surface);
      expect(library.speeches.find(({ id }) => id === speeches[0])!.text).toContain(sample);
    }
  });
});
