/** What Tifa's editors wrote in Chinese, in the script of whoever reads it; they write simplified. What is quoted stays as it is. */
import { traditionalBy, type ToTraditional, type TraditionalTable } from "../lexicon/traditional.ts";
import { scriptOfReader } from "./headword.ts";

let toTraditional: ToTraditional = (text) => text;

/** From now on `chinese` can write traditional script. */
export function writeTraditionalBy(table: TraditionalTable): void {
  toTraditional = traditionalBy(table);
}

/** `text` in `script`, unit for unit, so that offsets stay. */
export function chinese(text: string, script = scriptOfReader()): string {
  return script === "hant" ? toTraditional(text) : text;
}
