/** Where the terms stand in the speeches: counts, and the quotes chosen to show. */
import { frameSpans } from "../detect/frame-spans.ts";
import type { Lexicon } from "../lexicon/lexicon.ts";
import { matchAll } from "../lexicon/match.ts";
import type { Attestation, Quote, Speech } from "../lexicon/speech.ts";
import type { Term } from "../lexicon/term.ts";
import type { Tagger } from "./extract.ts";
import { sentenceAt, sentences, type Span } from "../text/sentences.ts";

const MOST_QUOTES = 5;
const MOST_VERBS = 5;

/** A sentence this long, in UTF-16 code units, says what its term means; beyond it every further one makes it worse to read. */
const BEST_LENGTH = 60;

/**
 * Attestations by term id. All occurrences count, those nested in longer terms too; overlapping spellings of one term count
 * once. Terms that no speech has are left out.
 */
export function attest(
  lexicon: Lexicon,
  terms: readonly Term[],
  speeches: readonly Speech[],
  tag: Tagger,
): Record<string, Attestation> {
  const occurrences = new Map<string, Quote[]>();
  const sentencesOf = new Map(speeches.map((speech) => [speech.id, sentences(speech.text)]));
  for (const speech of speeches) {
    const spans = sentencesOf.get(speech.id)!;
    const lastEnd = new Map<string, number>();
    for (const { id, start, end } of occurrencesIn(lexicon, speech.text)) {
      if (start < (lastEnd.get(id) ?? 0)) continue;
      lastEnd.set(id, end);
      const first = sentenceAt(spans, start);
      const last = sentenceAt(spans, end - 1);
      if (!first || !last) continue;
      const quote: Quote = {
        speech: speech.id,
        start,
        end,
        sentenceStart: first.start,
        sentenceEnd: last.end,
        alsoIn: [],
      };
      occurrences.set(id, [...(occurrences.get(id) ?? []), quote]);
    }
  }
  const attestations: Record<string, Attestation> = {};
  for (const term of terms) {
    const quotes = occurrences.get(term.id);
    if (!quotes) continue;
    noteShared(quotes, speeches);
    const places: Attestation["places"] = {};
    for (const { speech, start, end } of quotes) (places[speech] ??= []).push([start, end]);
    attestations[term.id] = {
      places,
      quotes: chosen(quotes, term, speeches),
      verbs: term.category === "frame" ? [] : verbsBefore(quotes, speeches, tag),
    };
  }
  return attestations;
}

/** A passage of this many UTF-16 code units that two speeches have word for word was not written twice; nor was a whole sentence. */
const SHARED = 24;

/** Notes for each quote which speeches have the words around it too, as 000 and 001 have of each other. */
function noteShared(quotes: readonly Quote[], speeches: readonly Speech[]): void {
  const textOf = new Map(speeches.map((speech) => [speech.id, speech.text]));
  for (const quote of quotes) {
    for (const other of quotes) {
      if (other.speech === quote.speech || quote.alsoIn.includes(other.speech)) continue;
      const [a, b] = [textOf.get(quote.speech)!, textOf.get(other.speech)!];
      const isSentence =
        a.slice(quote.sentenceStart, quote.sentenceEnd) === b.slice(other.sentenceStart, other.sentenceEnd);
      if (isSentence || sharedAround(a, quote.start, b, other.start) >= SHARED) quote.alsoIn.push(other.speech);
    }
  }
}

/** How long the stretch is that `a` around `i` and `b` around `j` have in common, within a line. */
function sharedAround(a: string, i: number, b: string, j: number): number {
  let before = 0;
  while (i - before > 0 && a[i - before - 1] === b[j - before - 1] && a[i - before - 1] !== "\n") before++;
  let after = 0;
  while (i + after < a.length && a[i + after] === b[j + after] && a[i + after] !== "\n") after++;
  return before + after;
}

/** What may stand between a verb and its term: 做到“两个维护”. */
const BETWEEN = /[“‘「『\s]+$/;

/** The verbs of two or more Han right before the term, counted. */
function verbsBefore(quotes: readonly Quote[], speeches: readonly Speech[], tag: Tagger): Attestation["verbs"] {
  const textOf = new Map(speeches.map((speech) => [speech.id, speech.text]));
  const counts = new Map<string, number>();
  for (const { speech, sentenceStart, start } of quotes) {
    const text = textOf.get(speech)!.slice(sentenceStart, start);
    const before = text.replace(BETWEEN, "");
    const clause = /[^，。、；：！？“”]*$/.exec(before)![0];
    const last = tag(clause).at(-1);
    // 坚定 is an adjective to jieba; before a quotation mark it can only be a verb.
    const isVerb = last && (last.tag.startsWith("v") || (last.tag === "a" && before !== text));
    if (isVerb && last.word.length > 1) counts.set(last.word, (counts.get(last.word) ?? 0) + 1);
  }
  return [...counts]
    .map(([verb, count]) => ({ verb, count }))
    .sort((a, b) => b.count - a.count || (a.verb < b.verb ? -1 : 1))
    .slice(0, MOST_VERBS);
}

function occurrencesIn(lexicon: Lexicon, text: string): (Span & { id: string })[] {
  const found = matchAll(lexicon, text).map(({ start, end, term }) => ({ start, end, id: lexicon.terms[term]!.id }));
  const frames = frameSpans(lexicon, text).map(({ start, end, term }) => ({ start, end, id: term.id }));
  return [...found, ...frames].sort((a, b) => a.start - b.start || b.end - a.end);
}

/** At most five: one from each speech before a second from any, a sentence that spells members out first, then by length. */
function chosen(quotes: readonly Quote[], term: Term, speeches: readonly Speech[]): Quote[] {
  const textOf = new Map(speeches.map((speech) => [speech.id, speech.text]));
  const members = term.members?.status === "known" ? term.members.items.map((item) => item.zh) : [];
  const merit = ({ speech, sentenceStart, sentenceEnd }: Quote): number => {
    const sentence = textOf.get(speech)!.slice(sentenceStart, sentenceEnd);
    const spelled = members.length > 0 && members.every((member) => sentence.includes(member)) ? 1000 : 0;
    return spelled - Math.abs(sentence.length - BEST_LENGTH);
  };
  const best: Quote[] = [];
  for (const quote of [...quotes].sort((a, b) => merit(b) - merit(a) || a.start - b.start)) {
    // One of two that have the same passage stands for both.
    if (!best.some((other) => other.alsoIn.includes(quote.speech) && quote.alsoIn.includes(other.speech)))
      best.push(quote);
  }
  const rank = new Map<Quote, number>();
  const perSpeech = new Map<string, number>();
  for (const quote of best) {
    const nth = perSpeech.get(quote.speech) ?? 0;
    perSpeech.set(quote.speech, nth + 1);
    rank.set(quote, nth);
  }
  return best.sort((a, b) => rank.get(a)! - rank.get(b)!).slice(0, MOST_QUOTES);
}
