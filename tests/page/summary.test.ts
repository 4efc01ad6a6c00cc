// @vitest-environment happy-dom
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import type { FoundBlock } from "../../src/page/known.ts";
import { Summary } from "../../src/page/summary.ts";

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

function blockOf(text: string): FoundBlock {
  const container = document.createElement("p");
  const node = container.appendChild(document.createTextNode(text));
  const finding = {
    start: 0,
    end: 4,
    kind: "term",
    tier: "A",
    term: text,
    category: "numeral",
    weight: "essential",
  } as const;
  return { container, text, segments: [{ node, start: 0 }], findings: [finding] };
}

test("a place is found by its number as long as its block is known, and is not kept beyond that", async () => {
  const summary = new Summary();
  const blocks = [blockOf("四个意识"), blockOf("四个自信")];
  const groups = summary.of(blocks.map((block) => ({ block, finding: block.findings[0]! })));
  const [first, second] = groups.flatMap(({ places }) => places) as [number, number];
  expect(summary.placeOf(second)?.block.text).toBe("四个自信");
  blocks.pop();
  // What has just been looked at stays until the turn is over.
  await new Promise((resolve) => setTimeout(resolve));
  collect();
  expect(summary.placeOf(second)).toBeUndefined();
  expect(summary.placeOf(first)).toEqual({ block: blocks[0], finding: blocks[0]!.findings[0] });
});
