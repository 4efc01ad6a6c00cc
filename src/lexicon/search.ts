/** Search over the glossary: hanzi in either script, pinyin with or without tones and spaces, initials, English. */
import { isHan } from "../text/units.ts";
import { eachHit, FieldWriter, folded, partsOf, wordsOf, type JoinedField } from "./search-text.ts";
import { formsOf } from "./spelling.ts";
import { whole } from "./steps.ts";
import type { Term } from "./term.ts";

/** What of the terms is searched, folded once. Fields are joined over all terms; numbers are those of `terms`. */
export interface SearchIndex {
  terms: readonly Term[];
  /** What decides between equal hits: weight, and shortness of the headword. */
  merits: Float32Array;
  /** Spellings without separators and quotation marks. */
  forms: JoinedField;
  /** Terms by spelling, for spellings inside the query. */
  termsOf: ReadonlyMap<string, number[]>;
  longestForm: number;
  /** Toneless syllables, run together; ü as u. */
  pinyin: JoinedField;
  /** For each offset in the pinyin: 1 where a syllable begins. */
  syllables: Uint8Array;
  initials: JoinedField;
  renderings: JoinedField;
  membersEnglish: JoinedField;
  membersChinese: JoinedField;
  definitionsEnglish: JoinedField;
  definitionsChinese: JoinedField;
}

/** How good a hit is; the gaps leave room for the merits that decide between equals. */
const SCORE = {
  form: 1000,
  pinyin: 900,
  rendering: 880,
  formPrefix: 800,
  pinyinPrefix: 700,
  initials: 650,
  renderingPrefix: 640,
  formPart: 600,
  renderingWord: 580,
  insideQuery: 500,
  initialsPrefix: 450,
  pinyinPart: 400,
  member: 300,
  /** All words of the query, but not one after the other. */
  renderingWords: 290,
  definition: 100,
  definitionWords: 50,
};
/** What a hit is less good by if only a variant has it: more than what decides between equals. */
const IN_VARIANT = 40;
const WEIGHT_MERIT = { essential: 20, regular: 10, background: 0 };

/** Units of a query that are looked at; a page pasted into the box is no query. */
const LONGEST_QUERY = 500;

export function indexTerms(terms: Iterable<Term>): SearchIndex {
  return whole(indexing(terms));
}

/** Makes the index in small steps, so that whoever has other things to do can do them in between. */
export function* indexing(from: Iterable<Term>): Generator<undefined, SearchIndex> {
  const terms: Term[] = [];
  const termsOf = new Map<string, number[]>();
  const forms = new FieldWriter();
  const pinyin = new FieldWriter();
  const begins: number[] = [];
  const initials = new FieldWriter();
  const renderings = new FieldWriter();
  const members = [new FieldWriter(), new FieldWriter()] as const;
  const definitions = [new FieldWriter(), new FieldWriter()] as const;
  let longestForm = 0;
  for (const term of from) {
    const number = terms.push(term) - 1;
    // Both scripts are mostly one spelling when folded.
    for (const form of new Set(formsOf(term).map(folded))) {
      forms.part(form);
      longestForm = Math.max(longestForm, form.length);
      const others = termsOf.get(form);
      if (others) others.push(number);
      else termsOf.set(form, [number]);
    }
    const syllables = pinyin.syllables(term.pinyin);
    begins.push(...syllables);
    initials.part(String.fromCharCode(...syllables.map((offset) => pinyin.unitAt(offset))));
    for (const { text } of term.renderings) renderings.words(text);
    const items = term.members?.status === "known" ? term.members.items : [];
    for (const text of [...items, term.definition]) {
      const [english, chinese] = text === term.definition ? definitions : members;
      english.words(text.en);
      chinese.folded(text.zh);
      // English definitions name things in hanzi too.
      chinese.hanzi(text.en);
    }
    for (const field of [forms, pinyin, initials, renderings, ...members, ...definitions]) field.endTerm();
    yield;
  }
  const syllables = new Uint8Array(pinyin.offset);
  for (const offset of begins) syllables[offset] = 1;
  return {
    terms,
    merits: Float32Array.from(terms, meritOf),
    forms: yield* forms.joining(),
    termsOf,
    longestForm,
    pinyin: yield* pinyin.joining(),
    syllables,
    initials: yield* initials.joining(),
    renderings: yield* renderings.joining(),
    membersEnglish: yield* members[0].joining(),
    membersChinese: yield* members[1].joining(),
    definitionsEnglish: yield* definitions[0].joining(),
    definitionsChinese: yield* definitions[1].joining(),
  };
}

function meritOf({ weight, headword }: Term): number {
  return WEIGHT_MERIT[weight] - Math.min(headword.length, 40) / 4;
}

/** The terms that `query` may mean, the likeliest first; none for a blank query. */
export function search(index: SearchIndex, query: string, limit = 50): Term[] {
  return Array.from(rank(index, query).slice(0, limit), (number) => index.terms[number]!);
}

