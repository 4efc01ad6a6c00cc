/** Reads seeds/ from disk. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Sources } from "../corpus/build.ts";
import type { SourceFile } from "../corpus/source.ts";
import { decodeUtf8 } from "./read-text.ts";

/** The repository's own folder. */
export const ROOT = join(import.meta.dirname, "../..");

/** The file of a pack with the candidates that were turned down. */
const REJECTED = "rejected.yaml";

/** @throws TextError for a file that is missing or not UTF-8. */
export function readSeeds(root = join(ROOT, "seeds")): Sources {
  const read = (...parts: string[]): SourceFile => {
    const path = join(root, ...parts);
    return { path: join("seeds", ...parts), text: decodeUtf8(path, readFileSync(path)) };
  };
  const names = (...parts: string[]): string[] => readdirSync(join(root, ...parts)).sort();
  const packs = names("glossary").filter((pack) => existsSync(join(root, "glossary", pack, "pack.yaml")));
  return {
    packs: packs.map((pack) => ({
      pack: read("glossary", pack, "pack.yaml"),
      entries: names("glossary", pack)
        .filter((name) => name.endsWith(".yaml") && name !== "pack.yaml" && name !== REJECTED)
        .map((name) => read("glossary", pack, name)),
      ...(existsSync(join(root, "glossary", pack, REJECTED)) && { rejected: read("glossary", pack, REJECTED) }),
    })),
    cited: read("glossary", "sources.yaml"),
    speechIndex: read("speeches", "index.yaml"),
    speeches: names("speeches")
      .filter((name) => name.endsWith(".txt"))
      .map((name) => read("speeches", name)),
  };
}
