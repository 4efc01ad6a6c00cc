/** jieba, with words of our own in its dictionary. */
import { createRequire } from "node:module";
import type { Term } from "../lexicon/term.ts";
import { isFrameForm } from "../lexicon/lexicon.ts";

type Jieba = Pick<typeof import("jieba-wasm"), "cut" | "tag">;

/** Without its own frequency a word of the dictionary can still be cut in two; jieba's commonest words have some 300,000. */
const FREQUENCY = 100_000;

/** jieba-wasm's Node build is CommonJS and reads 4 MB of wasm when it is loaded: only where words are to be cut. */
export function openJieba(terms: readonly Pick<Term, "headword">[] = []): Jieba {
  const jieba = createRequire(import.meta.url)("jieba-wasm") as typeof import("jieba-wasm");
  for (const { headword } of terms) {
    if (!isFrameForm(headword) && !/[、，]/.test(headword)) jieba.add_word(headword, FREQUENCY, "l");
  }
  return jieba;
}
