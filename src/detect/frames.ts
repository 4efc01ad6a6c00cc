/**
 * Productive patterns: the literal parts of a frame's headword (以…为抓手) with whatever stands between them.
 *
 * A frame is heard of by its anchor, the longest of its parts, which the trie finds together with the terms (为抓手); only then are
 * the other parts looked for, a clause to the left and right. So a text without any costs nothing, however many frames there are.
 * A frame is an entry of the glossary, or a variant of one: to add one is to add a row there.
 */
import { SLOT, type FrameForm, type LexiconTerm } from "../lexicon/lexicon.ts";
import { fold, foldUnit } from "../text/fold.ts";
import type { Span } from "../text/sentences.ts";
import { isBlank, isClauseEnd, isQuotationMark } from "../text/units.ts";

/** A slot is filled within its clause, and by no more than this many characters. */
const SLOT_LENGTH = 24;

/**
 * Short openings stand in longer words as well (可以, 以及, 把握, 现在): by opening, the characters before it and after it that make
 * such a word.
 */
const IN_WORDS: Readonly<Record<string, readonly [before: string, after: string]>> = {
  以: ["之可所得予加足难给何借据若致是", "上下内外前后来及便免致至往太恒"],
  把: ["一二几火拖门车刀", "握关守手门戏柄"],
  在: ["现正存实所潜旨内外", "于乎意"],
  为: ["因作成认以极更较尤行无人分称", ""],
  用: ["使利应运作适引专信费", "于户途品"],
  将: ["即必中上大", "来军士领"],
  同: ["共相不会协合雷", "时样志学意步期比类行事"],
  从: ["自服听顺跟随无盲屈", "来不而此小前事容未"],
  向: ["方倾走面一导动偏志风去转", "来往导日"],
  是: ["但可于", "否非"],
};

/** A frame's form, cut into its parts. */
interface Pattern {
  term: LexiconTerm;
  /** Folded. */
  parts: readonly string[];
  /** The number of the part that it is heard of by. */
  anchor: number;
}

/** Patterns by the number that a sign of the trie bears. */
export interface FramePatterns {
  /** Folded anchors; those with one anchor share a place. */
  anchors: readonly string[];
  patterns: readonly (readonly Pattern[])[];
}

function patternOf({ term, form }: FrameForm): Pattern {
  const parts = form
    .split(SLOT)
    .map(fold)
    .filter((part) => part !== "");
  return { term, parts, anchor: anchorIn(parts) };
}

/** The longest part, of several the last: what closes a frame says more than what opens it (以, 把, 在). */
function anchorIn(parts: readonly string[]): number {
  return parts.reduce((best, part, i) => (part.length >= parts[best]!.length ? i : best), 0);
}

/** The anchors of `frames`, as signs for the lexicon. */
export function anchorsOf(frames: readonly Pick<FrameForm, "form">[]): string[] {
  return frames.map(({ form }) => {
    const parts = form.split(SLOT).filter((part) => part !== "");
    return parts[anchorIn(parts)]!;
  });
}

export function framePatterns(frames: readonly FrameForm[]): FramePatterns {
  const byAnchor = new Map<string, Pattern[]>();
  for (const pattern of frames.map(patternOf)) {
    const anchor = pattern.parts[pattern.anchor]!;
    byAnchor.set(anchor, [...(byAnchor.get(anchor) ?? []), pattern]);
  }
  return { anchors: [...byAnchor.keys()], patterns: [...byAnchor.values()] };
}

/** A frame found in a text. */
export interface FrameSpan extends Span {
  term: LexiconTerm;
}

/** The frames whose anchor stands at `start` … `end` of `text`; of one term the longest. */
export function framesAround(patterns: readonly Pattern[], text: string, start: number, end: number): FrameSpan[] {
  const found: FrameSpan[] = [];
  for (const { term, parts, anchor } of patterns) {
    let from = start;
    for (let i = anchor - 1; i >= 0 && from >= 0; i--) from = partBefore(text, from, parts[i]!);
    if (from < 0) continue;
    let to = end;
    for (let i = anchor + 1; i < parts.length && to >= 0; i++) to = partAfter(text, to, parts[i]!);
    if (to < 0) continue;
    const same = found.find((span) => span.term === term);
    if (!same) found.push({ start: from, end: to, term });
    else if (to - from > same.end - same.start) Object.assign(same, { start: from, end: to });
  }
  return found;
}

const isComma = (unit: number): boolean => unit === 0xff0c || unit === 0x2c;

/** What may stand between two characters of a part. */
const isPassedOver = (unit: number): boolean => isQuotationMark(unit) || isBlank(unit);

/** Where the nearest `part` before `at` begins, with a filled slot between; -1 if it has none. */
function partBefore(text: string, at: number, part: string): number {
  // A comma is let through only right before the next part: 既要…，又要….
  let filled = at;
  while (filled > 0 && isBlank(text.charCodeAt(filled - 1))) filled--;
  if (filled > 0 && isComma(text.charCodeAt(filled - 1))) filled--;
  const last = part.charCodeAt(part.length - 1);
  for (let slot = filled - 1; slot > 0 && filled - slot <= SLOT_LENGTH; slot--) {
    if (isClauseEnd(text.charCodeAt(slot))) return -1;
    if (foldUnit(text.charCodeAt(slot - 1)) !== last) continue;
    const from = startOf(text, slot, part);
    if (from >= 0 && isFree(text, from, slot, part)) return from;
  }
  return -1;
}

/** Where the nearest `part` after `at` ends, with a filled slot between; -1 if it has none. */
function partAfter(text: string, at: number, part: string): number {
  const first = part.charCodeAt(0);
  for (let slot = at; slot < text.length && slot - at < SLOT_LENGTH; slot++) {
    const unit = text.charCodeAt(slot);
    if (isClauseEnd(unit) && (slot === at || !isComma(unit))) return -1;
    let next = slot + 1;
    if (isComma(unit)) while (isBlank(text.charCodeAt(next))) next++;
    if (next < text.length && foldUnit(text.charCodeAt(next)) === first) {
      const to = endOf(text, next, part);
      if (to >= 0) return to;
    }
    if (isComma(unit)) return -1;
  }
  return -1;
}

/** Where `part` begins if it ends at `end`; quotation marks and blanks inside it are passed over. -1 if it doesn't stand there. */
function startOf(text: string, end: number, part: string): number {
  let at = end;
  for (let i = part.length - 1; i >= 0; i--) {
    at--;
    if (i < part.length - 1) while (at >= 0 && isPassedOver(text.charCodeAt(at))) at--;
    if (at < 0 || foldUnit(text.charCodeAt(at)) !== part.charCodeAt(i)) return -1;
  }
  return at;
}

/** Where `part` ends if it begins at `start`; -1 if it doesn't stand there. */
function endOf(text: string, start: number, part: string): number {
  let at = start;
  for (let i = 0; i < part.length; i++, at++) {
    if (i > 0) while (at < text.length && isPassedOver(text.charCodeAt(at))) at++;
    if (at >= text.length || foldUnit(text.charCodeAt(at)) !== part.charCodeAt(i)) return -1;
  }
  return at;
}

/** Whether an opening at `start` … `end` is a word of its own. */
function isFree(text: string, start: number, end: number, part: string): boolean {
  const inWords = IN_WORDS[part];
  if (!inWords) return true;
  const before = start > 0 ? String.fromCharCode(foldUnit(text.charCodeAt(start - 1))) : " ";
  const after = end < text.length ? String.fromCharCode(foldUnit(text.charCodeAt(end))) : " ";
  return !inWords[0].includes(before) && !inWords[1].includes(after);
}
