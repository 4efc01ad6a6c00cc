// @vitest-environment happy-dom
import { describe, expect, test } from "vitest";
import { exportTerms, type ExportedTerm } from "../../src/lexicon/term-export.ts";
import type { Term } from "../../src/lexicon/term.ts";

const TERM: Term = {
  id: "si-ge-yi-shi",
  pack: "test",
  headword: "四个意识",
  traditional: "四個意識",
  pinyin: "sì gè yì shí",
  category: "numeral",
  weight: "essential",
  detection: "always",
  scope: "national",
  renderings: [
    { text: 'the "Four Consciousnesses"', kind: "official", source: "China Daily & others" },
    { text: "four <kinds> of awareness, literally", kind: "literal" },
  ],
  definition: { en: "What a member is to be conscious of.", zh: "党员应有的四种意识。" },
  variants: [
    { form: "“四个意识”", kind: "alias" },
    { form: "四种意识", kind: "misprint" },
  ],
  related: [],
};

const exported = (part: Partial<ExportedTerm> = {}): ExportedTerm => ({
  term: TERM,
  headword: "四个意识",
  note: "",
  time: Date.UTC(2026, 10, 25, 12),
  ...part,
});

/** A CSV file as RFC 4180 reads it. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  const fields = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/gy;
  for (;;) {
    const match = fields.exec(text);
    if (!match || (match[0] === "" && fields.lastIndex === text.length)) break;
    rows.at(-1)!.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? "");
    if (match[3] === "\r\n") rows.push([]);
  }
  return rows.filter((row) => row.length > 0);
}

const lines = (text: string): string[] => text.split("\n").filter((line) => line !== "");

describe("CSV", () => {
  const csv = (...terms: ExportedTerm[]): string => exportTerms("csv", terms).text;

  test("has a row a term, with what its fields say, whatever stands in them", () => {
    const note = 'Zeile 1,\r\nZeile "2"\n三';
    const text = csv(exported({ note }), exported());
    expect(text.startsWith("\ufeff")).toBe(true);
    const [head, first, second] = readCsv(text.slice(1));
    expect(head).toEqual([
      "headword",
      "traditional",
      "pinyin",
      "category",
      "renderings",
      "definition_en",
      "definition_zh",
      "note",
      "saved",
      "rendering_kinds",
    ]);
    expect(first).toEqual([
      "四个意识",
      "四個意識",
      "sì gè yì shí",
      "numeral",
      'the "Four Consciousnesses"; four <kinds> of awareness, literally',
      "What a member is to be conscious of.",
      "党员应有的四种意识。",
      note,
      "2026-11-25",
      "official, China Daily & others; literal",
    ]);
    expect(second?.[7]).toBe("");
  });

  test.each(["=1+1", "+49", "-5", "@SUM(A1)", "\t=1"])("%j is no formula", (note) => {
    expect(readCsv(csv(exported({ note })).slice(1))[1]![7]).toBe(`'${note}`);
  });
});

describe("Anki", () => {
  const anki = (...terms: ExportedTerm[]): string[] => lines(exportTerms("anki", terms).text);

  test("says what it is, and has a note a line with as many fields as it says", () => {
    const [separator, html, columns, ...notes] = anki(
      exported({ note: "a\tb\r\nc\n\"d\" <b>e</b> & 'f'" }),
      exported({ term: undefined, headword: "#旧词" }),
    );
    expect([separator, html]).toEqual(["#separator:tab", "#html:true"]);
    const names = columns!.replace("#columns:", "").split("\t");
    expect(notes.map((note) => note.split("\t").length)).toEqual([names.length, names.length]);
    const field = notes[0]!.split("\t")[names.indexOf("note")]!;
    const { body } = new DOMParser().parseFromString(field, "text/html");
    expect(body.querySelectorAll("*")).toHaveLength(2);
    expect(body.querySelectorAll("br")).toHaveLength(2);
    expect(body.textContent).toBe("a bc\"d\" <b>e</b> & 'f'");
    // A line that begins with # would be a comment.
    expect(notes[1]!.startsWith("#")).toBe(false);
  });
});

describe("TBX", () => {
  const read = (...terms: ExportedTerm[]): Document => {
    const { text } = exportTerms("tbx", terms);
    return new DOMParser().parseFromString(text, "application/xml");
  };
  const texts = (root: ParentNode, selector: string): string[] =>
    [...root.querySelectorAll(selector)].map((one) => one.textContent ?? "");

  test("has a concept a term, with its forms in each language", () => {
    const document = read(exported({ note: '用于 <第三段> & "引号"\u0007' }));
    const [concept] = document.querySelectorAll("conceptEntry");
    expect(concept!.getAttribute("id")).toBe("c-si-ge-yi-shi");
    const languages = [...concept!.querySelectorAll("langSec")].map((section) => [
      section.getAttribute("xml:lang"),
      texts(section, "term"),
    ]);
    expect(languages).toEqual([
      ["zh-Hans", ["四个意识", "“四个意识”"]],
      ["zh-Hant", ["四個意識"]],
      ["en", ['the "Four Consciousnesses"', "four <kinds> of awareness, literally"]],
    ]);
    expect(texts(concept!, "note")).toEqual(['用于 <第三段> & "引号"']);
    expect(texts(concept!, "admin")).toEqual(["China Daily & others"]);
    expect(texts(concept!, "termNote")).toEqual([
      "admittedTerm-admn-sts",
      "preferredTerm-admn-sts",
      "admittedTerm-admn-sts",
    ]);
  });

  test("keeps a term that the glossary no longer has", () => {
    const document = read(exported(), exported({ term: undefined, headword: "旧词", note: "留着" }));
    const gone = document.querySelectorAll("conceptEntry")[1]!;
    expect([texts(gone, "term"), texts(gone, "note")]).toEqual([["旧词"], ["留着"]]);
    expect(gone.getAttribute("id")).toBe("c-gone-2");
  });
});
