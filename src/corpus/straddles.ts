/**
 * Which words of a dictionary can run over a term's edge. Found once, when the lexicon is compiled, so that a page pays for no
 * dictionary: src/lexicon/boundaries.ts gets only these, and is only asked where one of them may stand.
 */
import { LONGEST_CUT, LONGEST_WORD, writeBoundaries } from "../lexicon/boundaries.ts";
import type { CompilableTerm } from "../lexicon/compile.ts";
import { isFrameForm } from "../lexicon/lexicon.ts";
import { formsOf, keyOf } from "../lexicon/spelling.ts";
import { fold } from "../text/fold.ts";

/** Words and how often each was counted. */
export type Dictionary = ReadonlyMap<string, number>;

/**
 * By length of a word, how often it must be counted at the least, in jieba's some 60 million: a rare word of two characters decides
 * nothing, a rare one of four does.
 */
const LEAST_COUNT = [0, 300, 80, 40, 20, 20];

/** Words that begin where a term ends, or end where it begins, speak for the term; the rarer ones hardly ever do. */
const LEAST_RIVAL = 400;

/** A word that differs from a term by one character has to be one: jieba's rarest are chance finds. */
const LEAST_BLOCKED = 10;

/** What a term counts for at least: more than a general dictionary has it, for it was found where it is at home. */
const TERM_COUNT = 300;

/** Costs are rounded to this, which decides nothing and makes few lines of many words. */
const STEP = 0.25;

/**
 * Added to a term before or after it these make a word in which the term still means what it means (总工会, 新机制, 城镇化率). Any
 * other single character makes another word (步兵团, 常委会, 一线天).
 */
const PREFIXES = "总新反老全大各省市县区乡镇村校团部下第小";
const SUFFIXES = "化性者率制组长级员型式论感力观户数班县村省市区乡镇局台税军党户们权法气后史";

const HAN = /^[\u3400-\u9fff]+$/;

/** What `compileLexicon` takes to keep terms from being found across words, and inside of others. */
export interface WordEdges {
  blocked: string[];
  boundaries: string;
}

/** @returns what `compileLexicon` needs to keep the terms from being found across words, and inside of others. */
export function straddles(terms: readonly CompilableTerm[], dictionary: Dictionary): WordEdges {
  const counts = new Map<string, number>();
  let total = 0;
  for (const [word, count] of dictionary) {
    total += count;
    const key = fold(word);
    if (key.length <= LONGEST_WORD && HAN.test(key)) counts.set(key, Math.max(counts.get(key) ?? 0, count));
  }
  const costOf = (word: string, least = 0): number => {
    const count = Math.max(counts.get(word) ?? 0, least);
    if (count === 0 && word.length > 1) return Infinity;
    return Math.log(total) - Math.log(Math.max(count, 1));
  };

  const forms = new Set(
    terms
      .filter(({ detection }) => detection !== "never")
      .flatMap((term) => formsOf(term).filter((form) => !isFrameForm(form)))
      .map((form) => String.fromCharCode(...keyOf(form).units))
      .filter((key) => HAN.test(key)),
  );
  const short = [...forms].filter((form) => form.length >= 2 && form.length <= LONGEST_CUT);
  const halves = short.flatMap((form) => {
    const cost = costOf(form, TERM_COUNT);
    return Array.from({ length: form.length - 1 }, (_, i) => [form.slice(0, i + 1), form.slice(i + 1), cost] as const);
  });
  const frequent = [...counts].filter(([word, count]) => count >= LEAST_COUNT[word.length]!).map(([word]) => word);
  const lefts = moreBefore(frequent, new Set(halves.map(([first]) => first)));
  const rights = moreAfter(frequent, new Set(halves.map(([, second]) => second)));

  const words = new Set([...short, ...frequent.filter((word) => word.length === 1)]);
  const before = new Set<string>();
  const after = new Set<string>();
  /** What stands before or after a term where one word that runs over its edge is enough to make it none. */
  const enoughBefore = new Set<string>();
  const enoughAfter = new Set<string>();
  for (const [first, second, cost] of halves) {
    const leftGains = (lefts.get(first) ?? []).map(
      (more) => [more, costOf(more + first) - bestCost(more, costOf)] as const,
    );
    const rightGains = (rights.get(second) ?? []).map(
      (more) => [more, costOf(second + more) - bestCost(more, costOf)] as const,
    );
    // What the other half costs at the least: as words by itself, or as the beginning of one.
    const [firstAlone, secondAlone] = [bestCost(first, costOf), bestCost(second, costOf)];
    const cheapestFirst = Math.min(firstAlone, ...leftGains.map(([, gain]) => gain));
    const cheapestSecond = Math.min(secondAlone, ...rightGains.map(([, gain]) => gain));
    for (const half of [first, second]) if (counts.has(half)) words.add(half);
    for (const [more, gain] of leftGains) {
      if (gain + cheapestSecond >= cost) continue;
      words.add(more + first).add(more);
      before.add(more.at(-1)! + first[0]!);
      if (gain + secondAlone < cost) enoughBefore.add(more);
    }
    for (const [more, gain] of rightGains) {
      if (gain + cheapestFirst >= cost) continue;
      words.add(second + more).add(more);
      after.add(second.at(-1)! + more[0]!);
      if (gain + firstAlone < cost) enoughAfter.add(more);
    }
  }
  const rivals = frequent.filter((word) => counts.get(word)! >= LEAST_RIVAL);
  for (const [end, mores] of moreBefore(rivals, enoughBefore)) for (const more of mores) words.add(more + end);
  for (const [start, mores] of moreAfter(rivals, enoughAfter)) for (const more of mores) words.add(start + more);

  const costs = new Map<string, number>();
  for (const word of words) {
    const cost = costOf(word, forms.has(word) ? TERM_COUNT : 0);
    if (cost < Infinity) costs.set(word, Math.round(cost / STEP) * STEP);
  }
  return {
    blocked: blockedBy(short, forms, counts),
    boundaries: writeBoundaries(before, after, Math.round(Math.log(total)), costs),
  };
}

