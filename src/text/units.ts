/** What a single UTF-16 unit is: Han, kana, an ignorable, a separator. */

/** CJK unified ideographs of the basic plane with extension A, and 〇. */
export function isHan(unit: number): boolean {
  // One comparison for nearly all of them.
  return (unit - 0x4e00) >>> 0 < 0x5200 || (unit >= 0x3400 && unit <= 0x4dbf) || unit === 0x3007;
}

export function isKana(unit: number): boolean {
  return unit >= 0x3041 && unit <= 0x30ff && unit !== 0x30fb && unit !== 0x30fc;
}

/** A table by unit, 1 for those in `text`: asked for every term that is found, and a set takes ten times as long. */
function tableOf(text: string): Uint8Array {
  const table = new Uint8Array(0x10000);
  for (let i = 0; i < text.length; i++) table[text.charCodeAt(i)] = 1;
  return table;
}

/** Han numerals and digits: a term that begins with one must not begin in the middle of a number. */
export const NUMERAL_CHARACTERS = "〇零一二三四五六七八九十百千两兩0123456789０１２３４５６７８９";
const NUMERALS = tableOf(NUMERAL_CHARACTERS);
export function isNumeral(unit: number): boolean {
  return NUMERALS[unit] === 1;
}

const QUOTATION_MARKS = tableOf("“”‘’\"'「」『』＂＇");
export function isQuotationMark(unit: number): boolean {
  return QUOTATION_MARKS[unit] === 1;
}

const LINE_BREAKS = tableOf("\n\u2028\u2029");
export function isLineBreak(unit: number): boolean {
  return LINE_BREAKS[unit] === 1;
}

const BLANKS = tableOf(" \t\r\u00a0\u3000\u2002\u2003\u2009\u200b\u200c\u200d\u2060\ufeff\u00ad");
/** Spaces of any width, zero-width characters, the soft hyphen, and the carriage return before a line feed. */
export function isBlank(unit: number): boolean {
  return BLANKS[unit] === 1;
}

const SEPARATORS = tableOf("、，,；;·・");
/** What may stand, or be left out, between the halves of a two-part formula. */
export function isSeparator(unit: number): boolean {
  return SEPARATORS[unit] === 1;
}

const STOPS = tableOf("。！？!?");
/** What ends a sentence. */
export function isStop(unit: number): boolean {
  return STOPS[unit] === 1;
}

const CLAUSE_ENDS = tableOf("，。！？；：,.!?;:\n");
/** What ends a clause, or the sentence with it. */
export function isClauseEnd(unit: number): boolean {
  return CLAUSE_ENDS[unit] === 1;
}

/** Number of Han characters of the basic plane in `text`. */
export function countHan(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i++) if (isHan(text.charCodeAt(i))) count++;
  return count;
}
