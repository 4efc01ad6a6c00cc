/** A sentence of words.ts with something of the component's own where `{name}` stands. */
import { Fragment, type ComponentChildren } from "preact";

interface PhraseProps {
  text: string;
  parts: Record<string, ComponentChildren>;
}

/** A name without its part is left as it stands, so that a mistake in a translation shows. */
export function Phrase({ text, parts }: PhraseProps) {
  return (
    <>
      {text.split(/(\{\w+\})/).map((piece, i) => (
        <Fragment key={i}>{/^\{\w+\}$/.test(piece) ? (parts[piece.slice(1, -1)] ?? piece) : piece}</Fragment>
      ))}
    </>
  );
}
