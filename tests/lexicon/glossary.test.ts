import { expect, test } from "vitest";
import { openLibrary } from "../../src/cli/library.ts";
import { entryOf } from "../../src/lexicon/entry.ts";
import { libraryWithout } from "../../src/lexicon/glossary.ts";
import { columnsOf, linesOf, linesWithout } from "../../src/lexicon/lines.ts";
import { indexTerms, search } from "../../src/lexicon/search.ts";

const { library } = openLibrary();
const found = (query: string, packs: string[]): string[] =>
  search(indexTerms(libraryWithout(library, new Set(packs)).glossary.terms), query, 50).map(({ pack }) => pack);

test("what a pack that is off has is not found, and what others have is", () => {
  expect(new Set(found("两个", []))).toEqual(new Set(["county-speeches", "common-formulations"]));
  expect(new Set(found("两个", ["common-formulations"]))).toEqual(new Set(["county-speeches"]));
  expect(found("两个", ["common-formulations", "county-speeches"])).toEqual([]);
});

test("relations into a pack that is off are left out, and the library itself stays whole", () => {
  const { terms } = library.glossary;
  const packOf = new Map(terms.map(({ id, pack }) => [id, pack]));
  const across = terms.find(({ pack, related }) => related.some((id) => packOf.get(id) !== pack))!;
  const other = packOf.get(across.related.find((id) => packOf.get(id) !== across.pack)!)!;
  const packs = new Set([other]);
  const related = entryOf(libraryWithout(library, packs), across.id)!.related.map(({ id }) => packOf.get(id));
  expect(related).not.toContain(other);
  expect(entryOf(library, across.id)!.related.map(({ id }) => packOf.get(id))).toContain(other);
});

test("lines and terms without a pack have the same numbers", () => {
  const packs = new Set(["common-formulations"]);
  const lines = linesWithout(linesOf(columnsOf(library.glossary)), packs);
  const { terms } = libraryWithout(library, packs).glossary;
  expect(lines.length).toBe(terms.length);
  for (const number of [0, 100, terms.length - 1]) expect(lines.at(number).id).toBe(terms[number]!.id);
  expect(() => lines.at(terms.length)).toThrow(RangeError);
  expect(lines.packs.map(({ id }) => id)).toEqual(["county-speeches"]);
  const off = library.glossary.terms.find(({ pack }) => packs.has(pack))!;
  expect(lines.of(off.id)).toBeUndefined();
  expect(lines.of(terms[0]!.id)?.headword).toBe(terms[0]!.headword);
});
