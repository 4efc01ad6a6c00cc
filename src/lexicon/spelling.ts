/** The spellings of a term, and the key that spellings which are read as one have in common. */
import { foldUnit } from "../text/fold.ts";
import { isBlank, isLineBreak, isQuotationMark, isSeparator } from "../text/units.ts";
import type { Term } from "./term.ts";

/** The spellings under which a term is looked for, as its editor wrote them. */
export function formsOf(
  term: Pick<Term, "headword" | "traditional"> & { variants: readonly { form: string }[] },
): string[] {
  return [term.headword, term.traditional, ...term.variants.map((variant) => variant.form)];
}

/**
 * The folded units that a form is found by, without what is skipped inside a term; `halves` are the numbers of units after
 * which a separator stood.
 */
export function keyOf(form: string): { units: number[]; halves: Set<number> } {
  const units: number[] = [];
  const halves = new Set<number>();
  for (let i = 0; i < form.length; i++) {
    const unit = form.charCodeAt(i);
    if (isSeparator(unit)) halves.add(units.length);
    else if (!isBlank(unit) && !isLineBreak(unit) && !isQuotationMark(unit)) units.push(foldUnit(unit));
  }
  return { units, halves };
}
