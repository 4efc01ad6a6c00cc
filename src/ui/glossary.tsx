/** The glossary as a page: the list with its search and filters, and the entry that is open beside it. */
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { list, listingOf, type GlossaryPlace } from "../lexicon/browse.ts";
import type { Library } from "../lexicon/glossary.ts";
import type { GlossaryLines } from "../lexicon/lines.ts";
import { indexTerms, rank } from "../lexicon/search.ts";
import type { Term } from "../lexicon/term.ts";
import { lookUpUnknown, spellingsOf, type Spellings, type Unknown } from "../lexicon/unknown.ts";
import { sentenceTerms } from "../measure/sentence-mates.ts";
import { BackIcon } from "./icons.tsx";
import { GlossaryList, type ListHandle } from "./glossary-list.tsx";
import { Notice } from "./notice.tsx";
import { isPlainClick } from "./plain-click.ts";
import { useStable } from "./stable.ts";
import { TermPage, type ReaderPlace, type TermAddresses } from "./term-page.tsx";
import { commonWords } from "./words/common.ts";
import { glossaryWords } from "./words/glossary.ts";

export interface GlossaryProps {
  lines: GlossaryLines;
  /** Undefined until it has been read. */
  library: Library | undefined;
  place: GlossaryPlace;
  /** Ids of the terms that the user has saved. */
  saved: ReadonlySet<string>;
  addresses: TermAddresses;
  /** `push` makes a step that the browser can go back; `replace` goes on with the last one. */
  onPlace: (place: GlossaryPlace, how: "push" | "replace") => void;
  onSave: (id: string, save: boolean) => void;
  onCopy: (text: string) => Promise<void>;
  onCopyQuotation: (text: string, place: ReaderPlace) => Promise<void>;
}

const NO_SPEECHES: readonly string[] = [];

export function Glossary(props: GlossaryProps) {
  const { lines, library, place, saved, addresses, onPlace, onSave, onCopy, onCopyQuotation } = props;
  const { query, sort, term } = place;
  const filters = useStable(place.filters);
  const listing = useMemo(() => listingOf(lines), [lines]);
  const isSearching = query.trim() !== "";
  const isPainted = useLater(library !== undefined);
  const isWanted = isSearching || isPainted;
  // The entry that an address opens is shown before the search is made ready.
  const index = useMemo(
    () => (library && isWanted ? indexTerms(library.glossary.terms) : undefined),
    [library, isWanted],
  );
  const spellings = useRef<[Library, Spellings<Term>]>(undefined);
  const explain = (asked: string): Unknown<Term> | undefined => {
    if (!library) return undefined;
    if (spellings.current?.[0] !== library) spellings.current = [library, spellingsOf(library.glossary.terms)];
    return lookUpUnknown(spellings.current[1], asked);
  };
  const ranked = useMemo(() => (index && isSearching ? rank(index, query) : undefined), [index, query, isSearching]);
  const listed = useMemo(() => {
    const places = library?.glossary.attestations ?? {};
    return list(
      listing,
      ranked,
      { filters, sort },
      {
        speechesOf: (id) => Object.keys(places[id]?.places ?? {}).concat(NO_SPEECHES),
        isSaved: (id) => saved.has(id),
      },
    );
  }, [listing, ranked, filters, sort, library, saved]);
  const isOpen = term !== null;
  const sentences = useMemo(() => (library && isOpen ? sentenceTerms(library) : undefined), [library, isOpen]);

  const page = useRef<HTMLDivElement>(null);
  const rows = useRef<ListHandle>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  /** Whether the open entry was chosen here, and not by the address: then its reader is to find themselves at it. */
  const isChosen = useRef(false);
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
    if (isChosen.current) heading.current?.focus({ preventScroll: true });
    isChosen.current = false;
  }, [term, library]);
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
        speeches={library?.speeches}
        isPending={isSearching && !index}
        explain={explain}
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
        {term === null ? (
          <Welcome />
        ) : !library || !sentences ? (
          <p class="glossary-loading" role="status">
            {glossaryWords.loading}
          </p>
        ) : lines.of(term) ? (
          <TermPage
            key={term}
            library={library}
            sentences={sentences}
            id={term}
            isSaved={saved.has(term)}
            addresses={addresses}
            headingRef={heading}
            onTerm={openTerm}
            onSave={(save) => onSave(term, save)}
            onCopy={onCopy}
            onCopyQuotation={onCopyQuotation}
          />
        ) : (
          <div class="term-page">
            <Notice title={glossaryWords.missing} hint={glossaryWords.missingHint} />
          </div>
        )}
      </div>
    </main>
  );
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
