import { describe, expect, test } from "vitest";
import { build } from "../../src/corpus/build.ts";
import { problemLine, SourceError } from "../../src/corpus/problem.ts";
import type { Term } from "../../src/lexicon/term.ts";
import { ENTRY, sources, SPEECH } from "./sources.ts";

function problemsOf(...args: Parameters<typeof sources>): string[] {
  try {
    build(sources(...args));
  } catch (error) {
    if (error instanceof SourceError) return error.problems.map(problemLine);
    throw error;
  }
  return [];
}

/** A second entry beside the usual one. */
const and = (entry: string): string => ENTRY + entry;
const OTHER = `
- id: liang-ge-wei-hu
  headword: 两个维护
  category: numeral
  weight: essential
  renderings: [{ text: Two Upholds, kind: common }]
  definition: { en: Two duties., zh: 两项要求。 }
`;

describe("what the build adds", () => {
  const { glossary } = build(sources(and(`${OTHER}  related: [四个意识]\n`))).library;

  test("traditional script and pinyin", () => {
    expect(glossary.terms.map(({ traditional, pinyin }) => [traditional, pinyin])).toEqual([
      ["四個意識", "sì gè yì shí"],
      ["兩個維護", "liǎng gè wéi hù"],
    ]);
  });

  test("the Chinese of who uses a rendering", () => {
    const entry = ENTRY.replace("kind: common", "kind: official\n      source: Xinhua");
    const { terms } = build(sources(entry)).library.glossary;
    expect(terms[0]!.renderings).toEqual([
      { text: "Four Consciousnesses", kind: "official", source: "Xinhua", sourceZh: "新华社" },
    ]);
  });

  test("renderings, the best first: official, common, working, literal, and last what spells the label out", () => {
    const written: [string, string][] = [
      ["word for word", "literal"],
      ["our own", "working"],
      [`the whole ${"of it ".repeat(24)}`.trim(), "official"],
      ["as the press has it", "common"],
      ["as Xinhua has it", "official"],
      ["as scholars have it", "common"],
    ];
    const rows = written.map(
      ([text, kind]) => `    - { text: ${text}, kind: ${kind}${kind === "official" ? ", source: Xinhua" : ""} }\n`,
    );
    const entry = ENTRY.replace(/    - text: .*\n.*\n/, rows.join(""));
    const { renderings } = build(sources(entry)).library.glossary.terms[0]!;
    expect(renderings.map(({ text }) => text)).toEqual([4, 3, 5, 1, 0, 2].map((i) => written[i]![0]));
  });

  test("English as it is printed, however it is typed", () => {
    const entry = ENTRY.replace("Four Consciousnesses", `the Party's "four"`)
      .replace("Four kinds of awareness.", `The Party's "four", no others.`)
      .replace("political awareness", `the Party's "politics"`)
      .replace("  members", `  origin: { en: the Party's day, zh: 党日 }\n  members`)
      .replace("  members", `  usage: { en: "Don't.", zh: 勿用"。 }\n  members`)
      .replace(
        "  members",
        `  variants: [{ form: 四意识, kind: alias, note: the masses' form, noteZh: 简称 }]\n  members`,
      );
    const [{ renderings, definition, origin, usage, members, variants }] = build(sources(entry)).library.glossary
      .terms as [Term];
    expect(renderings[0]!.text).toBe("the Party’s “four”");
    expect(definition.en).toBe("The Party’s “four”, no others.");
    expect(origin!.en).toBe("the Party’s day");
    // Chinese is the editor's own.
    expect(usage).toEqual({ en: "Don’t.", zh: '勿用"。' });
    expect(members).toMatchObject({ items: [{ en: "the Party’s “politics”" }, {}, {}, {}] });
    expect(variants[0]!.note).toBe("the masses’ form");
  });

  test("relations that go both ways, as ids", () => {
    expect(glossary.terms.map(({ related }) => related)).toEqual([["liang-ge-wei-hu"], ["si-ge-yi-shi"]]);
  });

  test("attestations: every place, and every quote equal to its slice", () => {
    const { places, quotes } = glossary.attestations["si-ge-yi-shi"]!;
    expect(places).toEqual({
      a: [
        [3, 7],
        [33, 37],
      ],
    });
    expect(quotes.map(({ start, end }) => SPEECH.slice(start, end))).toEqual(["四个意识", "四个意识"]);
    // The sentence that spells the members out comes first.
    expect(SPEECH.slice(quotes[0]!.sentenceStart, quotes[0]!.sentenceEnd)).toBe(
      "增强政治意识、大局意识、核心意识、看齐意识，树牢四个意识。",
    );
    expect(glossary.attestations["liang-ge-wei-hu"]).toBeUndefined();
  });

  test.each([
    ["863计划", "bā liù sān jì huà"],
    ["村BA", "cūn BA"],
    ["中国制造2025", "zhōng guó zhì zào èr líng èr wǔ"],
    ["四个革命、一个合作", "sì gè gé mìng, yī gè hé zuò"],
  ])("pinyin of %s", (headword, pinyin) => {
    const { terms } = build(sources(ENTRY.replace("四个意识", headword).replace(/  members:[^]*/, ""))).library
      .glossary;
    expect(terms[0]!.pinyin).toBe(pinyin);
  });

  test("what was written by hand stays", () => {
    const { terms } = build(sources(ENTRY.replace("  category", "  pinyin: sì ge yì shi\n  category"))).library
      .glossary;
    expect(terms[0]!.pinyin).toBe("sì ge yì shi");
  });
});

