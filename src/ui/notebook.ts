/** The reader's own records, as a screen shows and changes them. */
import { useEffect, useState } from "preact/hooks";
import type { KeptLookUp, SavedTerm } from "../protocol/user-records.ts";

/** Where the records are kept; each change is told of to every screen that listens. */
export interface Notebook {
  lookUps: () => Promise<KeptLookUp[]>;
  forget: (which: readonly number[] | "all") => Promise<KeptLookUp[]>;
  remember: (gone: readonly KeptLookUp[]) => Promise<void>;
  savedTerms: () => Promise<SavedTerm[]>;
  save: (saved: SavedTerm) => Promise<void>;
  unsave: (term: string) => Promise<SavedTerm | undefined>;
  note: (term: string, note: string) => Promise<void>;
  onChange: (take: () => void, signal: AbortSignal) => void;
}

/** What `read` answers, read again after each change; undefined until it has answered, an Error where it can't. */
function useRecords<T>(notebook: Notebook, read: (notebook: Notebook) => Promise<T>): T | Error | undefined {
  const [records, setRecords] = useState<T | Error>();
  useEffect(() => {
    const ending = new AbortController();
    let asked = 0;
    const ask = (): void => {
      const turn = ++asked;
      read(notebook).then(
        (answer) => turn === asked && setRecords(() => answer),
        (error: unknown) => turn === asked && setRecords(error instanceof Error ? error : new Error(String(error))),
      );
    };
    notebook.onChange(ask, ending.signal);
    ask();
    return () => {
      asked = -1;
      ending.abort();
    };
  }, [notebook, read]);
  return records;
}

const lookUps = (notebook: Notebook): Promise<KeptLookUp[]> => notebook.lookUps();
const savedTerms = (notebook: Notebook): Promise<SavedTerm[]> => notebook.savedTerms();

export const useLookUps = (notebook: Notebook): KeptLookUp[] | Error | undefined => useRecords(notebook, lookUps);
export const useSavedTerms = (notebook: Notebook): SavedTerm[] | Error | undefined => useRecords(notebook, savedTerms);
