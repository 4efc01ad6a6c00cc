/** The side panel: the page that is looked at, what was looked up, what was saved; beside the page for as long as one reads. */
import { useRef } from "preact/hooks";
import { FailureBar } from "./failure.tsx";
import { HistoryList } from "./history-list.tsx";
import { OpenedEntry, type Opened, type OpenedEntryProps } from "./opened-entry.tsx";
import { PageView, type PageViewProps } from "./page-view.tsx";
import { moveByArrow } from "./rows.ts";
import { SavedList } from "./saved-list.tsx";
import { Segmented } from "./segmented.tsx";
import { UndoBar } from "./undo-bar.tsx";
import { useFocusBack } from "./use-focus-back.ts";
import { useNextRow } from "./use-next-row.ts";
import { panelWords } from "./words/panel.ts";
import type { ComponentProps } from "preact";

export const PANEL_TABS = ["page", "history", "saved"] as const;
export type PanelTab = (typeof PANEL_TABS)[number];

export interface PanelProps extends PageViewProps, Omit<OpenedEntryProps, "opened"> {
  tab: PanelTab;
  onTab: (tab: PanelTab) => void;
  opened: Opened | null;
  failure: ComponentProps<typeof FailureBar>;
  history: Omit<ComponentProps<typeof HistoryList>, "lines">;
  saved: Omit<ComponentProps<typeof SavedList>, "lines">;
  lines: ComponentProps<typeof HistoryList>["lines"];
  undo: Omit<ComponentProps<typeof UndoBar>, "onLeave">;
}

export function Panel(props: PanelProps) {
  const { tab, onTab, opened, onBack, query, onQuery, history, saved, lines, undo, failure } = props;
  const root = useRef<HTMLElement>(null);
  const box = useRef<HTMLInputElement>(null);
  const lists = {
    history: useNextRow(lengthOf(history.lookUps), ".history-counts button, .row > .icon-button"),
    saved: useNextRow(lengthOf(saved.saved), ".row > .icon-button"),
  };
  useFocusBack(opened !== null, tab === "page" ? box : lists[tab].place.ref);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    if (event.key === "Escape" && opened) {
      event.preventDefault();
      onBack();
    } else if (event.key === "Escape" && tab === "page" && query !== "") {
      event.preventDefault();
      onQuery("");
      box.current?.focus();
    } else if (!opened && moveByArrow(event, root.current!, tab === "page" ? box.current : null)) {
      event.preventDefault();
    }
  };
  return (
    <main ref={root} class="popup popup-in-panel" onKeyDown={onKeyDown}>
      {opened && <OpenedEntry {...props} opened={opened} />}
      {/* Kept while an entry is open, as each tab is while another is shown: its place is not lost. */}
      <div class="popup-list" hidden={opened !== null}>
        <div class="panel-tabs">
          <Segmented
            label={panelWords.tabs}
            options={PANEL_TABS.map((value) => ({ value, label: panelWords.tab[value] }))}
            value={tab}
            onChange={onTab}
          />
        </div>
        <div class="panel-tab" hidden={tab !== "page"}>
          <PageView {...props} box={box} />
        </div>
        <div {...lists.history.place} class="panel-tab popup-scroll" hidden={tab !== "history"}>
          <HistoryList {...history} lines={lines} />
        </div>
        <div {...lists.saved.place} class="panel-tab popup-scroll" hidden={tab !== "saved"}>
          <SavedList {...saved} lines={lines} />
        </div>
      </div>
      <FailureBar {...failure} />
      <UndoBar {...undo} onLeave={() => tab !== "page" && !opened && lists[tab].back()} />
    </main>
  );
}

const lengthOf = (list: readonly unknown[] | Error | undefined): number =>
  list === undefined || list instanceof Error ? 0 : list.length;
