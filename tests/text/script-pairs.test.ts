import { Converter } from "opencc-js/t2cn";
import { expect, test } from "vitest";

/** The table as OpenCC gives it today; `npx vitest run -u script-pairs` writes it anew. */
function generated(): string {
  const toSimplified = Converter({ from: "t", to: "cn" });
  let pairs = "";
  for (let unit = 0x3400; unit < 0xa000; unit++) {
    const character = String.fromCharCode(unit);
    const simplified = toSimplified(character);
    if (simplified !== character && simplified.length === 1) pairs += character + simplified;
  }
  const lines = pairs.match(/.{1,100}/g)!.map((line) => `  "${line}"`);
  return `/**
 * Traditional characters, each followed by its simplified form: the one-to-one pairs of OpenCC's table.
 * Made by tests/text/script-pairs.test.ts (\`npx vitest run -u script-pairs\`), which also fails when the two differ.
 */
export const SCRIPT_PAIRS =
${lines.join(" +\n")};
`;
}

test("the table of script pairs is OpenCC's", async () => {
  await expect(generated()).toMatchFileSnapshot("../../src/text/script-pairs.ts");
});
