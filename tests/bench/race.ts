/**
 * The matchers side by side, in a process of their own: as they ship, bundled into one file, and with nothing else in it that makes
 * V8's code another. WebAssembly that has grown its memory, as the dictionary's does, makes every access to an array dearer; and in
 * separate modules each use of another one's constant is read anew.
 */
import { readFileSync } from "node:fs";
import { AhoCorasick } from "@monyone/aho-corasick/greedy";
import { read } from "../../src/detect/detect.ts";
import { loadLexicon, type Lexicon } from "../../src/lexicon/lexicon.ts";
import { matchLongest } from "../../src/lexicon/match.ts";
import { median, milliseconds, ratios } from "./ratios.ts";

export interface Course {
  /** Files of this name with .bin, a compiled lexicon, and .json, the spellings in it. */
  glossaries: readonly string[];
  texts: readonly (readonly [kind: string, text: string])[];
  rounds: number;
}

export interface Result {
  /** Milliseconds. */
  loading: number;
  building: number;
  /** Bytes that are left in use. */
  own: number;
  rival: number;
  /** Kind of text, what was done, times slower than the bare loop in each round. */
  speeds: readonly (readonly [kind: string, what: string, measured: readonly number[]])[];
}

/** What every candidate is measured against: one read of each unit. */
function bareLoop(text: string): number {
  let sum = 0;
  for (let i = 0; i < text.length; i++) sum = (sum + text.charCodeAt(i)) | 0;
  return sum;
}

const alternation = (forms: readonly string[]): RegExp =>
  new RegExp(
    forms
      .toSorted((a, b) => b.length - a.length)
      .map((form) => form.replace(/[$()*+.?[\\\]^{|}]/g, "\\$&"))
      .join("|"),
    "g",
  );

/** Arrays outside of the heap go a turn after what held them. */
function collect(): void {
  for (let turn = 0; turn < 3; turn++) globalThis.gc?.();
}

/** Bytes of the heap, and of arrays outside of it, that `make` leaves in use. */
function heapOf<T>(make: () => T): { made: T; bytes: number } {
  collect();
  const before = process.memoryUsage();
  const made = make();
  collect();
  const after = process.memoryUsage();
  return { made, bytes: after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers };
}

function race(folder: string, name: string, { texts, rounds }: Course): Result {
  const forms = JSON.parse(readFileSync(`${folder}/${name}.json`, "utf8")) as string[];
  const bytes = new Uint8Array(readFileSync(`${folder}/${name}.bin`));
  const loading = Array.from({ length: 5 }, () => milliseconds(() => loadLexicon(bytes).terms.length));
  // What is made when a text is first read counts as well.
  const own = heapOf((): Lexicon => {
    const lexicon = loadLexicon(bytes.slice());
    read(lexicon, "");
    return lexicon;
  });
  let building = 0;
  const rival = heapOf(() => {
    const begun = performance.now();
    const automaton = new AhoCorasick(forms);
    building = performance.now() - begun;
    return automaton;
  });
  // With 50,000 spellings one pass of it takes minutes.
  const pattern = forms.length < 20_000 ? alternation(forms) : undefined;
  const speeds = texts.flatMap(([kind, text]) =>
    [
      ...ratios(
        () => bareLoop(text),
        {
          "terms alone (matchLongest)": () => matchLongest(own.made, text).length,
          "everything (terms, numerals, frames, register)": () => read(own.made, text).findings.length,
          "@monyone/aho-corasick, greedy, no folding": () => rival.made.matchInText(text).length,
          ...(pattern && { "one RegExp of all spellings, no folding": () => text.match(pattern)?.length ?? 0 }),
        },
        rounds,
      ),
    ].map(([what, measured]) => [kind, what, measured] as const),
  );
  return { loading: median(loading), building, own: own.bytes, rival: rival.bytes, speeds };
}

const [folder] = process.argv.slice(2);
const course = JSON.parse(readFileSync(`${folder!}/course.json`, "utf8")) as Course;
// Called often with little, the loop is compiled once and well; in a few long calls it is so or twice as slow by chance.
for (let i = 0; i < 20_000; i++) bareLoop(course.texts[0]![1].slice(i, i + 100));
process.stdout.write(JSON.stringify(course.glossaries.map((name) => race(folder!, name, course))));
