/** The entry that is open in a screen, and whether it is saved. */
import { useState } from "preact/hooks";
import type { Entry } from "../lexicon/entry.ts";
import type { Subject } from "../protocol/messages.ts";
import type { Attempt } from "./failure.tsx";
import type { Script } from "./hanzi.tsx";
import { useSavedTerms, type Notebook } from "./notebook.ts";
import type { Opened } from "./opened-entry.tsx";

export interface Opening {
  opened: Opened | null;
  open: (id: string, script: Script) => void;
  /** Opens what a page has: its entry, or its own words where the glossary has none. */
  show: (subject: Subject) => void;
  back: () => void;
  isSaved: boolean | undefined;
  onSave: (entry: Entry, save: boolean) => void;
}

/** Gives the entry of an id; undefined if the glossary has none. */
export type ReadEntry = (id: string) => Promise<Entry | undefined>;

export function useOpened(readEntry: ReadEntry, notebook: Notebook, attempt: Attempt): Opening {
  const [opened, setOpened] = useState<Opened | null>(null);
  const saved = useSavedTerms(notebook);
  const openEntry = (id: string, script: Script, surface?: string): void => {
    void readEntry(id).then((entry) => {
      if (entry) setOpened({ entry, script, ...(surface === undefined ? {} : { surface }) });
    });
  };
  const id = opened?.entry?.term.id;
  return {
    opened,
    open: openEntry,
    show: (subject) => {
      if (subject.term === null) setOpened({ entry: null, subject });
      else openEntry(subject.term, subject.script, subject.surface);
    },
    back: () => setOpened(null),
    isSaved: Array.isArray(saved) ? saved.some(({ term }) => term === id) : undefined,
    onSave: ({ term }, save) => {
      if (save) attempt(notebook.save({ term: term.id, headword: term.headword, note: "", time: Date.now() }));
      else attempt(notebook.unsave(term.id));
    },
  };
}
