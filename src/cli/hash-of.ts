/** A name for what files hold, so that what was made from them is made anew only when they have changed. */
import { createHash } from "node:crypto";
import { globSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./seeds.ts";

/** By content, so that switching branches back and forth makes nothing. `patterns` are taken from the repository's folder. */
export function hashOf(patterns: readonly string[]): string {
  const hash = createHash("sha256");
  for (const path of globSync(patterns, { cwd: ROOT }).sort()) {
    if (!statSync(join(ROOT, path)).isFile()) continue;
    const content = readFileSync(join(ROOT, path));
    hash.update(`${path} ${content.length}\n`).update(content);
  }
  return hash.digest("hex");
}
