import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { detect } from "../../src/detect/detect.ts";
import { lexiconOf, term } from "../lexicon/terms.ts";

const lexicon = lexiconOf(
  term("两个确立", { category: "numeral", weight: "essential" }),
  term("四个意识", { category: "numeral", weight: "essential" }),
  term("高质量发展", { category: "doctrine", weight: "essential" }),
  term("抓手", { category: "jargon", detection: "context" }),
  term("红线", { category: "jargon", detection: "context" }),
  term("红线意识", { category: "jargon", detection: "context" }),
  term("以…为抓手", { category: "frame" }),
  term("在…上下功夫", { category: "frame", variants: [{ form: "在…上狠下功夫", kind: "alias" }] }),
  term("把…落到实处", { category: "frame", variants: [{ form: "把…落到", kind: "short" }] }),
  term("既要…又要…", { category: "frame" }),
  term("以…为先…为要", { category: "frame" }),
  term("更加…更加…更加…", { category: "frame" }),
  term("同…作斗争", { category: "frame" }),
  term("从…中汲取力量", { category: "frame" }),
  term("向…看齐", { category: "frame" }),
  term("是…的必然要求", { category: "frame" }),
  term("为…指明方向、提供遵循", { category: "frame" }),
  term("把…转化为", { category: "frame" }),
  term("不仅要…更要", { category: "frame" }),
  term("成果转化", { notIn: ["成果转化为"] }),
  term("以…迎接…胜利召开", { category: "frame", variants: [{ form: "迎接…胜利召开", kind: "short" }] }),
);

const surfaces = (text: string): string[] => detect(lexicon, text).map(({ start, end }) => text.slice(start, end));

describe("numeral formulations that the glossary lacks", () => {
  test.each([
    ["深入开展“四改四提三深化”行动", ["四改四提三深化"]],
    ["牢记“七个着力”", ["七个着力"]],
    ["做到五个必须、八个严防", ["五个必须", "八个严防"]],
    ["做到5個必須", ["5個必須"]],
    ["落实“六个一”要求", ["六个一"]],
    ["落实“所谓‘六个到位’的要求”", ["六个到位"]],
    ['落实"六个到位"的要求', ["六个到位"]],
    ["切实推进“六大攻坚”和「十二項行動」，加强管理", ["六大攻坚", "十二項行動"]],
    ["健全“五级联动、三色预警”机制，切实加强管理", ["五级联动、三色预警"]],
  ])("%s", (text, expected) => {
    const findings = detect(lexicon, text);
    expect(findings.map(({ start, end }) => text.slice(start, end))).toEqual(expected);
    expect(findings.every(({ kind, term: id, tier }) => kind === "numeral" && id === null && tier === "A")).toBe(true);
  });

  test.each([
    "他家有三个孩子，四面八方来客",
    "“三个月”后再来",
    "十五个必须品",
    "二十三个自信的人",
    "他买了两个苹果、三个梨",
    "“五一”假期",
    "他数了数，雪地里那“三个黑点”正朝河边的小树林慢慢挪过去，猎狗却一声也不叫，老人把枪放下来，说天就要黑了，明天一早再来看看。",
    "跑步的人都知道，落地时脚上有两个着力，先是脚跟再是脚掌，穿什么鞋都是一样的，下坡时膝盖还要弯一点，不然第二天上楼会疼得厉害。",
    "切实推进“三十七道菜”工程，加强管理",
    "切实加强“八月二十三日”会议的落实",
    "切实找准两个着力点，树立三个自信心",
    "他从小爱读金庸，最喜欢的却不是大侠，而是书里的“四大恶人”，一讲起来就没完没了。",
    "俗话说“一子出家，七祖升天”，老太太听了只是摇头，第二天一早还是把孙子从庙里领了回来。",
    "落实六大攻坚，推进十项行动",
  ])("none in %s", (text) => {
    expect(surfaces(text)).toEqual([]);
  });

  test("a quoted series needs a political passage: ordinary prose has the shape too", () => {
    expect(surfaces("他们在庙前加建了岭南派传统的“四柱三间”样式的中式门楼")).toEqual([]);
    expect(surfaces("切实推进“四柱三间”工程，加强管理")).toEqual(["四柱三间"]);
    expect(surfaces("镇里想出“五清三亮”的办法。高质量发展就是这样。")).toEqual(["五清三亮", "高质量发展"]);
    expect(surfaces("切实推进“四分之一磅”工程，加强管理")).toEqual([]);
  });

  test("so does a word with an everyday life, if quotation marks name it, and a surer passage if not", () => {
    expect(surfaces("镇里划出“红线”。高质量发展就是这样。")).toEqual(["红线", "高质量发展"]);
    expect(surfaces("镇里划出“红线”意识。高质量发展就是这样。")).toEqual(["红线”意识", "高质量发展"]);
    expect(surfaces("镇里划出红线。高质量发展就是这样。")).toEqual(["高质量发展"]);
    expect(surfaces("他说：“红线划好了。”高质量发展就是这样。")).toEqual(["高质量发展"]);
    expect(surfaces("他把“红线”画在墙上。")).toEqual([]);
  });

  test("one that nothing else speaks for is found in a sentence that is not long", () => {
    expect(surfaces("记者问起村里的“六个到位”，老支书笑着摆手。")).toEqual(["六个到位"]);
  });

  test("one that the glossary has is a term", () => {
    expect(detect(lexicon, "“两个确立”")).toMatchObject([{ start: 1, end: 5, kind: "term", weight: "essential" }]);
    const text = "切实落实“四个革命、一个合作”的要求，加强管理。";
    const other = lexiconOf(term("四个革命、一个合作", { category: "numeral" }));
    expect(detect(other, text)).toMatchObject([{ start: 5, end: 14, kind: "term" }]);
  });
});

