/** What stands again and again in a body of texts, by its suffix array: maximal repeats, counts, and what stands beside. */
import { foldUnit } from "../text/fold.ts";
import { isHan } from "../text/units.ts";
import { commonPrefixes, suffixArray } from "./suffix-array.ts";

/** Shortest and longest repeat that may be a formulation, in UTF-16 code units. */
const SHORTEST = 4;
const LONGEST = 24;

export interface Repeat {
  /** Offset in the joined text of one occurrence. */
  start: number;
  length: number;
  count: number;
  /** How many of the texts have it. */
  texts: number;
}

export class Repetition {
  private readonly folded: Int32Array;
  private readonly sorted: Int32Array;
  /** For each place in `sorted`: what it shares with the one before, as far as it is Han. */
  private readonly shared: Uint8Array;
  /** Ends of the texts in the joined text. */
  private readonly ends: readonly number[];

  /** `texts` joined by line breaks; `text` is the joined text, folded units of which are compared. */
  constructor(text: string, ends: readonly number[]) {
    this.ends = ends;
    this.folded = Int32Array.from({ length: text.length }, (_, i) => foldUnit(text.charCodeAt(i)));
    this.sorted = suffixArray(this.folded, 0xffff);
    this.shared = commonPrefixes(this.folded, this.sorted, LONGEST);
    const han = new Uint8Array(text.length + 1);
    for (let i = text.length - 1; i >= 0; i--) {
      han[i] = isHan(this.folded[i]!) ? Math.min(han[i + 1]! + 1, LONGEST) : 0;
    }
    for (let place = 0; place < this.shared.length; place++) {
      this.shared[place] = Math.min(this.shared[place]!, han[this.sorted[place]!]!);
    }
  }

  /**
   * Repeats of 4 to 24 Han in at least `texts` of the texts that can be made no longer on either side without losing an
   * occurrence. Linear in the text but for the factor 24 that nested repeats can cost.
   */
  maximal(texts: number): Repeat[] {
    const { shared, sorted } = this;
    const repeats: Repeat[] = [];
    const open: { shared: number; first: number }[] = [];
    for (let place = 1; place <= sorted.length; place++) {
      const here = place < sorted.length ? shared[place]! : 0;
      let first = place - 1;
      while (open.length > 0 && open.at(-1)!.shared > here) {
        const closed = open.pop()!;
        first = closed.first;
        if (closed.shared >= SHORTEST) this.take(closed.first, place - 1, closed.shared, texts, repeats);
      }
      if (here > 0 && (open.length === 0 || open.at(-1)!.shared < here)) open.push({ shared: here, first });
    }
    return repeats;
  }

  private take(first: number, last: number, length: number, least: number, repeats: Repeat[]): void {
    const { sorted, folded } = this;
    const before = folded[sorted[first]! - 1] ?? -1;
    let varies = !isHan(before);
    const texts = new Set<number>();
    for (let place = first; place <= last; place++) {
      const offset = sorted[place]!;
      if ((folded[offset - 1] ?? -1) !== before) varies = true;
      if (texts.size < least) texts.add(this.textOf(offset));
    }
    if (!varies || texts.size < least) return;
    for (let place = first; place <= last; place++) texts.add(this.textOf(sorted[place]!));
    repeats.push({ start: sorted[first]!, length, count: last - first + 1, texts: texts.size });
  }

  /** Number of the text that an offset of the joined text is in. */
  textOf(offset: number): number {
    let low = 0;
    let high = this.ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.ends[middle]! <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The places in the sorted suffixes of those that begin with `string`: from first to before last. */
  private interval(string: string): [number, number] {
    const units = Int32Array.from({ length: string.length }, (_, i) => foldUnit(string.charCodeAt(i)));
    const bound = (isBefore: (order: number) => boolean): number => {
      let low = 0;
      let high = this.sorted.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (isBefore(this.order(this.sorted[middle]!, units))) low = middle + 1;
        else high = middle;
      }
      return low;
    };
    return [bound((order) => order < 0), bound((order) => order <= 0)];
  }

  /** Negative if the suffix at `offset` sorts before all that begin with `units`, 0 if it does begin so. */
  private order(offset: number, units: Int32Array): number {
    for (let i = 0; i < units.length; i++) {
      const unit = this.folded[offset + i] ?? -1;
      if (unit !== units[i]) return unit - units[i]!;
    }
    return 0;
  }

  count(string: string): number {
    const [first, last] = this.interval(string);
    return last - first;
  }

  /** Offset of the first occurrence of `string`; the length of the text if there is none. */
  firstOf(string: string): number {
    const [first, last] = this.interval(string);
    let least = this.sorted.length;
    for (let place = first; place < last; place++) least = Math.min(least, this.sorted[place]!);
    return least;
  }

  /** Numbers of the texts that have `string`, in order. */
  textsWith(string: string): number[] {
    const [first, last] = this.interval(string);
    const texts = new Set<number>();
    for (let place = first; place < last && texts.size < this.ends.length; place++) {
      texts.add(this.textOf(this.sorted[place]!));
    }
    return [...texts].sort((a, b) => a - b);
  }

  /**
   * How freely other things stand before and after `string`, as entropies in bits: low inside a longer expression, high at the
   * edge of one. What is no Han counts as different every time, for a mark is the surest edge.
   */
  freedom(string: string): { before: number; after: number } {
    const [first, last] = this.interval(string);
    // More than this many occurrences tell nothing new.
    const step = Math.max(1, Math.floor((last - first) / 2000));
    const [before, after] = [new Map<number, number>(), new Map<number, number>()];
    let marks = 0;
    const note = (units: Map<number, number>, unit: number): void => {
      const key = isHan(unit) ? unit : --marks;
      units.set(key, (units.get(key) ?? 0) + 1);
    };
    for (let place = first; place < last; place += step) {
      const offset = this.sorted[place]!;
      note(before, this.folded[offset - 1] ?? -1);
      note(after, this.folded[offset + string.length] ?? -1);
    }
    return { before: entropy(before), after: entropy(after) };
  }

  /**
   * How much more often `string` stands than its halves would meet by chance, for the halves where that is least: pointwise mutual
   * information in bits.
   */
  cohesion(string: string): number {
    const { length } = this.folded;
    const whole = this.count(string);
    let least = Infinity;
    for (let cut = 1; cut < string.length; cut++) {
      const halves = this.count(string.slice(0, cut)) * this.count(string.slice(cut));
      least = Math.min(least, Math.log2((whole * length) / halves));
    }
    return least;
  }
}

function entropy(counts: Map<number, number>): number {
  let total = 0;
  for (const count of counts.values()) total += count;
  let bits = 0;
  for (const count of counts.values()) bits -= (count / total) * Math.log2(count / total);
  return bits;
}
