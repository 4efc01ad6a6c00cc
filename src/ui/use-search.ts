/** Searching the glossary and the page at once. */
import { useEffect, useMemo, useState } from "preact/hooks";
import { termLine } from "../lexicon/entry.ts";
import type { Library } from "../lexicon/glossary.ts";
import { keyOf } from "../lexicon/spelling.ts";
import { indexTerms, search, type SearchIndex } from "../lexicon/search.ts";
import type { Term } from "../lexicon/term.ts";
import { lookUpUnknown, spellingsOf, type Spellings } from "../lexicon/unknown.ts";
import type { PopupGroup } from "./group-row.tsx";
import { MOST_RESULTS, type Found } from "./search-results.tsx";

/** What is searched, read when the reader begins to type: a screen opens faster without it. */
interface Searched {
  index: SearchIndex;
  spellings: Spellings<Term>;
}

/** What `query` finds, of the formulations on the page too; undefined for a blank query, and while the glossary is on its way. */
export function useSearch(
  readLibrary: () => Promise<Library>,
  query: string,
  groups: readonly PopupGroup[],
): Found | undefined {
  const [searched, setSearched] = useState<Searched>();
  const isSearching = query.trim() !== "";
  const isMissing = isSearching && !searched;
  useEffect(() => {
    if (!isMissing) return;
    void readLibrary().then(({ glossary: { terms } }) =>
      setSearched({ index: indexTerms(terms), spellings: spellingsOf(terms) }),
    );
  }, [isMissing, readLibrary]);
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
