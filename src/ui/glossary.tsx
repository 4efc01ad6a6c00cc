/** The glossary as a page: the list with its search and filters, and the entry that is open beside it. */
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { list, listingOf, type GlossaryPlace } from "../lexicon/browse.ts";
import type { Entry } from "../lexicon/entry.ts";
import type { Corpus } from "../lexicon/glossary.ts";
import type { GlossaryLines } from "../lexicon/lines.ts";
import { rank } from "../lexicon/search.ts";
import { lookUpUnknown } from "../lexicon/unknown.ts";
import { sentenceTerms } from "../measure/sentence-mates.ts";
import type { Definitions } from "../protocol/page-settings.ts";
import { FailureBar, useFailure } from "./failure.tsx";
import { BackIcon } from "./icons.tsx";
import { GlossaryList, type ListHandle } from "./glossary-list.tsx";
import { Notice } from "./notice.tsx";
import { isPlainClick } from "./plain-click.ts";
import { useStable } from "./stable.ts";
import { TermPage, type ReaderPlace, type TermAddresses } from "./term-page.tsx";
import type { ReadEntry } from "./use-opened.ts";
import { useSearched, type ReadTerms } from "./use-searched.ts";
import { commonWords } from "./words/common.ts";
import { glossaryWords } from "./words/glossary.ts";

export interface GlossaryProps {
  lines: GlossaryLines;
  /** Undefined until it has been read. */
  corpus: Corpus | undefined;
  readTerms: ReadTerms;
  readEntry: ReadEntry;
  place: GlossaryPlace;
  /** Ids of the terms that the user has saved; an Error where they can't be read. */
  saved: ReadonlySet<string> | Error;
  definitions: Definitions;
  addresses: TermAddresses;
  /** `push` makes a step that the browser can go back; `replace` goes on with the last one. */
  onPlace: (place: GlossaryPlace, how: "push" | "replace") => void;
  onSave: (id: string, save: boolean) => Promise<unknown>;
  onCopy: (text: string) => Promise<void>;
  onCopyQuotation: (text: string, place: ReaderPlace) => Promise<void>;
}

const NO_SPEECHES: readonly string[] = [];
const NONE_SAVED: ReadonlySet<string> = new Set();

