/** The list of the glossary: search box, filters, order, and rows that the keyboard goes through. */
import type { RefObject } from "preact";
import { useEffect, useImperativeHandle, useLayoutEffect, useRef, useState } from "preact/hooks";
import {
  FILTERS,
  SORTS,
  type Filter,
  type Filters,
  type GlossaryPlace,
  type Listed,
  type Listing,
} from "../lexicon/browse.ts";
import type { Pack } from "../lexicon/glossary.ts";
import type { GlossaryLine } from "../lexicon/lines.ts";
import type { Speech } from "../lexicon/speech.ts";
import { CATEGORIES, SCOPES, WEIGHTS, type Term } from "../lexicon/term.ts";
import type { Unknown } from "../lexicon/unknown.ts";
import { UnseenCategory } from "./category.tsx";
import { Hanzi } from "./hanzi.tsx";
import { headwordIn, scriptOfReader } from "./headword.ts";
import { Notice } from "./notice.tsx";
import { isPlainClick } from "./plain-click.ts";
import { moveByArrow } from "./rows.ts";
import { SearchBox } from "./search-box.tsx";
import { Segmented } from "./segmented.tsx";
import { UnknownQuery } from "./unknown-query.tsx";
import { VirtualRows, type RowsHandle } from "./virtual-rows.tsx";
import { commonWords, inLanguage, number as inDigits } from "./words/common.ts";
import { glossaryWords } from "./words/glossary.ts";
import { panelWords } from "./words/panel.ts";

export interface ListHandle {
  focusBox: () => void;
  /** The row that was open or passed last. */
  focusActive: () => void;
}

interface GlossaryListProps {
  place: GlossaryPlace;
  listing: Listing;
  listed: Listed;
  packs: readonly Pack[];
  /** Undefined until they have been read. */
  speeches: readonly Speech[] | undefined;
  /** A search waits for what it searches. */
  isPending: boolean;
  /** Why it can't be said what is saved. */
  unreadable: Error | undefined;
  /** What can be said of a query that no entry has as a whole; undefined where there is nothing to say. */
  unknown: Unknown<Term> | undefined;
  addressOf: (place: Partial<GlossaryPlace>) => string;
  handle: RefObject<ListHandle | null>;
  onPlace: (place: GlossaryPlace, how: "push" | "replace") => void;
  onOpen: (id: string) => void;
}

/** CSS pixels; glossary.css sets a headword, its pinyin and one line of English in it. */
const ROW = 58;

