/** `npm test`: every check there is, and at the end one line with the sum. */
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { runNode } from "../src/cli/run-node.ts";
import { ROOT } from "../src/cli/seeds.ts";

interface Step {
  name: string;
  /** A script and its arguments. */
  command: readonly string[];
  /** The step that makes what this one looks at; if that fails, this one is not run, and counts as failed. */
  after?: string;
  /** Runs when nothing else does: a browser test that waits for a processor fails for no reason of its own. */
  alone?: boolean;
  /** Where vitest writes its report, which is counted; any other step counts as one. */
  report?: string;
}

interface Count {
  passed: number;
  failed: number;
  skipped: number;
}

/** The part of vitest's JSON report that is read. */
interface Report {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: { status: string; assertionResults: { status: string }[] }[];
}

/** Milliseconds; a step that takes longer hangs. */
const LIMIT = 15 * 60_000;

const REPORTS = join(ROOT, ".tifa/tests");

const vitest = (project: string): Pick<Step, "command" | "report"> => {
  const report = join(REPORTS, `${project}.json`);
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  return {
    command: [
      "node_modules/vitest/vitest.mjs",
      "run",
      "--config=tests/vitest.config.ts",
      `--project=${project}`,
      ...reporters,
    ],
    report,
  };
};

/** The longest first. */
const STEPS: readonly Step[] = [
  { name: "build", command: ["src/cli/build.ts"] },
  { name: "unit tests", ...vitest("unit") },
  { name: "types", command: ["node_modules/typescript/bin/tsc"] },
  { name: "lint", command: ["node_modules/oxlint/bin/oxlint", "--config=tests/oxlint.json", "--type-aware", "."] },
  // Sources and fixtures keep the lines that their authors gave them.
  {
    name: "format",
    command: [
      "node_modules/prettier/bin/prettier.cjs",
      "--check",
      "--ignore-path=.gitignore",
      ".",
      "!seeds/**",
      "!tests/pages/**",
    ],
  },
  { name: "dead code", command: ["node_modules/knip/bin/knip.js"] },
  {
    name: "Firefox's rules",
    command: [
      "node_modules/web-ext/bin/web-ext.js",
      "lint",
      "--no-config-discovery",
      "--source-dir=.output/firefox-mv3",
    ],
    after: "build",
  },
  { name: "browser tests", ...vitest("browser"), after: "build", alone: true },
];

const counts = new Map<string, Count>();

/** Runs a step to its end, then prints all that it said: everything if it failed. */
async function run(step: Step): Promise<Count> {
  const { name, command, after, report } = step;
  if (after !== undefined && counts.get(after)!.failed > 0) {
    process.stdout.write(`✗ ${name}: not run, because ${after} failed\n`);
    return oneIf(false);
  }
  const begun = performance.now();
  const { code, output } = await runNode(command, LIMIT);
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  const count = report === undefined ? oneIf(code === 0) : countOf(report, code);
  const { passed, failed, skipped } = count;
  const detail = report === undefined ? "" : `: ${passed} passed, ${failed} failed, ${skipped} skipped`;
  process.stdout.write(`${failed === 0 ? "✓" : "✗"} ${name} (${seconds} s)${detail}\n`);
  if (failed > 0) process.stdout.write(`${output.trim()}\n\n`);
  return count;
}

const oneIf = (isGood: boolean): Count => ({ passed: isGood ? 1 : 0, failed: isGood ? 0 : 1, skipped: 0 });

/** A file that could not be loaded, or an error outside of every test, counts as one failure. */
function countOf(report: string, code: number): Count {
  let read: Report;
  try {
    read = JSON.parse(readFileSync(report, "utf8")) as Report;
  } catch {
    return oneIf(false);
  }
  const unloaded = read.testResults.filter(
    ({ status, assertionResults }) => status === "failed" && !assertionResults.some((test) => test.status === "failed"),
  );
  const failed = read.numFailedTests + unloaded.length;
  return {
    passed: read.numPassedTests,
    failed: failed === 0 && code !== 0 ? 1 : failed,
    skipped: read.numPendingTests + read.numTodoTests,
  };
}

/** Steps that may run beside others, a processor each; then those that want to be alone. */
async function runAll(): Promise<void> {
  const waiting = STEPS.filter((step) => !step.alone);
  const running = new Set<Promise<void>>();
  const begin = (step: Step): void => {
    const ended = run(step).then((count) => {
      counts.set(step.name, count);
      running.delete(ended);
    });
    running.add(ended);
  };
  while (waiting.length > 0 || running.size > 0) {
    const next = waiting.findIndex(({ after }) => after === undefined || counts.has(after));
    if (next >= 0 && running.size < availableParallelism()) begin(waiting.splice(next, 1)[0]!);
    else await Promise.race(running);
  }
  for (const step of STEPS.filter(({ alone }) => alone)) counts.set(step.name, await run(step));
}

// Ends the steps that are running, too.
process.on("SIGINT", () => process.exit(130));
process.on("SIGTERM", () => process.exit(143));

rmSync(REPORTS, { recursive: true, force: true });
mkdirSync(REPORTS, { recursive: true });
await runAll();
const sum = (what: keyof Count): number => [...counts.values()].reduce((total, count) => total + count[what], 0);
process.stdout.write(`\n${sum("passed")} passed, ${sum("failed")} failed\n`);
process.exitCode = sum("failed") === 0 ? 0 : 1;
