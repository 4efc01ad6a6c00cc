import { describe, expect, test } from "vitest";
import { openLibrary } from "../../src/cli/library.ts";
import { lookUpUnknown, spellingsOf } from "../../src/lexicon/unknown.ts";

const spellings = spellingsOf(openLibrary().library.glossary.terms);

describe("what the glossary lacks is looked up in parts", () => {
  /** Terms of the glossary stand in brackets. */
  test.each([
    ["增强四个意识坚定四个自信", "增强 [四个意识] 坚定 [四个自信]"],
    ["推动主题教育走深走实", "推动 [主题教育] [走深走实]"],
    ["扛牢粮食安全政治责任", "扛牢 [粮食安全] [政治责任]"],
    ["打通服务群众最后一公里", "打通 服务 群众 [最后一公里]"],
    ["营造风清气正的政治生态", "营造 [风清气正] 的 [政治生态]"],
    ["完善网格化服务管理体系", "完善 网格化 服务 管理 体系"],
    ["以钉钉子精神抓好落实", "以 [钉钉子精神] [抓好落实]"],
    ["構建親清政商關係", "構建 [親清政商關係]"],
    ["做到“两个维护”的表率", "做到 “ [两个维护] ” 的 表率"],
    ["深入学习贯彻4个意识", "[深入学习贯彻] [4个意识]"],
  ])("%s: %s", (query, parts) => {
    const found = lookUpUnknown(spellings, query)!.parts;
    expect(found.map(({ text, term }) => (term ? `[${text}]` : text)).join(" ")).toBe(parts);
    expect(found.map(({ text }) => text).join("")).toBe(query);
  });
});

describe("the nearest headwords are offered", () => {
  test.each([
    ["四个意思", "四个意识"],
    ["两个拥护", "两个维护"],
    ["抓铁留痕踏石有印", "抓铁有痕、踏石留印"],
    ["久久为攻", "久久为功"],
    ["中国是现代化", "中国式现代化"],
    ["兩個擁護", "两个维护"],
    ["sige yisi", "四个意识"],
    ["liangge weifu", "两个维护"],
  ])("%s: %s first", (query, headword) => {
    expect(lookUpUnknown(spellings, query)!.nearest[0]?.headword).toBe(headword);
  });

  test.each(["稻茬", "一二", "zzzz", "qqqqqqqq", "这是一个很长的句子而且词库里什么也没有"])("none for %s", (query) => {
    expect(lookUpUnknown(spellings, query)?.nearest ?? []).toEqual([]);
  });

  test("each once, and no more than six", () => {
    const { nearest } = lookUpUnknown(spellings, "三个意识")!;
    expect(new Set(nearest).size).toBe(nearest.length);
    expect(nearest.length).toBeLessThanOrEqual(6);
  });
});

test.each(["四个意识", "四個“意識”", "4个意识", "抓铁有痕踏石", "四个", "", " ", "“”"])(
  "%j is not unknown, or not typed to its end",
  (query) => {
    expect(lookUpUnknown(spellings, query)).toBeUndefined();
  },
);
