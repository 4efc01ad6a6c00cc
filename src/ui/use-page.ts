/** What is found on the page, kept in step with it. */
import { useEffect, useState } from "preact/hooks";
import type { GlossaryLines } from "../lexicon/lines.ts";
import type { FrameGroup, PageFindings, ReadRegister } from "../protocol/page-findings.ts";
import type { PopupGroup } from "./group-row.tsx";
import type { PopupPage } from "./this-page.tsx";

/** The page that a screen speaks of. */
export interface PageSource {
  read: () => Promise<PageFindings>;
  readRegister: ReadRegister;
  /** Calls `changed` when it may have to be read again, until `signal` is aborted; left out where nobody tells. */
  watch?: (changed: () => void, signal: AbortSignal) => void;
}

/** Milliseconds that an engine may need to start or stop after a switch, and how often it is asked again. */
const SETTLING = 300;
const TRIES = 5;

/** Gives the glossary's lines, the same function each time: a screen is drawn before they have been read. */
export type ReadLines = () => Promise<GlossaryLines>;

/** Reads `source`, again when `settings` are others, and whenever it changes. */
export function usePage(source: PageSource, readLines: ReadLines, settings: unknown): PopupPage {
  const [page, setPage] = useState<{ of: PageSource; page: PopupPage }>({ of: source, page: { state: "loading" } });
  const [first] = useState(settings);
  useEffect(() => {
    const ending = new AbortController();
    let asked = 0;
    const look = async (triesLeft: number): Promise<void> => {
      const turn = ++asked;
      const [read, lines] = await Promise.all([source.read(), readLines()]);
      if (turn !== asked || ending.signal.aborted) return;
      if (read.state === "not-chinese" && triesLeft > 0) {
        await new Promise((resolve) => setTimeout(resolve, SETTLING));
        if (turn === asked && !ending.signal.aborted) await look(triesLeft - 1);
        return;
      }
      setPage({ of: source, page: shownOf(read, lines, source.readRegister) });
    };
    // Only after a switch may an engine be on its way; a page without Chinese is told of at once.
    void look(settings === first ? 0 : TRIES);
    source.watch?.(() => void look(0), ending.signal);
    return () => ending.abort();
  }, [source, readLines, settings, first]);
  // Of another tab than before nothing is known yet.
  return page.of === source ? page.page : { state: "loading" };
}

function shownOf(read: PageFindings, lines: GlossaryLines, readRegister: ReadRegister): PopupPage {
  if (read.state !== "ready") return read;
  const { state, host, registers, groups } = read;
  const withLine = (group: FrameGroup): PopupGroup => {
    const entry = group.term === null ? undefined : lines.of(group.term);
    return entry ? { ...group, entry } : group;
  };
  return { state, host, register: readRegister(registers), groups: groups.map(withLine) };
}
