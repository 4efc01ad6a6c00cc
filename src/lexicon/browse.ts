/** Looking through the glossary: which terms are listed, in which order, and how many a further filter would leave. */
import { toneless, type GlossaryLine, type GlossaryLines } from "./lines.ts";
import type { Category, Scope, Weight } from "./term.ts";

/** By likeness to what is searched for, by pinyin, or by how often the speeches have a term. */
export const SORTS = ["relevance", "pinyin", "frequency"] as const;
export type Sort = (typeof SORTS)[number];

/** A filter that is left out lets every term through. */
export interface Filters {
  /** Id of a pack. */
  pack?: string;
  category?: Category;
  scope?: Scope;
  weight?: Weight;
  /** Id of a speech that has the term. */
  speech?: string;
  /** Only what the user has saved. */
  saved?: true;
}

export const FILTERS = ["pack", "category", "scope", "weight", "speech", "saved"] as const satisfies (keyof Filters)[];
export type Filter = (typeof FILTERS)[number];

export interface GlossaryView {
  query: string;
  filters: Filters;
  sort: Sort;
}

/** Where in the glossary: what is listed, and the term that is open beside it. */
export interface GlossaryPlace extends GlossaryView {
  term: string | null;
}

/** The glossary with what lists are made by. */
export interface Listing {
  lines: readonly GlossaryLine[];
  /** Numbers of the lines by pinyin. */
  order: Uint32Array;
  /** Where each line stands in that order. */
  byPinyin: Uint32Array;
}

export interface Listed {
  /** Numbers of the lines. */
  numbers: Uint32Array;
  /** For each filter and value how many lines there would be with it, the other filters as they are. */
  facets: Record<Filter, ReadonlyMap<string, number>>;
}

/** What a list needs to know that the lines don't say. */
export interface Marks {
  /** Ids of the speeches that have a term. */
  speechesOf: (term: string) => readonly string[];
  isSaved: (term: string) => boolean;
}

export function listingOf(lines: GlossaryLines): Listing {
  const all = Array.from({ length: lines.length }, (_, number) => lines.at(number));
  // A space sorts before any letter, so that syllable is compared with syllable: fang an comes before fan gan.
  // What tells tones apart comes after NUL, which sorts before that space: a term comes before the longer one that begins with it.
  const keys = all.map(({ pinyin }) => `${pinyin.split(" ").map(toneless).join(" ")}\0${pinyin}`);
  const order = keys
    .map((_, number) => number)
    .sort((a, b) => (keys[a]! < keys[b]! ? -1 : keys[a]! > keys[b]! ? 1 : a - b));
  const byPinyin = new Uint32Array(all.length);
  order.forEach((number, place) => (byPinyin[number] = place));
  return { lines: all, order: Uint32Array.from(order), byPinyin };
}

/**
 * The lines that are asked for. `ranked` are the numbers that a query found, the likeliest first; undefined where nothing is searched
 * for, and then relevance is the order of pinyin.
 */
export function list(
  { lines, order, byPinyin }: Listing,
  ranked: Uint32Array | undefined,
  { filters, sort }: Pick<GlossaryView, "filters" | "sort">,
  marks: Marks,
): Listed {
  const facets: Record<Filter, Map<string, number>> = {
    pack: new Map(),
    category: new Map(),
    scope: new Map(),
    weight: new Map(),
    speech: new Map(),
    saved: new Map(),
  };
  const count = (filter: Filter, values: readonly string[]): void => {
    for (const value of values) facets[filter].set(value, (facets[filter].get(value) ?? 0) + 1);
  };
  const wanted = FILTERS.map((filter) =>
    filter === "saved" ? (filters.saved ? "saved" : undefined) : filters[filter],
  );
  const numbers: number[] = [];
  const total = ranked?.length ?? lines.length;
  for (let i = 0; i < total; i++) {
    const number = (ranked ?? order)[i]!;
    const line = lines[number]!;
    const values: Record<Filter, readonly string[]> = {
      pack: [line.pack],
      category: [line.category],
      scope: [line.scope],
      weight: [line.weight],
      speech: line.occurrences === 0 ? [] : marks.speechesOf(line.id),
      saved: marks.isSaved(line.id) ? ["saved"] : [],
    };
    const failing = FILTERS.filter((filter, n) => wanted[n] !== undefined && !values[filter].includes(wanted[n]));
    if (failing.length === 0) {
      numbers.push(number);
      for (const filter of FILTERS) count(filter, values[filter]);
    } else if (failing.length === 1) {
      // With another value of that filter it would be there.
      count(failing[0]!, values[failing[0]!]);
    }
  }
  if (sort === "frequency") {
    numbers.sort((a, b) => lines[b]!.occurrences - lines[a]!.occurrences || byPinyin[a]! - byPinyin[b]!);
  } else if (sort === "pinyin" && ranked) {
    numbers.sort((a, b) => byPinyin[a]! - byPinyin[b]!);
  }
  return { numbers: Uint32Array.from(numbers), facets };
}
