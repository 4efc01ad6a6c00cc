/** What two texts have word for word. */
import { isHan, isLineBreak } from "../text/units.ts";

export interface SharedPassage {
  /** Where it begins in either text, UTF-16 code units. */
  first: number;
  second: number;
  length: number;
}

/** A passage of this many UTF-16 code units was not written twice. */
const LEAST = 24;
/** A seed this long is looked for at every place of one text and at each STRIDE-th of the other, which no passage can slip through. */
const SEED = 12;
const STRIDE = LEAST - SEED + 1;

/**
 * The longest passages of at least 24 UTF-16 code units that stand in both texts, within a line, in the order of the first text. Where
 * passages overlap in either text the longest is kept. Linear in the texts but for what is repeated inside them.
 */
export function sharedPassages(first: string, second: string): SharedPassage[] {
  const seeds = new Map<string, number[]>();
  for (let at = 0; at + SEED <= first.length; at += STRIDE) {
    const seed = first.slice(at, at + SEED);
    const others = seeds.get(seed);
    if (others) others.push(at);
    else seeds.set(seed, [at]);
  }
  const found: SharedPassage[] = [];
  /** How far the second text has been accounted for, for each distance between the two places. */
  const reached = new Map<number, number>();
  for (let there = 0; there + SEED <= second.length; there++) {
    for (const here of seeds.get(second.slice(there, there + SEED)) ?? []) {
      if (there < (reached.get(here - there) ?? 0)) continue;
      const passage = trimmed(first, grown(first, here, second, there));
      reached.set(here - there, passage.second + passage.length);
      if (passage.length >= LEAST) found.push(passage);
    }
  }
  const kept: SharedPassage[] = [];
  for (const passage of found.sort((a, b) => b.length - a.length || a.first - b.first)) {
    if (!kept.some((other) => meet(other, passage, "first") || meet(other, passage, "second"))) kept.push(passage);
  }
  return kept.sort((a, b) => a.first - b.first);
}

/** The seed at `here` and `there`, as long as both texts go on alike in both directions. */
function grown(first: string, here: number, second: string, there: number): SharedPassage {
  let before = 0;
  while (here - before > 0 && there - before > 0 && alike(first, here - before - 1, second, there - before - 1))
    before++;
  let after = 0;
  while (alike(first, here + after, second, there + after)) after++;
  return { first: here - before, second: there - before, length: before + after };
}

function alike(first: string, here: number, second: string, there: number): boolean {
  const unit = first.charCodeAt(here);
  return here < first.length && there < second.length && unit === second.charCodeAt(there) && !isLineBreak(unit);
}

/** Without what is left of the sentence before: a passage begins with a character or an opening mark. */
function trimmed(text: string, { first, second, length }: SharedPassage): SharedPassage {
  let cut = 0;
  while (cut < length && !isHan(text.charCodeAt(first + cut)) && !/[\w“‘《（]/.test(text[first + cut]!)) cut++;
  return { first: first + cut, second: second + cut, length: length - cut };
}

function meet(a: SharedPassage, b: SharedPassage, side: "first" | "second"): boolean {
  return a[side] < b[side] + b.length && b[side] < a[side] + a.length;
}
