/** Words for how political a page's language is. */
import type { RegisterReading } from "../../protocol/page-findings.ts";
import { worded } from "./language.ts";

export type RegisterLevel = "dense" | "political" | "some" | "ordinary";
type Group = RegisterReading["parts"][number]["group"];

const level: Record<RegisterLevel, string> = {
  dense: "Densely political language",
  political: "Political language",
  some: "Some political language",
  ordinary: "Ordinary language",
};
const group: Record<Group, string> = {
  essential: "essential terms",
  regular: "terms worth knowing",
  background: "common jargon",
  context: "words in political use",
  numeral: "numeral formulations",
  frame: "frames",
  verb: "typical verbs",
  order: "enumerations",
  triad: "triads",
  run: "runs of four characters",
};

const en = {
  register: "Register",
  level,
  score: (score: number): string => `Register score ${score}`,
  scoreHint:
    "What tells political language in 1,000 characters, each by its weight, added up. From 24 on a text is more likely political than not.",
  /** What the two strokes on the bar are. */
  scale: (prose: number, reports: number): string =>
    `On the bar: encyclopedia ${prose}, government reports ${reports}.`,
  group,
  others: "others",
  part: (name: string, score: number): string => `${name} ${score}`,
  /** `parts`: the largest and the others; empty where the score is 0. */
  why: (parts: string, scale: string): string => (parts === "" ? scale : `Made up of ${parts}. ${scale}`),
  joint: ", ",
};

export const registerWords = worded<typeof en>({
  en,
  "zh-Hans": {
    register: "语体",
    level: { dense: "政治语言密集", political: "政治语言", some: "略带政治语言", ordinary: "日常语言" },
    score: (score) => `政治语体值${score}`,
    scoreHint: "每千字中政治语体的各项依据，按权重相加。24以上，属于政治语言的可能更大。",
    scale: (prose, reports) => `横条刻度：百科文字${prose}，政府工作报告${reports}。`,
    group: {
      essential: "关键提法",
      regular: "一般提法",
      background: "常见套语",
      context: "常用词的政治用法",
      numeral: "数字提法",
      frame: "句式",
      verb: "典型动词",
      order: "列举",
      triad: "三联句",
      run: "四字连用",
    },
    others: "其余",
    part: (name, score) => `${name}${score}`,
    why: (parts, scale) => (parts === "" ? scale : `其中${parts}。${scale}`),
    joint: "，",
  },
  "zh-Hant": {
    register: "語體",
    level: { dense: "政治語言密集", political: "政治語言", some: "略帶政治語言", ordinary: "日常語言" },
    score: (score) => `政治語體值${score}`,
    scoreHint: "每千字中政治語體的各項依據，依權重相加。24以上，屬於政治語言的可能性更高。",
    scale: (prose, reports) => `橫條刻度：百科文字${prose}，政府工作報告${reports}。`,
    group: {
      essential: "關鍵提法",
      regular: "一般提法",
      background: "常見套語",
      context: "常用詞的政治用法",
      numeral: "數字提法",
      frame: "句式",
      verb: "典型動詞",
      order: "列舉",
      triad: "三聯句",
      run: "四字連用",
    },
    others: "其餘",
    part: (name, score) => `${name}${score}`,
    why: (parts, scale) => (parts === "" ? scale : `其中${parts}。${scale}`),
    joint: "，",
  },
});