export function GlossaryList(props: GlossaryListProps) {
  const { place, listing, listed, isPending, unknown, addressOf, handle, onPlace, onOpen } = props;
  const { numbers } = listed;
  const scroller = useRef<HTMLDivElement>(null);
  const head = useRef<HTMLDivElement>(null);
  const box = useRef<HTMLInputElement>(null);
  const rows = useRef<RowsHandle>(null);
  const [active, setActive] = useState(0);
  /** Whether the last step was a letter typed: then the next letter goes on with it. */
  const isTyping = useRef(false);
  const lineAt = (i: number): GlossaryLine => listing.lines[numbers[i]!]!;

  // Another list begins at its top, and the first one at the entry that the address opens; there Tab arrives, too.
  const { query, filters, sort, term } = place;
  const now = useRef({ numbers, term, lines: listing.lines });
  now.current = { numbers, term, lines: listing.lines };
  const isFirst = useRef(true);
  useLayoutEffect(() => {
    const { numbers: listedNow, term: open, lines } = now.current;
    const at = Math.max(
      0,
      listedNow.findIndex((number) => lines[number]!.id === open),
    );
    setActive(at);
    rows.current?.show(isFirst.current ? at : 0);
    isFirst.current = false;
  }, [query, filters, sort]);

  const moveTo = (to: number): void => {
    setActive(to);
    rows.current?.focus(to);
  };
  useImperativeHandle(
    handle,
    () => ({
      focusBox: () => box.current?.focus(),
      focusActive: () => (numbers.length > 0 ? moveTo(Math.min(active, numbers.length - 1)) : box.current?.focus()),
    }),
    [numbers, active],
  );

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    const from = event.target as HTMLElement;
    if (event.key === "Escape") {
      if (from === box.current && query === "") return;
      event.preventDefault();
      if (from === box.current) setQuery("");
      box.current?.focus();
      return;
    }
    const inBox = from === box.current;
    const row = from.closest<HTMLElement>("[data-number]");
    if (numbers.length === 0) {
      // What may have been meant.
      if (moveByArrow(event, scroller.current!, box.current)) event.preventDefault();
      return;
    }
    if (!inBox && !row) return;
    const at = row ? Number(row.dataset["number"]) : -1;
    const page = Math.max(1, Math.floor((scroller.current!.clientHeight - covered()) / ROW) - 1);
    const steps: Record<string, number> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + page,
      PageUp: Math.max(0, at - page),
      // In the box these go to its own ends.
      ...(inBox ? {} : { Home: 0, End: numbers.length - 1 }),
    };
    const to = steps[event.key];
    if (to === undefined || (inBox && to < 0)) return;
    event.preventDefault();
    if (to < 0) box.current?.focus();
    else moveTo(Math.min(to, numbers.length - 1));
  };

  const setQuery = (next: string): void => {
    onPlace({ ...place, query: next }, isTyping.current ? "replace" : "push");
    isTyping.current = true;
  };
  const setFilters = (next: Filters): void => {
    isTyping.current = false;
    onPlace({ ...place, filters: next }, "push");
  };
  const covered = (): number => head.current?.offsetHeight ?? 0;
  const open = (id: string): void => {
    isTyping.current = false;
    onOpen(id);
  };
  useEffect(() => {
    // Going back ends the word that was being typed.
    const stop = (): void => void (isTyping.current = false);
    addEventListener("popstate", stop);
    return () => removeEventListener("popstate", stop);
  }, []);

  return (
    <section class="glossary-list" aria-label={glossaryWords.list} onKeyDown={onKeyDown}>
      <div ref={scroller} class="glossary-scroll">
        <div ref={head} class="glossary-search">
          <SearchBox
            query={query}
            onQuery={setQuery}
            box={box}
            label={glossaryWords.search}
            onFirst={() => {
              // Until it has been searched all of it is listed, and the first of that is not what was typed.
              if (!isPending && query.trim() !== "" && numbers.length > 0) open(lineAt(0).id);
            }}
          />
        </div>
        <FilterBar {...props} onFilters={setFilters} />
        <div class="glossary-count">
          <p role="status">{isPending ? glossaryWords.loading : glossaryWords.count(numbers.length)}</p>
          {isFiltered(filters) && (
            <button
              type="button"
              class="link filter-clear"
              aria-label={glossaryWords.clearFilters}
              title={glossaryWords.clearFilters}
              onClick={() => {
                setFilters({});
                // Where the button was there is nothing now.
                scroller.current?.querySelector("select")?.focus();
              }}
            >
              {glossaryWords.clear}
            </button>
          )}
          <Segmented
            quiet
            label={glossaryWords.sortLabel}
            options={SORTS.map((value) => ({
              value,
              label: glossaryWords.sort[value],
              hint: glossaryWords.sortHint[value],
            }))}
            value={sort}
            onChange={(next) => {
              isTyping.current = false;
              onPlace({ ...place, sort: next }, "push");
            }}
          />
        </div>
        {!isPending && numbers.length === 0 && <Nothing {...props} />}
        {numbers.length > 0 && unknown && <UnknownQuery query={query} unknown={unknown} isListed onOpen={open} />}
        <VirtualRows
          count={isPending ? 0 : numbers.length}
          height={ROW}
          label={glossaryWords.list}
          scroller={scroller}
          covered={covered}
          active={Math.min(active, Math.max(0, numbers.length - 1))}
          handle={rows}
          render={(i) => {
            const line = lineAt(i);
            return (
              <a
                class="glossary-row"
                href={addressOf({ ...place, term: line.id })}
                data-category={line.category}
                tabIndex={i === active ? 0 : -1}
                {...(line.id === place.term ? { "aria-current": "true" as const } : {})}
                onFocus={() => setActive(i)}
                onClick={(event) => {
                  if (!isPlainClick(event)) return;
                  event.preventDefault();
                  open(line.id);
                }}
              >
                <RowText line={line} />
              </a>
            );
          }}
        />
      </div>
    </section>
  );
}

