/** Scripts in a Node of their own. */
import { expect, test } from "vitest";
import { runNode } from "../../src/cli/run-node.ts";

test("a script is not told that it runs in a test", async () => {
  expect(process.env["NODE_ENV"]).toBe("test");
  expect(await runNode(["-p", "process.env.NODE_ENV"], 10_000)).toEqual({ code: 0, output: "undefined\n" });
});

test("what a script wrote comes back without colours, with its code", async () => {
  const script = `console.log("\\u001b[31mred\\u001b[0m"); console.error("and more"); process.exitCode = 3`;
  expect(await runNode(["-e", script], 10_000)).toEqual({ code: 3, output: "red\nand more\n" });
});

test("one that does not end is ended, and that is said", async () => {
  const { code, output } = await runNode(["-e", "setInterval(() => undefined, 1000)"], 300);
  expect(code).not.toBe(0);
  expect(output).toContain("it may take 0.3 seconds");
});
