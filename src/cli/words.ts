/** jieba, with words of our own in its dictionary; and that dictionary, which jieba-wasm keeps to itself. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Dictionary } from "../corpus/straddles.ts";
import type { Term } from "../lexicon/term.ts";
import { isFrameForm } from "../lexicon/lexicon.ts";

type Jieba = Pick<typeof import("jieba-wasm"), "cut" | "tag">;

/** Without its own frequency a word of the dictionary can still be cut in two; jieba's commonest words have some 300,000. */
const FREQUENCY = 100_000;

/** jieba-wasm's Node build is CommonJS and reads 4 MB of wasm when it is loaded: only where words are to be cut. */
export function openJieba(terms: readonly Pick<Term, "headword">[] = []): Jieba {
  const jieba = require("jieba-wasm") as typeof import("jieba-wasm");
  for (const { headword } of terms) {
    if (!isFrameForm(headword) && !/[、，]/.test(headword)) jieba.add_word(headword, FREQUENCY, "l");
  }
  return jieba;
}

const require = createRequire(import.meta.url);

/** The words of jieba's dictionary and how often each was counted. */
export function readDictionary(): Dictionary {
  const path = require.resolve("@node-rs/jieba/dict.txt");
  const counts = new Map<string, number>();
  const text = readFileSync(path, "utf8");
  // A line is a word, its count and its part of speech, with a space between each; half a million pieces are not split for it.
  for (let start = 0; start < text.length;) {
    const space = text.indexOf(" ", start);
    const end = text.indexOf("\n", start);
    counts.set(text.slice(start, space), Number.parseInt(text.slice(space + 1, space + 10), 10));
    start = end < 0 ? text.length : end + 1;
  }
  return counts;
}
