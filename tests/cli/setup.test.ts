/** The set-up, in a clone of its own with an npm that only writes down how it was called. */
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { ROOT } from "../../src/cli/seeds.ts";

/** "Installs" this very Node, and says things on standard output. */
const NPM = `
  import { appendFileSync, cpSync, mkdirSync, symlinkSync } from "node:fs";
  appendFileSync("calls", process.argv.slice(2).join(" ") + "\\n");
  console.log("npm speaks");
  if (process.env.NPM_FAILS) process.exit(1);
  mkdirSync("node_modules/node/bin", { recursive: true });
  symlinkSync(process.execPath, "node_modules/node/bin/node");
`;

/** What `tifa` is in this clone. */
const JOB = `
  const [how, ...rest]: string[] = process.argv.slice(2);
  if (how === "echo") process.stdin.pipe(process.stdout);
  else if (how === "wait") {
    process.on("SIGTERM", () => process.exit(7));
    setInterval(() => {}, 1000);
    console.log("waiting");
  } else {
    console.log(JSON.stringify(rest));
    process.exitCode = Number(how);
  }
`;

let clone: string;

beforeEach(() => {
  clone = mkdtempSync(join(tmpdir(), "tifa-setup-"));
  mkdirSync(join(clone, "src/cli"), { recursive: true });
  for (const name of ["setup.mjs", "system.mjs", "browser-paths.mjs"]) {
    cpSync(join(ROOT, "src/cli", name), join(clone, "src/cli", name));
  }
  writeFileSync(join(clone, "src/cli/main.ts"), JOB);
  writeFileSync(join(clone, "package-lock.json"), "{}");
  writeFileSync(join(clone, "package.json"), `{ "type": "module" }`);
  writeFileSync(join(clone, "npm-cli.js"), NPM);
});
afterEach(() => rmSync(clone, { recursive: true }));

const environment = (more: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv => ({
  ...process.env,
  npm_execpath: join(clone, "npm-cli.js"),
  npm_node_execpath: process.execPath,
  ...more,
});

function tifa(args: string[], input = "", more: NodeJS.ProcessEnv = {}) {
  const script = join(clone, "src/cli/setup.mjs");
  return spawnSync(process.execPath, [script, "tifa", ...args], { input, encoding: "utf8", env: environment(more) });
}

const calls = (): string[] =>
  existsSync(join(clone, "calls")) ? readFileSync(join(clone, "calls"), "utf8").trim().split("\n") : [];

test("installs once, and again when the lockfile has changed or the packages are gone", () => {
  tifa(["0"]);
  expect(calls()).toEqual([expect.stringMatching(/^ci /)]);
  tifa(["0"]);
  expect(calls()).toHaveLength(1);
  writeFileSync(join(clone, "package-lock.json"), `{ "lockfileVersion": 3 }`);
  rmSync(join(clone, "node_modules"), { recursive: true });
  tifa(["0"]);
  expect(calls()).toHaveLength(2);
  rmSync(join(clone, "node_modules"), { recursive: true });
  tifa(["0"]);
  expect(calls()).toHaveLength(3);
});

test("standard output is the job's alone, from the first run on; its arguments and exit code are kept", () => {
  const { stdout, stderr, status } = tifa(["3", "--format", "一 二", "-"]);
  expect(stdout).toBe(`["--format","一 二","-"]\n`);
  expect(stderr).toContain("npm speaks");
  expect(status).toBe(3);
});

test("standard input is the job's, even when packages had to be installed first", () => {
  expect(tifa(["echo"], "两个确立").stdout).toBe("两个确立");
});

test("npm's own words and what to do, where it fails", () => {
  const { stdout, stderr, status } = tifa(["0"], "", { NPM_FAILS: "1" });
  expect(stdout).toBe("");
  expect(stderr).toMatch(/npm speaks[^]*npm ci failed[^]*npm install/);
  expect(status).toBe(1);
});

test("a job that there is not", () => {
  const { stderr, status } = spawnSync(process.execPath, [join(clone, "src/cli/setup.mjs"), "dance"], {
    encoding: "utf8",
  });
  expect(stderr).toContain("there is no job dance");
  expect(status).toBe(1);
});

test.skipIf(process.platform === "win32")("signals reach the job, and its end is the set-up's end", async () => {
  const child = spawn(process.execPath, [join(clone, "src/cli/setup.mjs"), "tifa", "wait"], { env: environment() });
  await once(child.stdout, "data");
  child.kill("SIGTERM");
  expect(await once(child, "exit")).toEqual([7, null]);
});
