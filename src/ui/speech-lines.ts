/** A speech's text as paragraphs, and which of them are headings. The text itself is never touched. */

export interface SpeechLine {
  /** UTF-16 code units from the start of the speech's text. */
  start: number;
  text: string;
  kind: "title" | "heading" | "text";
  /** How much of a running paragraph's beginning is its heading: （一）坚持对党绝对忠诚。 */
  lead: number;
}

/** A heading in the outline of a speech. */
export interface OutlineItem {
  /** Number of its paragraph, from 1. */
  paragraph: number;
  text: string;
  /** 一、 and 第一， are of level 1, （一） of level 2. */
  level: 1 | 2;
}

const MARKER = /^\s*(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)]|第[一二三四五六七八九十]+[，,、])/;

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

/** The headings among `lines`, without the stop at their end. */
export function outlineOf(lines: readonly SpeechLine[]): OutlineItem[] {
  return lines.flatMap(({ text, kind, lead }, i) => {
    if (kind !== "heading" && lead === 0) return [];
    const heading = (lead > 0 ? text.slice(0, lead) : text).trim().replace(/。$/, "");
    return [{ paragraph: i + 1, text: heading, level: /^[（(]/.test(heading) ? 2 : 1 } as const];
  });
}

/** Number of the paragraph that `offset` is in, from 1; of the one before, between two. */
export function paragraphAt(lines: readonly SpeechLine[], offset: number): number {
  return Math.max(1, lines.filter(({ start }) => start <= offset).length);
}
