import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { openLibrary } from "../../src/cli/library.ts";
import { packTerms } from "../../src/corpus/pack-terms.ts";
import { packTexts } from "../../src/corpus/pack-texts.ts";
import { columnsOf, linesOf } from "../../src/lexicon/lines.ts";
import { attestationOf, packAttestations, placesOf } from "../../src/lexicon/packed-attestations.ts";
import { termsOf } from "../../src/lexicon/packed-terms.ts";
import { textsOf } from "../../src/lexicon/text-pack.ts";

const { glossary, speeches } = openLibrary().library;
const throughJson = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

describe("what is packed into the extension", () => {
  const lines = linesOf(throughJson(columnsOf(glossary)));

  test("has every entry as it was built", () => {
    const { shapes, english, chinese } = packTerms(glossary.terms);
    const termAt = termsOf(
      { shapes: throughJson(shapes), english: textsOf(english), chinese: textsOf(chinese) },
      lines,
    );
    for (const [number, term] of glossary.terms.entries()) expect(termAt(number)).toEqual(term);
    expect(() => termAt(glossary.terms.length)).toThrow(RangeError);
  });

  test("has all that the speeches have", () => {
    const packed = throughJson(packAttestations(glossary.terms, glossary.attestations, speeches));
    const places = placesOf(packed, lines, speeches);
    expect(Object.keys(places).length).toBe(Object.keys(glossary.attestations).length);
    for (const [number, { id }] of glossary.terms.entries()) {
      const attestation = glossary.attestations[id];
      expect(attestationOf(packed, number, speeches)).toEqual(attestation);
      expect(places[id]).toEqual(attestation && { places: attestation.places });
    }
  });
});

describe("packed texts", () => {
  test("come out as they went in, in any order", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(fc.string({ unit: "binary" }), fc.string({ unit: fc.constantFrom(..."以为把手"), maxLength: 60 })),
        ),
        (texts) => {
          const packed = textsOf(packTexts(texts));
          expect(packed.length).toBe(texts.length);
          for (const [number, text] of [...texts.entries()].reverse()) expect(packed.at(number)).toBe(text);
        },
      ),
    );
  });

  test("take less room than they did", () => {
    const texts = Array.from({ length: 200 }, (_, i) => `坚持以人民为中心，${i % 7}`);
    expect(packTexts(texts).length).toBeLessThan(500);
  });

  test("that are cut off are no texts", () => {
    const bytes = packTexts(["坚持以人民为中心"]);
    expect(() => textsOf(bytes.subarray(0, 12))).toThrow(RangeError);
    expect(() => textsOf(bytes).at(1)).toThrow(RangeError);
  });
});
