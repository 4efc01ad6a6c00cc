/** A term in its contexts, one line an occurrence, put in order by what stands beside it. */
import type { Occurrence } from "../lexicon/entry.ts";
import type { Speech } from "../lexicon/speech.ts";
import { isBlank, isLineBreak, isQuotationMark } from "../text/units.ts";

/** In the order of the speeches, by what stands before the term, or by what stands after it. */
export const CONCORDANCE_ORDERS = ["speech", "left", "right"] as const;
export type ConcordanceOrder = (typeof CONCORDANCE_ORDERS)[number];

export interface ConcordanceLine {
  occurrence: Occurrence;
  /** What stands before the term in its paragraph, up to 40 UTF-16 code units. */
  left: string;
  keyword: string;
  right: string;
}

const CONTEXT = 40;

export function concordanceOf(occurrences: readonly Occurrence[], speeches: readonly Speech[]): ConcordanceLine[] {
  const textOf = new Map(speeches.map(({ id, text }) => [id, text]));
  return occurrences.map((occurrence) => {
    const text = textOf.get(occurrence.speech) ?? "";
    let from = occurrence.start;
    while (from > 0 && occurrence.start - from < CONTEXT && !isLineBreak(text.charCodeAt(from - 1))) from--;
    let to = occurrence.end;
    while (to < text.length && to - occurrence.end < CONTEXT && !isLineBreak(text.charCodeAt(to))) to++;
    return {
      occurrence,
      left: text.slice(from, occurrence.start).trimStart(),
      keyword: text.slice(occurrence.start, occurrence.end),
      right: text.slice(occurrence.end, to).trimEnd(),
    };
  });
}

/** By pinyin, as a Chinese dictionary orders characters. */
const collator = new Intl.Collator("zh-Hans-u-co-pinyin");

/** `lines`, which are in the order of the speeches, in another one. Quotation marks and blanks at the term are passed over. */
export function inConcordanceOrder(lines: readonly ConcordanceLine[], order: ConcordanceOrder): ConcordanceLine[] {
  if (order === "speech") return [...lines];
  const keyed = lines.map((line) => ({ line, key: order === "left" ? reversed(line.left) : bare(line.right) }));
  return keyed.sort((a, b) => collator.compare(a.key, b.key)).map(({ line }) => line);
}

function bare(context: string): string {
  return [...context]
    .filter((character) => !isQuotationMark(character.charCodeAt(0)) && !isBlank(character.charCodeAt(0)))
    .join("");
}

function reversed(context: string): string {
  return [...bare(context)].reverse().join("");
}
