/** Whether the page has a term otherwise than its entry, and how. */
import { isFrameForm } from "../lexicon/lexicon.ts";
import { keyOf } from "../lexicon/spelling.ts";
import type { Term, Variant } from "../lexicon/term.ts";

/** The form as it is matched: script, digits, marks, blanks and separators make no difference. */
const keyed = (form: string): string => keyOf(form).units.join();

/**
 * The variant that `surface` is; undefined if it is the headword itself in either script and however it is punctuated. A
 * surface that no variant accounts for is an alias without a note. A frame's surface always differs: that is what it is for.
 */
export function variantOf(
  term: Pick<Term, "headword" | "traditional" | "variants">,
  surface: string,
): Variant | undefined {
  if (isFrameForm(term.headword)) return undefined;
  const key = keyed(surface);
  if (key === keyed(term.headword) || key === keyed(term.traditional)) return undefined;
  return term.variants.find(({ form }) => keyed(form) === key) ?? { form: surface, kind: "alias" };
}
