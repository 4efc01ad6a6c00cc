/** The life of one open card: the entry is on its way, there, or can't be had; terms opened in place, and the way back. */
import { useEffect, useRef, useState } from "preact/hooks";
import type { Entry, QuoteInWords } from "../lexicon/entry.ts";
import { Card, type CardContent } from "./card.tsx";
import { commonWords } from "./words/common.ts";

export interface CardSessionProps {
  /** Null for a numeral formulation that the glossary lacks. */
  term: string | null;
  surface: string;
  sentence: string;
  script: "hans" | "hant";
  fetchEntry: (id: string) => Promise<Entry | null>;
  onOpenSpeech: (quote: QuoteInWords) => void;
  onCopy: (text: string) => void;
  onClose: () => void;
}

export function CardSession({
  term,
  surface,
  sentence,
  script,
  fetchEntry,
  onOpenSpeech,
  onCopy,
  onClose,
}: CardSessionProps) {
  const [trail, setTrail] = useState<readonly string[]>(term === null ? [] : [term]);
  const [content, setContent] = useState<CardContent>(
    term === null ? { state: "unknown", surface, sentence } : { state: "loading", surface },
  );
  const id = trail.at(-1);
  const asked = useRef(0);
  useEffect(() => {
    if (id === undefined) return;
    const turn = ++asked.current;
    const show = (next: CardContent): void => {
      // A later click overtakes an earlier answer.
      if (turn === asked.current) setContent(next);
    };
    fetchEntry(id).then(
      (entry) =>
        show(
          entry
            ? { state: "entry", entry, surface: trail.length === 1 ? surface : entry.term.headword }
            : { state: "error", surface, message: commonWords.entryGone },
        ),
      () => show({ state: "error", surface, message: commonWords.extensionGone }),
    );
  }, [id, trail.length, surface, fetchEntry]);
  return (
    <Card
      content={content}
      script={script}
      canGoBack={trail.length > 1}
      onBack={() => setTrail(trail.slice(0, -1))}
      onTerm={(next) => setTrail([...trail, next])}
      onOpenSpeech={onOpenSpeech}
      onCopy={onCopy}
      onClose={onClose}
    />
  );
}
