import fc from "fast-check";
import { expect, test } from "vitest";
import { commonPrefixes, suffixArray } from "../../src/corpus/suffix-array.ts";

const compare = (a: readonly number[], b: readonly number[]): number => {
  for (let i = 0; i < Math.min(a.length, b.length); i++) if (a[i] !== b[i]) return a[i]! - b[i]!;
  return a.length - b.length;
};
const naive = (text: readonly number[]): number[] =>
  text.map((_, offset) => offset).sort((a, b) => compare(text.slice(a), text.slice(b)));

test("it is what sorting the suffixes gives, whatever the text", () => {
  for (const highest of [0, 1, 2, 9]) {
    fc.assert(
      fc.property(fc.array(fc.nat(highest), { maxLength: 60 }), (text) => {
        expect([...suffixArray(Int32Array.from(text), highest)]).toEqual(naive(text));
      }),
      { numRuns: 400 },
    );
  }
});

test("common prefixes are those of neighbours, cut at the most", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(2), { minLength: 1, maxLength: 60 }), fc.integer({ min: 1, max: 8 }), (text, most) => {
      const sorted = naive(text);
      const expected = sorted.map((offset, place) => {
        if (place === 0) return 0;
        const [a, b] = [text.slice(sorted[place - 1]), text.slice(offset)];
        let shared = 0;
        while (shared < Math.min(a.length, b.length) && a[shared] === b[shared]) shared++;
        return Math.min(shared, most);
      });
      expect([...commonPrefixes(Int32Array.from(text), Int32Array.from(sorted), most)]).toEqual(expected);
    }),
    { numRuns: 400 },
  );
});
