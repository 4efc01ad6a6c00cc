/**
 * Many short texts in few bytes, each of them to be had by itself.
 *
 * A dictionary of pieces stands for what the texts have in common: a rule joins two symbols to a longer one (Re-Pair, Larsson and
 * Moffat 1999), and a text is what is left, in a Huffman code. The glossary's English comes to 0.31 of its bytes so and its Chinese to
 * 0.30, where deflate comes to 0.37 and 0.42 and has to undo the whole for one entry. src/corpus/pack-texts.ts writes it.
 *
 * Symbols: 0 ends a text; 1 … A are UTF-16 units; those after them are rules. The rules stand in steps: each joins symbols of the
 * steps before, and within a step they are in the order of their left symbols.
 *
 * Bytes; n is seven bits a byte, the lowest first, the highest bit set where more follow:
 *   n texts · n units A, then each as n more than the last · n steps, then n rules of each · for each rule n, its left symbol, as more
 *   than that of the last in its step · for each rule the high byte of its right symbol · the low byte of each · a byte for each
 *   symbol: the length of its code, 0 for none · for every STRIDEth text n, how many bytes after the last of them it begins · bits,
 *   the highest of each byte first. Of two codes of one length that of the lower symbol is the lower; each STRIDEth text begins a byte.
 */

/** Texts from one that can be gone to at once to the next. */
export const STRIDE = 8;

export const END_OF_TEXT = 0;

export interface Texts {
  length: number;
  /** @throws RangeError if there is no such text. */
  at: (number: number) => string;
}

/** @throws RangeError if the bytes end too early. */
export function textsOf(bytes: Uint8Array): Texts {
  let at = 0;
  const byte = (): number => {
    const value = bytes[at++];
    if (value === undefined) throw new RangeError(`The packed texts end after ${bytes.length} bytes.`);
    return value;
  };
  const number = (): number => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const part = byte();
      value += (part & 0x7f) * 2 ** shift;
      if (part < 0x80) return value;
    }
  };
  const length = number();
  const units = [0];
  for (let left = number(); left > 0; left--) units.push(units.at(-1)! + number());
  const steps = Array.from({ length: number() }, number);
  const lefts: number[] = [];
  for (const rules of steps) {
    let symbol = 0;
    for (let rule = 0; rule < rules; rule++) lefts.push((symbol += number()));
  }
  /** So many bytes as they are: most of the head is never looked at for one text. */
  const some = (many: number): Uint8Array => {
    if (at + many > bytes.length) throw new RangeError(`The packed texts end after ${bytes.length} bytes.`);
    return bytes.subarray(at, (at += many));
  };
  const high = some(lefts.length);
  const low = some(lefts.length);
  const read = readerOf(some(units.length + lefts.length));
  let begin = 0;
  const begins = Array.from({ length: Math.ceil(length / STRIDE) }, () => (begin += number()));
  const bits = bytes.subarray(at);

  /** What symbols stand for, as far as that has been asked. */
  const pieces: string[] = [];
  const pieceOf = (symbol: number): string => {
    const known = pieces[symbol];
    if (known !== undefined) return known;
    const rule = symbol - units.length;
    const piece =
      rule < 0 ? String.fromCharCode(units[symbol]!) : pieceOf(lefts[rule]!) + pieceOf(256 * high[rule]! + low[rule]!);
    pieces[symbol] = piece;
    return piece;
  };
  return {
    length,
    at: (wanted) => {
      if (!(wanted >= 0 && wanted < length)) throw new RangeError(`There are ${length} texts; there is no ${wanted}.`);
      const from = { bits, at: 8 * begins[Math.floor(wanted / STRIDE)]! };
      for (let before = wanted % STRIDE; before > 0; before--) while (read(from) !== END_OF_TEXT);
      let text = "";
      for (let symbol = read(from); symbol !== END_OF_TEXT; symbol = read(from)) text += pieceOf(symbol);
      return text;
    },
  };
}

/** Reads one symbol after the other; `at` counts bits. */
function readerOf(lengths: Uint8Array): (from: { bits: Uint8Array; at: number }) => number {
  let longest = 0;
  for (const length of lengths) if (length > longest) longest = length;
  const symbolsOf = Array.from({ length: longest + 1 }, (): number[] => []);
  for (let symbol = 0; symbol < lengths.length; symbol++) symbolsOf[lengths[symbol]!]!.push(symbol);
  const symbols = symbolsOf.slice(1).flat();
  /** For each length the first code that is none of it, and what is to be added to a code for its place among the symbols. */
  const after: number[] = [];
  const shift: number[] = [];
  for (let length = 1, code = 0, place = 0; length <= longest; length++) {
    code *= 2;
    shift[length] = place - code;
    const { length: many } = symbolsOf[length]!;
    code += many;
    place += many;
    after[length] = code;
  }
  return (from) => {
    let code = 0;
    for (let length = 1; length <= longest; length++) {
      code = 2 * code + ((from.bits[from.at >> 3]! >> (7 - (from.at & 7))) & 1);
      from.at++;
      if (code < after[length]!) return symbols[code + shift[length]!]!;
    }
    throw new RangeError("The packed texts are damaged.");
  };
}
