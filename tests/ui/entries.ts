/** Made-up entries for the tests of the screens; the shapes are real, the counts and quotes are not. */
import type { Entry, QuoteInWords } from "../../src/lexicon/entry.ts";
import type { Term } from "../../src/lexicon/term.ts";

export function makeTerm(part: Partial<Term> = {}): Term {
  return {
    id: "liang-ge-wei-hu",
    pack: "test",
    headword: "两个维护",
    traditional: "兩個維護",
    pinyin: "liǎng gè wéi hù",
    category: "numeral",
    weight: "essential",
    detection: "always",
    scope: "national",
    renderings: [{ text: "the Two Upholds", kind: "common" }],
    definition: { en: "What every member is to uphold.", zh: "每个党员都要维护的两件事。" },
    variants: [],
    related: [],
    ...part,
  };
}

export function makeEntry(part: Partial<Term> = {}, rest: Partial<Omit<Entry, "term">> = {}): Entry {
  return {
    term: makeTerm(part),
    packName: { en: "Test pack", zh: "测试" },
    counts: [],
    quotes: [],
    verbs: [],
    related: [],
    ...rest,
  };
}

/** A quote of `term` in `sentence`, which stands at `sentenceStart` of its speech. */
export function makeQuote(
  sentence: string,
  term: string,
  sentenceStart = 100,
  part: Partial<QuoteInWords> = {},
): QuoteInWords {
  const start = sentenceStart + sentence.indexOf(term);
  return {
    speech: "000",
    start,
    end: start + term.length,
    sentenceStart,
    sentenceEnd: sentenceStart + sentence.length,
    alsoIn: [],
    title: { en: "A speech", zh: "讲话" },
    sentence,
    alsoInTitles: [],
    ...part,
  };
}