/** By each of `ends`, what `words` that end with it have before it. */
function moreBefore(words: readonly string[], ends: ReadonlySet<string>): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const word of words) {
    for (let at = 1; at < word.length; at++) {
      const end = word.slice(at);
      if (ends.has(end)) found.set(end, [...(found.get(end) ?? []), word.slice(0, at)]);
    }
  }
  return found;
}

/** By each of `starts`, what `words` that begin with it have after it. */
function moreAfter(words: readonly string[], starts: ReadonlySet<string>): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const word of words) {
    for (let at = 1; at < word.length; at++) {
      const start = word.slice(0, at);
      if (starts.has(start)) found.set(start, [...(found.get(start) ?? []), word.slice(at)]);
    }
  }
  return found;
}

/** Cost of the cheapest cut of `text`, which is short, into words. */
function bestCost(text: string, costOf: (word: string) => number): number {
  const best = [0];
  for (let to = 1; to <= text.length; to++) {
    best[to] = Math.min(...Array.from({ length: to }, (_, from) => best[from]! + costOf(text.slice(from, to))));
  }
  return best[text.length]!;
}

/**
 * Words that have a term inside and mean something else: it stands across their parts (飞机制造 for 机制), or a single character more
 * makes another word (步兵团 for 兵团).
 */
function blockedBy(
  short: readonly string[],
  forms: ReadonlySet<string>,
  counts: ReadonlyMap<string, number>,
): string[] {
  const byLength = new Set(short.map((form) => form.length));
  const isShort = new Set(short);
  return [...counts.keys()].filter((word) => {
    if (forms.has(word) || word.length < 3) return false;
    for (const length of byLength) {
      for (let at = 0; at + length <= word.length; at++) {
        if (!isShort.has(word.slice(at, at + length))) continue;
        const [head, tail] = [word.slice(0, at), word.slice(at + length)];
        if (head !== "" && tail !== "") return !counts.has(head + word.slice(at, at + length)) || !counts.has(tail);
        const single = head + tail;
        if (single.length === 1 && counts.get(word)! >= LEAST_BLOCKED)
          return !(head === "" ? SUFFIXES : PREFIXES).includes(single);
      }
    }
    return false;
  });
}
