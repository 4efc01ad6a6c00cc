/** The built-in library, built from seeds/; kept from one command to the next, for that takes two or three seconds. */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { deserialize, serialize } from "node:v8";
import { build, type Built } from "../corpus/build.ts";
import { straddles } from "../corpus/straddles.ts";
import { loadLexicon, type Lexicon } from "../lexicon/lexicon.ts";
import { hashOf } from "./hash-of.ts";
import { readSeeds, ROOT } from "./seeds.ts";
import { openJieba, readDictionary } from "./words.ts";

const KEPT = join(ROOT, ".tifa/library.v8");

/** What it is made from, the code that makes it included; packages are in the lockfile. */
const INPUTS = ["{src,seeds}/**", "package-lock.json"];

/** @throws SourceError if the sources do not fit together; TextError if one cannot be read. */
export function openLibrary(): Omit<Built, "lexicon"> & { lexicon: Lexicon } {
  const { lexicon, ...built } = buildLibrary();
  return { ...built, lexicon: loadLexicon(lexicon) };
}

/** The same with its lexicon as it is shipped. @throws what openLibrary does */
export function buildLibrary(): Built {
  const key = hashOf(INPUTS);
  const kept = readKept(key);
  if (kept) return kept;
  const built = build(readSeeds(), {
    tag: openJieba().tag,
    wordEdges: (terms) => straddles(terms, readDictionary()),
  });
  try {
    mkdirSync(join(ROOT, ".tifa"), { recursive: true });
    // Another command may write at the same time: whole files only.
    const writing = `${KEPT}.${process.pid}`;
    writeFileSync(writing, serialize({ key, built }));
    renameSync(writing, KEPT);
  } catch {
    // A folder that can't be written to: the next command builds again.
  }
  return built;
}

function readKept(key: string): Built | undefined {
  try {
    const kept = deserialize(readFileSync(KEPT)) as { key: string; built: Built };
    if (kept.key !== key) return undefined;
    // A part of the file just read, at any place of it; the lexicon is read by the word.
    return { ...kept.built, lexicon: kept.built.lexicon.slice() };
  } catch {
    // Not there yet, or not whole.
    return undefined;
  }
}
