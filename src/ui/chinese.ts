/** What Tifa's editors wrote in Chinese, in the script of whoever reads it; they write simplified. What is quoted stays as it is. */
import { traditionalBy, type ToTraditional, type TraditionalTable } from "../lexicon/traditional.ts";
import { scriptOfReader } from "./headword.ts";

let toTraditional: ToTraditional = (text) => text;

/** From now on `chinese` can write traditional script. */
export function writeTraditionalBy(table: TraditionalTable): void {
  toTraditional = traditionalBy(table);
}

/** Quotation marks of traditional Chinese, each for one of simplified Chinese; an apostrophe between Latin letters is none. */
const CORNERS: Readonly<Record<string, string>> = { "“": "「", "”": "」", "‘": "『", "’": "』" };
const MARKS = /[“”‘]|(?<![A-Za-z])’|’(?![A-Za-z])/g;

/** `text` in `script`, unit for unit, so that offsets stay. */
export function chinese(text: string, script = scriptOfReader()): string {
  return script === "hant" ? toTraditional(text).replace(MARKS, (mark) => CORNERS[mark]!) : text;
}

/** English with Chinese in it, likewise; its quotation marks are English. */
export function chineseInEnglish(text: string, script = scriptOfReader()): string {
  return script === "hant" ? toTraditional(text) : text;
}
