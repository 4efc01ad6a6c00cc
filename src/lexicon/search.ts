/** Search over the glossary: hanzi in either script, pinyin with or without tones and spaces, initials, English. */
import { fold } from "../text/fold.ts";
import { isHan } from "../text/units.ts";
import { formsOf, keyOf } from "./spelling.ts";
import type { Term } from "./term.ts";

/** What of a term is searched, folded once. */
interface Searchable {
  term: Term;
  /** Spellings without separators and quotation marks. */
  forms: string[];
  /** Toneless syllables. */
  syllables: string[];
  renderings: string[];
  members: string;
  definitions: string;
}

export interface SearchIndex {
  terms: readonly Searchable[];
}

/** How good a hit is; the gaps leave room for the weight and length that decide between equals. */
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
  definition: 100,
};
const WEIGHT_BONUS = { essential: 20, regular: 10, background: 0 };

export function indexTerms(terms: readonly Term[]): SearchIndex {
  return {
    terms: terms.map((term) => ({
      term,
      forms: formsOf(term).map(folded),
      syllables: plain(term.pinyin)
        .split(/[^a-z]+/)
        .filter((syllable) => syllable !== ""),
      renderings: term.renderings.map((rendering) => plain(rendering.text)),
      members:
        term.members?.status === "known"
          ? plain(fold(term.members.items.map((item) => `${item.zh} ${item.en}`).join("\n")))
          : "",
      definitions: plain(fold(`${term.definition.en}\n${term.definition.zh}`)),
    })),
  };
}

/** The terms that `query` may mean, the likeliest first; none for a blank query. */
export function search(index: SearchIndex, query: string, limit = 50): Term[] {
  const trimmed = query.trim();
  if (trimmed === "") return [];
  const score = [...trimmed].some((character) => isHan(character.charCodeAt(0)))
    ? hanScorer(trimmed)
    : latinScorer(trimmed);
  const hits: { term: Term; score: number }[] = [];
  for (const searchable of index.terms) {
    const points = score(searchable);
    if (points > 0) {
      const { term } = searchable;
      hits.push({ term, score: points + WEIGHT_BONUS[term.weight] - Math.min(term.headword.length, 40) / 4 });
    }
  }
  return hits
    .sort((a, b) => b.score - a.score)
    .slice(0, limit)
    .map((hit) => hit.term);
}

function hanScorer(query: string): (searchable: Searchable) => number {
  const wanted = folded(query);
  const inText = plain(fold(query));
  return ({ forms, members, definitions }) => {
    if (forms.includes(wanted)) return SCORE.form;
    if (forms.some((form) => form.startsWith(wanted))) return SCORE.formPrefix;
    if (forms.some((form) => form.includes(wanted))) return SCORE.formPart;
    if (forms.some((form) => wanted.includes(form))) return SCORE.insideQuery;
    if (members.includes(inText)) return SCORE.member;
    return definitions.includes(inText) ? SCORE.definition : 0;
  };
}

function latinScorer(query: string): (searchable: Searchable) => number {
  const english = plain(query).replace(/\s+/g, " ");
  const letters = english.replace(/[^a-z]/g, "");
  const word = new RegExp(`(?<![a-z])${english.replace(/[$()*+.?[\\\]^{|}]/g, "\\$&")}`);
  return ({ syllables, renderings, members, definitions }) => {
    const points = [0];
    if (letters.length > 1) {
      const pinyin = syllables.join("");
      const initials = syllables.map((syllable) => syllable[0]).join("");
      if (pinyin === letters) points.push(SCORE.pinyin);
      else if (pinyin.startsWith(letters)) points.push(SCORE.pinyinPrefix);
      else if (startsAtSyllable(syllables, letters)) points.push(SCORE.pinyinPart);
      if (initials === letters) points.push(SCORE.initials);
      else if (initials.startsWith(letters)) points.push(SCORE.initialsPrefix);
    }
    if (renderings.includes(english)) points.push(SCORE.rendering);
    else if (renderings.some((rendering) => rendering.startsWith(english))) points.push(SCORE.renderingPrefix);
    else if (renderings.some((rendering) => word.test(rendering))) points.push(SCORE.renderingWord);
    else if (word.test(members)) points.push(SCORE.member);
    else if (word.test(definitions)) points.push(SCORE.definition);
    return Math.max(...points);
  };
}

function startsAtSyllable(syllables: readonly string[], letters: string): boolean {
  return syllables.some((_, from) => from > 0 && syllables.slice(from).join("").startsWith(letters));
}

/** Without separators, quotation marks and blanks, folded. */
function folded(text: string): string {
  return String.fromCharCode(...keyOf(text).units);
}

/** Lower case without accents, tone marks and tone numbers after a syllable; ü is v, as it is typed. */
function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[üǖǘǚǜ]/g, "v")
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    .replace(/([a-z])[1-5](?![0-9])/g, "$1")
    .replace(/[’']/g, "'");
}
