/** A query that the glossary lacks: the words that it is made of, with the entries of those that are known, and what is near it. */
import { termLine } from "../lexicon/entry.ts";
import type { Term } from "../lexicon/term.ts";
import type { Unknown } from "../lexicon/unknown.ts";
import { Hanzi } from "./hanzi.tsx";
import { LineRow } from "./line-row.tsx";
import { Notice } from "./notice.tsx";
import { unknownWords } from "./words/unknown.ts";

interface UnknownQueryProps {
  query: string;
  unknown: Unknown<Term>;
  /** Whether a list of what the words have in them follows. */
  isListed?: boolean;
  onOpen: (id: string) => void;
}

export function UnknownQuery({
  query,
  unknown: { script, parts, nearest },
  isListed = false,
  onOpen,
}: UnknownQueryProps) {
  const known = [...new Set(parts.flatMap(({ term }) => term ?? []))];
  return (
    <section class="unknown-query">
      <Notice
        title={unknownWords.title}
        hint={known.length === 0 && nearest.length === 0 && !isListed ? unknownWords.hint : ""}
        parts={{ query: <Hanzi script={script}>{query.trim()}</Hanzi> }}
      />
      {parts.length > 1 && (
        <>
          <h2 class="rows-heading">{unknownWords.parts}</h2>
          <p class="parts">
            {parts.map(({ text, term }, i) => (
              <Hanzi key={i} song script={script} class={term ? "part part-known" : "part"}>
                {term ? (
                  <button type="button" data-category={term.category} onClick={() => onOpen(term.id)}>
                    {text}
                  </button>
                ) : (
                  text
                )}
              </Hanzi>
            ))}
          </p>
          {known.length === 0 && <p class="rows-none">{unknownWords.noParts}</p>}
          {known.length > 0 && !isListed && (
            <ol class="rows">
              {known.map((term) => (
                <LineRow key={term.id} line={termLine(term)} onOpen={onOpen} />
              ))}
            </ol>
          )}
        </>
      )}
      {nearest.length > 0 && (
        <>
          <h2 class="rows-heading">{unknownWords.nearest}</h2>
          <ol class="rows">
            {nearest.map((term) => (
              <LineRow key={term.id} line={termLine(term)} onOpen={onOpen} />
            ))}
          </ol>
        </>
      )}
    </section>
  );
}
