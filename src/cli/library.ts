/** The built-in library, built from seeds/ in memory: a second at most, and never out of date. */
import { build } from "../corpus/build.ts";
import type { Tagger } from "../corpus/extract.ts";
import type { RejectedSource } from "../corpus/source.ts";
import type { Library } from "../lexicon/glossary.ts";
import { loadLexicon, type Lexicon } from "../lexicon/lexicon.ts";
import { readSeeds } from "./seeds.ts";
import { wordEdges } from "./word-edges.ts";

/** @throws SourceError if the sources do not fit together; TextError if one cannot be read. */
export function openLibrary(tag?: Tagger): { library: Library; rejected: readonly RejectedSource[]; lexicon: Lexicon } {
  const { lexicon, ...built } = build(readSeeds(), { ...(tag && { tag }), wordEdges });
  return { ...built, lexicon: loadLexicon(lexicon) };
}