/** Numbers of all terms that `query` may mean, the likeliest first; none for a blank query. */
export function rank(index: SearchIndex, query: string): Uint32Array {
  const scores = new Float32Array(index.terms.length);
  const asked = query.slice(0, LONGEST_QUERY);
  if (asked.trim() !== "") {
    const take = (term: number, points: number): void => {
      if (points > scores[term]!) scores[term] = points;
    };
    const isHanzi = [...asked].some((character) => isHan(character.charCodeAt(0)));
    scoreForms(index, folded(asked), take);
    if (isHanzi) scoreChinese(index, folded(asked), take);
    else scoreLatin(index, asked, take);
  }
  return inOrder(scores, index.merits);
}

type Take = (term: number, points: number) => void;

function scoreForms({ terms, forms, termsOf, longestForm }: SearchIndex, wanted: string, take: Take): void {
  eachHit(forms, wanted, (term, { atStart, atEnd }) => {
    const points = atStart ? (atEnd ? SCORE.form : SCORE.formPrefix) : SCORE.formPart;
    take(term, terms[term]!.headword.includes(wanted) ? points : points - IN_VARIANT);
    return undefined;
  });
  for (let start = 0; start < wanted.length; start++) {
    for (let end = start + 2; end <= Math.min(wanted.length, start + longestForm); end++) {
      // The more of the query it accounts for, the likelier it is what was meant.
      const points = SCORE.insideQuery + Math.min(12 * (end - start), 72);
      for (const term of termsOf.get(wanted.slice(start, end)) ?? []) take(term, points);
    }
  }
}

function scoreChinese({ membersChinese, definitionsChinese }: SearchIndex, wanted: string, take: Take): void {
  eachHit(membersChinese, wanted, (term) => (take(term, SCORE.member), true));
  eachHit(definitionsChinese, wanted, (term) => (take(term, SCORE.definition), true));
}

function scoreLatin(index: SearchIndex, query: string, take: Take): void {
  const words = wordsOf(query);
  const letters = words
    .join("")
    .toLowerCase()
    .replace(/([a-z])[1-5](?![0-9])/g, "$1")
    .replace(/[^a-z]/g, "")
    // Typed for ü, and in no other syllable.
    .replace(/v/g, "u");
  if (letters.length > 1) scorePinyin(index, letters, take);
  if (words.length === 0) return;
  const { renderings, membersEnglish, definitionsEnglish } = index;
  const phrase = words.join("");
  eachHit(renderings, phrase, (term, { atStart, atEnd }) => {
    take(term, atStart ? (atEnd ? SCORE.rendering : SCORE.renderingPrefix) : SCORE.renderingWord);
    return undefined;
  });
  if (words.length > 1) return scoreWords(index, words, take);
  eachHit(membersEnglish, phrase, (term) => (take(term, SCORE.member), true));
  eachHit(definitionsEnglish, phrase, (term) => (take(term, SCORE.definition), true));
}

function scorePinyin({ pinyin, syllables, initials }: SearchIndex, letters: string, take: Take): void {
  eachHit(pinyin, letters, (term, { at, atStart, atEnd }) => {
    if (atStart) take(term, atEnd ? SCORE.pinyin : SCORE.pinyinPrefix);
    else if (syllables[at]) take(term, SCORE.pinyinPart);
    return undefined;
  });
  eachHit(initials, letters, (term, { atStart, atEnd }) => {
    if (atStart) take(term, atEnd ? SCORE.initials : SCORE.initialsPrefix);
    return atStart;
  });
}

/** Several words: those that stand one after the other, and all of them in any order; of each word its beginning is enough. */
function scoreWords(
  { renderings, membersEnglish, definitionsEnglish }: SearchIndex,
  words: string[],
  take: Take,
): void {
  const [longest, ...others] = words.toSorted((a, b) => b.length - a.length);
  const phrase = words.join("");
  // The definitions are long: they are looked through once, for the word that fewest have.
  const isCandidate = new Uint8Array(renderings.ends.length);
  for (const field of [renderings, membersEnglish, definitionsEnglish]) {
    eachHit(field, longest!, (term) => ((isCandidate[term] = 1), true));
  }
  for (let term = 0; term < isCandidate.length; term++) {
    if (isCandidate[term] === 0) continue;
    const rendering = partsOf(renderings, term);
    if (rendering.includes(phrase)) continue;
    if (rendering.includes(longest!) && others.every((word) => rendering.includes(word))) {
      take(term, SCORE.renderingWords);
      continue;
    }
    const members = partsOf(membersEnglish, term);
    const definition = partsOf(definitionsEnglish, term);
    if (members.includes(phrase)) take(term, SCORE.member);
    else if (definition.includes(phrase)) take(term, SCORE.definition);
    else if (others.every((word) => rendering.includes(word) || members.includes(word) || definition.includes(word))) {
      take(term, SCORE.definitionWords);
    }
  }
}

/** Numbers of the terms with a score, the best first; of equals the first. */
function inOrder(scores: Float32Array, merits: Float32Array): Uint32Array {
  const { length } = scores;
  // Score and number in one sortable number: comparing 50,000 objects would take longer than all the searching.
  const keys: number[] = [];
  for (let term = 0; term < length; term++) {
    if (scores[term]! > 0) keys.push(Math.round((scores[term]! + merits[term]!) * 4) * length + (length - 1 - term));
  }
  return Uint32Array.from(Float64Array.from(keys).sort().reverse(), (key) => length - 1 - (key % length));
}
