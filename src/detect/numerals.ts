/**
 * Numeral formulations that the glossary lacks: N of something, named and not spelled out (“四改四提三深化”, 四个服务).
 *
 * Only shapes that hardly occur in ordinary prose are taken. Rates per 10,000 Han in 800,000 Han of reports and speeches against
 * 3.4 million of ordinary prose: quoted N个X 2.4 / 0.04, quoted alternating 4.2 / 0.12, bare N个 with a closed head 2.3 / 0.01.
 * The bare shapes without a closed head (三个月, 四面八方) are as frequent in ordinary prose, and are left alone.
 */
import type { Span } from "../text/sentences.ts";

const N = "[一二三四五六七八九十两兩2-9２-９]";
const HAN = "[\\u4e00-\\u9fff]";
/** Heads that follow N个 only in political language. */
const HEADS =
  "坚决维护|堅決維護|不动摇|不動搖|一以贯之|一以貫之|区分开来|區分開來|意识|意識|自信|维护|維護|确立|確立|务必|務必|必须|必須|严防|嚴防|着力|著力|确保|確保|决不能|決不能|带头|帶頭|更加|走在前";

const UNITS_OF_COUNT = "月年天周日人小时分钟秒字孩子";

const QUOTED_COUNT = `${N}个(?![${UNITS_OF_COUNT}])${HAN}{2,6}|${N}個(?![${UNITS_OF_COUNT}])${HAN}{2,6}`;
const QUOTED_ALTERNATING = `(?:${N}${HAN}{1,3}){2,4}`;
const QUOTED = new RegExp(`(?<=[“"「『])(?:${QUOTED_COUNT}|${QUOTED_ALTERNATING})(?=[”"」』])`, "g");
const CLOSED_HEAD = new RegExp(`(?<![一二三四五六七八九十百千第0-9０-９.])${N}[个個](?:${HEADS})`, "g");

/** Spans of numeral formulations in `text` by their shape alone, in order, none overlapping another. */
export function numeralSpans(text: string): Span[] {
  const spans: Span[] = [];
  for (const pattern of [QUOTED, CLOSED_HEAD]) {
    for (const match of text.matchAll(pattern)) {
      spans.push({ start: match.index, end: match.index + match[0].length });
    }
  }
  spans.sort((a, b) => a.start - b.start || b.end - a.end);
  return spans.filter((span, i) => i === 0 || span.start >= spans[i - 1]!.end);
}
