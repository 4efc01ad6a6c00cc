import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { build } from "../../src/corpus/build.ts";
import { parseCited } from "../../src/corpus/source.ts";
import { readSeeds } from "../../src/cli/seeds.ts";
import { detect } from "../../src/detect/detect.ts";
import { loadLexicon } from "../../src/lexicon/lexicon.ts";
import { formsOf } from "../../src/lexicon/spelling.ts";

const { library, lexicon: bytes } = build(readSeeds());
const { glossary, speeches } = library;
const lexicon = loadLexicon(bytes);
const byHeadword = new Map(glossary.terms.map((term) => [term.headword, term]));

/** The corpus is never rewritten: these are the files as they came. */
test.each([
  ["000", "326de875cbe50a7a616ceacb0f4adf897399e4c2ae250aaed2962122c69d709e"],
  ["001", "e20a530e974db7bbc6cd4000071265d1aa09c61d34424796ea30a72e7f0c4e3c"],
  ["002", "fa67318895d18d3b09d4e587cc14ce9466d228c8ec19d9e51b8fa5b51bbe7a97"],
  ["003", "c8ab2ad050a5d47ef67fd136247baa83126756ef8b202d2b90147af550017fef"],
  ["004", "280e57364bdee54b7889f2ed94457339e593a73c141ad928cfdfcd71710df5a1"],
])("speech %s is the file as it came", (id, digest) => {
  const { text } = speeches.find((speech) => speech.id === id)!;
  expect(createHash("sha256").update(text, "utf8").digest("hex")).toBe(digest);
});

test("the second pack has formulations of nationwide currency, quoted only where the speeches have them", () => {
  const common = glossary.terms.filter(({ pack }) => pack === "common-formulations");
  expect(common.length).toBeGreaterThanOrEqual(800);
  for (const headword of "三个代表 科学发展观 新质生产力 双循环 六稳 六保 房住不炒 人类命运共同体 三重一大".split(
    " ",
  )) {
    expect(glossary.terms.some((term) => formsOf(term).includes(headword))).toBe(true);
  }
  expect(common.filter(({ id }) => !glossary.attestations[id]).length).toBeGreaterThan(700);
});

test("every source in the list is that of a rendering", () => {
  const used = new Set(glossary.terms.flatMap(({ renderings }) => renderings.map(({ source }) => source)));
  const listed = parseCited(readSeeds().cited).rows.map(({ value }) => value.en);
  expect(listed.length).toBeGreaterThan(0);
  expect(listed.filter((source) => !used.has(source))).toEqual([]);
});

test("English is spelled the British way with -ize, but in official renderings and names", () => {
  const american =
    /\b(centers?|centered|colors?|labor|favor|behavior|neighbors?|defense|fulfillment|toward|organise[ds]?)\b/;
  const prose = glossary.terms.flatMap(({ renderings, definition, origin, usage, members, variants }) => [
    ...renderings.flatMap(({ text, kind }) => (kind === "official" ? [] : text)),
    definition.en,
    ...(origin ? [origin.en] : []),
    ...(usage ? [usage.en] : []),
    ...(members?.status === "known" ? members.items.map(({ en }) => en) : []),
    ...variants.map(({ note = "" }) => note),
  ]);
  expect(prose.length).toBeGreaterThan(10_000);
  expect(prose.filter((text) => american.test(text))).toEqual([]);
});

test("every quote is in its speech, and has the term in it", () => {
  const textOf = new Map(speeches.map((speech) => [speech.id, speech.text]));
  let quotes = 0;
  for (const attestation of Object.values(glossary.attestations)) {
    for (const { speech, start, end, sentenceStart, sentenceEnd } of attestation.quotes) {
      quotes++;
      const sentence = textOf.get(speech)!.slice(sentenceStart, sentenceEnd);
      expect(sentence).not.toBe("");
      expect(sentenceStart <= start && start < end && end <= sentenceEnd).toBe(true);
      expect(sentence).toContain(textOf.get(speech)!.slice(start, end));
    }
  }
  expect(quotes).toBeGreaterThan(500);
});

