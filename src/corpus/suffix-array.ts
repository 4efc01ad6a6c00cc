/**
 * Suffix arrays in linear time, by induced sorting (SA-IS: Nong, Zhang, Chan, "Linear Suffix Array Construction by Almost Pure
 * Induced-Sorting", DCC 2009), and the longest common prefixes of neighbours (Kasai et al., CPM 2001).
 */

/** Offsets of all suffixes of `text` in ascending order of the suffixes. Symbols are from 0 to `highest`. */
export function suffixArray(text: Int32Array, highest: number): Int32Array {
  const { length } = text;
  const sorted = new Int32Array(length);
  if (length < 2) return sorted;

  // A suffix is "small" if it sorts before the one that follows it in the text.
  const small = new Uint8Array(length);
  for (let i = length - 2; i >= 0; i--) {
    small[i] = text[i] === text[i + 1] ? small[i + 1]! : text[i]! < text[i + 1]! ? 1 : 0;
  }
  // Where in the array the suffixes that begin with each symbol start: the large ones first, then the small ones.
  const largeAt = new Int32Array(highest + 2);
  const smallAt = new Int32Array(highest + 2);
  for (let i = 0; i < length; i++) {
    if (small[i]) largeAt[text[i]! + 1]!++;
    else smallAt[text[i]!]!++;
  }
  for (let symbol = 0; symbol <= highest; symbol++) {
    smallAt[symbol]! += largeAt[symbol]!;
    largeAt[symbol + 1]! += smallAt[symbol]!;
  }

  const places = new Int32Array(highest + 2);
  /** Sorts all suffixes, given the leftmost small ones in order. */
  const induce = (leftmost: Int32Array): void => {
    sorted.fill(-1);
    places.set(smallAt);
    for (const offset of leftmost) sorted[places[text[offset]!]!++] = offset;
    places.set(largeAt);
    sorted[places[text[length - 1]!]!++] = length - 1;
    for (let i = 0; i < length; i++) {
      const before = sorted[i]! - 1;
      if (before >= 0 && !small[before]) sorted[places[text[before]!]!++] = before;
    }
    places.set(largeAt);
    for (let i = length - 1; i >= 0; i--) {
      const before = sorted[i]! - 1;
      if (before >= 0 && small[before]) sorted[--places[text[before]! + 1]!] = before;
    }
  };

  const isLeftmost = (offset: number): boolean => offset > 0 && small[offset] === 1 && small[offset - 1] === 0;
  const leftmost = Int32Array.from(offsetsWhere(length, isLeftmost));
  induce(leftmost);
  const { length: count } = leftmost;
  if (count < 2) return sorted;

  // Name the stretches between leftmost small suffixes by their order; if two are alike, sort the string of names.
  const numberOf = new Int32Array(length).fill(-1);
  leftmost.forEach((offset, number) => (numberOf[offset] = number));
  const inOrder = sorted.filter((offset) => numberOf[offset]! >= 0);
  const names = new Int32Array(count);
  let name = 0;
  for (let i = 1; i < count; i++) {
    if (!sameStretch(inOrder[i - 1]!, inOrder[i]!)) name++;
    names[numberOf[inOrder[i]!]!] = name;
  }
  const order = suffixArray(names, name);
  induce(order.map((number) => leftmost[number]!));
  return sorted;

  function sameStretch(a: number, b: number): boolean {
    const endA = leftmost[numberOf[a]! + 1] ?? length;
    const endB = leftmost[numberOf[b]! + 1] ?? length;
    if (endA - a !== endB - b || endA === length || endB === length) return false;
    for (let i = 0; a + i <= endA; i++) if (text[a + i] !== text[b + i]) return false;
    return true;
  }
}

function* offsetsWhere(length: number, holds: (offset: number) => boolean): Generator<number> {
  for (let offset = 0; offset < length; offset++) if (holds(offset)) yield offset;
}

/** For each suffix in order, how many symbols it shares with the one before it, up to `most` (at most 255); 0 for the first. */
export function commonPrefixes(text: Int32Array, sorted: Int32Array, most: number): Uint8Array {
  const { length } = text;
  const rank = new Int32Array(length);
  for (let i = 0; i < length; i++) rank[sorted[i]!] = i;
  const shared = new Uint8Array(length);
  let run = 0;
  for (let offset = 0; offset < length; offset++) {
    const place = rank[offset]!;
    if (place === 0) {
      run = 0;
      continue;
    }
    const neighbour = sorted[place - 1]!;
    const end = length - Math.max(offset, neighbour);
    while (run < end && text[offset + run] === text[neighbour + run]) run++;
    shared[place] = Math.min(run, most);
    if (run > 0) run--;
  }
  return shared;
}
