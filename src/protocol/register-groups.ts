/** The groups that a register is judged by, as src/detect/register.ts counts them. */
import type { Group } from "../detect/register.ts";

export const REGISTER_GROUPS = [
  "essential",
  "regular",
  "background",
  "context",
  "numeral",
  "frame",
  "verb",
  "order",
  "triad",
  "run",
] as const satisfies readonly Group[];
