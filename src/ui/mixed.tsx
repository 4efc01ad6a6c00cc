/** English text with Chinese in it: the hanzi get their language, else a reader's system may set them in Japanese forms. */
import { Fragment } from "preact";
import { Hanzi, type Script } from "./hanzi.tsx";
import { scriptOfReader } from "./headword.ts";

/** Runs of hanzi with the marks between them; marks at a run's edges belong to the English. */
const HANZI = /([〇㐀-鿿]+(?:[“”‘’、，·…—]*[〇㐀-鿿]+)*)/;

export function Mixed({ text, script = scriptOfReader() }: { text: string; script?: Script }) {
  return (
    <>
      {text.split(HANZI).map((piece, i) =>
        i % 2 === 1 ? (
          <Hanzi key={i} script={script}>
            {piece}
          </Hanzi>
        ) : (
          <Fragment key={i}>{piece}</Fragment>
        ),
      )}
    </>
  );
}
