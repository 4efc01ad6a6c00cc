import { expect, test } from "vitest";
import type { GlossaryPlace } from "../../src/lexicon/browse.ts";
import { glossaryAddress, readGlossaryQuery } from "../../src/platform/desk-address.ts";

const EMPTY: GlossaryPlace = { query: "", term: null, filters: {}, sort: "relevance" };

test.each<[Partial<GlossaryPlace>, string]>([
  [{}, "/glossary.html"],
  [{ query: "四个 意识" }, "/glossary.html?q=%E5%9B%9B%E4%B8%AA+%E6%84%8F%E8%AF%86"],
  [{ term: "si-ge-yi-shi" }, "/glossary.html?term=si-ge-yi-shi"],
  [
    { query: "a&b=c", filters: { category: "numeral", speech: "004", saved: true }, sort: "pinyin" },
    "/glossary.html?q=a%26b%3Dc&category=numeral&speech=004&saved=1&sort=pinyin",
  ],
])("%j has the address %s, which leads back to it", (place, address) => {
  expect(glossaryAddress(place)).toBe(address);
  expect(readGlossaryQuery(address.replace("/glossary.html", ""))).toEqual({ ...EMPTY, ...place });
});

test.each([
  ["?term=%3Cscript%3E", EMPTY],
  ["?category=everything&scope=&weight=heavy&pack=../x&saved=yes&sort=random", EMPTY],
  ["?q=%E0%A4%A", { ...EMPTY, query: "\ufffd%A" }],
])("what %s says wrongly is left out", (search, place) => {
  expect(readGlossaryQuery(search)).toEqual(place);
});