test("speeches take turns in the quotes, and a sentence that two share is quoted once and says so", () => {
  const shared = "牢固树立四个意识。";
  const { glossary } = build(
    sources(ENTRY, {
      "a.txt": `${shared}\n再谈四个意识和别的一些事情。\n`,
      "b.txt": `${shared}\n`,
      "c.txt": "四个意识。\n",
    }),
  ).library;
  const { places, quotes } = glossary.attestations["si-ge-yi-shi"]!;
  expect(Object.entries(places).map(([speech, at]) => [speech, at.length])).toEqual([
    ["a", 2],
    ["b", 1],
    ["c", 1],
  ]);
  expect(quotes.map(({ speech }) => speech)).toEqual(["a", "c", "a"]);
  expect(quotes.map(({ alsoIn }) => alsoIn)).toEqual([[], [], ["b"]]);
});

test("verbs are those right before the term, inside its clause", () => {
  const speech = "做到“四个意识”。坚决做到四个意识，四个意识很重要。\n树牢四个意识。";
  const words: Record<string, string> = { 做到: "v", 坚决: "ad", 树牢: "n" };
  const tag = (clause: string) => (clause.match(/../g) ?? []).map((word) => ({ word, tag: words[word] ?? "x" }));
  const { glossary } = build(sources(ENTRY, { "a.txt": speech }), { tag }).library;
  expect(glossary.attestations["si-ge-yi-shi"]!.verbs).toEqual([{ verb: "做到", count: 2 }]);
});

