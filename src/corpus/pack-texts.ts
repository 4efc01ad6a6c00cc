/** Texts in, the bytes of a text pack out; src/lexicon/text-pack.ts says what they are. */
import { END_OF_TEXT, STRIDE } from "../lexicon/text-pack.ts";

/** A pair that is rarer costs more as a rule than it saves. */
const LEAST = 3;

/** Pairs this near to the most frequent are joined in one pass: where all passes had one pair each, there would be ten thousand. */
const NEARLY = 0.6;

/** More than any number of a symbol, so that a pair is one number. */
const RADIX = 0x10000;

type Rule = readonly [left: number, right: number];

/** @throws RangeError if the texts need more symbols than can be numbered. */
export function packTexts(texts: readonly string[]): Uint8Array<ArrayBuffer> {
  const units = [
    ...new Set(texts.flatMap((text) => Array.from({ length: text.length }, (_, i) => text.charCodeAt(i)))),
  ];
  units.sort((a, b) => a - b);
  const symbolOf = new Map(units.map((unit, i) => [unit, i + 1]));
  const spelled = texts.flatMap((text) => {
    const symbols = Array.from({ length: text.length }, (_, i) => symbolOf.get(text.charCodeAt(i))!);
    return [...symbols, END_OF_TEXT];
  });
  const joined = joinPairs(spelled, units.length + 1);
  const { steps, symbols } = inSteps(joined.rules, joined.symbols, units.length + 1);
  const rules = steps.flat();
  const size = units.length + 1 + rules.length;
  if (size > RADIX) throw new RangeError(`The texts need ${size} symbols; at most ${RADIX} can be numbered.`);

  const counts = Array.from({ length: size }, () => 0);
  for (const symbol of symbols) counts[symbol]!++;
  const lengths = codeLengths(counts);
  const { bytes: bits, begins } = encoded(symbols, lengths);
  const out: number[] = [];
  const number = (value: number): void => {
    let rest = value;
    for (; rest >= 0x80; rest >>>= 7) out.push((rest & 0x7f) | 0x80);
    out.push(rest);
  };
  const rising = (values: readonly number[]): void =>
    values.forEach((value, i) => number(value - (values[i - 1] ?? 0)));
  number(texts.length);
  number(units.length);
  rising(units);
  number(steps.length);
  for (const step of steps) number(step.length);
  for (const step of steps) rising(step.map(([left]) => left));
  out.push(...rules.map(([, right]) => right >> 8), ...rules.map(([, right]) => right & 0xff), ...lengths);
  rising(begins);
  const bytes = new Uint8Array(out.length + bits.length);
  bytes.set(out);
  bytes.set(bits, out.length);
  return bytes;
}

/** Joins pairs that are frequent, the most frequent first, to new symbols, numbered from `first`. */
function joinPairs(spelled: readonly number[], first: number): { rules: Rule[]; symbols: Int32Array } {
  const rules: Rule[] = [];
  const symbols = Int32Array.from(spelled);
  let { length } = symbols;
  for (;;) {
    const counts = new Map<number, number>();
    for (let i = 0, last = -1; i + 1 < length; i++) {
      const [left, right] = [symbols[i]!, symbols[i + 1]!];
      const pair = left * RADIX + right;
      // Of three alike in a row only two can be joined.
      const isOverlap = pair === last && left === right;
      last = isOverlap ? -1 : pair;
      if (!isOverlap && left !== END_OF_TEXT && right !== END_OF_TEXT) counts.set(pair, (counts.get(pair) ?? 0) + 1);
    }
    const frequent = [...counts].filter(([, count]) => count >= LEAST).sort(([, a], [, b]) => b - a);
    if (frequent.length === 0) return { rules, symbols: symbols.slice(0, length) };
    const enough = frequent[0]![1] * NEARLY;
    const joined = new Map<number, number>();
    /** What one pair ends with no other may begin with: joining the one could take the other apart. */
    const lefts = new Set<number>();
    const rights = new Set<number>();
    for (const [pair, count] of frequent) {
      if (count < enough) break;
      const [left, right] = [Math.floor(pair / RADIX), pair % RADIX];
      if (lefts.has(right) || rights.has(left)) continue;
      lefts.add(left);
      rights.add(right);
      joined.set(pair, first + rules.length);
      rules.push([left, right]);
    }
    let kept = 0;
    for (let i = 0; i < length; i++) {
      const symbol = i + 1 < length ? joined.get(symbols[i]! * RADIX + symbols[i + 1]!) : undefined;
      if (symbol !== undefined) i++;
      symbols[kept++] = symbol ?? symbols[i]!;
    }
    length = kept;
  }
}

