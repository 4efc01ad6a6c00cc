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
  undo: ComponentProps<typeof UndoBar>;
}

export function Panel(props: PanelProps) {
  const { tab, onTab, opened, onBack, query, onQuery, history, saved, lines, undo, failure } = props;
  const root = useRef<HTMLElement>(null);
  const box = useRef<HTMLInputElement>(null);
  useFocusBack(opened !== null, box);
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
        <div class="panel-tab popup-scroll" hidden={tab !== "history"}>
          <HistoryList {...history} lines={lines} />
        </div>
        <div class="panel-tab popup-scroll" hidden={tab !== "saved"}>
          <SavedList {...saved} lines={lines} />
        </div>
      </div>
      <FailureBar {...failure} />
      <UndoBar {...undo} />
    </main>
  );
}
