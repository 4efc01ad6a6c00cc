/** `npm start` where there is no display. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { ROOT } from "../../src/cli/seeds.ts";

let temporary: string;

beforeEach(() => {
  temporary = mkdtempSync(join(tmpdir(), "tifa-start-"));
});
afterEach(() => rmSync(temporary, { recursive: true, force: true }));

/** Chromium leaves other files behind when it is ended early: memory that it shares between its processes. */
const profiles = (): string[] => readdirSync(temporary).filter((name) => name.includes("profile"));

interface Run {
  stdout: string;
  stderr: string;
  code: number | null;
}

/** Runs it from `temporary`, with its temporary files there too; `meanwhile` is called with what it has said so far. */
async function start(args: string[], meanwhile?: (stderr: string, stop: () => void) => void): Promise<Run> {
  const child = spawn(process.execPath, [join(ROOT, "src/cli/setup.mjs"), "start", ...args], {
    env: { ...process.env, CI: "true", INIT_CWD: temporary, TMPDIR: temporary },
  });
  const run: Run = { stdout: "", stderr: "", code: null };
  child.stdout.setEncoding("utf8").on("data", (part: string) => (run.stdout += part));
  child.stderr.setEncoding("utf8").on("data", (part: string) => {
    run.stderr += part;
    meanwhile?.(run.stderr, () => child.kill("SIGINT"));
  });
  [run.code] = (await once(child, "close")) as [number | null];
  return run;
}

describe("without a display", () => {
  test("the sample page: a table of what was found, and a picture", async () => {
    const { stdout, code } = await start([]);
    expect(stdout).toMatch(/^两个确立 +Two Establishments +numeral +1$/m);
    expect(stdout).toMatch(/^五清三亮 +not in the glossary +numeral +1$/m);
    const [, formulations, places] = /^(\d+) formulations, (\d+) places\.$/m.exec(stdout)!.map(Number);
    expect(formulations).toBeGreaterThan(30);
    expect(places).toBeGreaterThanOrEqual(formulations!);
    expect(statSync(/^Screenshot: (.+)$/m.exec(stdout)![1]!).size).toBeGreaterThan(50_000);
    expect(code).toBe(0);
    expect(profiles()).toEqual([]);
  });

  test("a text file, from where the user stands", async () => {
    writeFileSync(join(temporary, "speech.txt"), "全县上下要增强“四个意识”，坚定“四个自信”，做到“两个维护”。");
    const { stdout, code } = await start(["speech.txt"]);
    expect(stdout).toMatch(/^四个意识 +.+numeral +1$/m);
    expect(code).toBe(0);
  });

  test("a page without Chinese says so", async () => {
    writeFileSync(join(temporary, "page.html"), "<!doctype html><p>Nothing to read here.");
    const { stdout, code } = await start(["page.html"]);
    expect(stdout).toContain("No Chinese");
    expect(code).toBe(0);
  });

  test.each([
    ["gone.html", "no such file"],
    [".", "is a folder"],
    ["http://127.0.0.1:1/", "can't be opened"],
  ])("%s: %s", async (asked, words) => {
    const { stdout, stderr, code } = await start([asked]);
    expect([stdout, code]).toEqual(["", 1]);
    expect(stderr).toContain(words);
    expect(stderr).not.toMatch(/^ +at /m);
  });

  test.skipIf(process.platform === "win32")("Ctrl-C ends the browser and removes its profile", async () => {
    const { code } = await start([], (stderr, stop) => stderr.includes("reading") && stop());
    expect(code).toBe(130);
    expect(profiles()).toEqual([]);
  });
});
