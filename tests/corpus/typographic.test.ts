import { expect, test } from "vitest";
import { typographic } from "../../src/corpus/typographic.ts";

test.each([
  ["the people's war, the masses' wishes, don't", "the people’s war, the masses’ wishes, don’t"],
  ['"Two Upholds" is the label', "“Two Upholds” is the label"],
  ['the label ("resolutely"), not "firmly".', "the label (“resolutely”), not “firmly”."],
  ['a triad – "clean"—"clear"', "a triad – “clean”—“clear”"],
  ["Literally 'knife handle'", "Literally ‘knife handle’"],
  [`"the 'core' of the Party's 'whole'"`, "“the ‘core’ of the Party’s ‘whole’”"],
  [`"'Core' comes first"`, "“‘Core’ comes first”"],
  [`'the "core" of it'`, "‘the “core” of it’"],
  [`“the 'core'” as it is`, "“the ‘core’” as it is"],
  ["reform of the '90s and of '08", "reform of the ’90s and of ’08"],
  ["the hotline '12345'", "the hotline ‘12345’"],
  ["'I'll see to it'", "‘I’ll see to it’"],
  ['化 ("-ization") and the prefix "anti-"', "化 (“-ization”) and the prefix “anti-”"],
  ['"strike up the movement of …"', "“strike up the movement of …”"],
  ['"serve"/"service" of "人民"', "“serve”/“service” of “人民”"],
  ["“curly” already, people’s", "“curly” already, people’s"],
  ["", ""],
])("%j is printed %j", (typed, printed) => {
  expect(typographic(typed)).toBe(printed);
  expect(typographic(printed)).toBe(printed);
});
