/** A headword in the script that its reader reads. */
import type { TermLine } from "../lexicon/entry.ts";
import type { Script } from "./hanzi.tsx";
import { language } from "./words/language.ts";

/** The script of a reader who comes from no page: traditional for who reads the interface in it. */
export function scriptOfReader(): Script {
  return language() === "zh-Hant" ? "hant" : "hans";
}

type InTwoScripts = Pick<TermLine, "headword" | "traditional">;

export function headwordIn(script: Script, { headword, traditional }: InTwoScripts): string {
  return script === "hant" ? traditional : headword;
}

/** The form in the other script; undefined if the two are the same. */
export function otherHeadword(script: Script, { headword, traditional }: InTwoScripts): string | undefined {
  if (headword === traditional) return undefined;
  return script === "hant" ? headword : traditional;
}

/** The script of a term as a page has it; simplified where the two don't differ. */
export function scriptOfSurface(surface: string, term: InTwoScripts): Script {
  return term.traditional !== term.headword && sharesMore(surface, term.traditional, term.headword) ? "hant" : "hans";
}

/** Whether `surface` has more of the characters of `a` than of `b`; surfaces have marks and blanks inside, so not `===`. */
function sharesMore(surface: string, a: string, b: string): boolean {
  const shared = (form: string): number => [...form].filter((character) => surface.includes(character)).length;
  return shared(a) > shared(b);
}
