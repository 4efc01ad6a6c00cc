/**
 * `npm run bench`: how many times slower than a bare loop over the text the matching is, with the shipped glossary.
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

const LENGTH = 1_000_000;
const ROUNDS = 9;

/** Ordinary prose, in which next to nothing is found. */
const SPARSE =
  "清晨的集市还没有完全醒来，卖豆腐的老人已经把木板一块块摆好。河边的柳树垂着细枝，风一吹就轻轻碰着水面。孩子们背着书包从桥上跑过，" +
  "书页在包里哗啦作响。面馆的老板掀开锅盖，白气一下子涌到街上，他用长筷子搅了搅，抬头问客人要不要加一个鸡蛋。隔壁裁缝铺里的缝纫机又响起来了，" +
  "一件蓝布衫的袖子已经缝好，搭在椅背上晾着。";

const { library, lexicon } = openLibrary();
const { terms } = library.glossary;
const forms = terms.flatMap(formsOf).filter((form) => !isFrameForm(form));
const dense = library.speeches.map((speech) => speech.text).join("\n");
const fill = (text: string): string => text.repeat(Math.ceil(LENGTH / text.length)).slice(0, LENGTH);

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