export function Glossary(props: GlossaryProps) {
  const {
    lines,
    corpus,
    readTerms,
    readEntry,
    place,
    definitions,
    addresses,
    onPlace,
    onSave,
    onCopy,
    onCopyQuotation,
  } = props;
  const { query, sort, term } = place;
  const saved = props.saved instanceof Error ? NONE_SAVED : props.saved;
  const { reason, attempt, close } = useFailure();
  const filters = useStable(place.filters);
  const listing = useMemo(() => listingOf(lines), [lines]);
  const isSearching = query.trim() !== "";
  // The entry that an address opens is shown before the search is made ready.
  const isPainted = useLater(corpus !== undefined);
  const searched = useSearched(readTerms, isSearching || isPainted);
  const ranked = useMemo(
    () => (searched && isSearching ? rank(searched.index, query) : undefined),
    [searched, query, isSearching],
  );
  // What is typed in Latin letters is known by what it finds: pinyin, or a word of a rendering.
  const unknown = useMemo(
    () =>
      searched && ranked && (ranked.length === 0 || /\p{Script=Han}/u.test(query))
        ? lookUpUnknown(searched.spellings, query)
        : undefined,
    [searched, ranked, query],
  );
  const listed = useMemo(() => {
    const places = corpus?.glossary.attestations ?? {};
    return list(
      listing,
      ranked,
      { filters, sort },
      {
        speechesOf: (id) => Object.keys(places[id]?.places ?? {}).concat(NO_SPEECHES),
        isSaved: (id) => saved.has(id),
      },
    );
  }, [listing, ranked, filters, sort, corpus, saved]);
  const isOpen = term !== null;
  const sentences = useMemo(() => (corpus && isOpen ? sentenceTerms(corpus) : undefined), [corpus, isOpen]);
  const entry = useEntry(readEntry, term !== null && lines.of(term) ? term : null);

  const page = useRef<HTMLDivElement>(null);
  const rows = useRef<ListHandle>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  /** Whether the open entry was chosen here, and not by the address: then its reader is to find themselves at it. */
  const isChosen = useRef(false);
  const wasOpen = useRef(false);
  const openTerm = (id: string): void => {
    isChosen.current = true;
    onPlace({ ...place, term: id }, "push");
  };
  const toList = (): void => {
    // Where the two stand side by side the entry may stay.
    if (isNarrow()) onPlace({ ...place, term: null }, "push");
    rows.current?.focusActive();
  };
  useEffect(() => {
    page.current?.scrollTo({ top: 0, behavior: "instant" });
    // The browser's own way back, too, takes what had the focus away with the entry that it leaves.
    const isLost = wasOpen.current && document.activeElement === document.body;
    if (isChosen.current || (isLost && heading.current)) heading.current?.focus({ preventScroll: true });
    else if (isLost) rows.current?.focusActive();
    isChosen.current = false;
    wasOpen.current = entry !== undefined;
  }, [entry, corpus]);
  const beginsAtSearch = useRef(term === null && query === "");
  useEffect(() => {
    if (beginsAtSearch.current) rows.current?.focusBox();
  }, []);

  return (
    <main
      class={term === null ? "glossary" : "glossary glossary-open"}
      onKeyDown={(event) => {
        const isTyping = (event.target as HTMLElement).closest("input, select, textarea") !== null;
        if (event.key !== "/" || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
        event.preventDefault();
        if (isNarrow() && term !== null) onPlace({ ...place, term: null }, "push");
        rows.current?.focusBox();
      }}
    >
      <h1 class="unseen">{glossaryWords.title}</h1>
      <GlossaryList
        place={{ ...place, filters }}
        listing={listing}
        listed={listed}
        packs={lines.packs}
        speeches={corpus?.speeches}
        isPending={isSearching && !searched}
        unreadable={props.saved instanceof Error ? props.saved : undefined}
        unknown={unknown}
        addressOf={addresses.glossary}
        handle={rows}
        onPlace={onPlace}
        onOpen={openTerm}
      />
      <div
        ref={page}
        class="glossary-page"
        onKeyDown={(event) => {
          if (event.key !== "Escape" || event.defaultPrevented) return;
          event.preventDefault();
          toList();
        }}
      >
        {term !== null && (
          <div class="glossary-back">
            <a
              class="text-button"
              href={addresses.glossary({ ...place, term: null })}
              onClick={(event) => {
                if (!isPlainClick(event)) return;
                event.preventDefault();
                toList();
              }}
            >
              <BackIcon />
              {commonWords.back}
            </a>
          </div>
        )}
        <FailureBar reason={reason} onClose={close} />
        {term === null ? (
          <Welcome />
        ) : !lines.of(term) ? (
          <div class="term-page">
            <Notice title={glossaryWords.missing} hint={glossaryWords.missingHint} />
          </div>
        ) : !entry || !corpus || !sentences ? (
          <p class="glossary-loading" role="status">
            {glossaryWords.loading}
          </p>
        ) : (
          <TermPage
            key={entry.term.id}
            entry={entry}
            corpus={corpus}
            lines={lines}
            sentences={sentences}
            definitions={definitions}
            isSaved={saved.has(entry.term.id)}
            addresses={addresses}
            headingRef={heading}
            onTerm={openTerm}
            onSave={(save) => attempt(onSave(entry.term.id, save))}
            onCopy={onCopy}
            onCopyQuotation={onCopyQuotation}
          />
        )}
      </div>
    </main>
  );
}

/** The entry of `id`; the one before until it has been read, and undefined where there was none. */
function useEntry(readEntry: ReadEntry, id: string | null): Entry | undefined {
  const [entry, setEntry] = useState<Entry>();
  // Not after the list has been painted: it is read beside that.
  useLayoutEffect(() => {
    if (id === null) {
      setEntry(undefined);
      return undefined;
    }
    let isAsked = true;
    void readEntry(id).then((read) => isAsked && setEntry(read));
    return () => void (isAsked = false);
  }, [readEntry, id]);
  return id === null ? undefined : entry;
}

/** Milliseconds in which what is on the screen has been painted. */
const PAINTED = 100;

/** Whether `is` has held for a while. */
function useLater(is: boolean): boolean {
  const [was, setWas] = useState(false);
  useEffect(() => {
    if (!is) return undefined;
    const timer = setTimeout(() => setWas(true), PAINTED);
    return () => clearTimeout(timer);
  }, [is]);
  return was;
}

/** As glossary.css has it. */
function isNarrow(): boolean {
  return window.matchMedia("(max-width: 899px)").matches;
}

function Welcome() {
  const { keys } = glossaryWords;
  const rows: [string[], string][] = [
    [["/"], keys.search],
    [["↑", "↓"], keys.arrows],
    [["Home", "End"], keys.edges],
    [["Enter"], keys.open],
    [["Esc"], keys.away],
  ];
  return (
    <div class="glossary-welcome">
      <p>{glossaryWords.welcome}</p>
      <dl>
        {rows.map(([names, does]) => (
          <div key={does}>
            <dt>
              {names.map((name) => (
                <kbd key={name}>{name}</kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
