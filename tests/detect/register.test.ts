import { describe, expect, test } from "vitest";
import { findingsOf, read } from "../../src/detect/detect.ts";
import {
  addCounts,
  isPolitical,
  noCounts,
  POLITICAL,
  registerOf,
  Sentences,
  shiftCounts,
} from "../../src/detect/register.ts";
import { lexiconOf, term } from "../lexicon/terms.ts";

const lexicon = lexiconOf(
  term("四个意识", { category: "numeral", weight: "essential" }),
  term("抓手", { category: "jargon", detection: "context" }),
  term("以…为抓手", { category: "frame" }),
);
const groups = (text: string): Record<string, number> =>
  Object.fromEntries(Object.entries(read(lexicon, text).register.groups).filter(([, count]) => count > 0));

describe("what is counted", () => {
  test.each([
    ["树牢四个意识", { essential: 1 }],
    ["以改革为抓手", { frame: 1, context: 1 }],
    ["进一步推进，切实加强", { verb: 4 }],
    ["培育壮大新产业，提质增效，稳步化解旧账", { verb: 6 }],
    ["一是加强学习。二是推进工作", { order: 2, verb: 2 }],
    ["其中之一是红色", {}],
    ["做到五个必须", { numeral: 1 }],
    ["讲政治纪律、讲工作纪律、讲生活纪律。", { triad: 1 }],
    ["河北、湖北、东北。", {}],
    ["早睡早起，勤洗双手，少吃多动。", { run: 1 }],
    ["早睡早起，洗手，少吃多动。", {}],
  ])("%s", (text, expected) => {
    expect(groups(text)).toEqual(expected);
  });

  test("so that what a report reviews in figures is its register too", () => {
    const sentence = "园区培育新企业3家，稳步增产8.5%，新添抓手12个。";
    expect(read(lexicon, sentence).findings).toMatchObject([{ start: 21, end: 23 }]);
    expect(read(lexicon, "园区开出新饭馆3家，每月增产8.5%，新添抓手12个。").findings).toEqual([]);
  });

  test("Japanese has none of it", () => {
    expect(groups("四个意识についての説明です。進一步に加強する。")).toEqual({});
  });
});

describe("a sentence and its neighbours", () => {
  interface Sentence {
    evidence: number;
    length: number;
    opens: boolean;
  }
  const sentence = (evidence: number, more: Partial<Sentence> = {}): Sentence => ({
    evidence,
    length: 0,
    opens: false,
    ...more,
  });
  test.each([
    ["by itself", [sentence(3)], [true]],
    ["too weak", [sentence(2.9)], [false]],
    ["long for what it has", [sentence(3, { length: 50 })], [false]],
    ["half of the next", [sentence(6), sentence(0), sentence(0)], [true, true, false]],
    ["half of the one before", [sentence(0), sentence(6)], [true, true]],
    ["a quarter across paragraphs", [sentence(6), sentence(0, { opens: true })], [true, false]],
    [
      "from both sides",
      [sentence(12), sentence(0, { opens: true }), sentence(1, { opens: true })],
      [true, true, false],
    ],
    ["none", [], []],
  ])("%s", (_, sentences, expected) => {
    const noted = new Sentences();
    for (const { evidence, length, opens } of sentences) noted.add(evidence, length, opens);
    expect(Array.from(noted.around().slice(0, noted.count), (sum) => sum >= POLITICAL)).toEqual(expected);
  });
});

describe("a text that is political as a whole", () => {
  const speech = "树牢四个意识，进一步加强，切实推进，全面落实。";
  const weak = "抓手换了，还是抓手。一个抓手，抓手很多，大家都说抓手好，说了又说，天黑了才散。";

  test.each([
    [speech, true],
    ["树牢四个意识。", false],
    [`${speech}${"把豆腐切成小块，放进锅里，加水煮十分钟，再撒上葱花。".repeat(20)}`, false],
    ["把豆腐切成小块，放进锅里。", false],
    ["", false],
  ])("%s", (text, expected) => {
    expect(isPolitical(read(lexicon, text).register)).toBe(expected);
  });

  test("decides of words with an everyday life where a passage leaves it open", () => {
    const open = read(lexicon, "一是换抓手，大家说好。");
    expect(open.findings).toEqual([]);
    expect(open.likely).toMatchObject([{ start: 3, end: 5 }]);
    expect(findingsOf(open, false)).toEqual([]);
    expect(findingsOf(open, true)).toEqual(open.likely);
    expect(read(lexicon, weak).likely).toEqual([]);
    const far = "山上有一座庙。".repeat(12);
    expect(read(lexicon, `${speech.repeat(6)}\n${far}\n一是换抓手，大家说好。`).findings.at(-1)).toMatchObject({
      category: "jargon",
    });
  });

  test("puts them in their places among the others", () => {
    const finding = (start: number, end: number) => ({ ...read(lexicon, "四个意识").findings[0]!, start, end });
    const [a, b, c, d] = [finding(0, 4), finding(5, 12), finding(7, 9), finding(14, 16)];
    const reading = { findings: [a, b, d], likely: [c], register: noCounts() };
    expect(findingsOf(reading, true)).toEqual([a, b, c, d]);
    expect(findingsOf(reading, false)).toEqual([a, b, d]);
  });

  test("is so by the sum of its parts, taken in and out", () => {
    const sum = noCounts();
    const parts = ["树牢四个意识。", "进一步加强，切实推进。", "落实。"].map((text) => read(lexicon, text).register);
    for (const part of parts) shiftCounts(sum, part, 1);
    expect(isPolitical(sum)).toBe(true);
    shiftCounts(sum, parts[1]!, -1);
    expect(isPolitical(sum)).toBe(false);
    for (const part of [parts[0]!, parts[2]!]) shiftCounts(sum, part, -1);
    expect(sum).toEqual(noCounts());
  });
});

describe("the score", () => {
  const scoreOf = (text: string): number => registerOf(read(lexicon, text).register).score;

  test("is high for a report, and zero for a recipe", () => {
    expect(scoreOf("进一步增强四个意识，切实加强作风建设，推进各项工作落实。")).toBeGreaterThan(64);
    expect(scoreOf("把豆腐切成小块，放进锅里，加水煮十分钟，再撒上葱花。")).toBe(0);
  });

  test("of texts put together lies between theirs, and rates are per 10,000 Han", () => {
    const [a, b] = ["进一步增强四个意识。", "把豆腐切成小块，放进锅里。"].map((text) => read(lexicon, text).register);
    const both = registerOf(addCounts(a!, b!));
    expect(both.han).toBe(a!.han + b!.han);
    expect(both.score).toBeLessThan(registerOf(a!).score);
    expect(both.score).toBeGreaterThan(registerOf(b!).score);
    expect(both.groups.essential).toBeCloseTo(10_000 / both.han);
    expect(both.categories.numeral).toBeCloseTo(10_000 / both.han);
  });

  test("of no text is zero", () => {
    expect(registerOf(noCounts()).score).toBe(0);
  });
});