describe("frames", () => {
  test.each([
    ["以改革创新为抓手推动工作", ["以改革创新为抓手"]],
    ["在县委领导下，在开阔视野上下功夫", ["在开阔视野上下功夫"]],
    ["在“学懂”“弄通”“做实”上下功夫", ["在“学懂”“弄通”“做实”上下功夫"]],
    ["既要增强忧患意识，又要坚定信心", ["既要增强忧患意识，又要"]],
    ["以改革創新為抓手", ["以改革創新為抓手"]],
    ["在作风上狠下功夫", ["在作风上狠下功夫"]],
    ["把要求落到实处，把责任落到人", ["把要求落到实处", "把责任落到"]],
    ["可以以改革为抓手", ["以改革为抓手"]],
    ["把“改革”作为关键，以“改革”为“抓手”", ["以“改革”为“抓手"]],
    ["现在在规矩上下功夫", ["在规矩上下功夫"]],
    ["要持之以恒以改革为抓手", ["以改革为抓手"]],
    ["以服务项目为先、保障项目为要，推动建设", ["以服务项目为先、保障项目为要"]],
    ["以高新技术产业为先导，以稳为要", []],
    ["以优异成绩迎接党的二十大胜利召开", ["以优异成绩迎接党的二十大胜利召开"]],
    ["迎接县党代会胜利召开", ["迎接县党代会胜利召开"]],
    ["同腐败现象作斗争", ["同腐败现象作斗争"]],
    ["共同为权益作斗争", []],
    ["从历史中汲取力量", ["从历史中汲取力量"]],
    ["自从书中汲取力量", []],
    ["向先进看齐", ["向先进看齐"]],
    ["方向上看齐", []],
    ["这是发展的必然要求", ["是发展的必然要求"]],
    ["但是发展的必然要求", []],
    ["为工作指明方向、提供遵循", ["为工作指明方向、提供遵循"]],
    ["为工作指明方向提供遵循", ["为工作指明方向提供遵循"]],
    ["把学习成果转化为行动", ["把学习成果转化为"]],
    ["既要增强忧患意识， 又要坚定信心", ["既要增强忧患意识， 又要"]],
    ["不仅要增强忧患意识， 更要坚定信心", ["不仅要增强忧患意识， 更要"]],
    ["既\u200b要增强忧患意识，又\u200b要坚定信心", ["既\u200b要增强忧患意识，又\u200b要"]],
  ])("%s", (text, expected) => {
    const findings = detect(lexicon, text).filter(({ kind }) => kind === "frame");
    expect(findings.map(({ start, end }) => text.slice(start, end))).toEqual(expected);
    expect(findings.every(({ tier }) => tier === "B")).toBe(true);
  });

  test.each([
    "可以成为抓手",
    "所以改革为抓手",
    "以为抓手",
    "以前他来过。这成为抓手",
    "在山上。下功夫",
    "既要吃饭。又要睡觉",
  ])("none across sentences: %s", (text) => {
    expect(detect(lexicon, text).filter(({ kind }) => kind === "frame")).toEqual([]);
  });
});

describe("words with an everyday life", () => {
  test("are marked in a political passage", () => {
    expect(surfaces("深刻领悟“两个确立”的决定性意义，推动高质量发展，守住纪律红线。")).toContain("红线");
  });

  test("are not marked in an ordinary one", () => {
    expect(surfaces("她在裙子上绣了一条红线，门把是个好抓手。")).toEqual([]);
  });

  test("a political paragraph does not speak for the next one", () => {
    expect(surfaces("深刻领悟“两个确立”，树牢“四个意识”。\n她在裙子上绣了一条红线。")).toEqual([
      "两个确立",
      "四个意识",
    ]);
  });

  test("one political word in a long ordinary passage is not enough", () => {
    const text = `${"小猫在院子里追蝴蝶，".repeat(60)}报纸上写着高质量发展，她绣了一条红线。`;
    expect(surfaces(text)).toEqual(["高质量发展"]);
  });
});

test("Japanese stays silent", () => {
  expect(surfaces("中国の「四个意识」と「两个确立」についての説明です。")).toEqual([]);
  expect(surfaces("优の良品店里在谈四个意识和两个确立以及推动高质量发展的问题")).toHaveLength(3);
});

test("for any text: in order, inside the text, and no exception", () => {
  const part = fc.oneof(
    fc.constantFrom(
      "两个确立",
      "以",
      "为抓手",
      "在",
      "上下功夫",
      "既要",
      "又要",
      "“",
      "”",
      "五个必须",
      "\n",
      "，",
      "。",
      "红线",
      "の",
    ),
    fc.string({ unit: "binary", maxLength: 3 }),
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 60 }), (parts) => {
      const text = parts.join("");
      let start = 0;
      for (const finding of detect(lexicon, text)) {
        expect(finding.start).toBeGreaterThanOrEqual(start);
        expect(finding.end).toBeGreaterThan(finding.start);
        expect(finding.end).toBeLessThanOrEqual(text.length);
        start = finding.start;
      }
    }),
    { numRuns: 500 },
  );
});
