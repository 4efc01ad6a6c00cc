/** What has been blacked out of a speech, shown as it stands; a Hint on it says what it is. */
import { atRedactions } from "./redactions.ts";

/**
 * `text` to the last unit; `name` is what a screen reader says of a redaction. Only the first of a paragraph is a stop of the Tab key:
 * some paragraphs have thirty, and all say the same.
 */
export function Redacted({ text, name, isFirst = true }: { text: string; name: string; isFirst?: boolean }) {
  return (
    <>
      {atRedactions(text).map((piece, i) =>
        i % 2 === 0 ? (
          piece
        ) : (
          <span
            key={i}
            class="redaction"
            role="note"
            aria-label={name}
            {...(isFirst && i === 1 ? { tabIndex: 0 } : {})}
          >
            {piece}
          </span>
        ),
      )}
    </>
  );
}
