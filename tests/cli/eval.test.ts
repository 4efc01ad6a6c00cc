/** `tifa eval` as a user runs it, on a folder of its own. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { ROOT } from "../../src/cli/seeds.ts";

const folder = mkdtempSync(join(tmpdir(), "tifa-eval-"));
afterAll(() => rmSync(folder, { recursive: true }));

const env = { ...process.env };
delete env["INIT_CWD"];

function evaluate(...args: string[]) {
  const { stdout, stderr, status } = spawnSync(process.execPath, [join(ROOT, "src/cli/main.ts"), "eval", ...args], {
    cwd: folder,
    env,
    encoding: "utf8",
  });
  return { stdout, stderr, status };
}

test("recall, precision and findings by tier, with what was missed and what is in no row", () => {
  const text = "树牢四个意识，以改革为抓手，推进河长制。";
  const row = (surface: string, category: string, more = {}): string => {
    const start = text.indexOf(surface);
    return JSON.stringify({
      file: "a.txt",
      start,
      end: start + surface.length,
      surface,
      category,
      nested: false,
      agreed: true,
      ...more,
    });
  };
  writeFileSync(join(folder, "a.txt"), text);
  writeFileSync(
    join(folder, "rows.jsonl"),
    [row("四个意识", "numeric"), row("推进", "jargon"), row("改革", "jargon", { agreed: false })].join("\n"),
  );
  const { stdout, status } = evaluate(".", "--details");
  expect(status).toBe(0);
  const line = (name: string): string[] =>
    stdout
      .split("\n")
      .find((candidate) => candidate.startsWith(name))!
      .split(/ {2,}/);
  expect(line("numeric")).toEqual(["numeric", "1", "100.0 %", "66.7 %"]);
  expect(line("jargon")).toEqual(["jargon", "1", "0.0 %", "0.0 %"]);
  expect(line("all but frames")).toEqual(["all but frames", "2", "50.0 %", "50.0 %"]);
  // 四个意识, the frame that has 改革 in it, and 抓手 and 河长制, which nobody marked.
  expect(stdout).toMatch(/^all +4 +50\.0 %$/m);
  expect(stdout).toMatch(/Missed:\n.*〔推进〕/);
  expect(stdout).toMatch(/In no row:\n.*〔抓手〕.*\n.*〔河长制〕/);
  expect(line("a.txt").slice(0, 6)).toEqual(["a.txt", "17", "3", "1764.71", "1", "588.24"]);
});

test.each([
  ["no folder", [], 2, "eval needs one folder"],
  ["an empty folder", ["nothing"], 1, "neither a .jsonl file with rows in it nor a .txt file"],
])("%s is refused", (_, args, code, said) => {
  const { stderr, status } = evaluate(...args);
  expect(status).toBe(code);
  expect(stderr).toContain(said);
});

test.each([
  ["is no row", "{}", /bad\.jsonl:1: is no row/],
  [
    "has no text",
    JSON.stringify({ file: "gone.txt", start: 0, end: 1, surface: "x", category: "x", nested: false, agreed: true }),
    /bad\.jsonl:1: there is no gone\.txt/,
  ],
])("a line that %s is named", (_, content, said) => {
  writeFileSync(join(folder, "bad.jsonl"), content);
  const { stderr, status } = evaluate(".");
  rmSync(join(folder, "bad.jsonl"));
  expect(status).toBe(1);
  expect(stderr).toMatch(said);
});
