/** Text fragments: the part of an address that makes a browser scroll to words of the page and set them off. */
import { wordsOf } from "./words.ts";

/** A sentence that is longer is named by its beginning and its end: a page may have changed in between, and addresses are short. */
const WHOLE = 40;
const EDGE = 14;

/**
 * `address` with a fragment that leads to `sentence`, as the draft "URL Fragment Text Directives" has it; the address as it is where
 * the sentence is blank. Cuts fall between words, for a browser finds whole words only.
 */
export function addressAt(address: string, sentence: string): string {
  const text = sentence.replace(/\s+/g, " ").trim();
  if (text === "" || !URL.canParse(address)) return address;
  const [base, hash = ""] = address.split(/#(.*)/s);
  const before = hash.replace(/:~:.*$/s, "");
  return `${base}#${before}:~:text=${directive(text)}`;
}

function directive(text: string): string {
  if (text.length <= WHOLE) return encoded(text);
  const words = wordsOf(text);
  return `${encoded(edge(words).trimEnd())},${encoded(edge(words.toReversed(), true).trimStart())}`;
}

/** The first words that have EDGE characters together. */
function edge(words: readonly string[], isEnd = false): string {
  let text = "";
  for (const word of words) {
    text = isEnd ? word + text : text + word;
    if (text.length >= EDGE) break;
  }
  return text;
}

/** The directive's own signs are no part of the text; nor is half a character, which a page may have, and no address. */
const encoded = (text: string): string => encodeURIComponent(text.toWellFormed()).replaceAll("-", "%2D");
