/** Words that several screens share. */
import type { Bilingual, Category, Scope, Weight } from "../../lexicon/term.ts";
import { chinese } from "../chinese.ts";
import { language, worded } from "./language.ts";

/** `n` with its thousands set apart, as all three languages do. */
export function number(n: number): string {
  return n.toLocaleString("en");
}

/** `n` with so many digits after the point. */
export function decimal(n: number, digits: number): string {
  return n.toLocaleString("en", { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

/** "1 entry", "7 entries". */
export function counted(n: number, one: string, many: string): string {
  return `${number(n)} ${n === 1 ? one : many}`;
}

const MONTHS = "January February March April May June July August September October November December".split(" ");

/** "2012-11-29" as "29 November 2012" or 2012年11月29日; less where less is known. */
export function date(iso: string): string {
  const [year = iso, month, day] = iso.split("-");
  if (language() === "en") {
    return [day && String(Number(day)), month && MONTHS[Number(month) - 1], year].filter(Boolean).join(" ");
  }
  return `${year}年${month ? `${Number(month)}月` : ""}${day ? `${Number(day)}日` : ""}`;
}

/** The day of `time` (milliseconds since 1970) where the reader is: "29 November 2012". */
export function dayOf(time: number): string {
  const day = new Date(time);
  return date([day.getFullYear(), day.getMonth() + 1, day.getDate()].join("-"));
}

/** The time of day where the reader is: "09:30". */
export function timeOf(time: number): string {
  return new Date(time).toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
}

/** What a reader of the interface's language reads, in the interface's script. */
export function inLanguage(text: Bilingual): string {
  return language() === "en" ? text.en : chinese(text.zh);
}

const category: Record<Category, string> = {
  doctrine: "Doctrine",
  numeral: "Numeral formulation",
  policy: "Policy",
  institution: "Institution",
  slogan: "Slogan",
  jargon: "Jargon",
  frame: "Frame",
};
const scope: Record<Scope, string> = {
  national: "National",
  province: "Used in one province",
  county: "Used in one county",
};
const weight: Record<Weight, string> = { essential: "Essential", regular: "Regular", background: "Everything" };
const weightHint: Record<Weight, string> = {
  essential: "Only what a sentence can’t be understood without",
  regular: "What is worth knowing, too",
  background: "Common jargon, too",
};

const en = {
  name: { zh: "提法", en: "Tifa" },
  category,
  scope,
  /** How much to mark, by the lightest weight that is marked. */
  weight,
  weightHint,
  /** Before what is said after a term's line, to those who hear it. */
  asideJoint: ", ",
  copied: "Copied",
  notCopied: "Could not copy",
  back: "Back",
  close: "Close",
  entryGone: "The glossary no longer has this entry. Reload the page.",
  extensionGone: "Tifa was updated or removed while this page was open. Reload the page.",
  notStored: "The browser did not store this: {reason}. Nothing was changed.",
  notDone: "This could not be done. Nothing was changed.",
};

export const commonWords = worded<typeof en>({
  en,
  "zh-Hans": {
    name: en.name,
    category: {
      doctrine: "理论与定论",
      numeral: "数字提法",
      policy: "政策",
      institution: "机构与会议",
      slogan: "口号与熟语",
      jargon: "公务用语",
      frame: "句式",
    },
    scope: { national: "全国通用", province: "省级用语", county: "县级用语" },
    weight: { essential: "仅关键", regular: "关键和一般", background: "全部" },
    weightHint: {
      essential: "只标影响理解句意的提法",
      regular: "值得了解的也标",
      background: "常见套语也标",
    },
    asideJoint: "，",
    copied: "已复制",
    notCopied: "无法复制",
    back: "返回",
    close: "关闭",
    entryGone: "词库中已没有这一条。请重新载入网页。",
    extensionGone: "网页打开期间，Tifa 已更新或被移除。请重新载入网页。",
    notStored: "浏览器未能保存：{reason}。没有任何改动。",
    notDone: "未能完成。没有任何改动。",
  },
  "zh-Hant": {
    name: en.name,
    category: {
      doctrine: "理論與定論",
      numeral: "數字提法",
      policy: "政策",
      institution: "機構與會議",
      slogan: "口號與熟語",
      jargon: "公務用語",
      frame: "句式",
    },
    scope: { national: "全國通用", province: "省級用語", county: "縣級用語" },
    weight: { essential: "僅關鍵", regular: "關鍵和一般", background: "全部" },
    weightHint: {
      essential: "只標影響理解句意的提法",
      regular: "值得了解的也標",
      background: "常見套語也標",
    },
    asideJoint: "，",
    copied: "已複製",
    notCopied: "無法複製",
    back: "返回",
    close: "關閉",
    entryGone: "詞庫中已沒有這一條。請重新載入網頁。",
    extensionGone: "網頁開啟期間，Tifa 已更新或被移除。請重新載入網頁。",
    notStored: "瀏覽器未能儲存：{reason}。沒有任何變更。",
    notDone: "未能完成。沒有任何變更。",
  },
});
