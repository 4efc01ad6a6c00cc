/**
 * The matching part of `npm run bench`: how many times slower than a bare loop over the text terms are matched, and everything is
 * detected, beside the best library and one RegExp; with 600 terms, the shipped glossary and 50,000.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "vite";
import { openLibrary } from "../../src/cli/library.ts";
import { table } from "../../src/cli/table.ts";
import { readDictionary } from "../../src/cli/words.ts";
import { straddles } from "../../src/corpus/straddles.ts";
import { compileForDetection } from "../../src/detect/compile.ts";
import { isFrameForm } from "../../src/lexicon/lexicon.ts";
import { formsOf } from "../../src/lexicon/spelling.ts";
import type { Term } from "../../src/lexicon/term.ts";
import type { Course, Result } from "./race.ts";
import { inWords, median, milliseconds } from "./ratios.ts";
import { repeated, SPARSE } from "./texts.ts";

const LENGTH = 1_000_000;
const ROUNDS = 7;

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

const megabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(1)} MB`;

/** Runs race.ts on what is in `folder`, bundled as the extension's scripts are. */
async function runRace(folder: string): Promise<Result[]> {
  await build({
    configFile: false,
    logLevel: "silent",
    build: {
      outDir: folder,
      emptyOutDir: false,
      ssr: join(import.meta.dirname, "race.ts"),
      minify: true,
      rolldownOptions: { output: { entryFileNames: "race.mjs" } },
    },
    ssr: { noExternal: true },
  });
  const output = execFileSync(process.execPath, ["--expose-gc", join(folder, "race.mjs"), folder], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  });
  return JSON.parse(output) as Result[];
}

export async function benchMatching(): Promise<string> {
  const { library } = openLibrary();
  const { terms } = library.glossary;
  const boundaries = straddles(terms, readDictionary());
  const glossaries: [string, readonly Term[]][] = [
    ["600", terms.slice(0, 600)],
    [`shipped: ${terms.length.toLocaleString("en")}`, terms],
    ["50,000", [...terms, ...invented(terms, 50_000 - terms.length)]],
  ];
  const course: Course = {
    glossaries: glossaries.map((_, i) => String(i)),
    texts: [
      ["dense: the five speeches", repeated(library.speeches.map(({ text }) => text).join("\n"), LENGTH)],
      ["sparse: ordinary prose", repeated(SPARSE, LENGTH)],
    ],
    rounds: ROUNDS,
  };
  const folder = mkdtempSync(join(tmpdir(), "tifa-bench-"));
  try {
    writeFileSync(join(folder, "course.json"), JSON.stringify(course));
    const compiled = glossaries.map(([, these], i) => {
      const compiling = Array.from({ length: 5 }, () =>
        milliseconds(() => compileForDetection(these, boundaries).length),
      );
      const bytes = compileForDetection(these, boundaries);
      const forms = plainForms(these);
      writeFileSync(join(folder, `${i}.bin`), bytes);
      writeFileSync(join(folder, `${i}.json`), JSON.stringify(forms));
      return { compiling: median(compiling), bytes: bytes.length, forms: forms.length };
    });
    const results = await runRace(folder);
    return [
      `Matching ${LENGTH.toLocaleString("en")} characters: times slower than a bare charCodeAt loop over the same text, ${ROUNDS} rounds.\n`,
      table(
        ["terms", "text", "what", "median", "range"],
        results.flatMap(({ speeds }, i) =>
          speeds.map(([kind, what, measured]) => [glossaries[i]![0], kind, what, ...inWords(measured)]),
        ),
      ),
      "\nCompiling, and what is kept in memory, with boundaries; the library beside it:\n",
      table(
        ["terms", "spellings", "compile", "bytes", "load", "in memory", "library builds", "in memory"],
        results.map(({ loading, building, own, rival }, i) => {
          const { compiling, bytes, forms } = compiled[i]!;
          return [
            glossaries[i]![0],
            forms.toLocaleString("en"),
            `${compiling.toFixed(0)} ms`,
            megabytes(bytes),
            `${loading.toFixed(1)} ms`,
            megabytes(own),
            `${building.toFixed(0)} ms`,
            megabytes(rival),
          ];
        }),
      ),
    ].join("\n");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
