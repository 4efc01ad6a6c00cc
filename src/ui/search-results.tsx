/** The entries that a query may mean, the likeliest first; what it is made of where the glossary lacks it. */
import type { TermLine } from "../lexicon/entry.ts";
import type { Term } from "../lexicon/term.ts";
import type { Unknown } from "../lexicon/unknown.ts";
import type { PopupGroup } from "./group-row.tsx";
import { LineRow } from "./line-row.tsx";
import { UnknownQuery } from "./unknown-query.tsx";
import { popupWords } from "./words/popup.ts";

/** As many as are searched for; where there are so many, there may be more. */
export const MOST_RESULTS = 50;

export interface Found {
  /** Formulations of the page that is looked at. */
  groups: readonly PopupGroup[];
  lines: readonly TermLine[];
  /** Where no spelling has the whole of the query. */
  unknown: Unknown<Term> | undefined;
}

interface SearchResultsProps {
  query: string;
  found: Found;
  onOpen: (id: string) => void;
}

export function SearchResults({ query, found: { groups, lines: all, unknown }, onOpen }: SearchResultsProps) {
  const more = all.length === MOST_RESULTS;
  const shown = new Set(
    [...(unknown?.parts ?? []).map(({ term }) => term), ...(unknown?.nearest ?? [])].map((term) => term?.id),
  );
  const lines = all.filter(({ id }) => !shown.has(id));
  return (
    <section class="search-results" aria-label={popupWords.search}>
      {unknown && <UnknownQuery query={query} unknown={unknown} onOpen={onOpen} />}
      {lines.length > 0 && (
        <>
          {(unknown !== undefined || groups.length > 0) && (
            <h2 class="rows-heading">{unknown ? popupWords.otherResults : popupWords.inGlossary}</h2>
          )}
          {!unknown && (
            <p class={more ? "results-more" : "unseen"} role="status">
              {more ? popupWords.firstResults(MOST_RESULTS) : popupWords.results(lines.length)}
            </p>
          )}
          <ol class="rows">
            {lines.map((line) => (
              <LineRow key={line.id} line={line} onOpen={onOpen} />
            ))}
          </ol>
        </>
      )}
    </section>
  );
}
