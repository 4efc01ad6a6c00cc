/**
 * `npm run bench`: how many times slower than a bare loop over the text the matching is, with the shipped glossary; then what Tifa
 * costs a page, in a real browser. `npm run bench -- matching` and `npm run bench -- page` do one of them.
 *
 * Machines are noisy and differ, so only ratios are worth keeping: each is the median of the ratios of rounds in which the
 * baseline and the candidates take turns.
 */
import { openLibrary } from "../../src/cli/library.ts";
import { table } from "../../src/cli/table.ts";
import { detect } from "../../src/detect/detect.ts";
import { compileLexicon } from "../../src/lexicon/compile.ts";
import { isFrameForm, loadLexicon } from "../../src/lexicon/lexicon.ts";
import { formsOf } from "../../src/lexicon/spelling.ts";
import { matchLongest } from "../../src/lexicon/match.ts";
import { benchPages } from "./page.ts";
import { repeated, SPARSE } from "./texts.ts";

const LENGTH = 1_000_000;
const ROUNDS = 9;

const { library, lexicon } = openLibrary();
const { terms } = library.glossary;
const forms = terms.flatMap(formsOf).filter((form) => !isFrameForm(form));
const dense = library.speeches.map((speech) => speech.text).join("\n");
const fill = (text: string): string => repeated(text, LENGTH);

/** What every candidate is measured against: one read of each unit. */
function bareLoop(text: string): number {
  let sum = 0;
  for (let i = 0; i < text.length; i++) sum = (sum + text.charCodeAt(i)) | 0;
  return sum;
}

const alternation = new RegExp(
  forms
    .toSorted((a, b) => b.length - a.length)
    .map((form) => form.replace(/[$()*+.?[\\\]^{|}]/g, "\\$&"))
    .join("|"),
  "g",
);

/** Each gives a number that depends on its work, so that none of it can be left out. */
const CANDIDATES: Record<string, (text: string) => number> = {
  "terms alone (matchLongest)": (text) => matchLongest(lexicon, text).length,
  "terms, numerals, frames, context (detect)": (text) => detect(lexicon, text).length,
  "one RegExp of all spellings, no folding": (text) => text.match(alternation)?.length ?? 0,
};

function milliseconds(work: () => number): number {
  const begun = performance.now();
  keep += work();
  return performance.now() - begun;
}

let keep = 0;

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[numbers.length >> 1]!;
}

function ratios(text: string): Map<string, number[]> {
  const found = new Map(Object.keys(CANDIDATES).map((name) => [name, [] as number[]]));
  for (let round = 0; round <= ROUNDS; round++) {
    for (const [name, work] of Object.entries(CANDIDATES)) {
      // The baseline is too short to be timed once.
      const base = milliseconds(() => Array.from({ length: 10 }, () => bareLoop(text)).length + bareLoop(text)) / 11;
      const ratio = milliseconds(() => work(text)) / base;
      // The first round warms up.
      if (round > 0) found.get(name)!.push(ratio);
    }
  }
  return found;
}

function benchMatching(): void {
  const rows = [
    ["dense: the five speeches", fill(dense)],
    ["sparse: ordinary prose", fill(SPARSE)],
  ].flatMap(([kind, text]) =>
    [...ratios(text!)].map(([name, measured]) => [
      kind!,
      name,
      `${median(measured).toFixed(1)} ×`,
      `${Math.min(...measured).toFixed(1)} – ${Math.max(...measured).toFixed(1)}`,
    ]),
  );

  const compiling = Array.from({ length: ROUNDS }, () => milliseconds(() => compileLexicon(terms).length));
  const bytes = compileLexicon(terms);
  const loading = Array.from({ length: ROUNDS }, () => milliseconds(() => loadLexicon(bytes).terms.length));

  process.stdout.write(
    `${LENGTH.toLocaleString("en")} characters, ${terms.length} entries in ${forms.length} spellings, ${ROUNDS} rounds.\n` +
      `Times slower than a bare charCodeAt loop over the same text in the same round:\n\n` +
      `${table(["text", "what", "median", "range"], rows)}\n\n` +
      `The compiled lexicon has ${bytes.length.toLocaleString("en")} bytes; it loads in ${median(loading).toFixed(1)} ms and is ` +
      `compiled in ${median(compiling).toFixed(1)} ms on this machine.\n`,
  );
  if (keep === 0) throw new Error("Nothing was measured.");
}

const [part] = process.argv.slice(2);
if (part !== "page") benchMatching();
if (part !== "matching") process.stdout.write(`\n${await benchPages(forms)}`);
