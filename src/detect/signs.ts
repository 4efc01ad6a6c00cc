/** Where in a lexicon's trie detection has to look, and what it finds there besides terms; made once for each lexicon. */
import { QUOTE, type Lexicon, type LexiconTerm } from "../lexicon/lexicon.ts";
import { nodeOf } from "../lexicon/match.ts";
import { ANY, makePaths, open, type Paths } from "../lexicon/paths.ts";
import { CATEGORIES } from "../lexicon/term.ts";
import { framePatterns, type FramePatterns } from "./frames.ts";
import { COUNTED_HEADS, NUMBERS } from "./numerals.ts";
import { GROUPS, ORDERS, REGISTER_VERBS } from "./register.ts";

/** What a sign is; frames have FRAME plus the number of their patterns. */
export const NO_SIGN = 0;
export const VERB = 1;
export const ORDER = 2;
export const COUNTED_HEAD = 3;
export const FRAME = 4;

export interface Signs {
  /** With the signs, and with the quotations that begin with a number. */
  paths: Paths;
  patterns: FramePatterns["patterns"];
  /** By number of a term: its group, `context` for those marked only there, and its category, as numbers of GROUPS and CATEGORIES. */
  groups: Uint8Array;
  categories: Uint8Array;
  /** By number of a term: the last sentence that it was found in, counted on from text to text. */
  lastIn: Float64Array;
}

const known = new WeakMap<Lexicon, Signs>();

export function signsOf(lexicon: Lexicon): Signs {
  let signs = known.get(lexicon);
  if (!signs) known.set(lexicon, (signs = makeSigns(lexicon)));
  return signs;
}

function makeSigns(lexicon: Lexicon): Signs {
  const signs = new Map<number, number>();
  const set = (spelling: string, sign: number): void => {
    const node = nodeOf(lexicon, spelling);
    if (node !== 0) signs.set(node, sign);
  };
  for (const verb of REGISTER_VERBS) set(verb, VERB);
  for (const order of ORDERS) set(order, ORDER);
  for (const head of COUNTED_HEADS) set(head, COUNTED_HEAD);
  const { anchors, patterns } = framePatterns(lexicon.frames);
  anchors.forEach((anchor, i) => set(anchor, FRAME + i));

  const paths = makePaths(lexicon, signs);
  for (const number of NUMBERS) open(paths.thirds, QUOTE, lexicon.symbols[number.charCodeAt(0)]!, ANY);
  const groupOf = ({ detection, weight }: LexiconTerm): number =>
    GROUPS.indexOf(detection === "context" ? "context" : weight);
  return {
    paths,
    patterns,
    groups: Uint8Array.from(lexicon.terms, groupOf),
    categories: Uint8Array.from(lexicon.terms, ({ category }) => CATEGORIES.indexOf(category)),
    lastIn: new Float64Array(lexicon.terms.length),
  };
}
