/** Which terms stand in the same sentences, and how typical they are of each other. */
import type { Corpus } from "../lexicon/glossary.ts";
import { sentenceAt, sentences } from "../text/sentences.ts";
import { attestedTerms } from "./attested.ts";
import { logDice } from "./log-dice.ts";

interface Place {
  term: string;
  start: number;
  end: number;
}

/** The terms of each sentence of the corpus. */
export interface SentenceTerms {
  /** The places in each sentence, sentences numbered through all speeches. */
  bySentence: Place[][];
  /** Numbers of the sentences that have a term, ascending. */
  sentencesOf: ReadonlyMap<string, number[]>;
}

export interface Collocate {
  /** Id. */
  term: string;
  /** Sentences that have both. */
  together: number;
  /** Sentences that have this one. */
  sentences: number;
  logDice: number;
}

export interface Tie {
  a: string;
  b: string;
  /** Sentences that have both. */
  together: number;
}

export function sentenceTerms({ glossary, speeches }: Corpus): SentenceTerms {
  const attested = attestedTerms(glossary);
  const bySentence: Place[][] = [];
  const sentencesOf = new Map<string, number[]>();
  for (const { id, text } of speeches) {
    const spans = sentences(text);
    const first = bySentence.length;
    const numberAt = new Map(spans.map((span, i) => [span, first + i]));
    for (const _ of spans) bySentence.push([]);
    for (const { term, places } of attested) {
      for (const [start, end] of places[id] ?? []) {
        const span = sentenceAt(spans, start);
        if (!span) continue;
        const number = numberAt.get(span)!;
        bySentence[number]!.push({ term, start, end });
        const numbers = sentencesOf.get(term);
        if (!numbers) sentencesOf.set(term, [number]);
        else if (numbers.at(-1) !== number) numbers.push(number);
      }
    }
  }
  return { bySentence, sentencesOf };
}

/**
 * The terms that stand in a sentence with `id`, the most typical first, by logDice. One that only overlaps with it, as 四个意识 does
 * with 意识, is no company.
 */
export function collocatesOf({ bySentence, sentencesOf }: SentenceTerms, id: string): Collocate[] {
  const own = sentencesOf.get(id) ?? [];
  const together = new Map<string, number>();
  for (const number of own) {
    const places = bySentence[number]!;
    for (const term of companyIn(places, id)) together.set(term, (together.get(term) ?? 0) + 1);
  }
  return [...together]
    .map(([term, count]) => {
      const all = sentencesOf.get(term)!.length;
      return { term, together: count, sentences: all, logDice: logDice(count, own.length, all) };
    })
    .sort((a, b) => b.logDice - a.logDice || b.together - a.together || (a.term < b.term ? -1 : 1));
}

/** Which of `ids` stand in a sentence with each other. */
export function tiesAmong({ bySentence, sentencesOf }: SentenceTerms, ids: readonly string[]): Tie[] {
  return ids.flatMap((a, i) =>
    ids.slice(i + 1).flatMap((b) => {
      const together = (sentencesOf.get(a) ?? []).filter((number) => companyIn(bySentence[number]!, a).has(b)).length;
      return together > 0 ? [{ a, b, together }] : [];
    }),
  );
}

function companyIn(places: readonly Place[], id: string): Set<string> {
  const own = places.filter(({ term }) => term === id);
  const company = new Set<string>();
  for (const place of places) {
    if (place.term !== id && own.some(({ start, end }) => place.end <= start || place.start >= end)) {
      company.add(place.term);
    }
  }
  return company;
}
