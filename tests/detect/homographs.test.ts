/** Words of the glossary that mean something else in some company, in political passages too: as the shipped glossary has them. */
import { expect, test } from "vitest";
import { build } from "../../src/corpus/build.ts";
import { readSeeds } from "../../src/cli/seeds.ts";
import { detect } from "../../src/detect/detect.ts";
import { loadLexicon } from "../../src/lexicon/lexicon.ts";

const { library, lexicon: bytes } = build(readSeeds());
const lexicon = loadLexicon(bytes);
const headwordOf = new Map(library.glossary.terms.map(({ id, headword }) => [id, headword]));

/** Enough before a sentence for everything in it to count as political. */
const PASSAGE = "坚持以习近平新时代中国特色社会主义思想为指导，深入学习贯彻党的二十大精神，扎实推进各项工作落实。";

const has = (sentence: string, headword: string, before = PASSAGE): boolean =>
  detect(lexicon, before + sentence).some(
    ({ start, term }) => start >= before.length && term !== null && headwordOf.get(term) === headword,
  );

test.each<{ headword: string; meant: string[]; not: string[] }>([
  {
    // Posts; to draw up a plan is no term at all.
    headword: "机构编制",
    meant: [
      "严格控制编制",
      "统筹用好编制资源",
      "优化机构编制配置",
      "明确部门机构、职能、编制",
      "县里教师编制不足",
      "调整体制编制",
    ],
    not: [
      "省里编制了“十五五”规划",
      "编制全县水网建设规划",
      "完成规划编制工作",
      "编制《农村供水方案》",
      "做好预算编制管理",
    ],
  },
  { headword: "编制", meant: [], not: ["省里编制了“十五五”规划", "编制全县水网建设规划", "完成规划编制工作"] },
  {
    // The Party's; the political one of five spheres is another thing.
    headword: "党的政治建设",
    meant: ["始终把政治建设摆在首位", "机关要加强政治建设", "以党的政治建设为统领"],
    not: [
      "统筹推进经济建设、政治建设、文化建设、社会建设",
      "在政治建设和文化建设两方面都有进步",
      "推进社会主义民主政治建设",
      "加强部队思想政治建设",
    ],
  },
  {
    // The organization; not what is done in matters of organization.
    headword: "组织上",
    meant: ["感谢组织上的信任", "组织上派我到乡里工作"],
    not: ["在思想上、政治上、组织上更加巩固", "思想上政治上组织上完全统一", "他在组织上已经入党", "从组织上作出保证"],
  },
  {
    // A superior's check of progress; not the dispatching of things.
    headword: "调度",
    meant: ["对重点项目每周调度", "加强经济运行调度", "完善稳外贸调度机制"],
    not: ["建设算力调度平台", "做好水库调度", "红绿灯实时调度", "增加可调度煤炭储备", "值班调度员到岗"],
  },
  // Of Party and state; not that of banks.
  { headword: "机构改革", meant: ["全面完成县级机构改革"], not: ["推进中小金融机构改革化险"] },
  { headword: "舆论引导", meant: ["做好舆论引导工作"], not: ["以正确的舆论引导人"] },
  // In economic news it is a price; as a term it is a problem, or the economy, that comes back.
  { headword: "反弹", meant: ["防止四风问题反弹"], not: ["投资者参与了这轮反弹行情"] },
  // A local label; the nationwide 四化同步 is another.
  { headword: "四化", meant: ["围绕“四新”主攻“四化”"], not: ["推动“四化”同步发展"] },
  { headword: "中部崛起", meant: ["促进中部崛起"], not: ["推动成渝中部崛起"] },
  { headword: "部署", meant: ["落实省委部署"], not: ["推广大模型部署应用", "支持企业私有化部署"] },
  { headword: "四个自信", meant: ["四个自信更加坚定"], not: ["四个自信满满的选手走上台来"] },
])("$headword in a political passage", ({ headword, meant, not }) => {
  expect(meant.filter((sentence) => !has(sentence, headword))).toEqual([]);
  expect(not.filter((sentence) => has(sentence, headword))).toEqual([]);
});

test.each([
  ["五险一金", "公司缴五险一金，周末双休，包吃住。"],
  ["移风易俗", "古人相信音乐可以移风易俗。"],
  ["治国理政", "这出戏讲两代皇帝如何治国理政。"],
  ["斗争精神", "下半场主队踢得没有一点斗争精神。"],
  ["人民子弟兵", "老教练带着他的子弟兵又赢了一场球。"],
  ["忧患意识", "他的诗里有很深的忧患意识。"],
  ["令行禁止", "这位将军治军极严，令行禁止。"],
  ["统一思想", "全家人先统一思想，再决定去哪里旅游。"],
  ["反面典型", "他在班里成了不写作业的反面典型。"],
  ["层层加码", "中间商层层加码，菜价就高了。"],
  ["倒逼", "油价倒逼车主换车。"],
  ["轻车简从", "皇帝轻车简从，悄悄出了城。"],
  ["讲政治", "这本书讲政治制度的演变。"],
  ["廉洁奉公", "史书说这位县令廉洁奉公。"],
  ["政治生态", "作者比较了两国的政治生态。"],
  ["政策倾斜", "联盟对小球队有政策倾斜。"],
  ["利益输送", "监管者怀疑两只基金之间有利益输送。"],
  ["发言完毕", "我就说这些，发言完毕。"],
  ["责任担当", "他是一个有责任担当的父亲。"],
  ["赤子情怀", "老画家的画里有一份赤子情怀。"],
  ["克己奉公", "这家店的账房先生一向克己奉公。"],
])("%s has an everyday life", (headword, sentence) => {
  expect(has(sentence, headword, "")).toBe(false);
  expect(has(sentence, headword)).toBe(true);
});
