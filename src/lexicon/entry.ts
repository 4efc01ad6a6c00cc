/** An entry as the reader sees it: the term with its quotes in words, its counts with titles, its relations with headwords. */
import { sentenceAt, sentences } from "../text/sentences.ts";
import type { Corpus, Library, Pack } from "./glossary.ts";
import type { Attestation, Quote, Speech } from "./speech.ts";
import type { Bilingual, Term } from "./term.ts";

/** A term in a list or a link: enough to recognise it by. */
export interface TermLine {
  id: string;
  headword: string;
  traditional: string;
  pinyin: string;
  /** The first rendering. */
  rendering: string;
  category: Term["category"];
  weight: Term["weight"];
}

export interface QuoteInWords extends Quote {
  title: Bilingual;
  /** The sentence, verbatim. */
  sentence: string;
  /** Titles of the speeches that have the words around the term too. */
  alsoInTitles: Bilingual[];
}

export interface Entry {
  term: Term;
  packName: Bilingual;
  /** Occurrences in the corpus; speeches without any are left out. */
  counts: { speech: string; title: Bilingual; count: number }[];
  quotes: QuoteInWords[];
  /** Verbs that the speeches put right before it, the most frequent first. */
  verbs: { verb: string; count: number }[];
  related: TermLine[];
}

/** One occurrence of a term in the corpus, in words. Offsets are UTF-16 code units of the speech. */
export interface Occurrence extends Pick<Quote, "speech" | "start" | "end" | "sentenceStart" | "sentenceEnd"> {
  sentence: string;
}

/** Every occurrence of `id` in the corpus, speech by speech and in order. */
export function occurrencesOf({ glossary, speeches }: Corpus, id: string): Occurrence[] {
  const places = glossary.attestations[id]?.places ?? {};
  return speeches.flatMap(({ id: speech, text }) => {
    if (!places[speech]) return [];
    const spans = sentences(text);
    return places[speech].map(([start, end]) => {
      const sentenceStart = sentenceAt(spans, start)?.start ?? start;
      const sentenceEnd = sentenceAt(spans, end - 1)?.end ?? end;
      return { speech, start, end, sentenceStart, sentenceEnd, sentence: text.slice(sentenceStart, sentenceEnd) };
    });
  });
}

export function termLine(term: Term): TermLine {
  const { id, headword, traditional, pinyin, category, weight } = term;
  return { id, headword, traditional, pinyin, rendering: term.renderings[0]!.text, category, weight };
}

/** What a longer line has of a shorter one. */
export function bareLine({ id, headword, traditional, pinyin, rendering, category, weight }: TermLine): TermLine {
  return { id, headword, traditional, pinyin, rendering, category, weight };
}

/** The entry of `id`; undefined if the glossary has none. */
export function entryOf({ glossary, speeches }: Library, id: string): Entry | undefined {
  const term = glossary.terms.find((candidate) => candidate.id === id);
  return (
    term &&
    entryOfTerm(term, {
      packs: glossary.packs,
      speeches,
      attestation: glossary.attestations[id],
      lineOf: (other) => {
        const related = glossary.terms.find((candidate) => candidate.id === other);
        return related && termLine(related);
      },
    })
  );
}

/** What an entry has beside its term. */
interface AroundTerm {
  packs: readonly Pack[];
  speeches: readonly Speech[];
  attestation: Attestation | undefined;
  /** Undefined for a term that the entry is not to lead to. */
  lineOf: (id: string) => TermLine | undefined;
}

export function entryOfTerm(term: Term, { packs, speeches, attestation, lineOf }: AroundTerm): Entry {
  const speechById = new Map(speeches.map((speech) => [speech.id, speech]));
  const titleOf = (speech: string): Bilingual => speechById.get(speech)!.title;
  return {
    term,
    packName: packs.find((pack) => pack.id === term.pack)!.name,
    counts: speeches
      .map(({ id: speech, title }) => ({ speech, title, count: attestation?.places[speech]?.length ?? 0 }))
      .filter(({ count }) => count > 0),
    quotes: (attestation?.quotes ?? []).map((quote) => ({
      ...quote,
      title: titleOf(quote.speech),
      sentence: speechById.get(quote.speech)!.text.slice(quote.sentenceStart, quote.sentenceEnd),
      alsoInTitles: quote.alsoIn.map(titleOf),
    })),
    verbs: attestation?.verbs ?? [],
    related: term.related.flatMap((other) => lineOf(other) ?? []),
  };
}
