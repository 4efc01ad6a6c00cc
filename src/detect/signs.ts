/** Where in a lexicon's trie detection has to look, and what it finds there besides terms; made once for each lexicon. */
import { hashOf, openingsOf, QUOTE, type Lexicon, type LexiconTerm } from "../lexicon/lexicon.ts";
import { nodeOf, type Sought } from "../lexicon/match.ts";
import { CATEGORIES } from "../lexicon/term.ts";
import { fold } from "../text/fold.ts";
import { framePatterns, type FramePatterns } from "./frames.ts";
import { COUNTED_HEADS, NUMBERS } from "./numerals.ts";
import { GROUPS, ORDERS, REGISTER_VERBS } from "./register.ts";

/** What a sign is; frames have FRAME plus the number of their patterns. */
export const NO_SIGN = 0;
export const VERB = 1;
export const ORDER = 2;
export const COUNTED_HEAD = 3;
export const FRAME = 4;

/** What the mark of a node has besides the lexicon's bits where there is a sign. */
export const SIGN_MARK = 4;

/** The openings are those with the quotations that begin with a number. */
export interface Signs extends Sought {
  /** By node: a sign. */
  signs: Uint16Array;
  patterns: FramePatterns["patterns"];
  /** By number of a term: its group, `context` for those marked only there, and its category, as numbers of GROUPS and CATEGORIES. */
  groups: Uint8Array;
  categories: Uint8Array;
}

const known = new WeakMap<Lexicon, Signs>();

export function signsOf(lexicon: Lexicon): Signs {
  let signs = known.get(lexicon);
  if (!signs) known.set(lexicon, (signs = makeSigns(lexicon)));
  return signs;
}

function makeSigns(lexicon: Lexicon): Signs {
  const { ends, roots, symbols } = lexicon;
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

  const marks = lexicon.marks.map((mark, node) => mark | (signs[node] === NO_SIGN ? 0 : SIGN_MARK));
  const openings = openingsOf(lexicon, marks, roots.length);
  for (const number of NUMBERS) {
    const hash = hashOf(QUOTE, symbols[number.charCodeAt(0)]!);
    openings.thirds[hash & (openings.thirds.length - 1)] = -1;
  }
  const groupOf = ({ detection, weight }: LexiconTerm): number =>
    GROUPS.indexOf(detection === "context" ? "context" : weight);
  return {
    signs,
    marks,
    openings,
    patterns,
    groups: Uint8Array.from(lexicon.terms, groupOf),
    categories: Uint8Array.from(lexicon.terms, ({ category }) => CATEGORIES.indexOf(category)),
  };
}
