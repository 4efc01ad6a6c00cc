/**
 * Where words meet: whether a short term that was found is a word there, or the end of one and the beginning of the next
 * (党性 in 共产党性质, 初心 in 起初心有顾虑, 扁担当作).
 *
 * The stretch around the term is cut into words so that their probabilities, as a dictionary counts them, multiply to the most:
 * what jieba does with its whole dictionary, done with those of its words that can touch a term's edge (src/corpus/straddles.ts
 * chooses them when the lexicon is compiled). If the best cut runs through the term's edge, the term is none. Few matches come to
 * that: only where the character before and the term's first, or its last and the one after, stand together in such a word.
 */
import { fold, foldUnit } from "../text/fold.ts";
import { isHan } from "../text/units.ts";

/**
 * Longest term that is looked at so, in characters. Of longer ones, three in 700,000 Han of reports and prose ran over others' edges
 * (共产党的领导, 组织领导人, 企事业单位), and meant nearly the same there; the words that touch theirs would double what is packed.
 */
export const LONGEST_CUT = 3;

/** How far around a term is looked, in characters. */
const REACH = 5;

/** Longest word of the dictionary that is kept. */
export const LONGEST_WORD = 5;

export interface Boundaries {
  /** Pairs of folded units, as `has` looks for them: before a term and its first, its last and after it. */
  before: Int32Array;
  after: Int32Array;
  /** By length, the words. */
  words: readonly WordList[];
  /** What a cost's place stands for: minus the logarithm of a word's probability. */
  levels: readonly number[];
  /** Cost of a character that is no word of the dictionary. */
  unknown: number;
  /** What was decided of stretches: the same few come again and again in a text. */
  decided: Map<string, boolean>;
}

/** Words of one length: sought in as they stand, for in thousands of pages nobody asks for any. */
interface WordList {
  /** One after the other, in the order of their units. */
  words: string;
  /** For each the place of its cost among the levels, as a character. */
  places: string;
}

/** The character for place 0. */
const FIRST_PLACE = 0x21;

/** More stretches than this are not remembered. */
const MOST_DECIDED = 2000;

/** Two units as one number, 0 only for none. */
const pairOf = (first: number, second: number): number => (first << 16) | second;

const slotOf = (pair: number, slots: number): number => (Math.imul(pair, 0x9e3779b1) >>> 8) & (slots - 1);

/** Open addressing: a set of numbers takes several times as long, and every short term that is found asks. */
function has(pairs: Int32Array, first: number, second: number): boolean {
  const wanted = pairOf(first, second);
  let slot = slotOf(wanted, pairs.length);
  while (pairs[slot] !== 0) {
    if (pairs[slot] === wanted) return true;
    slot = (slot + 1) & (pairs.length - 1);
  }
  return false;
}

/**
 * Reads what `writeBoundaries` wrote, in lines: the pairs before and the pairs after; the unknown's cost; the costs there are, with
 * spaces between; and for each length of words up to the longest two lines, as in `WordList`.
 */
export function boundariesOf(text: string): Boundaries {
  const [before = "", after = "", unknown = "0", levels = "", ...lists] = text.split("\n");
  return {
    before: pairsOf(before),
    after: pairsOf(after),
    unknown: Number(unknown),
    decided: new Map(),
    levels: levels.split(" ").map(Number),
    words: Array.from({ length: LONGEST_WORD }, (_, i) => ({
      words: lists[2 * i] ?? "",
      places: lists[2 * i + 1] ?? "",
    })),
  };
}

/** Cost of the word at `from` … `to` of `stretch`; undefined if the dictionary has none. */
function costOf({ words: lists, levels }: Boundaries, stretch: string, from: number, to: number): number | undefined {
  const length = to - from;
  const { words, places } = lists[length - 1]!;
  let least = 0;
  let most = places.length - 1;
  while (least <= most) {
    const middle = (least + most) >> 1;
    let difference = 0;
    for (let i = 0; i < length && difference === 0; i++)
      difference = words.charCodeAt(middle * length + i) - stretch.charCodeAt(from + i);
    if (difference === 0) return levels[places.charCodeAt(middle) - FIRST_PLACE];
    if (difference < 0) least = middle + 1;
    else most = middle - 1;
  }
  return undefined;
}

