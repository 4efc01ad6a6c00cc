/** What the glossary can say of words that it lacks: which terms they are made of, and which headwords are near. */
import { scriptOf, type Script } from "../text/script.ts";
import { wordsOf } from "../text/words.ts";
import { isFrameForm } from "./lexicon.ts";
import { formsOf, keyOf } from "./spelling.ts";
import { whole } from "./steps.ts";
import type { Term } from "./term.ts";

/** What is needed of a term to be found by. */
export type NamedTerm = Pick<Term, "id" | "headword" | "traditional" | "pinyin" | "weight"> & {
  variants: readonly { form: string }[];
};

/** A piece of the query; of the glossary, or a word that it lacks. The parts joined are the query. */
export interface QueryPart<T extends NamedTerm> {
  text: string;
  term?: T;
}

export interface Unknown<T extends NamedTerm> {
  /** The query's. */
  script: Script;
  /** None for a query without hanzi. */
  parts: QueryPart<T>[];
  /** Terms with a spelling, or a pinyin, that is near; the nearest first. */
  nearest: T[];
}

export interface Spellings<T extends NamedTerm> {
  /** By spelling, folded and without marks. */
  terms: ReadonlyMap<string, T>;
  /** UTF-16 units of the longest spelling. */
  longest: number;
}

/** Of how many edits a spelling may be another one, as a share of the longer of the two. */
const FARTHEST = 0.4;
const MOST_NEAR = 6;

/** Spellings of all terms, frames aside; where two terms share one, the first has it. */
export function spellingsOf<T extends NamedTerm>(all: Iterable<T>): Spellings<T> {
  return whole(gatheringSpellings(all));
}

/** The same in small steps. */
export function* gatheringSpellings<T extends NamedTerm>(all: Iterable<T>): Generator<undefined, Spellings<T>> {
  const terms = new Map<string, T>();
  let longest = 0;
  for (const term of all) {
    for (const form of formsOf(term)) {
      const key = keyed(form);
      if (isFrameForm(form) || key === "" || terms.has(key)) continue;
      terms.set(key, term);
      longest = Math.max(longest, key.length);
    }
    yield;
  }
  return { terms, longest };
}

/**
 * Looks `query` up in parts. Undefined where some spelling has the whole of it: then it is not unknown, or not typed to its end.
 */
export function lookUpUnknown<T extends NamedTerm>(spellings: Spellings<T>, query: string): Unknown<T> | undefined {
  const trimmed = query.trim();
  const key = keyed(trimmed);
  if (key === "") return undefined;
  for (const spelling of spellings.terms.keys()) if (spelling.includes(key)) return undefined;
  const isHan = /\p{Script=Han}/u.test(trimmed);
  return {
    script: scriptOf(trimmed),
    parts: isHan ? partsOf(spellings, trimmed) : [],
    nearest: isHan ? nearestSpellings(spellings, key) : nearestPinyin(spellings, letters(trimmed)),
  };
}

/** The longest terms from left to right, and the words between them. */
function partsOf<T extends NamedTerm>({ terms, longest }: Spellings<T>, query: string): QueryPart<T>[] {
  /** The query's units that count, folded, and where each stands. */
  const units: { unit: string; at: number }[] = [];
  for (let at = 0; at < query.length; at++) {
    const unit = keyed(query[at]!);
    if (unit !== "") units.push({ unit, at });
  }
  const key = units.map(({ unit }) => unit).join("");
  const parts: QueryPart<T>[] = [];
  let done = 0;
  for (let from = 0; from < units.length;) {
    const to = longestFrom(terms, key, from, longest);
    if (to === undefined) {
      from++;
      continue;
    }
    const [start, end] = [units[from]!.at, units[to - 1]!.at + 1];
    parts.push(...wordsIn(query.slice(done, start)));
    parts.push({ text: query.slice(start, end), term: terms.get(key.slice(from, to))! });
    done = end;
    from = to;
  }
  parts.push(...wordsIn(query.slice(done)));
  return parts;
}

function longestFrom(
  terms: ReadonlyMap<string, unknown>,
  key: string,
  from: number,
  longest: number,
): number | undefined {
  // A single character is in every second word.
  for (let to = Math.min(key.length, from + longest); to > from + 1; to--) {
    if (terms.has(key.slice(from, to))) return to;
  }
  return undefined;
}

const wordsIn = (text: string): { text: string }[] => wordsOf(text).map((word) => ({ text: word }));

function nearestSpellings<T extends NamedTerm>({ terms }: Spellings<T>, key: string): T[] {
  const counts = countsOf(key);
  const near: [T, number][] = [];
  for (const [spelling, term] of terms) {
    const length = Math.max(spelling.length, key.length);
    const most = Math.floor(length * FARTHEST);
    // Each edit takes away one shared character at most.
    if (most === 0 || length - shared(counts, spelling) > most) continue;
    const edits = distance(key, spelling);
    if (edits <= most) near.push([term, edits / length]);
  }
  return ranked(near);
}

function nearestPinyin<T extends NamedTerm>({ terms }: Spellings<T>, typed: string): T[] {
  // Shorter than this, everything is near.
  if (typed.length < 4) return [];
  const near: [T, number][] = [];
  for (const term of new Set(terms.values())) {
    const pinyin = letters(term.pinyin);
    const length = Math.max(pinyin.length, typed.length);
    const most = Math.floor(length * (FARTHEST / 2));
    if (Math.abs(pinyin.length - typed.length) > most) continue;
    const edits = distance(typed, pinyin);
    if (edits <= most) near.push([term, edits / length]);
  }
  return ranked(near);
}

const HEAVINESS = { essential: 0, regular: 1, background: 2 };

function ranked<T extends NamedTerm>(near: [T, number][]): T[] {
  near.sort(([a, farA], [b, farB]) => farA - farB || HEAVINESS[a.weight] - HEAVINESS[b.weight]);
  return [...new Set(near.map(([term]) => term))].slice(0, MOST_NEAR);
}

/** Without blanks, quotation marks and separators, folded. */
function keyed(text: string): string {
  return String.fromCharCode(...keyOf(text).units);
}

/** Latin letters in lower case, without tone marks; ü is v, as it is typed. */
function letters(text: string): string {
  return text
    .toLowerCase()
    .replace(/[üǖǘǚǜ]/g, "v")
    .normalize("NFD")
    .replace(/[^a-z]/g, "");
}

function countsOf(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  return counts;
}

/** How many characters `text` shares with those counted. */
function shared(counts: ReadonlyMap<string, number>, text: string): number {
  const left = new Map<string, number>();
  let sum = 0;
  for (const character of text) {
    const some = left.get(character) ?? counts.get(character) ?? 0;
    if (some > 0) sum++;
    left.set(character, some - 1);
  }
  return sum;
}

/** Edits from `a` to `b`: a unit more, less or other, or two neighbours exchanged (optimal string alignment). */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const isSame = a[i - 1] === b[j - 1];
      let least = Math.min(above[j]! + 1, row[j - 1]! + 1, above[j - 1]! + (isSame ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, before[j - 2]! + 1);
      row.push(least);
    }
    [before, above] = [above, row];
  }
  return above[b.length]!;
}
