/** The entries that a query may mean, the likeliest first. */
import type { TermLine } from "../lexicon/entry.ts";
import { UnseenCategory } from "./category.tsx";
import { Hanzi } from "./hanzi.tsx";
import { Notice } from "./popup-empty.tsx";
import { popupWords } from "./words/popup.ts";

/** As many as are searched for; where there are so many, there may be more. */
export const MOST_RESULTS = 50;

interface SearchResultsProps {
  query: string;
  results: readonly TermLine[];
  onOpen: (id: string) => void;
}

export function SearchResults({ query, results, onOpen }: SearchResultsProps) {
  if (results.length === 0) {
    return <Notice title={popupWords.noResults} hint={popupWords.noResultsHint} parts={{ query: query.trim() }} />;
  }
  const more = results.length === MOST_RESULTS;
  return (
    <section class="search-results" aria-label={popupWords.search}>
      <p class={more ? "results-more" : "unseen"} role="status">
        {more ? popupWords.firstResults(MOST_RESULTS) : popupWords.results(results.length)}
      </p>
      <ol class="rows">
        {results.map((line) => (
          <li key={line.id} class="row" data-category={line.category}>
            <button type="button" class="row-main" data-row onClick={() => onOpen(line.id)}>
              <Hanzi song class="row-headword">
                {line.headword}
              </Hanzi>{" "}
              <span class="row-pinyin" lang="zh-Latn">
                {line.pinyin}
              </span>{" "}
              <span class="row-rendering">{line.rendering}</span>
              <UnseenCategory category={line.category} />
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}
