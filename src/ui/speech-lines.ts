/** A speech's text as paragraphs, and which of them are headings. The text itself is never touched. */

export interface SpeechLine {
  /** UTF-16 code units from the start of the speech's text. */
  start: number;
  text: string;
  kind: "title" | "heading" | "text";
  /** How much of a running paragraph's beginning is its heading: （一）坚持对党绝对忠诚。 */
  lead: number;
}

const MARKER = /^\s*(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|第[一二三四五六七八九十]+[，,、])/;

/** Longer than this a numbered paragraph is a paragraph, and only its first sentence may be a heading. */
const HEADING = 50;
const LEAD = 40;

/** The lines of `text` that are not blank. A first line that is the speech's title is marked as such. */
export function linesOf(text: string, title: string): SpeechLine[] {
  const lines: SpeechLine[] = [];
  let start = 0;
  for (const line of text.split("\n")) {
    if (line.trim() !== "") lines.push({ start, text: line, ...shapeOf(line, lines.length === 0 ? title : undefined) });
    start += line.length + 1;
  }
  return lines;
}

function shapeOf(line: string, title: string | undefined): Pick<SpeechLine, "kind" | "lead"> {
  if (line.trim() === title) return { kind: "title", lead: 0 };
  if (!MARKER.test(line)) return { kind: "text", lead: 0 };
  if (line.length <= HEADING) return { kind: "heading", lead: 0 };
  const stop = line.indexOf("。");
  return { kind: "text", lead: stop >= 0 && stop < LEAD ? stop + 1 : 0 };
}
