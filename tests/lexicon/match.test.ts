import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compileLexicon } from "../../src/lexicon/compile.ts";
import { loadLexicon, withoutPacks } from "../../src/lexicon/lexicon.ts";
import { keyOf } from "../../src/lexicon/spelling.ts";
import { matchAll, matchLongest } from "../../src/lexicon/match.ts";
import { fold } from "../../src/text/fold.ts";
import { lexiconOf, term } from "./terms.ts";

const found = (text: string, ...terms: Parameters<typeof lexiconOf>): string[] =>
  matchLongest(lexiconOf(...terms), text).map(({ start, end }) => text.slice(start, end));

describe("in whatever spelling", () => {
  test.each([
    ["牢固树立四个意识", "四个意识"],
    ["牢固樹立四個意識", "四個意識"],
    ["树牢4个意识", "4个意识"],
    ["树牢４个意识", "４个意识"],
    ["四个“意识”很重要", "四个“意识"],
    ["四个 意识", "四个 意识"],
    ["四个\n意识", "四个\n意识"],
    ["四\u200b个\u00ad意识", "四\u200b个\u00ad意识"],
    ["四个\r\n意识", "四个\r\n意识"],
  ])("%j", (text, surface) => {
    expect(found(text, term("四个意识", { traditional: "四個意識" }))).toEqual([surface]);
  });

  test.each([
    ["以抓铁有痕、踏石留印的劲头", "抓铁有痕、踏石留印"],
    ["以抓铁有痕，踏石留印的劲头", "抓铁有痕，踏石留印"],
    ["以抓铁有痕踏石留印的劲头", "抓铁有痕踏石留印"],
    ["以“抓铁有痕”“踏石留印”的劲头", "抓铁有痕”“踏石留印"],
    ["以“抓铁有痕”、“踏石留印”的劲头", "抓铁有痕”、“踏石留印"],
  ])("a two-part formula: %s", (text, surface) => {
    expect(found(text, "抓铁有痕、踏石留印")).toEqual([surface]);
  });
});

describe("not across what separates", () => {
  test.each([
    ["两个段落之间", "党建\n\n引领", "党建引领"],
    ["an indent", "党建\n　　引领", "党建引领"],
    ["two quoted things", "“党建”“引领”", "党建引领"],
    ["a comma within a half", "抓铁，有痕", "抓铁有痕"],
    ["a full stop", "党建。引领", "党建引领"],
  ])("%s", (_, text, headword) => {
    expect(found(text, headword)).toEqual([]);
  });

  test.each([
    ["二十四五日", "十四五"],
    ["风力3.4风速", "四风"],
    ["第一百三个代表团", "三个代表"],
    ["本法第八项规定", "八项规定"],
  ])("the middle of a number: %s", (text, headword) => {
    expect(found(text, headword)).toEqual([]);
  });
});

test.each([2, 7, 20, 60])("after what goes on in %i ways each is found, and no other", (ways) => {
  // One in sixteen goes on, so that their symbols fall on the same few slots of a table.
  const all = [...new Set(Array.from({ length: 16 * ways }, (_, i) => fold(String.fromCharCode(0x5000 + i))))];
  const goingOn = all.filter((_, i) => i % 16 === 0);
  const lexicon = lexiconOf(...all.map((one) => `丁${one}戊己`), ...goingOn.map((one) => `甲乙${one}丙`));
  const sentence = (one: string): string => `甲乙${one}丙。`;
  const matches = matchLongest(lexicon, all.map(sentence).join(""));
  expect(matches.map(({ start }) => all[start / 5])).toEqual(goingOn);
});

test("the leftmost term wins, and of those that begin there the longest", () => {
  expect(found("讲政治纪律和政治规矩", "讲政治", "政治纪律和政治规矩", "政治纪律")).toEqual(["讲政治"]);
  expect(found("严守政治纪律和政治规矩", "讲政治", "政治纪律和政治规矩", "政治纪律")).toEqual(["政治纪律和政治规矩"]);
});

