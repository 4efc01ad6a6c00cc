import { describe, expect, test } from "vitest";
import { openLibrary } from "../../src/cli/library.ts";
import { termLine } from "../../src/lexicon/entry.ts";
import { columnsOf, linesOf } from "../../src/lexicon/lines.ts";

const { glossary } = openLibrary().library;
const columns = JSON.parse(JSON.stringify(columnsOf(glossary))) as ReturnType<typeof columnsOf>;
const lines = linesOf(columns);

describe("the built-in glossary in lines", () => {
  test("has one for each term, in order, with what a row shows", () => {
    expect(lines.length).toBe(glossary.terms.length);
    for (const [number, term] of glossary.terms.entries()) expect(lines.at(number)).toMatchObject(termLine(term));
    expect(lines.packs).toEqual(glossary.packs);
  });

  test("says how often the corpus has it, and whose it is", () => {
    const { id } = glossary.terms.find(({ headword }) => headword === "两个确立")!;
    const places = Object.values(glossary.attestations[id]!.places).flat();
    expect(places.length).toBeGreaterThan(1);
    expect(lines.of(id)).toMatchObject({ occurrences: places.length, scope: "national", pack: "county-speeches" });
  });

  test("finds each by its id, the first few that are asked for and all others, made before or not", () => {
    const asked = linesOf(columns);
    const numbers = [...glossary.terms.keys()].reverse();
    for (const number of numbers.filter((one) => one % 3 === 0)) asked.at(number);
    expect(numbers.filter((number) => asked.numberOf(glossary.terms[number]!.id) !== number)).toEqual([]);
    expect(asked.numberOf("no-such-term")).toBeUndefined();
  });

  test("has none for what is not in it", () => {
    expect(lines.of("no-such-term")).toBeUndefined();
    expect(() => lines.at(lines.length)).toThrow(RangeError);
    expect(() => lines.at(-1)).toThrow(RangeError);
  });
});
