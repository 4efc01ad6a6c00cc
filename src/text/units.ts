/** What a single UTF-16 unit is: Han, kana, an ignorable, a separator. */

/** CJK unified ideographs of the basic plane with extension A, and 〇. */
export function isHan(unit: number): boolean {
  return (unit >= 0x4e00 && unit <= 0x9fff) || (unit >= 0x3400 && unit <= 0x4dbf) || unit === 0x3007;
}

export function isKana(unit: number): boolean {
  return unit >= 0x3041 && unit <= 0x30ff && unit !== 0x30fb && unit !== 0x30fc;
}

/** ASCII or full-width digit. */
function isDigit(unit: number): boolean {
  return (unit >= 0x30 && unit <= 0x39) || (unit >= 0xff10 && unit <= 0xff19);
}

const unitsOf = (text: string): ReadonlySet<number> => new Set([...text].map((character) => character.charCodeAt(0)));

/** Han numerals and digits: a term that begins with one must not begin in the middle of a number. */
const NUMERALS = unitsOf("〇零一二三四五六七八九十百千两兩");
export function isNumeral(unit: number): boolean {
  return isDigit(unit) || NUMERALS.has(unit);
}

const QUOTATION_MARKS = unitsOf("“”‘’\"'「」『』＂＇");
export function isQuotationMark(unit: number): boolean {
  return QUOTATION_MARKS.has(unit);
}

const LINE_BREAKS = unitsOf("\n\u2028\u2029");
export function isLineBreak(unit: number): boolean {
  return LINE_BREAKS.has(unit);
}

const BLANKS = unitsOf(" \t\r\u00a0\u3000\u2002\u2003\u2009\u200b\u200c\u200d\u2060\ufeff\u00ad");
/** Spaces of any width, zero-width characters, the soft hyphen, and the carriage return before a line feed. */
export function isBlank(unit: number): boolean {
  return BLANKS.has(unit);
}

const SEPARATORS = unitsOf("、，,；;·・");
/** What may stand, or be left out, between the halves of a two-part formula. */
export function isSeparator(unit: number): boolean {
  return SEPARATORS.has(unit);
}

/** Number of Han characters of the basic plane in `text`. */
export function countHan(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i++) if (isHan(text.charCodeAt(i))) count++;
  return count;
}
