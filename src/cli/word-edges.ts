/** What keeps terms from being found across words, by jieba's dictionary; kept from one command to the next, for it takes a second. */
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import { straddles, type WordEdges } from "../corpus/straddles.ts";
import type { CompilableTerm } from "../lexicon/compile.ts";
import { ROOT } from "./seeds.ts";
import { dictionaryVersion, readDictionary } from "./words.ts";

const KEPT = join(ROOT, ".tifa/word-edges.json");

const schema = v.object({ key: v.string(), blocked: v.array(v.string()), boundaries: v.string() });

/** The word edges of `terms`. What was kept is taken if terms, dictionary and code are still the same. */
export function wordEdges(terms: readonly CompilableTerm[]): WordEdges {
  const code = ["../corpus/straddles.ts", "../lexicon/boundaries.ts", "../lexicon/word-list.ts"].map((path) =>
    readFileSync(join(import.meta.dirname, path), "utf8"),
  );
  const looked = terms.map(({ headword, traditional, variants, detection }) => [
    headword,
    traditional,
    variants.map(({ form }) => form),
    detection,
  ]);
  const key = createHash("sha256")
    .update(JSON.stringify([dictionaryVersion(), code, looked]))
    .digest("hex");
  const kept = readKept();
  if (kept?.key === key) return kept;
  const edges = straddles(terms, readDictionary());
  try {
    mkdirSync(join(ROOT, ".tifa"), { recursive: true });
    // Another command may write at the same time: whole files only.
    const writing = `${KEPT}.${process.pid}`;
    writeFileSync(writing, JSON.stringify({ key, ...edges }));
    renameSync(writing, KEPT);
  } catch {
    // A folder that can't be written to: the next command makes them again.
  }
  return edges;
}

function readKept(): v.InferOutput<typeof schema> | undefined {
  try {
    return v.parse(schema, JSON.parse(readFileSync(KEPT, "utf8")));
  } catch {
    // Not there yet, or cut off.
    return undefined;
  }
}
