/** What was looked up: when, in which sentence of which page, and the way back to it. */
import { useMemo, useRef, useState } from "preact/hooks";
import { keyOf } from "../lexicon/spelling.ts";
import type { GlossaryLine, GlossaryLines } from "../lexicon/lines.ts";
import type { KeptLookUp } from "../protocol/user-records.ts";
import { GoneTerm } from "./gone-term.tsx";
import { Hanzi, type Script } from "./hanzi.tsx";
import { scriptOfSurface } from "./headword.ts";
import { CloseIcon } from "./icons.tsx";
import { Mixed } from "./mixed.tsx";
import { Notice } from "./notice.tsx";
import { PageSentence } from "./quotes.tsx";
import { SearchBox } from "./search-box.tsx";
import { useShowAll } from "./use-show-all.ts";
import { dayOf, timeOf } from "./words/common.ts";
import { panelWords } from "./words/panel.ts";

/** More rows than this are drawn only when asked for. */
const FIRST = 200;

interface HistoryListProps {
  /** The newest first; undefined while they are on their way, an Error where they can't be read. */
  lookUps: readonly KeptLookUp[] | Error | undefined;
  lines: GlossaryLines;
  /** In the script that the page had it in. */
  onOpen: (lookUp: KeptLookUp, script: Script) => void;
  /** Address of the page at the sentence; undefined where there is none to go to. */
  pageOf: (lookUp: KeptLookUp) => string | undefined;
  onPage: (address: string) => void;
  onForget: (which: readonly number[] | "all") => void;
}

export function HistoryList({ lookUps, lines, onOpen, pageOf, onPage, onForget }: HistoryListProps) {
  const [query, setQuery] = useState("");
  const { all, list, showAll } = useShowAll<HTMLElement>(".row");
  const box = useRef<HTMLInputElement>(null);
  const found = useMemo(
    () => (Array.isArray(lookUps) ? (lookUps as KeptLookUp[]).filter(matcher(query, lines)) : []),
    [lookUps, query, lines],
  );
  if (lookUps === undefined) return <p class="popup-loading">{panelWords.loading}</p>;
  if (lookUps instanceof Error) return <Notice title={panelWords.unreadable} hint={lookUps.message} />;
  if (lookUps.length === 0) return <Notice {...panelWords.noHistory} />;
  const shown = all ? found : found.slice(0, FIRST);
  return (
    <section ref={list} class="history" aria-label={panelWords.history}>
      <div class="history-head">
        <SearchBox
          query={query}
          onQuery={setQuery}
          onFirst={() => found[0] && onOpen(found[0], scriptOf(found[0], lines))}
          box={box}
          label={panelWords.searchHistory}
          hint={panelWords.searchHistory}
        />
        <p class="history-counts">
          <span role="status">{panelWords.lookUps(found.length)}</span>
          <button type="button" class="text-button" onClick={() => onForget("all")}>
            {panelWords.clear}
          </button>
        </p>
      </div>
      {found.length === 0 && <Notice title={panelWords.noneFound} hint="" />}
      {[...Map.groupBy(shown, ({ time }) => dayOf(time))].map(([day, these]) => (
        <section key={day}>
          <h2 class="rows-heading">{day}</h2>
          <ol class="rows">
            {these.map((lookUp) => (
              <HistoryRow
                key={lookUp.id}
                lookUp={lookUp}
                line={lookUp.term === null ? undefined : lines.of(lookUp.term)}
                script={scriptOf(lookUp, lines)}
                page={pageOf(lookUp)}
                onOpen={onOpen}
                onPage={onPage}
                onForget={onForget}
              />
            ))}
          </ol>
        </section>
      ))}
      {shown.length < found.length && (
        <button type="button" class="text-button show-all" onClick={showAll}>
          {panelWords.showAll(found.length)}
        </button>
      )}
    </section>
  );
}

/** The script that the page had it in, as far as the glossary knows. */
function scriptOf({ term, surface }: KeptLookUp, lines: GlossaryLines): Script {
  const line = term === null ? undefined : lines.of(term);
  return line ? scriptOfSurface(surface, line) : "hans";
}

interface HistoryRowProps extends Pick<HistoryListProps, "onOpen" | "onPage" | "onForget"> {
  lookUp: KeptLookUp;
  line: GlossaryLine | undefined;
  script: Script;
  page: string | undefined;
}

function HistoryRow({ lookUp, line, script, page, onOpen, onPage, onForget }: HistoryRowProps) {
  const { id, term, surface, sentence, title, url, time } = lookUp;
  const isGone = term !== null && !line;
  const place = title || hostOf(url);
  return (
    <li class="row history-row" data-category={line?.category ?? "numeral"}>
      <div class="history-main">
        {isGone ? (
          <GoneTerm name={surface} />
        ) : (
          <button type="button" class="history-open" data-row onClick={() => onOpen(lookUp, script)}>
            <Hanzi song script={script} class="row-headword">
              {surface}
            </Hanzi>{" "}
            {line && (
              <span class="row-rendering" lang="en">
                {line.rendering}
              </span>
            )}
          </button>
        )}
        {sentence !== "" && (
          <p class="history-sentence quote">
            <PageSentence sentence={sentence} surface={surface} script={script} />
          </p>
        )}
        <p class="history-place">
          <time dateTime={new Date(time).toISOString()}>{timeOf(time)}</time>{" "}
          {page === undefined ? (
            <Mixed text={place} />
          ) : (
            <a
              href={page}
              title={url}
              onClick={(event) => {
                // A panel is not where a page opens, and a page's script can't open a file.
                event.preventDefault();
                onPage(page);
              }}
            >
              <Mixed text={place} />
            </a>
          )}
        </p>
      </div>
      <button
        type="button"
        class="icon-button"
        aria-label={panelWords.forget(surface)}
        title={panelWords.forgetShort}
        onClick={() => onForget([id])}
      >
        <CloseIcon />
      </button>
    </li>
  );
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host || url : url;
}

/** Whether what was looked up has `query` somewhere, script, case and marks aside. */
function matcher(query: string, lines: GlossaryLines): (lookUp: KeptLookUp) => boolean {
  const key = folded(query);
  if (key === "") return () => true;
  return ({ term, surface, sentence, title, url }) => {
    const line = term === null ? undefined : lines.of(term);
    const fields = [surface, sentence, title, hostOf(url), line?.headword ?? "", line?.rendering ?? ""];
    return fields.some((field) => folded(field).includes(key));
  };
}

const folded = (text: string): string => String.fromCharCode(...keyOf(text).units);
