/** The text of a speech in paragraphs. */
import type { Speech } from "../lexicon/speech.ts";
import { Redacted } from "./redacted.tsx";
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

/** How a paragraph is set. */
export function lineClass({ kind, text }: SpeechLine): string {
  // Some lines bring their indent in U+3000 along.
  return `line-${kind}${/^\s/.test(text) ? " line-indented" : ""}`;
}