test("a longer term that breaks off gives back the shorter one, and what follows it", () => {
  expect(found("党的建设党的作风", "党的建设党的纪律", "党的建设", "党的作风")).toEqual(["党的建设", "党的作风"]);
});

test("all matches include the nested and overlapping ones", () => {
  const lexicon = lexiconOf("初心使命", "初心", "使命", "心使");
  const text = "初心使命";
  expect(matchAll(lexicon, text).map(({ start, end }) => text.slice(start, end))).toEqual([
    "初心使命",
    "初心",
    "心使",
    "使命",
  ]);
});

test("a variant leads to its term; a term of detection never leads nowhere", () => {
  const lexicon = lexiconOf(
    term("两个维护", { variants: [{ form: "两个坚决维护", kind: "alias" }] }),
    term("组织", { detection: "never" }),
    "党性",
  );
  const matches = matchLongest(lexicon, "组织上做到两个坚决维护，讲党性");
  expect(matches.map((match) => lexicon.terms[match.term]!.id)).toEqual([term("两个维护").id, term("党性").id]);
});

test("a pack that is off is not found, and what it hid is", () => {
  const lexicon = lexiconOf(term("三农工作", { pack: "a" }), term("三农", { pack: "b" }));
  const text = "做好三农工作";
  const ids = (packs: string[]): string[] =>
    matchLongest(withoutPacks(lexicon, new Set(packs)), text).map(({ term: number }) => lexicon.terms[number]!.id);
  expect(ids([])).toEqual([term("三农工作").id]);
  expect(ids(["a"])).toEqual([term("三农").id]);
  expect(ids(["a", "b"])).toEqual([]);
});

test.each([
  ["the term that hides", ["hiding", "hidden"]],
  ["the one that is hidden", ["hidden", "hiding"]],
])(
  "a word that another term is not in hides it also while its own pack is off, whichever comes first: %s",
  (_, order) => {
    const terms = {
      hidden: term("四化", { pack: "a", notIn: ["四化同步", "四化建设"] }),
      hiding: term("四化同步", { pack: "b" }),
    };
    const lexicon = lexiconOf(...order.map((name) => terms[name as keyof typeof terms]));
    const text = "推进四化同步，四化建设，四化";
    const surfaces = (packs: string[]): string[] =>
      matchLongest(withoutPacks(lexicon, new Set(packs)), text).map(({ start, end }) => text.slice(start, end));
    expect(surfaces([])).toEqual(["四化同步", "四化"]);
    expect(surfaces(["b"])).toEqual(["四化"]);
    expect(matchAll(withoutPacks(lexicon, new Set(["b"])), text)).toHaveLength(1);
    expect(surfaces(["a"])).toEqual(["四化同步"]);
    expect(surfaces(["a", "b"])).toEqual([]);
  },
);

/** Leftmost-longest by trying every term at every offset, on text without anything that may be skipped. */
function naive(headwords: readonly string[], text: string): string[] {
  const surfaces: string[] = [];
  for (let start = 0; start < text.length;) {
    const best = headwords
      .filter((headword) => text.startsWith(headword, start))
      .sort((a, b) => b.length - a.length)[0];
    if (best) surfaces.push(`${start} ${best}`);
    start += best?.length ?? 1;
  }
  return surfaces;
}

