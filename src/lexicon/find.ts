/** Finding words in one text, as a reader means them: in either script and width, past quotation marks and blanks. */
import { foldUnit } from "../text/fold.ts";
import type { Span } from "../text/sentences.ts";
import { isBlank, isQuotationMark } from "../text/units.ts";

/**
 * Finds in `text` from now on: every occurrence of the words asked for, in order, none overlapping the one before; UTF-16 code units of
 * `text`. 4个意识 finds 四个意识, and 两个维护 finds 两个“维护”. A line break is never passed over.
 */
export function finderIn(text: string): (words: string) => Span[] {
  const { bare, offsets } = bareOf(text);
  return (words) => {
    const wanted = bareOf(words.trim()).bare;
    const found: Span[] = [];
    if (wanted === "") return found;
    for (let at = bare.indexOf(wanted); at >= 0; at = bare.indexOf(wanted, at + wanted.length)) {
      found.push({ start: offsets[at]!, end: offsets[at + wanted.length - 1]! + 1 });
    }
    return found;
  };
}

/** What of `text` is compared, folded, and the offset of each of its units. */
function bareOf(text: string): { bare: string; offsets: number[] } {
  let bare = "";
  const offsets: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (isBlank(unit) || isQuotationMark(unit)) continue;
    bare += String.fromCharCode(foldUnit(unit));
    offsets.push(i);
  }
  return { bare, offsets };
}
