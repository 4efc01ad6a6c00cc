/** Searching the glossary and the page at once. */
import { useMemo } from "preact/hooks";
import { termLine } from "../lexicon/entry.ts";
import { keyOf } from "../lexicon/spelling.ts";
import { search } from "../lexicon/search.ts";
import { lookUpUnknown } from "../lexicon/unknown.ts";
import type { PopupGroup } from "./group-row.tsx";
import { MOST_RESULTS, type Found } from "./search-results.tsx";
import { useSearched, type ReadTerms, type Searched } from "./use-searched.ts";

/** What `query` finds, of the formulations on the page too; undefined for a blank query, and while the glossary is on its way. */
export function useSearch(readTerms: ReadTerms, query: string, groups: readonly PopupGroup[]): Found | undefined {
  const isSearching = query.trim() !== "";
  // Made ready when the reader begins to type: a screen opens faster without it.
  const searched = useSearched(readTerms, isSearching);
  return useMemo(
    () => (searched && isSearching ? find(searched, query, groups) : undefined),
    [searched, isSearching, query, groups],
  );
}

function find({ index, spellings }: Searched, query: string, groups: readonly PopupGroup[]): Found {
  const terms = search(index, query, Infinity);
  const ids = new Set(terms.map(({ id }) => id));
  const key = keyOf(query).units.join();
  const isHere = ({ term, surface }: PopupGroup): boolean =>
    term === null ? key !== "" && keyOf(surface).units.join().includes(key) : ids.has(term);
  const unknown = lookUpUnknown(spellings, query);
  // What is typed in Latin letters is known by what it finds: pinyin, or a word of a rendering.
  const isKnown = unknown?.parts.length === 0 && terms.length > 0;
  return {
    groups: groups.filter(isHere),
    lines: terms.slice(0, MOST_RESULTS).map(termLine),
    unknown: isKnown ? undefined : unknown,
  };
}
