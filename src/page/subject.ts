/** What a card is about, in the page's own words. */
import type { Lexicon } from "../lexicon/lexicon.ts";
import { matchAll, matchLongest } from "../lexicon/match.ts";
import type { Subject as SubjectMessage } from "../protocol/messages.ts";
import { scriptOf } from "../text/script.ts";
import { sentenceAt, sentences } from "../text/sentences.ts";
import type { Place } from "./known.ts";

/** A term that stands inside another. */
export interface InnerTerm {
  term: string;
  surface: string;
}

export interface Subject extends SubjectMessage {
  /** Terms inside the one that was found, each once, in the order of the text. */
  inner: InnerTerm[];
  /** Not found on the page but selected by the reader. */
  isSelected?: boolean;
}

export function subjectOf(lexicon: Lexicon, place: Place): Subject {
  const { block, finding } = place;
  const surface = surfaceOf(place);
  const span = sentenceAt(sentences(block.text), finding.start);
  return {
    term: finding.term,
    surface,
    sentence: block.text.slice(span?.start ?? finding.start, Math.max(span?.end ?? 0, finding.end)),
    script: scriptOf(block.text),
    inner: innerTerms(lexicon, surface, finding.term),
  };
}

/** Of words that the reader has selected: the longest term in them; `term` is null where there is none. */
export function subjectIn(lexicon: Lexicon, text: string): Subject {
  const [longest] = matchLongest(lexicon, text).sort((a, b) => b.end - b.start - (a.end - a.start));
  const term = longest ? lexicon.terms[longest.term]!.id : null;
  const surface = longest ? text.slice(longest.start, longest.end) : text.trim();
  return {
    term,
    surface,
    sentence: text,
    script: scriptOf(text),
    inner: innerTerms(lexicon, surface, term),
    isSelected: true,
  };
}

export function surfaceOf({ block, finding }: Place): string {
  return block.text.slice(finding.start, finding.end);
}

/** What a formulation is counted and muted by: its entry, or its surface where it has none. */
export function keyOf(place: Place): string {
  return place.finding.term ?? surfaceOf(place);
}

function innerTerms(lexicon: Lexicon, surface: string, outer: string | null): InnerTerm[] {
  const found = new Map<string, string>();
  for (const { start, end, term } of matchAll(lexicon, surface)) {
    const { id } = lexicon.terms[term]!;
    if (id !== outer && !found.has(id)) found.set(id, surface.slice(start, end));
  }
  return [...found].map(([term, inner]) => ({ term, surface: inner }));
}
