/** The page that is looked at and the glossary under one search box: the popup, and the side panel's first tab. */
import type { RefObject } from "preact";
import { GroupRow } from "./group-row.tsx";
import { Hanzi } from "./hanzi.tsx";
import { scriptOfReader } from "./headword.ts";
import { SearchBox } from "./search-box.tsx";
import { SearchResults, type Found } from "./search-results.tsx";
import { Switch } from "./switch.tsx";
import { ThisPage, type ThisPageProps } from "./this-page.tsx";
import { commonWords } from "./words/common.ts";
import { popupWords } from "./words/popup.ts";

export interface PageViewProps extends ThisPageProps {
  onEnabled: (enabled: boolean) => void;
  onSite: (on: boolean) => void;
  query: string;
  /** Undefined while what is searched is on its way. */
  found: Found | undefined;
  onQuery: (query: string) => void;
}

export function PageView(props: PageViewProps & { box: RefObject<HTMLInputElement | null> }) {
  const { query, found, box, onQuery, onOpen, onJump } = props;
  const isSearching = query.trim() !== "";
  return (
    <>
      <header class="popup-head">
        <Switches {...props} />
        <SearchBox
          query={query}
          onQuery={onQuery}
          box={box}
          onFirst={() => {
            const first = found?.unknown ? undefined : found?.lines[0];
            if (isSearching && first) onOpen(first.id, scriptOfReader());
          }}
        />
      </header>
      {/* Hidden and not dropped: its place in the list and in each row is not lost. */}
      <div class="popup-scroll" hidden={isSearching}>
        <ThisPage {...props} />
      </div>
      {isSearching && (
        <div class="popup-scroll">
          {!found && (
            <p class="popup-searching" role="status">
              {popupWords.searching}
            </p>
          )}
          {found && found.groups.length > 0 && (
            <section class="search-results" aria-label={popupWords.onThisPage}>
              <h2 class="rows-heading">{popupWords.onThisPage}</h2>
              <ol class="rows">
                {found.groups.map((group) => (
                  <GroupRow
                    key={`${group.frame} ${group.places[0]}`}
                    group={group}
                    onJump={(n, leave) => onJump(group, n, leave)}
                    onExplain={onOpen}
                  />
                ))}
              </ol>
            </section>
          )}
          {found && <SearchResults query={query} found={found} onOpen={(id) => onOpen(id, scriptOfReader())} />}
        </div>
      )}
    </>
  );
}

function Switches({ page, settings, onEnabled, onSite }: PageViewProps) {
  const host = "host" in page ? page.host : "";
  return (
    <div class="popup-switches">
      <h1 class="brand">
        <Hanzi song>{commonWords.name.zh}</Hanzi> {commonWords.name.en}
      </h1>
      <Switch label={popupWords.markPages} checked={settings.enabled} onChange={onEnabled} />
      {/* Keeps the place of the site, or the search would move under who goes to it. */}
      {page.state === "loading" && <div class="switch" />}
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