/** The rules in steps, those in the order of their symbols, and `symbols` as they are numbered then. */
function inSteps(rules: readonly Rule[], symbols: Int32Array, first: number): { steps: Rule[][]; symbols: Int32Array } {
  const depths: number[] = [];
  const depthOf = (symbol: number): number => (symbol < first ? 0 : depths[symbol - first]!);
  const byDepth: number[][] = [];
  rules.forEach(([left, right], i) => {
    depths.push(Math.max(depthOf(left), depthOf(right)) + 1);
    (byDepth[depths[i]! - 1] ??= []).push(i);
  });
  const numbers: number[] = [];
  const numberOf = (symbol: number): number => (symbol < first ? symbol : numbers[symbol - first]!);
  let next = first;
  const steps = byDepth.map((step) => {
    const numbered = step.map((i): [number, Rule] => [i, [numberOf(rules[i]![0]), numberOf(rules[i]![1])]]);
    numbered.sort(([, a], [, b]) => a[0] - b[0] || a[1] - b[1]);
    for (const [i] of numbered) numbers[i] = next++;
    return numbered.map(([, rule]) => rule);
  });
  return { steps, symbols: symbols.map(numberOf) };
}

/** How long the Huffman code of each symbol is; 0 for one that does not occur. */
function codeLengths(counts: readonly number[]): number[] {
  const lengths = counts.map(() => 0);
  // Two queues, each in order: the leaves, and the nodes that are made of them.
  const leaves = counts.flatMap((count, symbol) => (count > 0 ? { count, symbols: [symbol] } : []));
  leaves.sort((a, b) => a.count - b.count);
  if (leaves.length === 1) lengths[leaves[0]!.symbols[0]!] = 1;
  const nodes: { count: number; symbols: number[] }[] = [];
  let [leaf, node] = [0, 0];
  const least = (): { count: number; symbols: number[] } =>
    node >= nodes.length || (leaf < leaves.length && leaves[leaf]!.count <= nodes[node]!.count)
      ? leaves[leaf++]!
      : nodes[node++]!;
  for (let left = leaves.length; left > 1; left--) {
    const [a, b] = [least(), least()];
    const symbols = [...a.symbols, ...b.symbols];
    for (const symbol of symbols) lengths[symbol]!++;
    nodes.push({ count: a.count + b.count, symbols });
  }
  return lengths;
}

/** The codes of `symbols`, and at which byte each STRIDEth text begins. */
function encoded(symbols: Int32Array, lengths: readonly number[]): { bytes: Uint8Array; begins: number[] } {
  const codes: number[] = [];
  for (let length = 1, code = 0; length <= Math.max(...lengths); length++) {
    code *= 2;
    lengths.forEach((its, symbol) => its === length && (codes[symbol] = code++));
  }
  const bytes: number[] = [];
  const begins: number[] = [];
  let bit = 0;
  let texts = 0;
  symbols.forEach((symbol, i) => {
    if ((i === 0 || symbols[i - 1] === END_OF_TEXT) && texts++ % STRIDE === 0) {
      bit = 8 * bytes.length;
      begins.push(bytes.length);
    }
    for (let place = lengths[symbol]! - 1; place >= 0; place--, bit++) {
      if (bit % 8 === 0) bytes.push(0);
      bytes[bytes.length - 1]! |= (Math.floor(codes[symbol]! / 2 ** place) % 2) << (7 - (bit % 8));
    }
  });
  return { bytes: Uint8Array.from(bytes), begins };
}
