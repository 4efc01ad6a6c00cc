import { expect, test } from "vitest";
import { scriptOf } from "../../src/text/script.ts";

test.each([
  ["坚定不移全面从严治党，把权力关进制度的笼子里。", "hans"],
  ["堅定不移全面從嚴治黨，把權力關進制度的籠子裡。", "hant"],
  ["三公九卿", "hans"],
  ["", "hans"],
] as const)("%s is %s", (text, script) => {
  expect(scriptOf(text)).toBe(script);
});
