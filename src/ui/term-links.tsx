/** Terms in running text that lead to their entries: in definitions, members and notes, wherever whoever shows the entry knows them. */
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import { Hanzi, type Script } from "./hanzi.tsx";
import { Mixed } from "./mixed.tsx";

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

/** Chinese text, or English with Chinese in it (`script` left out), with its terms as buttons. */
export function Linked({ text, script }: { text: string; script?: Script }) {
  const { linksIn, onTerm } = useContext(TermLinksContext);
  const pieces = [];
  let at = 0;
  const plain = (from: number, to: number) => {
    const piece = text.slice(from, to);
    return script ? piece : <Mixed key={from} text={piece} />;
  };
  for (const { start, end, term } of linksIn(text)) {
    const surface = text.slice(start, end);
    pieces.push(
      plain(at, start),
      <button key={`to ${start}`} type="button" class="term-link" onClick={() => onTerm(term)}>
        {script ? surface : <Hanzi>{surface}</Hanzi>}
      </button>,
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
