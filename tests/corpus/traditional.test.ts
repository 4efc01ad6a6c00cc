/** The build writes traditional script by OpenCC; who reads has only a table, and gets the same. */
import { describe, expect, test } from "vitest";
import { openLibrary } from "../../src/cli/library.ts";
import { learnTraditional, traditionalTableOf } from "../../src/corpus/learn-traditional.ts";
import { toTraditional } from "../../src/corpus/traditional.ts";
import { traditionalBy } from "../../src/lexicon/traditional.ts";

describe("what OpenCC takes across the edges of words", () => {
  test.each([
    ["坚持一个中国原则", "堅持一個中國原則"],
    ["好干部标准", "好幹部標準"],
    ["纪检监察干部队伍", "紀檢監察幹部隊伍"],
    ["打扫干净屋子", "打掃乾淨屋子"],
    ["若干领域，不受干扰", "若干領域，不受干擾"],
    ["进行具有许多新的历史特点的伟大斗争", "進行具有許多新的歷史特點的偉大鬥爭"],
    ["2021年历史决议", "2021年歷史決議"],
    ["更加注重制度建设", "更加注重制度建設"],
    ["美国制裁华为", "美國制裁華為"],
    ["可复制、可推广的制造业", "可複製、可推廣的製造業"],
    ["内生发展动力，银发经济", "內生發展動力，銀髮經濟"],
    ["开启新征程，征求意见", "開啟新征程，徵求意見"],
    ["战略合作伙伴关系，密切联系群众", "戰略合作夥伴關係，密切聯繫群眾"],
    ["市场准入标准", "市場准入標準"],
    ["之后，最后一公里", "之後，最後一公里"],
    ["舍小家、为大家", "捨小家、為大家"],
  ])("%s is %s", (text, traditional) => {
    expect(toTraditional(text)).toBe(traditional);
  });
});

describe("the table", () => {
  const { library } = openLibrary();
  const table = traditionalTableOf(library);
  const write = traditionalBy(JSON.parse(JSON.stringify(table)) as typeof table);

  test("writes all that the editors wrote as the build does", () => {
    const { packs, terms } = library.glossary;
    const texts = [
      ...packs.flatMap(({ name, description }) => [name.zh, description.zh]),
      ...library.speeches.flatMap(({ title, occasion, office, period, redactions }) =>
        [title, occasion, office, period, redactions].flatMap(({ zh, en }) => [zh, en]),
      ),
      ...terms.flatMap(({ headword, definition, members, origin, usage, variants, renderings }) => [
        headword,
        ...[definition, origin, usage, ...(members?.status === "known" ? members.items : [])].flatMap((text) =>
          text ? [text.zh, text.en] : [],
        ),
        ...variants.flatMap(({ form, note }) => [form, note ?? ""]),
        ...renderings.flatMap(({ text, source }) => [text, source ?? ""]),
      ]),
    ];
    expect(texts.length).toBeGreaterThan(20_000);
    expect(texts.filter((text) => write(text) !== toTraditional(text))).toEqual([]);
  });

  test("writes headwords as the glossary has them, but for those that its editors wrote themselves", () => {
    const others = library.glossary.terms.filter(({ headword, traditional }) => write(headword) !== traditional);
    expect(others.length).toBeLessThan(10);
  });

  test("is small", () => {
    expect(Buffer.byteLength(JSON.stringify(table))).toBeLessThan(12_000);
  });
});

test("the table has only what decides, and as little of it as may be", () => {
  const table = learnTraditional(["干部", "干部和干部", "干净", "很干净", "提法", "干涉"]);
  expect(table).toEqual({ characters: ["干净", "幹淨"], contexts: "干乾\t乾净\n干干\t干涉" });
});
