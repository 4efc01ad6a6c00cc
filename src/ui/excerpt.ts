/**
 * The part of a long sentence that shows a term at work. These sentences run to three hundred characters; a card has room
 * for some ninety. Cuts fall after punctuation where there is some near, and what is left is verbatim.
 */
export interface Excerpt {
  /** UTF-16 code units of the sentence. */
  from: number;
  to: number;
}

const BEFORE = 32;
const AFTER = 44;
/** A cut that would save less than this is not worth its ellipsis. */
const SLACK = 12;
const BREAKS = "，、；：。！？";

/** The excerpt of `sentence` around the term at `start … end`; the whole sentence if it is short enough. */
export function excerptOf(sentence: string, start: number, end: number): Excerpt {
  const from = start - BEFORE <= SLACK ? 0 : cutBefore(sentence, start - BEFORE, start);
  const to = end + AFTER >= sentence.length - SLACK ? sentence.length : cutAfter(sentence, end, end + AFTER);
  return { from, to };
}

/** The first place after a break between `earliest` and `start`; `earliest` if there is none. */
function cutBefore(sentence: string, earliest: number, start: number): number {
  for (let i = earliest; i < start; i++) if (BREAKS.includes(sentence[i]!)) return i + 1;
  return wholeCharacter(sentence, earliest);
}

/** The last place after a break between `end` and `latest`; `latest` if there is none. */
function cutAfter(sentence: string, end: number, latest: number): number {
  for (let i = latest; i > end; i--) if (BREAKS.includes(sentence[i - 1]!)) return i;
  return wholeCharacter(sentence, latest);
}

/** `at`, or the unit before it if it would split a surrogate pair. */
function wholeCharacter(sentence: string, at: number): number {
  const unit = sentence.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff ? at - 1 : at;
}
