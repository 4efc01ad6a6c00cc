/** English as it is printed: editors type straight quotation marks and apostrophes, or curly ones; the glossary has curly ones. */

/** What a quotation can open after; at the start of a text it can too. Curly marks are there for quotations inside others. */
const BEFORE_OPENING = /[\s([{‘“–—/-]/;

/** What never begins a quotation, so that before it a mark closes one: "the prefix pre-". */
const AFTER_CLOSING = /[\s.,;:!?)\]}]/;

export function typographic(english: string): string {
  let out = "";
  for (let i = 0; i < english.length; i++) {
    const mark = english[i]!;
    if (mark !== '"' && mark !== "'") {
      out += mark;
      continue;
    }
    const next = english[i + 1];
    const opens = (i === 0 || BEFORE_OPENING.test(out.at(-1)!)) && next !== undefined && !AFTER_CLOSING.test(next);
    if (mark === '"') out += opens ? "“" : "”";
    // The apostrophe of '90s and '08 stands where a quotation could open.
    else out += opens && !/^\d\d(?!\d)/.test(english.slice(i + 1)) ? "‘" : "’";
  }
  return out;
}
