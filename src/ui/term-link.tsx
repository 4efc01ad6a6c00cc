/** The way to another term of the glossary, by its headword. */
import type { TermLine } from "../lexicon/entry.ts";
import { Hanzi } from "./hanzi.tsx";
import { headwordIn, scriptOfReader } from "./headword.ts";
import { isPlainClick } from "./plain-click.ts";

interface TermLinkProps {
  term: Pick<TermLine, "id" | "headword" | "traditional" | "category">;
  address: string;
  /** Left out, the browser goes to the address. */
  onTerm?: (id: string) => void;
}

export function TermLink({ term, address, onTerm }: TermLinkProps) {
  return (
    <a
      class="term-link"
      href={address}
      data-category={term.category}
      onClick={(event) => {
        if (!onTerm || !isPlainClick(event)) return;
        event.preventDefault();
        onTerm(term.id);
      }}
    >
      <Hanzi song script={scriptOfReader()}>
        {headwordIn(scriptOfReader(), term)}
      </Hanzi>
    </a>
  );
}
