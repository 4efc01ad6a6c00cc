/** A quotation with its source, as notes and footnotes have it, in the language of the interface. */
import type { Speech } from "../lexicon/speech.ts";
import { linesOf, paragraphAt } from "./speech-lines.ts";
import { inLanguage } from "./words/common.ts";
import { language } from "./words/language.ts";
import { readerWords } from "./words/reader.ts";

/** What is quoted: UTF-16 code units of the speech. */
export interface Passage {
  start: number;
  end: number;
}

export function quotation(speech: Speech, { start, end }: Passage): string {
  return `${quoted(speech.text.slice(start, end).trim())}\n${sourceOf(speech, { start, end })}`;
}

/** Title and paragraph, or the first and the last of several. */
function sourceOf({ text, title }: Speech, { start, end }: Passage): string {
  const lines = linesOf(text, title.zh);
  const [first, last] = [paragraphAt(lines, start), paragraphAt(lines, end - 1)];
  const name = language() === "en" ? `《${title.zh}》 (${inLanguage(title)})` : `《${inLanguage(title)}》`;
  return `——${name}${readerWords.inParagraphs(first, last)}`;
}

const SWAPPED: Readonly<Record<string, string>> = { "“": "‘", "”": "’", "‘": "“", "’": "”" };

/** In quotation marks; its own change places with those inside them, as Chinese sets quotations in quotations. */
export function quoted(sentence: string): string {
  // Between Latin letters ’ is an apostrophe.
  const inside = sentence.replace(/[“”‘]|(?<![a-z])’|’(?![a-z])/gi, (mark) => SWAPPED[mark]!);
  return `“${inside}”`;
}
