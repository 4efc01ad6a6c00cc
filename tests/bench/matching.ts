/**
 * The matching part of `npm run bench`: how many times slower than a bare loop over the text terms are matched, and everything is
 * detected, beside the best library and one RegExp; with 600 terms, the shipped glossary and 50,000.
 */
import { AhoCorasick } from "@monyone/aho-corasick/greedy";
import { openLibrary } from "../../src/cli/library.ts";
import { table } from "../../src/cli/table.ts";
import { readDictionary } from "../../src/cli/words.ts";
import { straddles } from "../../src/corpus/straddles.ts";
import { compileForDetection } from "../../src/detect/compile.ts";
import { isFrameForm, type Lexicon } from "../../src/lexicon/lexicon.ts";
import { formsOf } from "../../src/lexicon/spelling.ts";
import type { Term } from "../../src/lexicon/term.ts";
import { bundled } from "./bundled.ts";
import { inWords, median, milliseconds, ratios } from "./ratios.ts";
import { repeated, SPARSE } from "./texts.ts";

const LENGTH = 1_000_000;
const ROUNDS = 7;

/** What every candidate is measured against: one read of each unit. */
function bareLoop(text: string): number {
  let sum = 0;
  for (let i = 0; i < text.length; i++) sum = (sum + text.charCodeAt(i)) | 0;
  return sum;
}

/** Terms that don't exist but look like those that do: the first half of one and the second half of another. */
function invented(terms: readonly Term[], count: number): Term[] {
  const plain = terms.filter(({ headword }) => /^[\u4e00-\u9fff]{4,8}$/.test(headword));
  const known = new Set(terms.map(({ headword }) => headword));
  const made: Term[] = [];
  for (let step = 1; made.length < count; step++) {
    for (let i = 0; i < plain.length && made.length < count; i++) {
      const [a, b] = [plain[i]!, plain[(i * 7 + step) % plain.length]!];
      const headword = a.headword.slice(0, a.headword.length >> 1) + b.headword.slice(b.headword.length >> 1);
      const traditional = a.traditional.slice(0, a.headword.length >> 1) + b.traditional.slice(b.headword.length >> 1);
      if (known.has(headword)) continue;
      known.add(headword);
      made.push({ ...a, id: `made-${made.length}`, headword, traditional, variants: [] });
    }
  }
  return made;
}

const plainForms = (terms: readonly Term[]): string[] => [
  ...new Set(
    terms
      .filter(({ detection }) => detection !== "never")
      .flatMap(formsOf)
      .filter((form) => !isFrameForm(form)),
  ),
];

/** Every spelling of the shipped glossary that is looked for. */
export function shippedSpellings(): string[] {
  return plainForms(openLibrary().library.glossary.terms);
}

const alternation = (forms: readonly string[]): RegExp =>
  new RegExp(
    forms
      .toSorted((a, b) => b.length - a.length)
      .map((form) => form.replace(/[$()*+.?[\\\]^{|}]/g, "\\$&"))
      .join("|"),
    "g",
  );

/** Bytes of the heap, and of arrays outside of it, that `make` leaves in use. */
function heapOf<T>(make: () => T): { made: T; bytes: number } {
  globalThis.gc?.();
  const before = process.memoryUsage();
  const made = make();
  globalThis.gc?.();
  const after = process.memoryUsage();
  return { made, bytes: after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers };
}

const megabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(1)} MB`;

export async function benchMatching(): Promise<string> {
  const { read, loadLexicon, matchLongest } = (await bundled(
    new URL("detection.ts", import.meta.url),
  )) as typeof import("./detection.ts");
  const { library } = openLibrary();
  const { terms } = library.glossary;
  const boundaries = straddles(terms, readDictionary());
  const glossaries: [string, readonly Term[]][] = [
    ["600", terms.slice(0, 600)],
    [`shipped: ${terms.length.toLocaleString("en")}`, terms],
    ["50,000", [...terms, ...invented(terms, 50_000 - terms.length)]],
  ];
  const texts: [string, string][] = [
    ["dense: the five speeches", repeated(library.speeches.map(({ text }) => text).join("\n"), LENGTH)],
    ["sparse: ordinary prose", repeated(SPARSE, LENGTH)],
  ];
  // Called often with little, the loop is compiled once and well; in a few long calls it is so or twice as slow by chance.
  for (let i = 0; i < 20_000; i++) bareLoop(SPARSE);
  const speeds: string[][] = [];
  const sizes: string[][] = [];
  for (const [name, these] of glossaries) {
    const forms = plainForms(these);
    const compiling = Array.from({ length: 5 }, () =>
      milliseconds(() => compileForDetection(these, boundaries).length),
    );
    const bytes = compileForDetection(these, boundaries);
    const loading = Array.from({ length: 5 }, () => milliseconds(() => loadLexicon(bytes).terms.length));
    const own = heapOf((): Lexicon => loadLexicon(bytes.slice()));
    const building: number[] = [];
    const rival = heapOf(() => {
      const begun = performance.now();
      const automaton = new AhoCorasick(forms);
      building.push(performance.now() - begun);
      return automaton;
    });
    // With 50,000 spellings one pass of it takes minutes.
    const pattern = forms.length < 20_000 ? alternation(forms) : undefined;
    for (const [kind, text] of texts) {
      const measured = ratios(
        () => bareLoop(text),
        {
          "terms alone (matchLongest)": () => matchLongest(own.made, text).length,
          "everything (terms, numerals, frames, register)": () => read(own.made, text).findings.length,
          "@monyone/aho-corasick, greedy, no folding": () => rival.made.matchInText(text).length,
          ...(pattern && { "one RegExp of all spellings, no folding": () => text.match(pattern)?.length ?? 0 }),
        },
        ROUNDS,
      );
      for (const [what, found] of measured) speeds.push([name, kind, what, ...inWords(found)]);
    }
    sizes.push([
      name,
      forms.length.toLocaleString("en"),
      `${median(compiling).toFixed(0)} ms`,
      megabytes(bytes.length),
      `${median(loading).toFixed(1)} ms`,
      megabytes(own.bytes),
      `${building[0]!.toFixed(0)} ms`,
      megabytes(rival.bytes),
    ]);
  }
  return [
    `Matching ${LENGTH.toLocaleString("en")} characters: times slower than a bare charCodeAt loop over the same text, ${ROUNDS} rounds.\n`,
    table(["terms", "text", "what", "median", "range"], speeds),
    "\nCompiling, and what is kept in memory, with boundaries; the library beside it:\n",
    table(["terms", "spellings", "compile", "bytes", "load", "in memory", "library builds", "in memory"], sizes),
  ].join("\n");
}
