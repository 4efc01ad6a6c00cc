/** The house: which folder may import which, and which packages; held over every file of src/ and entrypoints/. */
import { globSync, readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { join, posix } from "node:path";
import { describe, expect, test } from "vitest";
import { ROOT } from "../src/cli/seeds.ts";
import { importsOf } from "./imports.ts";

interface Rule {
  /** Folders of src/. */
  folders: readonly string[];
  /** Folders of which only types may be imported. */
  types?: readonly string[];
  /** Names, or beginnings of names that end in `*`. */
  packages: readonly string[];
}

const HOUSE: Readonly<Record<string, Rule>> = {
  text: { folders: [], packages: [] },
  lexicon: { folders: ["text"], packages: [] },
  measure: { folders: ["text", "lexicon"], packages: [] },
  detect: { folders: ["text", "lexicon"], packages: [] },
  corpus: {
    folders: ["text", "lexicon", "detect"],
    packages: ["valibot", "yaml", "pinyin-pro", "opencc-js*", "jieba-wasm"],
  },
  protocol: { folders: ["lexicon"], types: ["detect"], packages: ["valibot"] },
  platform: { folders: ["protocol", "lexicon"], packages: ["idb", "valibot", "webextension-polyfill", "wxt*"] },
  page: { folders: ["text", "lexicon", "detect"], types: ["protocol"], packages: [] },
  ui: { folders: ["lexicon", "measure", "protocol"], packages: ["d3-scale", "preact*"] },
  cli: {
    folders: ["text", "lexicon", "detect", "corpus", "protocol"],
    packages: ["node:*", "@node-rs/jieba*", "jieba-wasm", "playwright-core", "puppeteer-core", "valibot", "wxt"],
  },
  entrypoints: {
    folders: ["text", "lexicon", "measure", "detect", "corpus", "protocol", "platform", "page", "ui"],
    packages: ["preact*", "wxt/utils/define-*"],
  },
};

/** Every breach of the house in `files`, sources by path from the top folder. */
function breaches(files: ReadonlyMap<string, string>): string[] {
  const found: string[] = [];
  /** Which folder imports which, types too. */
  const arrows = new Map<string, Set<string>>();
  for (const [path, source] of files) {
    const home = folderOf(path);
    const rule = home === undefined ? undefined : HOUSE[home];
    if (home === undefined || rule === undefined) {
      found.push(`${path}: the house has no such folder`);
      continue;
    }
    for (const { from, isType } of importsOf(path, source)) {
      if (from === null) {
        found.push(`${path}: imports what can't be known before it runs`);
      } else if (!from.startsWith(".")) {
        if (!allowsPackage(rule, from)) found.push(`${path}: ${home} may not import ${from}`);
      } else {
        const target = posix.join(posix.dirname(path), from.replace(/\?.*$/, ""));
        const folder = folderOf(target);
        if (!files.has(target) && !target.endsWith(".css")) found.push(`${path}: there is no ${target}`);
        if (folder === home && home !== "entrypoints") continue;
        if (folder !== undefined) arrows.set(home, (arrows.get(home) ?? new Set()).add(folder));
        const isAllowed = rule.folders.includes(folder ?? "") || (isType && rule.types?.includes(folder ?? ""));
        if (!isAllowed) found.push(`${path}: ${home} may not import ${folder ?? target}`);
      }
    }
  }
  const cycle = cycleIn(arrows);
  if (cycle) found.push(`in a circle: ${cycle.join(" → ")}`);
  return found;
}

/** "entrypoints", or the folder of src/; undefined for what is in neither, and for what lies loose in src/. */
function folderOf(path: string): string | undefined {
  return path.startsWith("entrypoints/") ? "entrypoints" : /^src\/([^/]+)\//.exec(path)?.[1];
}

function allowsPackage({ packages }: Rule, name: string): boolean {
  // Node's own modules have a second name without "node:".
  const asked = builtinModules.includes(name) ? `node:${name}` : name;
  return packages.some((allowed) =>
    allowed.endsWith("*") ? asked.startsWith(allowed.slice(0, -1)) : asked === allowed,
  );
}

/** The first circle found, its first folder named again at its end. */
function cycleIn(arrows: ReadonlyMap<string, ReadonlySet<string>>): string[] | undefined {
  const done = new Set<string>();
  const walk = (folder: string, trail: readonly string[]): string[] | undefined => {
    const seen = trail.indexOf(folder);
    if (seen >= 0) return [...trail.slice(seen), folder];
    if (done.has(folder)) return undefined;
    for (const next of arrows.get(folder) ?? []) {
      const cycle = walk(next, [...trail, folder]);
      if (cycle) return cycle;
    }
    done.add(folder);
    return undefined;
  };
  for (const folder of arrows.keys()) {
    const cycle = walk(folder, []);
    if (cycle) return cycle;
  }
  return undefined;
}

test("the house stands", () => {
  const paths = globSync("{src,entrypoints}/**/*.{ts,tsx,mts,js,jsx,mjs}", { cwd: ROOT });
  expect(paths.length).toBeGreaterThan(50);
  const files = new Map(paths.map((path) => [path.replaceAll("\\", "/"), readFileSync(join(ROOT, path), "utf8")]));
  expect(breaches(files)).toEqual([]);
});

describe("a breach is seen", () => {
  const HOME = { "src/lexicon/a.ts": "export {};", "src/detect/a.ts": "export {};" };

  test.each([
    ["src/text/x.ts", `import { a } from "../lexicon/a.ts";`, "text may not import lexicon"],
    ["src/text/x.ts", `export { a } from "../lexicon/a.ts";`, "text may not import lexicon"],
    ["src/text/x.ts", `export * from "../lexicon/a.ts";`, "text may not import lexicon"],
    ["src/text/x.ts", `import type { A } from "../lexicon/a.ts";`, "text may not import lexicon"],
    ["src/text/x.ts", `type A = import("../lexicon/a.ts").A;`, "text may not import lexicon"],
    ["src/text/x.ts", `await import("../lexicon/a.ts");`, "text may not import lexicon"],
    ["src/text/x.ts", `import "../lexicon/a.ts?raw";`, "text may not import lexicon"],
    ["src/text/x.ts", `import name from "fs";`, "text may not import fs"],
    ["src/detect/x.ts", `import { readFileSync } from "node:fs";`, "detect may not import node:fs"],
    ["src/detect/x.ts", `import { h } from "preact";`, "detect may not import preact"],
    ["src/cli/x.ts", `createRequire(import.meta.url)("preact");`, "cli may not import preact"],
    ["src/cli/x.mjs", `require("preact");`, "cli may not import preact"],
    ["src/ui/x.tsx", `import browser from "webextension-polyfill";`, "ui may not import webextension-polyfill"],
    ["src/ui/x.tsx", `await import(name);`, "imports what can't be known before it runs"],
    ["src/protocol/x.ts", `import { a, type B } from "../detect/a.ts";`, "protocol may not import detect"],
    ["src/page/x.ts", `import "../../tests/run.ts";`, "page may not import tests/run.ts"],
    ["src/page/x.ts", `import "../detect/gone.ts";`, "there is no src/detect/gone.ts"],
    ["entrypoints/x.ts", `import { defineBackground } from "wxt/browser";`, "entrypoints may not import wxt/browser"],
    ["entrypoints/x.ts", `import "./popup/main.tsx";`, "entrypoints may not import entrypoints"],
    ["src/helpers/x.ts", `export {};`, "the house has no such folder"],
    ["src/x.ts", `export {};`, "the house has no such folder"],
  ])("%s: %s", (path, source, breach) => {
    expect(breaches(new Map(Object.entries({ ...HOME, [path]: source }))).join("\n")).toContain(breach);
  });

  test("a circle of folders, even of types alone", () => {
    const files = {
      "src/lexicon/a.ts": `import type { B } from "../detect/b.ts";`,
      "src/detect/b.ts": `import type { A } from "../lexicon/a.ts";`,
    };
    expect(breaches(new Map(Object.entries(files)))).toContain("in a circle: lexicon → detect → lexicon");
  });

  test("types may pass where values may not", () => {
    const files = { ...HOME, "src/protocol/x.ts": `import { type A } from "../detect/a.ts";` };
    expect(breaches(new Map(Object.entries(files)))).toEqual([]);
  });
});
