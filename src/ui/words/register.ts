/** Words for how political a page's language is. */
import type { RegisterReading } from "../../protocol/page-findings.ts";
import { worded } from "./language.ts";

export type RegisterLevel = "dense" | "political" | "some" | "ordinary";
type Group = RegisterReading["reasons"][number]["group"];

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
  score: (score: number, reports: number): string => `${score} (government reports: ${reports})`,
  scale: (prose: number, reports: number): string =>
    `Evidence for the political register in 1,000 characters. Encyclopedia prose has ${prose}, reports on the work of the government ${reports}.`,
  group,
  reason: (name: string, rate: string): string => `${name} ${rate}`,
  why: (reasons: string): string => `Per 1,000 characters: ${reasons}`,
  joint: ", ",
};

export const registerWords = worded<typeof en>({
  en,
  "zh-Hans": {
    register: "语体",
    level: { dense: "政治语言密集", political: "政治语言", some: "略带政治语言", ordinary: "日常语言" },
    score: (score, reports) => `${score}（政府工作报告：${reports}）`,
    scale: (prose, reports) => `每千字中政治语体的证据。百科文字为${prose}，政府工作报告为${reports}。`,
    group: {
      essential: "关键提法",
      regular: "一般提法",
      background: "常见套语",
      context: "语境中的提法",
      numeral: "数字提法",
      frame: "句式",
      verb: "典型动词",
      order: "列举",
      triad: "三联句",
      run: "四字连用",
    },
    reason: (name, rate) => `${name}${rate}处`,
    why: (reasons) => `每千字：${reasons}`,
    joint: "，",
  },
  "zh-Hant": {
    register: "語體",
    level: { dense: "政治語言密集", political: "政治語言", some: "略帶政治語言", ordinary: "日常語言" },
    score: (score, reports) => `${score}（政府工作報告：${reports}）`,
    scale: (prose, reports) => `每千字中政治語體的證據。百科文字為${prose}，政府工作報告為${reports}。`,
    group: {
      essential: "關鍵提法",
      regular: "一般提法",
      background: "常見套語",
      context: "語境中的提法",
      numeral: "數字提法",
      frame: "句式",
      verb: "典型動詞",
      order: "列舉",
      triad: "三聯句",
      run: "四字連用",
    },
    reason: (name, rate) => `${name}${rate}處`,
    why: (reasons) => `每千字：${reasons}`,
    joint: "，",
  },
});
