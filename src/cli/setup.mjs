/**
 * `node src/cli/setup.mjs JOB [ARGUMENT…]`: brings in what the job needs, then runs it in the pinned Node.
 *
 * Every npm script goes through here. Plain JavaScript without dependencies, for it must run on Node 20 in a fresh clone; the job
 * itself is TypeScript and gets the Node of the `node` package. (A shell line `set-up && node …` would not do: the shell
 * remembers where it found the first `node`.)
 */
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { constants } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { SYSTEM_FOLDERS, VariableError } from "./browser-paths.mjs";
import { provide } from "./system.mjs";

/** @typedef {{ script: string, needs: import("./system.mjs").Need[] }} Job */

/** @type {Readonly<Record<string, Job>>} */
const JOBS = {
  tifa: { script: "src/cli/main.ts", needs: [] },
  build: { script: "src/cli/build.ts", needs: [] },
  start: { script: "src/cli/start.ts", needs: ["chromium", "font"] },
  test: { script: "tests/run.ts", needs: ["chromium", "firefox", "font"] },
  bench: { script: "tests/bench/run.ts", needs: ["chromium", "font"] },
};

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const MODULES = join(ROOT, "node_modules");
/** What node_modules was installed from. */
const STAMP = join(MODULES, ".tifa-packages");
const NODE = join(MODULES, "node/bin", process.platform === "win32" ? "node.exe" : "node");

/** Set-up can't go on; the message says what to do. */
class SetupError extends Error {}

/** @param {string} line */
const tell = (line) => void process.stderr.write(`tifa: ${line}\n`);

/** @param {readonly string[]} args */
function main([name = "", ...args]) {
  const job = JOBS[name];
  if (!job) throw new SetupError(`there is no job ${name}; there are ${Object.keys(JOBS).join(", ")}.`);
  completePath();
  installPackages();
  const todo = provide(job.needs, tell);
  if (todo !== undefined) throw new SetupError(todo);
  runJob(join(ROOT, job.script), args);
}

/** What is started from here on finds the packages' programs, and its own: apt-get gpgv, Chromium's launcher its tools. */
function completePath() {
  const path = (process.env["PATH"] ?? "").split(delimiter).filter(Boolean);
  process.env["PATH"] = [...new Set([join(MODULES, ".bin"), ...path, ...SYSTEM_FOLDERS])].join(delimiter);
}

/** `npm ci`, unless node_modules is what package-lock.json asks for. */
function installPackages() {
  const wanted = createHash("sha256")
    .update(readFileSync(join(ROOT, "package-lock.json")))
    .update(`${process.platform} ${process.arch}`)
    .digest("hex");
  if (existsSync(STAMP) && readFileSync(STAMP, "utf8") === wanted && existsSync(NODE)) return;
  tell("installing packages with npm ci …");
  // What npm was told for the script that is running (silent, say) reaches its children: so everything that matters is said again.
  const { command, before } = npm();
  const { status, error } = spawnSync(
    command,
    [...before, "ci", "--include=dev", "--ignore-scripts=false", "--loglevel=error", "--no-audit", "--no-fund"],
    { cwd: ROOT, stdio: ["ignore", 2, 2], shell: process.platform === "win32" && before.length === 0 },
  );
  if (status !== 0) {
    throw new SetupError(
      `npm ci failed${error ? `: ${error.message}` : "; its words are above"}.\n` +
        "Without a network, or behind a proxy: check that `npm ping` answers, then run the command again.\n" +
        "If package.json and package-lock.json disagree: `npm install` mends package-lock.json.\n" +
        "Otherwise: delete node_modules and run `npm ci` in this folder.",
    );
  }
  if (!existsSync(NODE)) {
    throw new SetupError(
      `npm ci ended well, but ${NODE} is missing: the package "node" could not fetch Node for ${process.platform} ${process.arch}.`,
    );
  }
  writeFileSync(STAMP, wanted);
}

/** The npm that runs this script, else the one on the PATH. */
function npm() {
  const cli = process.env["npm_execpath"];
  if (!cli?.endsWith("npm-cli.js")) return { command: "npm", before: [] };
  return { command: process.env["npm_node_execpath"] ?? process.execPath, before: [cli] };
}

/**
 * Runs the script to its end in the pinned Node, and ends as it ends.
 * @param {string} script
 * @param {readonly string[]} args
 */
function runJob(script, args) {
  const child = spawn(NODE, [script, ...args], { stdio: "inherit" });
  // The terminal sends Ctrl-C to the child too; what else sends signals may know only this process.
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"]))
    process.on(signal, () => child.kill(signal));
  child.on("error", (error) => {
    tell(`${NODE} can't be run: ${error.message}`);
    process.exitCode = 1;
  });
  child.on("exit", (code, signal) => {
    process.exitCode = signal ? 128 + constants.signals[signal] : (code ?? 1);
  });
}

try {
  main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof Error)) throw error;
  const isTold = error instanceof SetupError || error instanceof VariableError;
  tell(isTold ? error.message : (error.stack ?? error.message));
  process.exitCode = 1;
}
