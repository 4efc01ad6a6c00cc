/**
 * Sorted words of Chinese in few bytes, read by their first characters: of each word only what it doesn't share with the one before,
 * and how far on in the alphabet that lies. Deflated, the words and pairs of boundaries.ts come to 69 KB so and to 111 as they stand.
 * Everything is printable ASCII, so that a line of a text can hold it.
 */

/** Characters for a number: the lower half ends it, the upper half has more after it. */
const FIRST = 0x21;
const RADIX = 47;

/** Longest word. */
const LONGEST = 5;

/** One number after the other, as `reading` reads them. @throws RangeError if one is below 0. */
function written(numbers: Iterable<number>): string {
  let text = "";
  for (const number of numbers) {
    if (number < 0) throw new RangeError(`${number} can't be written.`);
    let rest = number;
    for (; rest >= RADIX; rest = Math.floor(rest / RADIX)) text += String.fromCharCode(FIRST + RADIX + (rest % RADIX));
    text += String.fromCharCode(FIRST + rest);
  }
  return text;
}

/** Reads the next number of `text`, from `at` on, each time it is called. @throws RangeError where there is none. */
function reading(text: string, from = 0): () => number {
  let at = from;
  return () => {
    let number = 0;
    for (let scale = 1; ; scale *= RADIX) {
      const digit = text.charCodeAt(at++) - FIRST;
      if (!(digit >= 0)) throw new RangeError(`A list of words ends after ${text.length} characters.`);
      if (digit < RADIX) return number + digit * scale;
      number += (digit - RADIX) * scale;
    }
  };
}

/** The UTF-16 units that words are made of, ascending. */
export function writeAlphabet(units: readonly number[]): string {
  return written(units.map((unit, i) => unit - (units[i - 1] ?? 0)));
}

export function readAlphabet(text: string, length: number): Uint16Array {
  const next = reading(text);
  let unit = 0;
  return Uint16Array.from({ length }, () => (unit += next()));
}

const ranked = (alphabet: readonly number[]): ((word: string) => number[]) => {
  const rankOf = new Map(alphabet.map((unit, rank) => [unit, rank]));
  return (word) => Array.from({ length: word.length }, (_, i) => rankOf.get(word.charCodeAt(i))!);
};

/** Words of two characters, sorted. */
export function writePairs(pairs: readonly string[], alphabet: readonly number[]): string {
  let [first, second] = [0, -1];
  return written(
    pairs.map(ranked(alphabet)).flatMap((ranks) => {
      const [a, b] = ranks as [number, number];
      const steps = a === first ? [0, b - second - 1] : [a - first, b];
      [first, second] = [a, b];
      return steps;
    }),
  );
}

/** Calls `take` with the units of each. */
export function eachPair(
  text: string,
  count: number,
  alphabet: Uint16Array,
  take: (a: number, b: number) => void,
): void {
  const next = reading(text);
  let [first, second] = [0, -1];
  for (let i = 0; i < count; i++) {
    const further = next();
    first += further;
    second = further === 0 ? second + 1 + next() : next();
    take(alphabet[first]!, alphabet[second]!);
  }
}

/**
 * Sorted words, each with a small number of its own, in six lines: how far on each first character lies; how many words begin with it;
 * how many characters of steps they take; the words' shapes; their numbers; and the steps.
 */
export function writeWords(
  words: readonly string[],
  alphabet: readonly number[],
  numberOf: (word: string) => number,
): string[] {
  const ranksOf = ranked(alphabet);
  const firsts: number[] = [];
  const sizes: number[] = [];
  const lengths: number[] = [];
  let shapes = "";
  let numbers = "";
  let steps = "";
  let last: number[] = [];
  for (const word of words) {
    if (word.length > LONGEST) throw new RangeError(`${word} has more than ${LONGEST} characters.`);
    const ranks = ranksOf(word);
    if (ranks[0] !== last[0]) {
      firsts.push(ranks[0]!);
      sizes.push(0);
      lengths.push(0);
      last = [ranks[0]!];
    }
    let shared = 1;
    while (shared < last.length && ranks[shared] === last[shared]) shared++;
    // Words are sorted: the first character that differs lies after the last word's.
    const own = written(
      ranks.slice(shared).map((rank, i) => (i === 0 && shared < last.length ? rank - last[shared]! - 1 : rank)),
    );
    sizes[sizes.length - 1]!++;
    lengths[lengths.length - 1]! += own.length;
    shapes += written([shared * LONGEST + ranks.length - shared]);
    numbers += String.fromCharCode(FIRST + numberOf(word));
    steps += own;
    last = ranks;
  }
  const further = firsts.map((rank, i) => rank - (firsts[i - 1] ?? 0));
  return [written(further), written(sizes), written(lengths), shapes, numbers, steps];
}

/** The words by their first characters; those of one are read when one of them is asked for. */
export function wordsIn(
  [further, sizes, lengths, shapes, numbers, steps]: readonly [string, string, string, string, string, string],
  alphabet: Uint16Array,
): (first: number) => ReadonlyMap<string, number> | undefined {
  /** For each first character its rank, its first word, and where its steps begin; and where the last ones end. */
  const most = further.length + 1;
  const ranks = new Uint16Array(most);
  const wordAt = new Int32Array(most);
  const stepAt = new Int32Array(most);
  const [nextFurther, nextSize, nextLength] = [reading(further), reading(sizes), reading(lengths)];
  let groups = 0;
  for (let rank = 0; wordAt[groups]! < numbers.length; groups++) {
    ranks[groups] = rank += nextFurther();
    wordAt[groups + 1] = wordAt[groups]! + nextSize();
    stepAt[groups + 1] = stepAt[groups]! + nextLength();
  }
  const groupOf = (first: number): number => {
    let [least, last] = [0, groups - 1];
    while (least <= last) {
      const middle = (least + last) >> 1;
      const unit = alphabet[ranks[middle]!]!;
      if (unit === first) return middle;
      if (unit < first) least = middle + 1;
      else last = middle - 1;
    }
    return -1;
  };
  const read = new Map<number, ReadonlyMap<string, number> | undefined>();
  return (first) => {
    if (read.has(first)) return read.get(first);
    const group = groupOf(first);
    const words = group < 0 ? undefined : wordsOf(group);
    read.set(first, words);
    return words;
  };

  function wordsOf(group: number): ReadonlyMap<string, number> {
    const next = reading(steps, stepAt[group]);
    const words = new Map<string, number>();
    let last = [ranks[group]!];
    for (let word = wordAt[group]!; word < wordAt[group + 1]!; word++) {
      const shape = shapes.charCodeAt(word) - FIRST;
      const shared = Math.floor(shape / LONGEST);
      const own = last.slice(0, shared);
      for (let more = shape % LONGEST; more > 0; more--) {
        const isNext = own.length === shared && shared < last.length;
        own.push(isNext ? last[shared]! + 1 + next() : next());
      }
      words.set(String.fromCharCode(...own.map((rank) => alphabet[rank]!)), numbers.charCodeAt(word) - FIRST);
      last = own;
    }
    return words;
  }
}