function pairsOf(text: string): Int32Array {
  let size = 16;
  while (size < text.length) size *= 2;
  const pairs = new Int32Array(size);
  for (let i = 0; i + 1 < text.length; i += 2) {
    const pair = pairOf(text.charCodeAt(i), text.charCodeAt(i + 1));
    let slot = slotOf(pair, size);
    while (pairs[slot] !== 0) slot = (slot + 1) & (size - 1);
    pairs[slot] = pair;
  }
  return pairs;
}

/** What `boundariesOf` reads. Words, and characters of pairs, are folded; there are at most 90 different costs. */
export function writeBoundaries(
  before: Iterable<string>,
  after: Iterable<string>,
  unknown: number,
  costs: ReadonlyMap<string, number>,
): string {
  const levels = [...new Set(costs.values())].sort((a, b) => a - b);
  const words = [...costs.keys()].sort();
  return [
    [...before].sort().join(""),
    [...after].sort().join(""),
    String(unknown),
    levels.join(" "),
    ...Array.from({ length: LONGEST_WORD }, (_, i) => words.filter(({ length }) => length === i + 1)).flatMap(
      (list) => [
        list.join(""),
        String.fromCharCode(...list.map((word) => FIRST_PLACE + levels.indexOf(costs.get(word)!))),
      ],
    ),
  ].join("\n");
}

/** Whether the term at `start` … `end` (UTF-16 code units of `text`) is a word there. */
export function isWord(boundaries: Boundaries, text: string, start: number, end: number): boolean {
  const { before, after, decided } = boundaries;
  if (end - start > LONGEST_CUT) return true;
  const left = start > 0 ? foldUnit(text.charCodeAt(start - 1)) : 0;
  const right = end < text.length ? foldUnit(text.charCodeAt(end)) : 0;
  const isDoubtful =
    has(before, left, foldUnit(text.charCodeAt(start))) || has(after, foldUnit(text.charCodeAt(end - 1)), right);
  if (!isDoubtful) return true;
  let from = start;
  while (from > Math.max(0, start - REACH) && isHan(text.charCodeAt(from - 1))) from--;
  let to = end;
  while (to < Math.min(text.length, end + REACH) && isHan(text.charCodeAt(to))) to++;
  const key = `${text.slice(from, start)} ${text.slice(start, end)} ${text.slice(end, to)}`;
  const known = decided.get(key);
  if (known !== undefined) return known;
  const isOne = !runsThrough(fold(text.slice(from, to)), start - from, end - from, boundaries);
  if (decided.size >= MOST_DECIDED) decided.clear();
  decided.set(key, isOne);
  return isOne;
}

/** Whether the cheapest cut of `stretch` into words has one that runs over an edge of `start` … `end` and stops inside it. */
function runsThrough(stretch: string, start: number, end: number, boundaries: Boundaries): boolean {
  /** Cost of the best cut up to each offset, and where its last word begins. */
  const best = [0];
  const wordFrom = [0];
  for (let to = 1; to <= stretch.length; to++) {
    best[to] = Infinity;
    for (let from = Math.max(0, to - LONGEST_WORD); from < to; from++) {
      const cost = costOf(boundaries, stretch, from, to) ?? (to - from === 1 ? boundaries.unknown : Infinity);
      if (best[from]! + cost < best[to]!) {
        best[to] = best[from]! + cost;
        wordFrom[to] = from;
      }
    }
  }
  for (let to = stretch.length; to > 0; to = wordFrom[to]!) {
    const from = wordFrom[to]!;
    if ((from < start && to > start && to < end) || (from > start && from < end && to > end)) return true;
  }
  return false;
}
