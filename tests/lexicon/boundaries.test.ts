/** Words that run over a term's edge, or hide it: with jieba's dictionary, as the shipped lexicon is compiled. */
import { describe, expect, test } from "vitest";
import { readDictionary } from "../../src/cli/words.ts";
import { straddles } from "../../src/corpus/straddles.ts";
import { compileLexicon } from "../../src/lexicon/compile.ts";
import { loadLexicon } from "../../src/lexicon/lexicon.ts";
import { matchAll, matchLongest } from "../../src/lexicon/match.ts";
import { term } from "./terms.ts";

const terms = [
  ..."初心 担当 党性 党建 党组 全会 机制 技改 作风 定力 分管 三公 三农 四风 河长 常委 兵团 工会 城镇化 县委 十四五"
    .split(" ")
    .map((form) => term(form)),
  term("四新", { notIn: ["破四旧立四新"] }),
  term("主体责任", { notIn: ["企业主体责任"] }),
  term("政治责任", { notIn: ["政治责任感"] }),
  term("大革命", { notIn: ["文化大革命", "法国大革命"] }),
  term("文化大革命"),
];
const lexicon = loadLexicon(compileLexicon(terms, straddles(terms, readDictionary())));
const found = (text: string): string[] => matchLongest(lexicon, text).map(({ start, end }) => text.slice(start, end));

describe("a term that is the end of one word and the beginning of another is none", () => {
  test.each([
    "起初心有顾虑",
    "扁担当作拐杖",
    "共产党性质的组织",
    "共产党建立以来",
    "加快科技改革",
    "一种写作风格",
    "合作风险",
    "稳定力量",
    "有部分管理人员",
    "周四风力不大",
    "黄河长江",
    "该县委托专家",
    "三公里长",
    "第十三农场",
    "二十四五日",
    "加快科技改革的步伐",
  ])("%s", (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe("a term inside another word is none", () => {
  test.each([
    "联合国安全会议",
    "大飞机制造",
    "人大常委会",
    "步兵团",
    "破四旧立四新",
    "压实企业主体责任",
    "增强政治责任感",
    "法国大革命时期",
  ])("%s", (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe("where it is a word it is found", () => {
  test.each([
    ["不忘初心", "初心"],
    ["一起初心不改", "初心"],
    ["敢于担当作为", "担当"],
    ["增强党性", "党性"],
    ["抓好党建工作", "党建"],
    ["党组成员", "党组"],
    ["十九届六中全会议程", "全会"],
    ["市场机制造就了繁荣", "机制"],
    ["转变作风格外重要", "作风"],
    ["纠治四风", "四风"],
    ["市委常委", "常委"],
    ["全国总工会", "工会"],
    ["城镇化率", "城镇化"],
    ["树立四新理念", "四新"],
    ["落实主体责任", "主体责任"],
    ["大革命失败以后", "大革命"],
    ["文化大革命期间", "文化大革命"],
    ["“十四五”时期", "十四五"],
    ["中共定县县委书记", "县委"],
  ])("%s", (text, surface) => {
    expect(found(text)).toEqual([surface]);
  });
});

test("traditional script has the same boundaries", () => {
  expect(found("共產黨性質")).toEqual([]);
  expect(found("增強黨性")).toEqual(["黨性"]);
});

test("what hides a term hides it among all matches too", () => {
  expect(matchAll(lexicon, "大飞机制造，完善机制")).toMatchObject([{ start: 8, end: 10 }]);
});

test("without a dictionary terms are found wherever their characters stand", () => {
  const plain = loadLexicon(compileLexicon(terms));
  expect(matchLongest(plain, "共产党性质")).toHaveLength(1);
});
