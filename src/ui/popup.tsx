/** The toolbar's popup, also a page of its own: what this page has, how much is marked, and the glossary. */
import type { ComponentProps } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { DESK_PAGES } from "../protocol/desk-pages.ts";
import { FailureBar } from "./failure.tsx";
import { OpenedEntry, type Opened, type OpenedEntryProps } from "./opened-entry.tsx";
import { PageView, type PageViewProps } from "./page-view.tsx";
import { moveByArrow } from "./rows.ts";
import { useFocusBack } from "./use-focus-back.ts";
import { deskWords } from "./words/desk.ts";
import { popupWords } from "./words/popup.ts";

export interface PopupProps extends PageViewProps, Omit<OpenedEntryProps, "opened"> {
  /** A popup has a width of its own to give to the browser; a tab has one to fill. */
  place?: "popup" | "tab";
  opened: Opened | null;
  failure: ComponentProps<typeof FailureBar>;
  /** Opens the side panel; left out where there is none. */
  onPanel?: () => void;
}

export function Popup(props: PopupProps) {
  const { place = "popup", query, opened, onQuery, onBack, onPanel, failure } = props;
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
        <PageView {...props} box={box} />
        <DeskLinks {...(onPanel ? { onPanel } : {})} />
      </div>
      <FailureBar {...failure} />
    </main>
  );
}

function DeskLinks({ onPanel }: { onPanel?: () => void }) {
  return (
    <nav class="popup-desk" aria-label={popupWords.desk}>
      {(["glossary", "speeches", "corpus", "options"] as const).map((page) => (
        <a key={page} class="text-button" href={DESK_PAGES[page]} target="_blank" rel="noopener">
          {deskWords[page]}
        </a>
      ))}
      {onPanel && (
        <button type="button" class="text-button popup-desk-panel" title={popupWords.openPanelHint} onClick={onPanel}>
          {popupWords.openPanel}
        </button>
      )}
    </nav>
  );
}
