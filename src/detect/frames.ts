/** Productive patterns: the literal parts of a frame's headword (以…为抓手) with whatever stands between them. */
import { SLOT, type FrameForm, type LexiconTerm } from "../lexicon/lexicon.ts";
import { fold } from "../text/fold.ts";
import type { Span } from "../text/sentences.ts";

/** A slot is filled within its clause, and by no more than this many characters. */
const SLOT_LENGTH = 24;

/**
 * The pattern of a frame over folded text. The slot never holds the frame's first part, so that of two 在 the later one opens
 * 在…上下功夫; a comma is let through only right before the next part (既要…，又要…). Slots at the edges take nothing.
 */
function framePattern(form: string): RegExp {
  const parts = form
    .split(SLOT)
    .map(fold)
    .filter((part) => part !== "");
  const opening = escape(parts[0]!);
  const slot = `(?:(?!${opening})[^，。！？；：,.!?;:\\n]){1,${SLOT_LENGTH}}?[，,]?`;
  return new RegExp(parts.map((part) => [...part].map(escape).join('[“”"「」『』]?')).join(slot), "g");
}

/** A frame found in a text. */
export interface FrameSpan extends Span {
  term: LexiconTerm;
}

/** Spans of each frame in `text`. Those of different frames may overlap; of one frame's forms the longest stands. */
export function frameSpans(frames: readonly FrameForm[], text: string): FrameSpan[] {
  if (frames.length === 0) return [];
  const folded = fold(text);
  const found: FrameSpan[] = [];
  for (const { term, form } of frames) {
    for (const match of folded.matchAll(patternOf(form))) {
      found.push({ start: match.index, end: match.index + match[0].length, term });
    }
  }
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  const reached = new Map<LexiconTerm, number>();
  return found.filter(({ term, start, end }) => {
    if (start < (reached.get(term) ?? 0)) return false;
    reached.set(term, end);
    return true;
  });
}

const patterns = new Map<string, RegExp>();

function patternOf(form: string): RegExp {
  let pattern = patterns.get(form);
  if (!pattern) patterns.set(form, (pattern = framePattern(form)));
  return pattern;
}

function escape(text: string): string {
  return text.replace(/[$()*+.?[\\\]^{|}]/g, "\\$&");
}
