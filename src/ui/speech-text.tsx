/** The text of a speech in paragraphs. */
import type { Speech } from "../lexicon/speech.ts";
import { atRedactions } from "./redactions.ts";
import { linesOf, type SpeechLine } from "./speech-lines.ts";

/** `redacted` is what a screen reader says of a redaction. Elements' text is the lines' text to the last unit; numbers stand in a pseudo-element, which is no text. */
export function Paragraphs({ speech, redacted }: { speech: Speech; redacted: string }) {
  return (
    <>
      {linesOf(speech.text, speech.title.zh).map((line, i) => (
        <p
          key={line.start}
          id={`p${i + 1}`}
          data-start={line.start}
          data-number={i + 1}
          class={lineClass(line)}
          // Where the outline leads the focus follows.
          tabIndex={-1}
        >
          {line.lead > 0 && (
            <b>
              <Redacted name={redacted} text={line.text.slice(0, line.lead)} />
            </b>
          )}
          <Redacted name={redacted} text={line.text.slice(line.lead)} isFirst={line.lead === 0} />
        </p>
      ))}
    </>
  );
}

/**
 * Redactions are shown as they stand, and explain themselves where the pointer or the focus is. Only the first of a paragraph is a stop
 * of the Tab key: some paragraphs have thirty, and all say the same.
 */
function Redacted({ text, name, isFirst = true }: { text: string; name: string; isFirst?: boolean }) {
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

/** How a paragraph is set. */
export function lineClass({ kind, text }: SpeechLine): string {
  // Some lines bring their indent in U+3000 along.
  return `line-${kind}${/^\s/.test(text) ? " line-indented" : ""}`;
}
