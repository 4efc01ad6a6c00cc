/** Terms that a text of the glossary itself names, so that a reader can go on to them. */
import type { Lexicon } from "./lexicon.ts";
import { matchLongest } from "./match.ts";

/** A term in a text: UTF-16 code units, and the term's id. */
export interface NamedTermIn {
  start: number;
  end: number;
  term: string;
}

/** The terms in `text`, in order, none overlapping another: no common jargon, and no words with an everyday life. */
export function termsIn(lexicon: Lexicon, text: string): NamedTermIn[] {
  return matchLongest(lexicon, text).flatMap(({ start, end, term }) => {
    const { id, weight, detection } = lexicon.terms[term]!;
    return weight === "background" || detection !== "always" ? [] : [{ start, end, term: id }];
  });
}
