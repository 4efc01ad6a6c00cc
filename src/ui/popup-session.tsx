/** The popup's state: what it shows, kept in step with the page, the settings and the search. */
import { useEffect, useMemo, useState } from "preact/hooks";
import { entryOf, termLine, type Entry, type QuoteInWords } from "../lexicon/entry.ts";
import type { Library } from "../lexicon/glossary.ts";
import type { GlossaryLines } from "../lexicon/lines.ts";
import { indexTerms, search, type SearchIndex } from "../lexicon/search.ts";
import type { Term, Weight } from "../lexicon/term.ts";
import { lookUpUnknown, spellingsOf, type Spellings } from "../lexicon/unknown.ts";
import type { FindingGroup } from "../protocol/messages.ts";
import type { Script } from "./hanzi.tsx";
import { Popup, type PopupGroup, type PopupPage } from "./popup.tsx";
import { MOST_RESULTS } from "./search-results.tsx";

export type FrameGroup = FindingGroup & { frame: number };

/** What the popup needs of the browser. */
export interface PopupPort {
  place: "popup" | "tab";
  /** Host of the page looked at; undefined where there is none. */
  host: string | undefined;
  readPage: () => Promise<{ state: "off" | "no-access" | "not-chinese" } | { state: "ready"; groups: FrameGroup[] }>;
  setEnabled: (on: boolean) => Promise<PopupSettings>;
  setSite: (on: boolean) => Promise<PopupSettings>;
  setShow: (show: Weight) => Promise<PopupSettings>;
  /** `leave`: for the page, which closes a popup; else it only shows the place. */
  jump: (frame: number, place: number, leave: boolean) => void;
  openSpeech: (quote: QuoteInWords) => void;
}

export interface PopupSettings {
  enabled: boolean;
  siteOn: boolean;
  show: Weight;
}

/** Milliseconds that an engine may need to start or stop after a switch, and how often it is asked again. */
const SETTLING = 300;
const TRIES = 5;

export function PopupSession({
  lines,
  readLibrary,
  settings: initial,
  port,
}: {
  lines: GlossaryLines;
  readLibrary: () => Promise<Library>;
  settings: PopupSettings;
  port: PopupPort;
}) {
  const [settings, setSettings] = useState(initial);
  const [page, setPage] = useState<PopupPage>({ state: "loading" });
  const [query, setQuery] = useState("");
  const [opened, setOpened] = useState<Entry | null>(null);
  const [script, setScript] = useState<Script>("hans");
  const isSearching = query.trim() !== "";
  const searched = useSearched(readLibrary, isSearching);
  const found = useMemo(
    () =>
      searched && isSearching
        ? {
            lines: search(searched.index, query, MOST_RESULTS).map(termLine),
            unknown: lookUpUnknown(searched.spellings, query),
          }
        : undefined,
    [searched, query, isSearching],
  );

  useEffect(() => {
    let current = true;
    const look = async (triesLeft: number): Promise<void> => {
      const read = await port.readPage();
      if (!current) return;
      if (read.state === "not-chinese" && triesLeft > 0) {
        await new Promise((resolve) => setTimeout(resolve, SETTLING));
        return look(triesLeft - 1);
      }
      setPage(shown(read));
    };
    const shown = (read: Awaited<ReturnType<PopupPort["readPage"]>>): PopupPage => {
      const host = port.host ?? "";
      if (read.state === "ready") return { state: "ready", host, groups: read.groups.map(withLine) };
      return read.state === "off" ? { state: "off", host } : { state: "none", reason: read.state, host };
    };
    const withLine = (group: FrameGroup): PopupGroup => {
      const entry = group.term === null ? undefined : lines.of(group.term);
      return entry ? { ...group, entry } : group;
    };
    // Only after a switch may an engine be on its way; a page without Chinese is told of at once.
    void look(settings === initial ? 0 : TRIES);
    return () => {
      current = false;
    };
  }, [settings, port, lines, initial]);

  const change = (changing: Promise<PopupSettings>): void => {
    void changing.then(setSettings);
  };
  return (
    <Popup
      place={port.place}
      page={page}
      settings={settings}
      onEnabled={(on) => change(port.setEnabled(on))}
      onSite={(on) => change(port.setSite(on))}
      onShow={(show) => change(port.setShow(show))}
      onJump={(group, n, leave) => port.jump(group.frame, group.places[n]!, leave)}
      query={query}
      found={found}
      onQuery={setQuery}
      opened={opened}
      script={script}
      onOpen={(id, readIn) => {
        void readLibrary().then((library) => {
          setOpened(entryOf(library, id) ?? null);
          setScript(readIn);
        });
      }}
      onBack={() => setOpened(null)}
      onOpenSpeech={port.openSpeech}
    />
  );
}

/** What is searched, read when the reader begins to type: the popup opens faster without it. */
interface Searched {
  index: SearchIndex;
  spellings: Spellings<Term>;
}

function useSearched(readLibrary: () => Promise<Library>, isWanted: boolean): Searched | undefined {
  const [searched, setSearched] = useState<Searched>();
  const isMissing = isWanted && !searched;
  useEffect(() => {
    if (!isMissing) return;
    void readLibrary().then(({ glossary: { terms } }) =>
      setSearched({ index: indexTerms(terms), spellings: spellingsOf(terms) }),
    );
  }, [isMissing, readLibrary]);
  return searched;
}