describe("every numeral formulation of the corpus has its entry", () => {
  test.each(
    "两个确立 两个维护 四个意识 四个自信 三个区分开来 三个务必 一岗双责 三会一课 四风 政治三力 四改四提三深化 四新 四化 一区三地 八个严防 四个500强 十大民生事项 中央八项规定 人才九条 第一议题 第一遵循 第一政治要件".split(
      " ",
    ),
  )("%s", (headword) => {
    expect(byHeadword.get(headword)).toBeDefined();
  });

  test("and detection finds none that the glossary lacks", () => {
    const unknown = speeches.flatMap(({ id, text }) =>
      detect(lexicon, text)
        .filter(({ kind }) => kind === "numeral")
        .map(({ start, end }) => `${id}: ${text.slice(start, end)}`),
    );
    expect(unknown).toEqual([]);
  });
});

test.each([
  ["让我们更加紧密地团结在党中央周围", "更加紧密地团结在", "紧密团结在"],
  ["坚持一个中国的原则", "一个中国的原则", "一个中国原则"],
  ["早日实现祖国的完全统一，全面推进各项工作", "祖国的完全统一", "祖国统一"],
  ["各级党委和政府要切实加强领导", "党委和政府", "党委政府"],
  ["当前社会的主要矛盾没有变", "社会的主要矛盾", "社会主要矛盾"],
  ["广大党员和干部要带头", "党员和干部", "党员干部"],
  ["全县干部和群众齐心干", "干部和群众", "干部群众"],
  ["深入学习，切实牢记初心和使命", "初心和使命", "初心使命"],
  ["创造性地开展工作", "创造性地开展工作", "创造性开展工作"],
  ["建设有中国特色的社会主义", "有中国特色的社会主义", "中国特色社会主义"],
  ["坚持我国宗教的中国化方向", "宗教的中国化", "宗教中国化"],
  ["深入学习，自觉树立正确的世界观、人生观和价值观", "世界观、人生观和价值观", "世界观、人生观、价值观"],
  ["贯彻党的路线、方针和政策", "路线、方针和政策", "路线方针政策"],
  ["建设资源节约型和环境友好型社会", "资源节约型和环境友好型社会", "资源节约型、环境友好型社会"],
])("%s: %s is %s in more words", (sentence, surface, headword) => {
  const found = detect(lexicon, sentence).map(({ start, end, term }) => [sentence.slice(start, end), term]);
  expect(found).toContainEqual([surface, byHeadword.get(headword)!.id]);
});

test.each(["四改四提三深化", "一区三地", "八个严防", "四新", "四化", "十大民生事项", "人才九条"])(
  "%s is local: nobody may expand it",
  (headword) => {
    const term = byHeadword.get(headword)!;
    expect(term.members).toEqual({ status: "local" });
    expect(term.scope).not.toBe("national");
  },
);

test.each([
  ["两个坚决维护", "两个维护"],
  ["党的二十精神", "党的二十大精神"],
  ["习近平新时期中国特色社会主义思想", "习近平新时代中国特色社会主义思想"],
  ["往深里走、往实里走、往心里走", "往深里走、往心里走、往实里走"],
  ["政治判断力、政治领悟力、政治执行力", "政治三力"],
])("%s is read as %s", (surface, headword) => {
  const [finding] = detect(lexicon, `要牢记${surface}。`);
  expect(finding?.term).toBe(byHeadword.get(headword)!.id);
});

test("every finding of the speeches is its slice, and stands in no redaction", () => {
  for (const { text } of speeches) {
    for (const { start, end } of detect(lexicon, text)) {
      expect(end).toBeGreaterThan(start);
      expect(text.slice(start, end).trim()).toBe(text.slice(start, end));
      expect(text.slice(start, end)).not.toMatch(/^[*Xx]+$/);
    }
  }
});
