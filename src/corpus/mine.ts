/** Mining: formulations that a glossary may want, out of speeches. Pure of Node, so that a worker can run it too. */
import { sentenceAt, sentences } from "../text/sentences.ts";
import { countHan } from "../text/units.ts";
import {
  extractChunks,
  extractNumerals,
  extractQuoted,
  extractSeries,
  EXTRACTORS,
  type Extract,
  type Extractor,
  type Tagger,
} from "./extract.ts";
import { Repetition } from "./repeats.ts";

export interface Candidate {
  surface: string;
  count: number;
  /** Names of the texts that have it. */
  speeches: string[];
  /** The sentence of its first occurrence, verbatim. */
  sample: string;
  /** Who proposes it; the more agree, the better. */
  extractors: Extractor[];
  /** Headword of the entry that is spelled so, if the glossary has one. */
  headword: string | null;
  /** Why an editor has turned it down, if one has. */
  rejected: string | null;
}

export interface MineOptions {
  texts: readonly { name: string; text: string }[];
  /** Parts of speech of a few characters, as jieba's `tag` gives them. */
  tag: Tagger;
  /** The headword that a spelling leads to. */
  headwordOf: (surface: string) => string | null;
  /** The reason why a spelling was turned down. */
  rejectionOf: (surface: string) => string | null;
  /** Told of each finished part, of 1 in all. */
  onProgress?: (share: number) => void;
}

/** Bits: a string whose parts cohere, and whose neighbours are free, this much is an expression of its own. */
const COHESION = 8;
const FREEDOM = 1.5;

/** Repeats are many in a large body; these few have the most occurrences. */
const MOST_REPEATS = 20_000;

/**
 * Candidates, those that most extractors agree on first, then the more frequent. What holds a redaction (**, XX) is none.
 */
export function mine({ texts, tag, headwordOf, rejectionOf, onProgress = () => {} }: MineOptions): Candidate[] {
  const joined = texts.map(({ text }) => text).join("\n");
  const ends: number[] = [];
  for (const { text } of texts) ends.push((ends.at(-1) ?? -1) + text.length + 1);

  const found = new Map<string, Set<Extractor>>();
  const take = ({ start, end, extractor }: Extract): void => {
    const surface = joined.slice(start, end);
    found.set(surface, (found.get(surface) ?? new Set()).add(extractor));
  };
  const byForm = [extractQuoted, extractNumerals, extractSeries, (text: string) => extractChunks(text, tag)];
  byForm.forEach((extract, i) => {
    extract(joined).forEach(take);
    onProgress((0.4 * (i + 1)) / byForm.length);
  });

  const repetition = new Repetition(joined, ends);
  onProgress(0.6);
  repetition
    .maximal(Math.min(2, texts.length))
    .sort((a, b) => b.count - a.count)
    .slice(0, MOST_REPEATS)
    .forEach(({ start, length }) => take({ start, end: start + length, extractor: "repeat" }));
  onProgress(0.8);

  const candidates: Candidate[] = [];
  const spansOf = texts.map(({ text }) => text).map(once(sentences));
  for (const [surface, extractors] of found) {
    if (countHan(surface) < 2) continue;
    const { before, after } = repetition.freedom(surface);
    if (repetition.cohesion(surface) >= COHESION && Math.min(before, after) >= FREEDOM) extractors.add("cohesion");
    const start = repetition.firstOf(surface);
    const number = repetition.textOf(start);
    const offset = start - (ends[number - 1] ?? 0);
    const span = sentenceAt(spansOf[number]!(), offset);
    candidates.push({
      surface,
      count: repetition.count(surface),
      speeches: [],
      sample: span ? texts[number]!.text.slice(span.start, span.end) : surface,
      extractors: EXTRACTORS.filter((extractor) => extractors.has(extractor)),
      headword: headwordOf(surface),
      rejected: rejectionOf(surface),
    });
  }
  candidates.sort(
    (a, b) => b.extractors.length - a.extractors.length || b.count - a.count || (a.surface < b.surface ? -1 : 1),
  );
  for (const candidate of candidates) {
    candidate.speeches = repetition.textsWith(candidate.surface).map((number) => texts[number]!.name);
  }
  onProgress(1);
  return candidates;
}

/** What `make` makes of an item, made when it is first asked for. */
function once<T, R>(make: (item: T) => R): (item: T) => () => R {
  return (item) => {
    let made: R | undefined;
    return () => (made ??= make(item));
  };
}
