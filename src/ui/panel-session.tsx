/** The side panel's state: the page that is followed, what the page asks to be shown, the records and what was taken from them. */
import { useCallback, useEffect, useState } from "preact/hooks";
import type { GlossaryLines } from "../lexicon/lines.ts";
import type { ExportFormat } from "../lexicon/term-export.ts";
import type { Subject } from "../protocol/messages.ts";
import type { KeptLookUp, SavedTerm } from "../protocol/user-records.ts";
import { useLookUps, useSavedTerms } from "./notebook.ts";
import { scriptOfReader } from "./headword.ts";
import { Panel, type PanelTab } from "./panel.tsx";
import { usePageView, type PagePort, type PageViewSource } from "./use-page-view.ts";
import { panelWords } from "./words/panel.ts";

export interface PanelPort extends PagePort {
  /** Address of the page of a look-up, at its sentence; undefined where there is none to go to. */
  pageOf: (lookUp: KeptLookUp) => string | undefined;
  openPage: (address: string) => void;
  /** Gives the reader a file. */
  exportTerms: (format: ExportFormat, saved: readonly SavedTerm[]) => void;
}

interface PanelSessionProps extends Omit<PageViewSource, "readLines"> {
  lines: GlossaryLines;
  port: PanelPort;
  /** What the page has asked to be shown here, at last; a new object each time. */
  shown: Subject | undefined;
}

interface Undoable {
  text: string;
  undo: () => void;
}

const NOTHING: Undoable = { text: "", undo: () => undefined };

export function PanelSession({ lines, readTerms, readEntry, settings, port, shown }: PanelSessionProps) {
  const { notebook } = port;
  const readLines = useCallback(async () => lines, [lines]);
  const [tab, setTab] = useState<PanelTab>("page");
  const [undoable, setUndoable] = useState(NOTHING);
  const { attempt, show, view } = usePageView({ readLines, readTerms, readEntry, settings, port });
  const lookUps = useLookUps(notebook);
  const saved = useSavedTerms(notebook);
  const [last, setLast] = useState<Subject>();
  useEffect(() => {
    if (!shown || shown === last) return;
    setLast(shown);
    show(shown);
  }, [shown, last, show]);

  const forget = async (which: readonly number[] | "all"): Promise<void> => {
    const gone = await notebook.forget(which);
    setUndoable({ text: panelWords.forgotten(gone.length), undo: () => attempt(notebook.remember(gone)) });
  };
  const remove = async (term: string): Promise<void> => {
    const gone = await notebook.unsave(term);
    if (gone) setUndoable({ text: panelWords.removed(gone.headword), undo: () => attempt(notebook.save(gone)) });
  };
  return (
    <Panel
      {...view}
      tab={tab}
      onTab={setTab}
      lines={lines}
      onJump={(group, n) => port.jump(group.frame, group.places[n]!, false)}
      history={{
        lookUps,
        onOpen: ({ term, surface, sentence }, script) => show({ term, surface, sentence, script }),
        pageOf: port.pageOf,
        onPage: port.openPage,
        onForget: (which) => attempt(forget(which)),
      }}
      saved={{
        saved,
        onOpen: (term) => view.onOpen(term, scriptOfReader()),
        onNote: (term, note) => attempt(notebook.note(term, note)),
        onRemove: (term) => attempt(remove(term)),
        onExport: (format) => Array.isArray(saved) && port.exportTerms(format, saved),
      }}
      undo={{
        text: undoable.text,
        onUndo: () => {
          undoable.undo();
          setUndoable(NOTHING);
        },
        onClose: () => setUndoable(NOTHING),
      }}
    />
  );
}
