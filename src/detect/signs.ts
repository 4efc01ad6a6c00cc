/** Where in a lexicon's trie detection has to look, and what it finds there besides terms; made once for each lexicon. */
import {
  BREAK,
  hashOf,
  KANA,
  QUOTE,
  SEPARATOR,
  SLOT_SIZE,
  STOP,
  type Lexicon,
  type Openings,
} from "../lexicon/lexicon.ts";
import { fold } from "../text/fold.ts";
import { framePatterns, nodeOf, type FramePatterns } from "./frames.ts";
import { COUNTED_HEADS, NUMBERS } from "./numerals.ts";
import { ORDERS, REGISTER_VERBS } from "./register.ts";

/** What a sign is; frames have FRAME plus the number of their patterns. */
export const NO_SIGN = 0;
export const VERB = 1;
export const ORDER = 2;
export const COUNTED_HEAD = 3;
export const FRAME = 4;

export interface Signs {
  /** By node: a sign. */
  signs: Uint16Array;
  /** By node: not 0 where a term or a sign ends. */
  marks: Uint8Array;
  /** The lexicon's openings, with those at which a sentence or a clause ends, kana stands, or a number is quoted. */
  openings: Openings;
  patterns: FramePatterns["patterns"];
}

const known = new WeakMap<Lexicon, Signs>();

export function signsOf(lexicon: Lexicon): Signs {
  let signs = known.get(lexicon);
  if (!signs) known.set(lexicon, (signs = makeSigns(lexicon)));
  return signs;
}

function makeSigns(lexicon: Lexicon): Signs {
  const { ends, openings, roots, symbols } = lexicon;
  const signs = new Uint16Array(ends.length);
  const set = (spelling: string, sign: number): void => {
    const node = nodeOf(lexicon, fold(spelling));
    if (node !== 0) signs[node] = sign;
  };
  for (const verb of REGISTER_VERBS) set(verb, VERB);
  for (const order of ORDERS) set(order, ORDER);
  for (const head of COUNTED_HEADS) set(head, COUNTED_HEAD);
  const { anchors, patterns } = framePatterns(lexicon.frames);
  anchors.forEach((anchor, i) => set(anchor, FRAME + i));

  const marks = Uint8Array.from(ends, (end, node) => (end !== 0 || signs[node] !== 0 ? 1 : 0));
  const [bits, slots] = [openings.bits.slice(), openings.slots.slice()];
  const mask = bits.length * 32 - 1;
  const look = (symbol: number, next: number): void => {
    const bit = hashOf(symbol, next) & mask;
    bits[bit >> 5]! |= 1 << (bit & 31);
  };
  for (const symbol of [BREAK, STOP, SEPARATOR, KANA])
    for (let next = 0; next < roots.length; next++) look(symbol, next);
  // Of quotations only those that begin with a number.
  for (const number of NUMBERS) look(QUOTE, symbols[number.charCodeAt(0)]!);
  for (let slot = 0; slot < slots.length; slot += SLOT_SIZE) slots[slot + 3] = marks[slots[slot + 1]!]!;
  return { signs, marks, openings: { bits, slots }, patterns };
}
