/** A long text in pieces that can be looked through one by one, cut where no formulation can stand across. */
import type { Span } from "../text/sentences.ts";
import { isBlank, isHan, isNumeral, isQuotationMark } from "../text/units.ts";

/** UTF-16 code units that a piece has at least, unless the text ends, and the most that it may have. */
const LEAST = 4000;
const MOST = 3 * LEAST;

const SENTENCE_END = /[。！？!?][。！？!?”’」』）)》]*|\n\s*\n/g;
const PAUSE = /[，；：,;:\s]/g;

/** Pieces of `text` that follow one another without a gap; a text of ordinary length is one. */
export function piecesOf(text: string): Span[] {
  const pieces: Span[] = [];
  let start = 0;
  while (text.length - start > MOST) {
    const end = cut(text, SENTENCE_END, start) ?? cut(text, PAUSE, start) ?? lastCut(text, start);
    pieces.push({ start, end });
    start = end;
  }
  pieces.push({ start, end: text.length });
  return pieces;
}

/** The end of the first match of `pattern` that makes a piece from `start` long enough. */
function cut(text: string, pattern: RegExp, start: number): number | undefined {
  pattern.lastIndex = 0;
  const match = pattern.exec(text.slice(start + LEAST, start + MOST));
  return match ? start + LEAST + match.index + match[0].length : undefined;
}

/** Where a piece from `start` ends in which there is no pause: after the last that joins no words, or where it must. */
function lastCut(text: string, start: number): number {
  for (let end = start + MOST; end > start + LEAST; end--) if (!joins(text.charCodeAt(end - 1))) return end;
  const end = start + MOST;
  return isFirstHalf(text.charCodeAt(end - 1)) ? end - 1 : end;
}

/** Whether a formulation may go on after `unit`. */
function joins(unit: number): boolean {
  return isHan(unit) || isNumeral(unit) || isQuotationMark(unit) || isBlank(unit) || isFirstHalf(unit);
}

/** Whether `unit` is the first of two that are one character. */
function isFirstHalf(unit: number): boolean {
  return unit >>> 10 === 0xd800 >>> 10;
}
