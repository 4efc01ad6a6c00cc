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
  /** Cost of each word: minus the logarithm of its probability. Made when it is first asked for. */
  costs: () => ReadonlyMap<string, number>;
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
 * Reads what `writeBoundaries` wrote: the pairs before and after, one line each; a line of the unknown's cost; and for each cost a
 * line of it, a tab, and its words with spaces between them.
 */
export function boundariesOf(text: string): Boundaries {
  const [before = "", after = "", unknown = "0", ...lines] = text.split("\n");
  let costs: Map<string, number> | undefined;
  return {
    before: pairsOf(before),
    after: pairsOf(after),
    unknown: Number(unknown),
    decided: new Map(),
    costs: () =>
      (costs ??= new Map(
        lines.flatMap((line) => {
          const [cost, words = ""] = line.split("\t");
          return words.split(" ").map((word): [string, number] => [word, Number(cost)]);
        }),
      )),
  };
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

/** What `boundariesOf` reads. Words, and characters of pairs, are folded. */
export function writeBoundaries(
  before: Iterable<string>,
  after: Iterable<string>,
  unknown: number,
  costs: ReadonlyMap<string, number>,
): string {
  const byCost = new Map<number, string[]>();
  for (const [word, cost] of costs) byCost.set(cost, [...(byCost.get(cost) ?? []), word]);
  return [
    [...before].sort().join(""),
    [...after].sort().join(""),
    String(unknown),
    ...[...byCost].sort(([a], [b]) => a - b).map(([cost, words]) => `${cost}\t${words.sort().join(" ")}`),
  ].join("\n");
}

/** Whether the term at `start` … `end` (UTF-16 code units of `text`) is a word there. */
export function isWord(boundaries: Boundaries, text: string, start: number, end: number): boolean {
  const { before, after, decided, costs, unknown } = boundaries;
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
  const isOne = !runsThrough(fold(text.slice(from, to)), start - from, end - from, costs(), unknown);
  if (decided.size >= MOST_DECIDED) decided.clear();
  decided.set(key, isOne);
  return isOne;
}

/** Whether the cheapest cut of `stretch` into words has one that runs over an edge of `start` … `end` and stops inside it. */
function runsThrough(
  stretch: string,
  start: number,
  end: number,
  costs: ReadonlyMap<string, number>,
  unknown: number,
): boolean {
  /** Cost of the best cut up to each offset, and where its last word begins. */
  const best = [0];
  const wordFrom = [0];
  for (let to = 1; to <= stretch.length; to++) {
    best[to] = Infinity;
    for (let from = Math.max(0, to - LONGEST_WORD); from < to; from++) {
      const cost = costs.get(stretch.slice(from, to)) ?? (to - from === 1 ? unknown : Infinity);
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
