/** What README.md says is so. */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ROOT } from "../src/cli/seeds.ts";

const README = readFileSync(join(ROOT, "README.md"), "utf8");

test("its npm commands are scripts", () => {
  const { scripts } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as { scripts: object };
  const named = [...README.matchAll(/(?:^|[`|] ?)npm (?:run (?:-s )?)?(\w+)/gm)].map(([, name]) => name);
  expect(named).toContain("tifa");
  for (const name of new Set(named)) expect(Object.keys(scripts)).toContain(name);
});

test("its folders and files are there, and it has every folder of src/", () => {
  const layout = /\n {4}entrypoints[^]*?\n\n/.exec(README)![0];
  const folders = [...layout.matchAll(/^ {6}(\w+)\//gm)].map(([, name]) => name!);
  expect(folders.sort()).toEqual(readdirSync(join(ROOT, "src")).sort());
  for (const [, path] of README.matchAll(/[`(]((?:seeds|tests)\/[\w./-]*)[`)]/g)) {
    expect(existsSync(join(ROOT, path!)), path).toBe(true);
  }
});

test("its keys are the manifest's and the reader's", () => {
  const sources = ["wxt.config.ts", "src/ui/reader-bar.tsx"].map((file) => readFileSync(join(ROOT, file), "utf8"));
  const keys = [...sources.join("\n").matchAll(/Alt\+Shift\+\w/g)].map(String);
  expect([...README.matchAll(/Alt\+Shift\+\w/g)].map(String).sort()).toEqual(keys.sort());
});

test("its example in the terminal prints what it shows", () => {
  const examples = [...README.matchAll(/\$ echo '(.+)' \| npm run -s tifa -- (.+)\n([^]*?)\n```/g)];
  expect(examples.length).toBeGreaterThan(0);
  for (const [, text, command, shown] of examples) {
    const main = join(ROOT, "src/cli/main.ts");
    const { stdout } = spawnSync(process.execPath, [main, ...command!.split(" ")], {
      input: `${text!}\n`,
      encoding: "utf8",
    });
    expect(stdout.trim()).toBe(shown!.trim());
  }
});
