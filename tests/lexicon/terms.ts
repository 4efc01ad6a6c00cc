/** Small terms for tests, complete enough to compile, search and show. */
import { compileForDetection } from "../../src/detect/compile.ts";
import { loadLexicon, type Lexicon } from "../../src/lexicon/lexicon.ts";
import type { Term } from "../../src/lexicon/term.ts";

export function term(headword: string, more: Partial<Term> = {}): Term {
  return {
    id: [...headword].map((character) => character.charCodeAt(0).toString(16)).join("-"),
    pack: "test",
    headword,
    traditional: headword,
    pinyin: "",
    category: "slogan",
    weight: "regular",
    detection: "always",
    scope: "national",
    renderings: [{ text: `rendering of ${headword}`, kind: "working" }],
    definition: { en: "What it means.", zh: "它的意思。" },
    variants: [],
    related: [],
    ...more,
  };
}

export function lexiconOf(...terms: (string | Term)[]): Lexicon {
  return loadLexicon(compileForDetection(terms.map((entry) => (typeof entry === "string" ? term(entry) : entry))));
}