describe("problems name file, line, entry and field", () => {
  test.each([
    ["a missing field", ENTRY.replace("  weight: essential\n", ""), /^numerals\.yaml:2: 四个意识, weight: /],
    ["an unknown field", ENTRY.replace("weight:", "wieght:"), /四个意识, wieght/],
    [
      "an unknown category",
      ENTRY.replace("category: numeral", "category: number"),
      /^numerals\.yaml:4: 四个意识, category: should be one of doctrine, .* not "number"/,
    ],
    [
      "an empty definition",
      ENTRY.replace("zh: 四种意识。", 'zh: ""'),
      /^numerals\.yaml:11: 四个意识, definition\.zh: is empty/,
    ],
    [
      "an official rendering without its source",
      ENTRY.replace("kind: common", "kind: official"),
      /^numerals\.yaml:7: 四个意识, renderings\.0: .*source/,
    ],
    [
      "a source that is not in the list",
      ENTRY.replace("kind: common", "kind: official\n      source: XinHua"),
      /^numerals\.yaml:2: 四个意识, renderings\.0\.source: XinHua is not in sources\.yaml; spell it as there, or add it/,
    ],
    [
      "a note without its Chinese",
      ENTRY.replace("  members", "  variants: [{ form: 四意识, kind: alias, note: shorter }]\n  members"),
      /^numerals\.yaml:12: 四个意识, variants\.0: .*add noteZh/,
    ],
    [
      "a note in Chinese only",
      ENTRY.replace("  members", "  variants: [{ form: 四意识, kind: alias, noteZh: 较短 }]\n  members"),
      /四个意识, variants\.0: .*note to noteZh/,
    ],
    [
      "a note that ends as a sentence does",
      ENTRY.replace(
        "  members",
        "  variants: [{ form: 四意识, kind: alias, note: Shorter., noteZh: 较短 }]\n  members",
      ),
      /四个意识, variants: the note on 四意识 ends with a full stop/,
    ],
    ["no list", "headword: 四个意识", /^numerals\.yaml:1: 四个意识, id/],
    ["an empty file", "", /^numerals\.yaml: should be a list of entries/],
    ["broken YAML", "- id: [", /^numerals\.yaml:\d+: not valid YAML/],
    [
      "two entries of one id",
      and(OTHER.replace("liang-ge-wei-hu", "si-ge-yi-shi")),
      /两个维护, id: si-ge-yi-shi is the id of 四个意识 too \(numerals\.yaml:2\)/,
    ],
    [
      "two entries of one spelling",
      and(OTHER.replace("两个维护", "4个意识")),
      /4个意识, headword: the spelling 4个意识 leads to 四个意识/,
    ],
    [
      "a variant that is another's headword",
      and(`${OTHER}  variants: [{ form: 四个“意识”, kind: alias }]\n`),
      /两个维护, headword: the spelling 四个“意识” leads to 四个意识/,
    ],
    [
      "a relation to nothing",
      ENTRY.replace("  members", "  related: [三个务必]\n  members"),
      /四个意识, related: 三个务必 is the headword of no entry/,
    ],
    [
      "a relation to itself",
      ENTRY.replace("  members", "  related: [四个意识]\n  members"),
      /四个意识, related: names itself/,
    ],
    ["too few members", ENTRY.replace(/.*看齐意识.*\n/, ""), /四个意识, members: 四个意识 says 4; 3 are given/],
    [
      "pinyin that leaves digits out",
      ENTRY.replace("四个意识", "四个500强").replace("  category", "  pinyin: sì gè qiáng\n  category"),
      /四个500强, pinyin: .*3 syllables.*3 Han characters and digits/,
    ],
    [
      "pinyin with digits",
      ENTRY.replace("四个意识", "四个500强").replace("  category", "  pinyin: sì gè 500 qiáng\n  category"),
      /四个500强, pinyin: .*still has Han characters or digits/,
    ],
    [
      "pinyin that is too short",
      ENTRY.replace("  category", "  pinyin: sì gè yì\n  category"),
      /四个意识, pinyin: .*3 syllables.*4 Han/,
    ],
    [
      "traditional script that is another word's",
      ENTRY.replace("  category", "  traditional: 四個意思\n  category"),
      /四个意识, traditional: /,
    ],
    ["a headword of one character", ENTRY.replace("四个意识", "党"), /党, headword: has fewer than two Han/],
    [
      "a variant of one character",
      ENTRY.replace("  members", "  variants: [{ form: 四…, kind: short }]\n  members"),
      /四个意识, variants: 四… has fewer than two Han/,
    ],
    [
      "a headword in traditional script",
      ENTRY.replace("headword: 四个意识", "headword: 四個意識"),
      /四個意識, headword: 個識 is traditional script/,
    ],
    [
      "a copied definition",
      and(OTHER.replace("Two duties.", "Four kinds of awareness.")),
      /两个维护, definition\.en: is word for word that of 四个意识/,
    ],
    [
      "a definition without its full stop",
      ENTRY.replace("四种意识。", "四种意识"),
      /四个意识, definition\.zh: should end with 。/,
    ],
  ])("%s", (_, entries, expected) => {
    expect(problemsOf(entries).join("\n")).toMatch(expected);
  });

  test.each([
    ["四个革命、一个合作", 5],
    ["一个中心、两个基本点", 3],
    ["三大纪律八项注意", 11],
    ["十四个坚持", 14],
    ["五个一工程", 5],
    ["纠治四风", 4],
    // Nothing that counts: any number of members will do.
    ["三会一课", 4],
    ["一个支部一座堡垒", 2],
  ])("%s has %i members", (headword, count) => {
    const items = (length: number): string =>
      Array.from({ length }, (_, i) => `    - { zh: 第${i}项, en: item ${i} }\n`).join("");
    const entry = (length: number): string =>
      ENTRY.replace("四个意识", headword).replace(/(  members:\n)[^]*/, `$1${items(length)}`);
    expect(problemsOf(entry(count))).toEqual([]);
  });

  test("members of a headword in two parts must be as many as both say", () => {
    expect(problemsOf(ENTRY.replace("四个意识", "四个革命、一个合作")).join()).toMatch(/says 5; 4 are given/);
  });

  test("a source that is listed twice", () => {
    const twice = sources();
    twice.cited.text += twice.cited.text;
    expect(() => build(twice)).toThrow(/^sources\.yaml:2: Xinhua: is there twice/);
  });

  test("a speech without a row, and a row without its speech", () => {
    const broken = sources();
    broken.speeches = [{ path: "b.txt", text: SPEECH }];
    expect(() => build(broken)).toThrow(/index\.yaml:1: a, file: there is no a\.txt[^]*b\.txt has no row/);
  });

  test("two speeches of one id", () => {
    const twice = sources();
    twice.speechIndex.text += `\n${twice.speechIndex.text.replace("a.txt", "b.txt")}`;
    twice.speeches.push({ path: "b.txt", text: SPEECH });
    expect(() => build(twice)).toThrow(/a, id: is the id of another speech too/);
  });

  test("all of them at once", () => {
    expect(problemsOf(ENTRY.replace("numeral", "number").replace("essential", "heavy"))).toHaveLength(2);
  });
});
