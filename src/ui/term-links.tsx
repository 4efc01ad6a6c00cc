/** Terms in running text that lead to their entries: in definitions, members and notes, wherever whoever shows the entry knows them. */
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import { chinese, chineseInEnglish } from "./chinese.ts";
import { Hanzi } from "./hanzi.tsx";
import { Mixed } from "./mixed.tsx";
import { useProseScript } from "./prose.tsx";

/** A term that stands in a text, UTF-16 code units. */
export interface TermLink {
  start: number;
  end: number;
  term: string;
}

export interface TermLinks {
  /** The terms in `text`, in order, none overlapping another. */
  linksIn: (text: string) => readonly TermLink[];
  onTerm: (id: string) => void;
}

const NONE: TermLinks = { linksIn: () => [], onTerm: () => undefined };

export const TermLinksContext = createContext<TermLinks>(NONE);

/**
 * Chinese text, or English with Chinese in it (`isEnglish`), with its terms as buttons. They are none to the browser, for which a
 * <button> is a box even where it is `display: inline`: it goes whole to the next line, and Firefox breaks a line between it and 。 or ”.
 */
export function Linked({ text, isEnglish = false }: { text: string; isEnglish?: boolean }) {
  const { linksIn, onTerm } = useContext(TermLinksContext);
  const script = useProseScript();
  const shown = isEnglish ? chineseInEnglish(text, script) : chinese(text, script);
  const pieces = [];
  let at = 0;
  const plain = (from: number, to: number) => {
    const piece = shown.slice(from, to);
    return isEnglish ? <Mixed key={from} text={piece} script={script} /> : piece;
  };
  for (const { start, end, term } of linksIn(text)) {
    const surface = shown.slice(start, end);
    pieces.push(
      plain(at, start),
      <span
        key={`to ${start}`}
        role="button"
        tabIndex={0}
        class="term-link term-link-in-text"
        onClick={() => onTerm(term)}
        onKeyDown={(event) => {
          if (event.key !== "Enter" && event.key !== " ") return;
          // A space would scroll.
          event.preventDefault();
          onTerm(term);
        }}
      >
        {isEnglish ? <Hanzi script={script}>{surface}</Hanzi> : surface}
      </span>,
    );
    at = end;
  }
  return (
    <>
      {pieces}
      {plain(at, text.length)}
    </>
  );
}
