/** Every frame of a text, for a concordance: also those in and across terms. */
import type { Lexicon, LexiconTerm } from "../lexicon/lexicon.ts";
import { scan } from "../lexicon/match.ts";
import { signAt } from "../lexicon/paths.ts";
import { framesAround, type FrameSpan } from "./frames.ts";
import { FRAME, signsOf } from "./signs.ts";

/** Ordered by their start, then the longest first; of one frame none overlaps another. */
export function frameSpans(lexicon: Lexicon, text: string): FrameSpan[] {
  const { paths, patterns } = signsOf(lexicon);
  const found: FrameSpan[] = [];
  scan(lexicon, paths, text, {
    found: (start, hits) => {
      for (let i = 0; i < hits.count; i++) {
        const sign = signAt(paths.tree, hits.places[i]!);
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
