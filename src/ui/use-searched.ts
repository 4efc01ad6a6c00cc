/** What a search goes through, made ready in slices: it takes a second where there are 50,000 terms. */
import { useEffect, useState } from "preact/hooks";
import { indexing, type SearchIndex } from "../lexicon/search.ts";
import type { Term } from "../lexicon/term.ts";
import { gatheringSpellings, type Spellings } from "../lexicon/unknown.ts";
import { inSlices } from "./in-slices.ts";

export interface Searched {
  index: SearchIndex;
  spellings: Spellings<Term>;
}

/** Milliseconds after which what could not be read is asked for again, once. */
const AGAIN = 1000;

/** Gives the terms that are searched; a new function where they are others. */
export type ReadTerms = () => Promise<Iterable<Term>>;

/** Undefined until it `isWanted`, and while it is on its way. */
export function useSearched(readTerms: ReadTerms, isWanted: boolean): Searched | undefined {
  const [made, setMade] = useState<{ of: ReadTerms; searched: Searched }>();
  const searched = made?.of === readTerms ? made.searched : undefined;
  const isMissing = isWanted && !searched;
  const [isAskedAgain, setAskedAgain] = useState(false);
  useEffect(() => {
    if (!isMissing) return undefined;
    const ending = new AbortController();
    const { signal } = ending;
    const make = async (): Promise<void> => {
      const index = await inSlices(indexing(await readTerms()), signal);
      const spellings = await inSlices(gatheringSpellings(index.terms), signal);
      setMade({ of: readTerms, searched: { index, spellings } });
    };
    make().catch((error: unknown) => {
      if (signal.aborted) return;
      if (isAskedAgain) throw error;
      const timer = setTimeout(() => setAskedAgain(true), AGAIN);
      signal.addEventListener("abort", () => clearTimeout(timer));
    });
    return () => ending.abort();
  }, [isMissing, readTerms, isAskedAgain]);
  return searched;
}
