/** Compiles a lexicon for detection: with what detection wants to hear of besides the terms. */
import { compileLexicon, type CompilableTerm, type CompileOptions } from "../lexicon/compile.ts";
import { anchorsOf } from "./frames.ts";
import { COUNTED_HEADS } from "./numerals.ts";
import { ORDERS, REGISTER_VERBS } from "./register.ts";

/** @throws RangeError as `compileLexicon` does. */
export function compileForDetection(
  terms: readonly CompilableTerm[],
  options: Omit<CompileOptions, "signs"> = {},
): Uint8Array<ArrayBuffer> {
  const signs = (frames: Parameters<typeof anchorsOf>[0]): string[] => [
    ...anchorsOf(frames),
    ...COUNTED_HEADS,
    ...REGISTER_VERBS,
    ...ORDERS,
  ];
  return compileLexicon(terms, { ...options, signs });
}
