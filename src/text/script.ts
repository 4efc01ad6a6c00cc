/** Which script a Chinese text is written in. */
import { SCRIPT_PAIRS } from "./script-pairs.ts";
import { isHan } from "./units.ts";

export type Script = "hans" | "hant";

const traditional = new Set<number>();
for (let i = 0; i < SCRIPT_PAIRS.length; i += 2) traditional.add(SCRIPT_PAIRS.charCodeAt(i));

/** Traditional if at least one Han character in thirty is one that the simplified script writes otherwise: it is one in three. */
export function scriptOf(text: string): Script {
  let han = 0;
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (!isHan(unit)) continue;
    han++;
    if (traditional.has(unit)) count++;
  }
  return count > 0 && count * 30 >= han ? "hant" : "hans";
}
