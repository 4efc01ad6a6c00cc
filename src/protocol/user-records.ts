/** What Tifa keeps of a reader's work: what was looked up, and the terms that were saved. Plain data: it survives JSON. */
import * as v from "valibot";

/** Bounds of what is kept, UTF-16 code units: a page may have a title without end. */
const LONGEST = { term: 200, surface: 200, sentence: 2000, title: 500, url: 4000, note: 10_000 };

const text = (longest: number) => v.pipe(v.string(), v.maxLength(longest));
/** Milliseconds since 1970, as far as there are dates. */
const time = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(8.64e15));

const lookUpSchema = v.strictObject({
  /** Id of the glossary entry; null for what the glossary lacks. */
  term: v.nullable(text(LONGEST.term)),
  /** As the page has it. */
  surface: text(LONGEST.surface),
  /** The page's sentence around it. */
  sentence: text(LONGEST.sentence),
  title: text(LONGEST.title),
  /** Of the page; "" where it has none that could be gone to again. */
  url: text(LONGEST.url),
  time,
});
export type LookUp = v.InferOutput<typeof lookUpSchema>;
/** As it is kept: numbered from the oldest to the newest. */
export type KeptLookUp = LookUp & { id: number };

const savedTermSchema = v.strictObject({
  /** Id of the glossary entry. */
  term: text(LONGEST.term),
  /** As it was when it was saved: a later glossary may lack the entry. */
  headword: text(LONGEST.surface),
  note: text(LONGEST.note),
  time,
});
export type SavedTerm = v.InferOutput<typeof savedTermSchema>;

/** All of it, as a backup has it: look-ups from the oldest to the newest, one saved term an id. */
export const userRecordsSchema = v.strictObject({
  lookUps: v.array(lookUpSchema),
  saved: v.pipe(
    v.array(savedTermSchema),
    v.check((saved) => new Set(saved.map(({ term }) => term)).size === saved.length, "A term is saved twice."),
  ),
});
export type UserRecords = v.InferOutput<typeof userRecordsSchema>;

/** `lookUp` with what is too long cut off, and without an address that can't be gone to again or that holds a password. */
export function keepable(lookUp: LookUp): LookUp {
  return {
    ...lookUp,
    surface: cut(lookUp.surface, LONGEST.surface),
    sentence: cut(lookUp.sentence, LONGEST.sentence),
    title: cut(lookUp.title, LONGEST.title),
    url: keepableAddress(lookUp.url),
  };
}

/** A note as long as one may be. */
export const keepableNote = (note: string): string => cut(note, LONGEST.note);

/** As much of `whole` as fits, up to the end of a character: many are two code units. */
function cut(whole: string, longest: number): string {
  const splits = whole.length > longest && whole.codePointAt(longest - 1)! > 0xffff;
  return whole.slice(0, splits ? longest - 1 : longest);
}

function keepableAddress(address: string): string {
  if (!URL.canParse(address)) return "";
  const url = new URL(address);
  if (!/^(https?|file|chrome-extension|moz-extension):$/.test(url.protocol)) return "";
  url.username = "";
  url.password = "";
  return url.href.length > LONGEST.url ? "" : url.href;
}
