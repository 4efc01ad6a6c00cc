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
import { eachPair, readAlphabet, wordsIn, writeAlphabet, writePairs, writeWords } from "./word-list.ts";

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
  /** The words that begin with a unit, each with the place of its cost among the levels; read when one of them is asked for. */
  words: (first: number) => ReadonlyMap<string, number> | undefined;
  /** What a cost's place stands for: minus the logarithm of a word's probability. */
  levels: readonly number[];
  /** Cost of a character that is no word of the dictionary. */
  unknown: number;
  /** What was decided of stretches: the same few come again and again in a text. */
  decided: Map<string, boolean>;
}

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
 * Reads what `writeBoundaries` wrote, in lines: how many characters there are, how many pairs before and after, and the characters; the
 * pairs before and the pairs after; the unknown's cost; the costs there are, with spaces between; and the words, all as word-list.ts
 * has them.
 */
export function boundariesOf(text: string): Boundaries {
  const [head = "", before = "", after = "", unknown = "0", levels = "", ...lists] = text.split("\n");
  const [characters = "0", pairsBefore = "0", pairsAfter = "0", units = ""] = head.split(" ");
  const alphabet = readAlphabet(units, Number(characters));
  const [further = "", sizes = "", lengths = "", shapes = "", places = "", steps = ""] = lists;
  let words: Boundaries["words"] | undefined;
  return {
    before: pairsOf(before, Number(pairsBefore), alphabet),
    after: pairsOf(after, Number(pairsAfter), alphabet),
    unknown: Number(unknown),
    decided: new Map(),
    levels: levels.split(" ").map(Number),
    // Pages without a doubtful term are spared even the list of first characters.
    words: (first) => (words ??= wordsIn([further, sizes, lengths, shapes, places, steps], alphabet))(first),
  };
}

/** Cost of the word at `from` … `to` of `stretch`; undefined if the dictionary has none. */
function costOf({ words, levels }: Boundaries, stretch: string, from: number, to: number): number | undefined {
  const place = words(stretch.charCodeAt(from))?.get(stretch.slice(from, to));
  return place === undefined ? undefined : levels[place];
}

function pairsOf(text: string, count: number, alphabet: Uint16Array): Int32Array {
  let size = 16;
  while (size < 2 * count) size *= 2;
  const pairs = new Int32Array(size);
  eachPair(text, count, alphabet, (a, b) => {
    const pair = pairOf(a, b);
    let slot = slotOf(pair, size);
    while (pairs[slot] !== 0) slot = (slot + 1) & (size - 1);
    pairs[slot] = pair;
  });
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
  const pairsBefore = [...before].sort();
  const pairsAfter = [...after].sort();
  const words = [...costs.keys()].sort();
  const units = new Set<number>();
  for (const word of [...pairsBefore, ...pairsAfter, ...words])
    for (let i = 0; i < word.length; i++) units.add(word.charCodeAt(i));
  const alphabet = [...units].sort((a, b) => a - b);
  return [
    [alphabet.length, pairsBefore.length, pairsAfter.length, writeAlphabet(alphabet)].join(" "),
    writePairs(pairsBefore, alphabet),
    writePairs(pairsAfter, alphabet),
    String(unknown),
    levels.join(" "),
    ...writeWords(words, alphabet, (word) => levels.indexOf(costs.get(word)!)),
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
