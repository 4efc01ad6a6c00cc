/** Every frame of a text, for a concordance: also those in and across terms. */
import type { Lexicon, LexiconTerm } from "../lexicon/lexicon.ts";
import { scan } from "../lexicon/match.ts";
import { framesAround, type FrameSpan } from "./frames.ts";
import { FRAME, signsOf } from "./signs.ts";

/** Ordered by their start, then the longest first; of one frame none overlaps another. */
export function frameSpans(lexicon: Lexicon, text: string): FrameSpan[] {
  const sought = signsOf(lexicon);
  const { signs, patterns } = sought;
  const found: FrameSpan[] = [];
  scan(lexicon, sought, text, {
    found: (start, hits) => {
      for (let i = 0; i < hits.count; i++) {
        const sign = signs[hits.nodes[i]!]!;
        if (sign >= FRAME) found.push(...framesAround(patterns[sign - FRAME]!, text, start, hits.offsets[i]!));
      }
      return start + 1;
    },
  });
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  const reached = new Map<LexiconTerm, number>();
  return found.filter(({ term, start, end }) => {
    if (start < (reached.get(term) ?? 0)) return false;
    reached.set(term, end);
    return true;
  });
}
