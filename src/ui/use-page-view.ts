/** The page, the search, and what was opened from either, for the popup and the side panel alike. */
import { useState } from "preact/hooks";
import type { QuoteInWords } from "../lexicon/entry.ts";
import type { Weight } from "../lexicon/term.ts";
import type { Definitions } from "../protocol/page-settings.ts";
import { useFailure } from "./failure.tsx";
import type { AccessPort } from "./no-page.tsx";
import type { Notebook } from "./notebook.ts";
import type { OnCopy } from "./use-copied.ts";
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
  copy: OnCopy;
}

export interface PageViewSource {
  readLines: ReadLines;
  readTerms: ReadTerms;
  readEntry: ReadEntry;
  settings: ShownSettings;
  port: PagePort;
}

const NONE: never[] = [];

export function usePageView({ readLines, readTerms, readEntry, settings, port }: PageViewSource) {
  const [query, onQuery] = useState("");
  const { reason, attempt, close } = useFailure();
  const page = usePage(port.page, readLines, settings);
  const found = useSearch(readTerms, query, page.state === "ready" ? page.groups : NONE);
  const { opened, open, show, back, isSaved, onSave } = useOpened(readEntry, port.notebook, attempt);
  const isSiteOn = !("host" in page && settings.offSites.includes(page.host));
  return {
    attempt,
    show,
    view: {
      page,
      settings: { ...settings, siteOn: isSiteOn },
      access: port.access,
      onEnabled: (on: boolean) => attempt(port.setEnabled(on)),
      onSite: (on: boolean) => attempt(port.setSite(on)),
      onShow: (weight: Weight) => attempt(port.setShow(weight)),
      query,
      found,
      onQuery,
      opened,
      isSaved,
      onSave,
      onOpen: open,
      onBack: back,
      onOpenSpeech: port.openSpeech,
      hrefOf: port.hrefOf,
      onCopy: port.copy,
      failure: { reason, onClose: close },
      definitions: settings.definitions,
    },
  };
}
