/** `npm run build [-- --force]`: the extension for each browser, built only where something that it is made from has changed. */
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { hashOf } from "./hash-of.ts";
import { runNode } from "./run-node.ts";
import { ROOT } from "./seeds.ts";

export const TARGETS = ["chrome", "firefox"] as const;
export type Target = (typeof TARGETS)[number];

/** What the extension is made from; packages are in the lockfile. */
const INPUTS = ["{entrypoints,src,seeds}/**", "{package,package-lock,tsconfig}.json", "wxt.config.ts"];

/** Milliseconds. */
const LIMIT = 180_000;

/** Where the unpacked extension is. */
export const folderOf = (target: Target): string => join(ROOT, `.output/${target}-mv3`);

/** The extension can't be built; the message says why. */
export class BuildError extends Error {
  override readonly name = "BuildError";
}

/** @returns what the build said, or undefined if all was up to date. @throws BuildError */
export async function buildExtension(target: Target, force = false): Promise<string | undefined> {
  const stamp = `${folderOf(target)}.inputs`;
  const inputs = hashOf(INPUTS);
  const isBuilt = existsSync(join(folderOf(target), "manifest.json")) && existsSync(stamp);
  if (isBuilt && !force && readFileSync(stamp, "utf8") === inputs) return undefined;
  rmSync(stamp, { force: true });
  // In a process of its own: after a build that failed, WXT's spinner would keep this one from ending.
  const { code, output } = await runNode(
    ["node_modules/wxt/bin/wxt.mjs", "build", `--browser=${target}`, "--mv3"],
    LIMIT,
  );
  if (code !== 0) throw new BuildError(`The extension can't be built for ${target}.\n${output.trim()}`);
  writeFileSync(stamp, inputs);
  return output;
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { force: { type: "boolean", default: false } } });
  try {
    for (const target of TARGETS) {
      process.stdout.write((await buildExtension(target, values.force)) ?? `${folderOf(target)} is up to date.\n`);
    }
  } catch (error) {
    if (!(error instanceof BuildError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
