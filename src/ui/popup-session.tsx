/** The popup's state: what it shows, kept in step with the page, the settings and the search. */
import { useState } from "preact/hooks";
import type { QuoteInWords } from "../lexicon/entry.ts";
import type { Weight } from "../lexicon/term.ts";
import type { Definitions } from "../protocol/page-settings.ts";
import { useFailure } from "./failure.tsx";
import type { AccessPort } from "./no-page.tsx";
import type { Notebook } from "./notebook.ts";
import { Popup } from "./popup.tsx";
import type { PopupPage } from "./this-page.tsx";
import { useOpened, type ReadEntry } from "./use-opened.ts";
import { usePage, type PageSource, type ReadLines } from "./use-page.ts";
import { useSearch } from "./use-search.ts";
import type { ReadTerms } from "./use-searched.ts";

/** What of the settings is shown, and changed from here. */
export interface ShownSettings {
  enabled: boolean;
  /** Hosts without marks. */
  offSites: readonly string[];
  show: Weight;
  definitions: Definitions;
}

/** What the popup and the side panel need of the browser; settings that are changed come back from there. */
export interface PagePort {
  page: PageSource;
  notebook: Notebook;
  access: AccessPort;
  setEnabled: (on: boolean) => Promise<unknown>;
  setSite: (on: boolean) => Promise<unknown>;
  setShow: (show: Weight) => Promise<unknown>;
  /** `leave`: for the page, which closes a popup; else it only shows the place. */
  jump: (frame: number, place: number, leave: boolean) => void;
  openSpeech: (quote: QuoteInWords) => void;
  /** Address of a term's page. */
  hrefOf: (id: string) => string;
}

export interface PopupPort extends PagePort {
  place: "popup" | "tab";
  /** Left out where there is no side panel. */
  openPanel?: () => void;
}

interface PopupSessionProps {
  readLines: ReadLines;
  readTerms: ReadTerms;
  readEntry: ReadEntry;
  settings: ShownSettings;
  port: PopupPort;
}

const NONE: never[] = [];

export function PopupSession({ readLines, readTerms, readEntry, settings, port }: PopupSessionProps) {
  const [query, setQuery] = useState("");
  const { reason, attempt, close } = useFailure();
  const page = usePage(port.page, readLines, settings);
  const found = useSearch(readTerms, query, page.state === "ready" ? page.groups : NONE);
  const { opened, open, back, isSaved, onSave } = useOpened(readEntry, port.notebook, attempt);
  return (
    <Popup
      place={port.place}
      page={page}
      settings={{ ...settings, siteOn: isSiteOn(settings, page) }}
      access={port.access}
      onEnabled={(on) => attempt(port.setEnabled(on))}
      onSite={(on) => attempt(port.setSite(on))}
      onShow={(show) => attempt(port.setShow(show))}
      onJump={(group, n, leave) => port.jump(group.frame, group.places[n]!, leave)}
      query={query}
      found={found}
      onQuery={setQuery}
      opened={opened}
      isSaved={isSaved}
      onSave={onSave}
      onOpen={open}
      onBack={back}
      onOpenSpeech={port.openSpeech}
      hrefOf={port.hrefOf}
      failure={{ reason, onClose: close }}
      definitions={settings.definitions}
      {...(port.openPanel ? { onPanel: port.openPanel } : {})}
    />
  );
}

export function isSiteOn({ offSites }: ShownSettings, page: PopupPage): boolean {
  return !("host" in page && offSites.includes(page.host));
}