function RowText({ line }: { line: GlossaryLine }) {
  return (
    <>
      <span class="glossary-row-head">
        <Hanzi song script={scriptOfReader()} class="glossary-row-headword">
          {headwordIn(scriptOfReader(), line)}
        </Hanzi>{" "}
        <span class="glossary-row-pinyin" lang="zh-Latn">
          {line.pinyin}
        </span>
        {line.occurrences > 0 && (
          <span class="glossary-row-count" title={glossaryWords.occurrences(line.occurrences)}>
            {inDigits(line.occurrences)}
          </span>
        )}
      </span>{" "}
      <span class="glossary-row-rendering" lang="en">
        {line.rendering}
      </span>
      <UnseenCategory category={line.category} />
    </>
  );
}

interface FilterBarProps extends GlossaryListProps {
  onFilters: (filters: Filters) => void;
}

function FilterBar({ place, listed, packs, speeches, onFilters }: FilterBarProps) {
  const { filters } = place;
  const choices: [Exclude<Filter, "saved">, string, [string, string][]][] = [
    ["category", glossaryWords.anyCategory, CATEGORIES.map((value) => [value, commonWords.category[value]])],
    ["weight", glossaryWords.anyWeight, WEIGHTS.map((value) => [value, glossaryWords.weight[value]])],
    ["scope", glossaryWords.anyScope, SCOPES.map((value) => [value, commonWords.scope[value]])],
    ["pack", glossaryWords.anyPack, packs.map(({ id, name }) => [id, inLanguage(name)])],
    ["speech", glossaryWords.anySpeech, (speeches ?? []).map(({ id, title }) => [id, inLanguage(title)])],
  ];
  const without = (filter: Filter): Filters => {
    const { [filter]: _, ...others } = filters;
    return others;
  };
  const select = ([filter, any, values]: (typeof choices)[number]) => (
    <select
      key={filter}
      aria-label={glossaryWords.filter[filter]}
      value={filters[filter] ?? ""}
      // Where there is no room for all of it.
      title={values.find(([value]) => value === filters[filter])?.[1]}
      class={filters[filter] === undefined ? "" : "filter-on"}
      onChange={({ currentTarget: { value } }) =>
        onFilters(value === "" ? without(filter) : { ...filters, [filter]: value })
      }
    >
      <option value="">{any}</option>
      {values.map(([value, label]) => {
        const n = listed.facets[filter].get(value) ?? 0;
        const isChosen = filters[filter] === value;
        return (
          <option key={value} value={value} disabled={n === 0 && !isChosen}>
            {/* As many as are chosen are counted over the list; here is room for the word. */}
            {isChosen ? label : glossaryWords.value(label, n)}
          </option>
        );
      })}
    </select>
  );
  return (
    <div class="glossary-filters" role="group" aria-label={glossaryWords.filters}>
      <div class="filter-row">{choices.slice(0, 3).map(select)}</div>
      <div class="filter-row">
        {choices.slice(3).map(select)}
        <label class={filters.saved ? "filter-check filter-on" : "filter-check"}>
          <input
            type="checkbox"
            checked={filters.saved ?? false}
            onChange={({ currentTarget: { checked } }) =>
              onFilters(checked ? { ...filters, saved: true } : without("saved"))
            }
          />
          {glossaryWords.value(glossaryWords.saved, listed.facets.saved.get("saved") ?? 0)}
        </label>
      </div>
    </div>
  );
}

const isFiltered = (filters: Filters): boolean => FILTERS.some((filter) => filters[filter] !== undefined);

const NOTHING_KNOWN: Unknown<Term> = { script: "hans", parts: [], nearest: [] };

function Nothing({ place, unknown = NOTHING_KNOWN, unreadable, onOpen }: GlossaryListProps) {
  const { query, filters } = place;
  if (unreadable && filters.saved) return <Notice title={panelWords.unreadable} hint={unreadable.message} />;
  if (!isFiltered(filters)) return <UnknownQuery query={query} unknown={unknown} onOpen={onOpen} />;
  const isSavedAlone = filters.saved && Object.keys(filters).length === 1 && query.trim() === "";
  return (
    <Notice
      title={isSavedAlone ? glossaryWords.noneSaved : glossaryWords.none}
      hint={isSavedAlone ? glossaryWords.noneSavedHint : glossaryWords.noneHint}
    />
  );
}
