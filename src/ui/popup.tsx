/** The toolbar's popup, also a page of its own: what this page has, how much is marked, and the glossary. */
import { useEffect, useId, useLayoutEffect, useRef } from "preact/hooks";
import type { Entry, QuoteInWords } from "../lexicon/entry.ts";
import { WEIGHTS, type Weight } from "../lexicon/term.ts";
import { CategoryLabel } from "./category.tsx";
import { EntryBody } from "./entry.tsx";
import type { PopupGroup } from "./group-row.tsx";
import { Hanzi, type Script } from "./hanzi.tsx";
import { BackIcon } from "./icons.tsx";
import { PageList } from "./page-list.tsx";
import { NoPageNotice, NothingFound, OffNotice, type NoPage } from "./popup-empty.tsx";
import { moveByArrow } from "./rows.ts";
import { SearchBox } from "./search-box.tsx";
import { SearchResults, type Found } from "./search-results.tsx";
import { Segmented } from "./segmented.tsx";
import { Switch } from "./switch.tsx";
import { commonWords } from "./words/common.ts";
import { popupWords } from "./words/popup.ts";

export type { PopupGroup } from "./group-row.tsx";

export type PopupPage =
  | { state: "loading" }
  | { state: "ready"; host: string; groups: PopupGroup[] }
  | { state: "off"; host: string }
  | { state: "none"; reason: NoPage; host?: string };

export interface PopupProps {
  /** A popup has a width of its own to give to the browser; a tab or a panel has one to fill. */
  place?: "popup" | "tab";
  page: PopupPage;
  settings: { enabled: boolean; siteOn: boolean; show: Weight };
  onEnabled: (enabled: boolean) => void;
  onSite: (on: boolean) => void;
  onShow: (show: Weight) => void;
  /** Show the place `group.places[n]`, and `leave` for the page or stay. */
  onJump: (group: PopupGroup, n: number, leave: boolean) => void;
  query: string;
  /** Undefined while what is searched is on its way. */
  found: Found | undefined;
  onQuery: (query: string) => void;
  opened: Entry | null;
  /** The script that the opened entry is read in. */
  script?: Script;
  onOpen: (id: string, script: Script) => void;
  onBack: () => void;
  onOpenSpeech: (quote: QuoteInWords) => void;
}

/** The glossary's own script: a search has no page that would say another. */
const IN_SEARCH: Script = "hans";

export function Popup(props: PopupProps) {
  const { place = "popup", query, found, opened, onQuery, onOpen, onBack } = props;
  const root = useRef<HTMLDivElement>(null);
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => box.current?.focus(), []);
  useFocusBack(opened !== null, box);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    if (event.key === "Escape" && (opened || query !== "")) {
      // Unhandled, Escape closes the popup.
      event.preventDefault();
      if (opened) {
        onBack();
      } else {
        onQuery("");
        box.current?.focus();
      }
    } else if (!opened && moveByArrow(event, root.current!, box.current)) {
      event.preventDefault();
    }
  };
  return (
    <main ref={root} class={`popup popup-in-${place}`} onKeyDown={onKeyDown}>
      {opened && <OpenedEntry {...props} opened={opened} />}
      {/* Kept while an entry is open: its place in the list and in each row is not lost. */}
      <div class="popup-list" hidden={opened !== null}>
        <header class="popup-head">
          <Switches {...props} />
          <SearchBox
            query={query}
            onQuery={onQuery}
            box={box}
            onFirst={() => {
              const first = found?.unknown ? undefined : found?.lines[0];
              if (query.trim() !== "" && first) onOpen(first.id, IN_SEARCH);
            }}
          />
        </header>
        {/* Hidden and not dropped, for the same reason. */}
        <div class="popup-scroll" hidden={query.trim() !== ""}>
          <ThisPage {...props} />
        </div>
        {query.trim() !== "" && (
          <div class="popup-scroll">
            {found && <SearchResults query={query} found={found} onOpen={(id) => onOpen(id, IN_SEARCH)} />}
          </div>
        )}
      </div>
    </main>
  );
}

function Switches({ page, settings, onEnabled, onSite }: PopupProps) {
  const host = page.state === "loading" ? "" : (page.host ?? "");
  return (
    <div class="popup-switches">
      <h1 class="brand">
        <Hanzi song>{commonWords.name.zh}</Hanzi> {commonWords.name.en}
      </h1>
      <Switch label={popupWords.everywhere} checked={settings.enabled} onChange={onEnabled} />
      {host !== "" && (
        <Switch
          label={popupWords.onSite(host)}
          checked={settings.siteOn}
          disabled={!settings.enabled}
          onChange={onSite}
        />
      )}
    </div>
  );
}

function ThisPage({ page, settings, onShow, onJump, onOpen }: PopupProps) {
  if (page.state === "loading") {
    return (
      <p class="popup-loading" role="status">
        {popupWords.loading}
      </p>
    );
  }
  if (page.state === "none") return <NoPageNotice reason={page.reason} />;
  if (page.state === "off") return <OffNotice enabled={settings.enabled} />;
  return (
    <>
      <Segmented
        label={popupWords.show}
        shortLabel={popupWords.showShort}
        options={WEIGHTS.map((value) => ({
          value,
          label: commonWords.weight[value],
          hint: commonWords.weightHint[value],
        }))}
        value={settings.show}
        onChange={onShow}
      />
      {page.groups.length === 0 ? (
        <NothingFound atMost={settings.show === "background"} />
      ) : (
        <PageList groups={page.groups} onJump={onJump} onExplain={onOpen} />
      )}
    </>
  );
}

function OpenedEntry({ opened, script = "hans", onOpen, onBack, onOpenSpeech }: PopupProps & { opened: Entry }) {
  const headingId = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const { id } = opened.term;
  useEffect(() => heading.current?.focus({ preventScroll: true }), [id]);
  return (
    <section class="popup-entry" aria-labelledby={headingId}>
      <div class="popup-entry-bar">
        <button type="button" class="text-button" onClick={onBack}>
          <BackIcon />
          {commonWords.back}
        </button>
        <CategoryLabel category={opened.term.category} />
      </div>
      <div class="popup-scroll" key={id}>
        <EntryBody
          entry={opened}
          script={script}
          headingId={headingId}
          headingRef={heading}
          onTerm={(related) => onOpen(related, script)}
          onOpenSpeech={onOpenSpeech}
        />
      </div>
    </section>
  );
}

/** When an entry closes, the focus returns to what it was opened from; to the search box if that is gone. */
function useFocusBack(isOpen: boolean, fallback: { current: HTMLInputElement | null }): void {
  const from = useRef<Element | null>(null);
  const wasOpen = useRef(isOpen);
  // Taken while rendering: by the time an effect runs the element is hidden and has lost the focus.
  if (isOpen && !wasOpen.current) from.current = document.activeElement;
  useLayoutEffect(() => {
    if (!isOpen && wasOpen.current) {
      const back = from.current instanceof HTMLElement && from.current.isConnected ? from.current : fallback.current;
      back?.focus();
    }
    wasOpen.current = isOpen;
  }, [isOpen, fallback]);
}
