/** The way into the glossary by hanzi in either script, pinyin or English. */
import type { RefObject } from "preact";
import { CloseIcon, SearchIcon } from "./icons.tsx";
import { popupWords } from "./words/popup.ts";

interface SearchBoxProps {
  query: string;
  onQuery: (query: string) => void;
  /** Enter: the first result. */
  onFirst: () => void;
  box: RefObject<HTMLInputElement | null>;
  label?: string;
  hint?: string;
}

/** An ordinary text field: the browsers' own search fields clear themselves in ways that differ. */
export function SearchBox({
  query,
  onQuery,
  onFirst,
  box,
  label = popupWords.search,
  hint = popupWords.searchHint,
}: SearchBoxProps) {
  return (
    <div class="search" role="search">
      <SearchIcon />
      <input
        ref={box}
        type="text"
        value={query}
        aria-label={label}
        placeholder={hint}
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        onInput={(event) => onQuery(event.currentTarget.value)}
        onKeyDown={(event) => {
          // Enter and Escape belong to the input method while it composes hanzi.
          if (event.key === "Enter" && !event.isComposing) onFirst();
        }}
      />
      {query !== "" && (
        <button
          type="button"
          class="icon-button"
          aria-label={popupWords.clear}
          onClick={() => {
            onQuery("");
            box.current?.focus();
          }}
        >
          <CloseIcon />
        </button>
      )}
    </div>
  );
}
