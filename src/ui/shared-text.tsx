/** A speech beside another one: what the two have word for word is washed, numbered, and leads to where the other has it. */
import type { SharedPassage } from "../measure/shared-passages.ts";
import { isPlainClick } from "./plain-click.ts";
import { Redacted } from "./redacted.tsx";
import type { SpeechLine } from "./speech-lines.ts";

/** A passage as one of the two speeches has it. */
export interface HalfPassage {
  /** UTF-16 code units of this speech. */
  start: number;
  end: number;
  /** From 1; the same in both. */
  number: number;
}

/** The passages as they stand in one of the two, in its order. */
export function halfOf(passages: readonly SharedPassage[], side: "first" | "second"): HalfPassage[] {
  return passages
    .map((passage, i) => ({ start: passage[side], end: passage[side] + passage.length, number: i + 1 }))
    .sort((a, b) => a.start - b.start);
}

/** UTF-16 code units that `line` has of each passage, by the passage's number. */
export function sharedIn(line: SpeechLine, half: readonly HalfPassage[]): Map<number, number> {
  const end = line.start + line.text.length;
  const shared = new Map<number, number>();
  for (const passage of half) {
    const length = Math.min(end, passage.end) - Math.max(line.start, passage.start);
    if (length > 0) shared.set(passage.number, length);
  }
  return shared;
}

interface SharedTextProps {
  line: SpeechLine;
  half: readonly HalfPassage[];
  side: "first" | "second";
  /** Number of the passage that was last gone to. */
  here: number | undefined;
  label: (number: number) => string;
  /** What a screen reader says of a redaction. */
  redacted: string;
  onPassage: (number: number) => void;
}

export const passageId = (side: "first" | "second", number: number): string => `${side}-${number}`;

/** The text of `line`, to the last unit. */
export function SharedText({ line, half, side, here, label, redacted, onPassage }: SharedTextProps) {
  const pieces = [];
  let at = line.start;
  for (const { start, end, number } of half) {
    const from = Math.max(start, at);
    const to = Math.min(end, line.start + line.text.length);
    if (to <= from) continue;
    pieces.push(
      <Redacted
        key={`before-${number}`}
        name={redacted}
        text={line.text.slice(at - line.start, from - line.start)}
        isFirst={at === line.start}
      />,
      <a
        key={number}
        id={passageId(side, number)}
        class={number === here ? "shared shared-here" : "shared"}
        href={`#${passageId(side === "first" ? "second" : "first", number)}`}
        title={label(number)}
        data-passage={number}
        onClick={(event) => {
          if (!isPlainClick(event)) return;
          event.preventDefault();
          onPassage(number);
        }}
      >
        {line.text.slice(from - line.start, to - line.start)}
      </a>,
    );
    at = to;
  }
  pieces.push(
    <Redacted key="after" name={redacted} text={line.text.slice(at - line.start)} isFirst={at === line.start} />,
  );
  return <>{pieces}</>;
}
