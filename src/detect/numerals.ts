/**
 * Numeral formulations that the glossary lacks: N of something, named and not spelled out (“四改四提三深化”, 四个服务).
 *
 * Only shapes that are rare in ordinary prose are taken. Rates per 10,000 Han in 800,000 Han of reports and speeches against
 * 3.4 million of ordinary prose: quoted N个X 2.4 / 0.04, quoted alternating 4.2 / 0.12, bare N个 with a closed head 2.3 / 0.01.
 * The bare shapes without a closed head (三个月, 四面八方) are as frequent in ordinary prose, and are left alone. Nearly all that ordinary
 * prose has of the others is no formulation (“三个黑点”, “四柱三间”), so the passage has a say: SHAPED and PLAUSIBLE in register.ts.
 * In quotation marks, in 780,000 Han of local reports and 2.4 million of everyday texts: N大X 0.99 / 0.03 (“四大恶人”), N项X, N条X and
 * the like 0.56 / 0, N个一 0.08 / 0, series with 、 between 0.15 / 0.01 (“一子出家，七祖升天”).
 */
import { fold } from "../text/fold.ts";
import { isNumeral } from "../text/units.ts";

/** Folded; 两 is read as 二. */
export const NUMBERS = "二三四五六七八九十";

/** Heads that follow N个 only in political language. */
const HEADS =
  "坚决维护 不动摇 一以贯之 区分开来 意识 自信 维护 确立 务必 必须 严防 着力 确保 决不能 带头 更加 走在前".split(" ");

/** Every N个 with a closed head: signs for the lexicon, found there in any script and with any digits. */
export const COUNTED_HEADS: readonly string[] = [...NUMBERS].flatMap((number) =>
  HEADS.map((head) => `${number}个${head}`),
);

const N = "[一二三四五六七八九十两兩2-9２-９]";
const HAN = "[\\u4e00-\\u9fff]";
/** What follows a number of a series: 三十七道品 counts one thing. */
const NAME = `(?:(?![一二三四五六七八九十百千万零两兩]|月[一二三四五六七八九十])${HAN}){1,3}`;
const UNITS_OF_COUNT = "月年天周日人小时分钟秒字孩子";
const CLOSED = '(?=[”’」』"＂])';
const QUOTED_COUNT = new RegExp(`${N}[个個](?:一|(?![${UNITS_OF_COUNT}])${HAN}{2,6})${CLOSED}`, "y");
/** “十项行动”, “六大攻坚”, “三张清单” */
const QUOTED_MEASURE = new RegExp(`${N}{1,3}[大项項条條张張场場类類支道股]${HAN}{2,4}${CLOSED}`, "y");
/** “四改四提三深化”, “五级联动、三色预警”. Fractions (四分之一磅) have the shape too. */
const QUOTED_SERIES = new RegExp(`(?!.分之)${N}${NAME}(?:[、，]?${N}${NAME}){1,3}${CLOSED}`, "y");

/** A numeral formulation in quotation marks. */
export interface QuotedNumeral {
  end: number;
  /** Whether its shape is one that ordinary prose has for other things too (四改四提三深化 and 四柱三间, 六大攻坚 and 四大恶人). */
  isCommon: boolean;
}

/** The numeral formulation that stands in the quotation marks opened right before `start`, if one does. */
export function quotedNumeral(text: string, start: number): QuotedNumeral | undefined {
  if (!isNumeral(text.charCodeAt(start))) return undefined;
  for (const pattern of [QUOTED_COUNT, QUOTED_MEASURE, QUOTED_SERIES]) {
    pattern.lastIndex = start;
    if (pattern.test(text)) return { end: pattern.lastIndex, isCommon: pattern !== QUOTED_COUNT };
  }
  return undefined;
}

/** Words that begin as a closed head does, and are none. */
const LONGER_WORDS = new Set("着力点 必须品 自信心 自信满 维护者 维护费 意识流".split(" "));

/** Whether the head of a counted one that ends at `end` is a word of its own (三个着力, but not 三个着力点). */
export function endsHead(text: string, end: number): boolean {
  return !LONGER_WORDS.has(fold(text.slice(end - 2, end + 1)));
}

const ORDINAL_OR_POINT = "第百千.";

/** Whether a numeral at `start` is not the end of a longer number (二十三个自信的人) or an ordinal. */
export function beginsNumber(text: string, start: number): boolean {
  return start === 0 || !(isNumeral(text.charCodeAt(start - 1)) || ORDINAL_OR_POINT.includes(text[start - 1]!));
}