describe("a separator stands only where the term itself has one", () => {
  const terms = ["改革、发展、稳定", "改革创新", "改革"];

  test.each([
    ["推进改革创新", ["改革创新"]],
    ["推进改革，创新不停步", ["改革"]],
    ["推进“改革”“创新”", ["改革"]],
    ["正确处理改革，发展，稳定的关系", ["改革，发展，稳定"]],
    ["正确处理改革发展、稳定的关系", ["改革发展、稳定"]],
  ])("%s", (text, surfaces) => {
    expect(found(text, ...terms)).toEqual(surfaces);
    const all = matchAll(lexiconOf(...terms), text).map(({ start, end }) => text.slice(start, end));
    expect(all.filter((surface) => surface !== "改革")).toEqual(surfaces.filter((surface) => surface !== "改革"));
  });

  test("for any lexicon and text", () => {
    const piece = fc.constantFrom(..."甲乙丙");
    const headword = fc
      .array(fc.tuple(piece, fc.constantFrom("", "", "、")), { minLength: 2, maxLength: 5 })
      .map((pieces) => pieces.flat().join("").replace(/、$/, ""));
    const text = fc
      .array(fc.oneof(piece, fc.constantFrom("，", "甲")), { maxLength: 40 })
      .map((units) => units.join(""));
    fc.assert(
      fc.property(fc.uniqueArray(headword, { minLength: 1, maxLength: 8 }), text, (headwords, units) => {
        // Boundaries have nothing to say here, nor do numerals: what a regular expression finds is what there is.
        const patterns = headwords.map((form) => new RegExp(form.replaceAll("、", "，?"), "y"));
        const longest = (start: number): number =>
          Math.max(
            0,
            ...patterns.map((pattern) => {
              pattern.lastIndex = start;
              return pattern.exec(units)?.[0].length ?? 0;
            }),
          );
        const wanted: string[] = [];
        for (let start = 0, length = 0; start < units.length; start += length || 1) {
          length = longest(start);
          if (length > 0) wanted.push(`${start} ${units.slice(start, start + length)}`);
        }
        const matches = matchLongest(lexiconOf(...headwords), units);
        expect(matches.map(({ start, end }) => `${start} ${units.slice(start, end)}`)).toEqual(wanted);
      }),
      { numRuns: 1000 },
    );
  });
});

const hanzi = fc.constantFrom(..."党的建设政治纪律规矩");

test("for any lexicon and text it finds what the naive search finds", () => {
  const headword = fc.array(hanzi, { minLength: 1, maxLength: 5 }).map((characters) => characters.join(""));
  fc.assert(
    fc.property(
      fc.uniqueArray(headword, { minLength: 1, maxLength: 12 }),
      fc.array(hanzi, { maxLength: 60 }),
      (headwords, characters) => {
        const text = characters.join("");
        const matches = matchLongest(lexiconOf(...headwords), text);
        expect(matches.map(({ start, end }) => `${start} ${text.slice(start, end)}`)).toEqual(naive(headwords, text));
      },
    ),
    { numRuns: 500 },
  );
});

test("for any UTF-16 every surface has the key of its term, and the edges are never what is skipped", () => {
  const terms = ["四个意识", "抓铁有痕、踏石留印", "党建", "痕"];
  const lexicon = lexiconOf(...terms);
  const keys = new Set(terms.map((form) => keyOf(form).units.join()));
  const unit = fc.oneof(
    fc.constantFrom(..."四个意识抓铁有痕踏石留印党建、， \n“”\u200b4"),
    fc.string({ unit: "binary", maxLength: 2 }),
  );
  fc.assert(
    fc.property(fc.array(unit, { maxLength: 80 }), (units) => {
      const text = units.join("");
      let end = 0;
      for (const match of matchLongest(lexicon, text)) {
        expect(match.start).toBeGreaterThanOrEqual(end);
        end = match.end;
        const surface = text.slice(match.start, match.end);
        expect(keys).toContain(keyOf(surface).units.join());
        expect(surface.trim()).toBe(surface);
      }
    }),
    { numRuns: 500 },
  );
});

describe("bytes", () => {
  test("load at any offset of a buffer", () => {
    const bytes = compileLexicon([term("四个意识")]);
    const shifted = new Uint8Array(bytes.length + 3);
    shifted.set(bytes, 3);
    const lexicon = loadLexicon(shifted.subarray(3));
    expect(matchLongest(lexicon, "四个意识")).toHaveLength(1);
  });

  test.each([
    ["nothing", new Uint8Array(0)],
    ["other bytes", new Uint8Array(64).fill(7)],
    ["half of it", compileLexicon([term("四个意识")]).subarray(0, 60)],
  ])("refuse %s", (_, bytes) => {
    expect(() => loadLexicon(bytes)).toThrow(TypeError);
  });

  test("a lexicon without terms finds nothing", () => {
    expect(matchLongest(loadLexicon(compileLexicon([])), "四个意识")).toEqual([]);
  });
});
