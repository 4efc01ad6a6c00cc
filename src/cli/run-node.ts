/** Scripts run in a Node of their own. */
import { spawn } from "node:child_process";
import { stripVTControlCharacters } from "node:util";
import { ROOT } from "./seeds.ts";

export interface Ended {
  /** 0 if all went well. */
  code: number;
  /** What it wrote, to standard output and standard error alike, without colours and without what is painted over. */
  output: string;
}

/** Runs a script of the repository or of a package (`node_modules/…`) to its end, for at most `limit` milliseconds. */
export function runNode([script = "", ...args]: readonly string[], limit: number): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, ...args], {
      cwd: ROOT,
      stdio: ["ignore", "pipe", "pipe"],
      timeout: limit,
      // What a test, or the user's shell, runs as is nothing to the script: a build would be one for development.
      env: { ...process.env, NODE_ENV: undefined, NO_COLOR: "1", NO_UPDATE_NOTIFIER: "1" },
    });
    const end = (): void => void child.kill();
    process.once("exit", end);
    let output = "";
    const take = (part: string): void => void (output += part);
    child.stdout.setEncoding("utf8").on("data", take);
    child.stderr.setEncoding("utf8").on("data", take);
    child.on("error", reject);
    child.on("close", (code, signal) => {
      process.off("exit", end);
      const overtime = signal === null ? "" : `\nEnded by ${signal}; it may take ${limit / 1000} seconds.\n`;
      resolve({ code: code ?? 1, output: withoutSpinner(output) + overtime });
    });
  });
}

/** A spinner writes each of its frames, with a Braille pattern in front, over the last one. */
function withoutSpinner(output: string): string {
  return stripVTControlCharacters(output).replace(/\r?[\u2800-\u28ff] .*?(?=[\r\n]|[\u2800-\u28ff] |$)\r*/g, "");
}
