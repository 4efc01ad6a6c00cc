/**
 * How fast the desk is: a search with the shipped entries and with 50,000 terms made of them, and how long its pages take to show what
 * they are for, with either, against the time that a bare text file of the extension takes to be shown. And how large it is packed.
 */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deflateRawSync } from "node:zlib";
import type { BrowserContext, Page } from "playwright-core";
import { backgroundOf, openChromium } from "../../src/cli/browsers.ts";
import { buildExtension, folderOf } from "../../src/cli/build.ts";
import { openLibrary } from "../../src/cli/library.ts";
import { ROOT } from "../../src/cli/seeds.ts";
import { serve } from "../../src/cli/serve.ts";
import { table } from "../../src/cli/table.ts";
import { packLibrary } from "../../src/corpus/pack.ts";
import { indexTerms, rank } from "../../src/lexicon/search.ts";
import type { Library } from "../../src/lexicon/glossary.ts";
import type { Term } from "../../src/lexicon/term.ts";
import { until } from "../browser/driver.ts";
import { viewOf } from "../browser/view.ts";

const MANY = 50_000;
const ROUNDS = 9;

/** The page that the popup is opened over. */
const SAMPLE = join(ROOT, "tests/pages/sample.html");

/** Hanzi, initials, pinyin, one letter, English words rare and common, and what nothing has. */
const QUERIES = ["四个意识", "党", "牢固树立四个意识", "sgys", "sigeyishi", "zh", "e", "the", "of the party", "zzzz"];

/** Terms like the shipped ones, no two alike: each has two more characters, which stand in no other. */
function manyLike(terms: readonly Term[]): Term[] {
  return Array.from({ length: MANY }, (_, i) => {
    const term = terms[i % terms.length]!;
    const own = String.fromCharCode(0x4e00 + (i % 2000), 0x5000 + Math.floor(i / 2000));
    return { ...term, id: `${term.id}-${i}`, headword: term.headword + own, traditional: term.traditional + own };
  });
}

export async function benchDesk(): Promise<string> {
  const { library } = openLibrary();
  await buildExtension("chrome");
  const shipped = folderOf("chrome");
  const folder = mkdtempSync(join(tmpdir(), "tifa-bench-"));
  try {
    const many = join(folder, "extension");
    cpSync(shipped, many, { recursive: true });
    packMany(many, library);
    return [
      benchSearch(library.glossary.terms),
      packedSize(shipped),
      `${await benchOpening(shipped)}\n\n${await benchOpening(many, `with ${MANY.toLocaleString("en")} terms, `)}`,
    ].join("\n\n");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Puts 50,000 terms in the place of the shipped ones, each with no more than its line: what a page shows when it opens. The lexicon
 * stays, for the desk reads none of it then.
 */
function packMany(folder: string, library: Library): void {
  const terms = manyLike(library.glossary.terms).map(
    ({ members: _members, origin: _origin, usage: _usage, ...term }): Term => ({
      ...term,
      renderings: term.renderings.slice(0, 1),
      definition: { en: "", zh: "" },
      variants: [],
      related: [],
    }),
  );
  const lexicon = new Uint8Array(readFileSync(join(folder, "data/lexicon.bin")));
  const glossary = { ...library.glossary, terms, attestations: {} };
  for (const { name, contents } of packLibrary({ ...library, glossary }, lexicon))
    writeFileSync(join(folder, "data", name), contents);
}

/** What a zip archive of the folder comes to: each file deflated, with what the format has around it. */
function packedSize(folder: string): string {
  const AROUND = 30 + 46;
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => statSync(join(folder, path)).isFile())
    .map((path): [string, number] => {
      const bytes = readFileSync(join(folder, path));
      return [path, Math.min(bytes.length, deflateRawSync(bytes, { level: 9 }).length) + AROUND + 2 * path.length];
    })
    .sort(([, a], [, b]) => b - a);
  const inKB = (size: number): string => (size / 1000).toFixed(0);
  const sum = (all: readonly [string, number][]): number => all.reduce((total, [, size]) => total + size, 0);
  const rest = files.slice(8);
  const rows = [
    ...files.slice(0, 8),
    [`${rest.length} others`, sum(rest)] as [string, number],
    ["all", sum(files)] as [string, number],
  ];
  return `Packed, KB:\n\n${table(
    ["file", "size"],
    rows.map(([path, size]) => [path, inKB(size)]),
  )}`;
}

function benchSearch(terms: readonly Term[]): string {
  const rows = [terms, manyLike(terms)].flatMap((all) => {
    const indexing = Array.from({ length: 3 }, () => milliseconds(() => indexTerms(all)));
    const index = indexTerms(all);
    return [
      [all.length.toLocaleString("en"), "(making the index)", median(indexing).toFixed(1), "", ""],
      ...QUERIES.map((query) => {
        rank(index, query);
        const times = Array.from({ length: ROUNDS }, () => milliseconds(() => rank(index, query)));
        const found = rank(index, query).length.toLocaleString("en");
        return ["", query, median(times).toFixed(2), Math.max(...times).toFixed(2), found];
      }),
    ];
  });
  return `A search of the glossary, milliseconds:\n\n${table(["terms", "query", "median", "worst", "found"], rows)}`;
}

/** Each page by what it is to show, an empty one first. */
const PAGES: [name: string, path: string, shown: string][] = [
  ["a text file", "/manifest.json", "pre"],
  ["glossary", "/glossary.html", ".glossary-row"],
  ["a term", "/glossary.html?term=luo-shi", ".kwic-line"],
  ["corpus", "/corpus.html", ".corpus-keys"],
  ["popup", "/popup.html?tab=0", ".search"],
];

async function benchOpening(extension: string, which = ""): Promise<string> {
  const context = await openChromium({ extension, headless: true });
  try {
    // Of the many terms no speech has any.
    const pages = which === "" ? PAGES : PAGES.filter(([name]) => name !== "a term" && name !== "corpus");
    const own = (await backgroundOf(context)).url().split("/", 3).join("/");
    const times = new Map(pages.map(([name]) => [name, [] as number[]]));
    for (let round = 0; round <= ROUNDS; round++) {
      for (const [name, path, shown] of pages) {
        const page = await context.newPage();
        const time = await opening(page, own + path, shown);
        // The first round warms up.
        if (round > 0) times.get(name)!.push(time);
        await page.close();
      }
    }
    times.set("popup, from the toolbar", await fromToolbar(context));
    const base = median(times.get(pages[0]![0])!);
    const rows = [...times].map(([name, measured]) => {
      const ratio = `${(median(measured) / base).toFixed(1)} ×`;
      return [
        name,
        median(measured).toFixed(0),
        `${Math.min(...measured).toFixed(0)} – ${Math.max(...measured).toFixed(0)}`,
        ratio,
      ];
    });
    return (
      `From the request of a page of the extension to the frame that shows what it is for, ${which}in Chromium, milliseconds:\n\n` +
      table(["page", "median", "range", "to a text file"], rows)
    );
  } finally {
    await context.close();
  }
}

/** Milliseconds on the popup's own clock until its first frame with something in it, each round; its window is Chromium's affair. */
async function fromToolbar(context: BrowserContext): Promise<number[]> {
  const { url, close } = await serve(SAMPLE);
  try {
    const page = await context.newPage();
    await page.goto(url);
    await page.bringToFront();
    await page.waitForFunction("CSS.highlights.size > 0");
    const worker = await backgroundOf(context);
    const devtools = await context.newCDPSession(page);
    const times: number[] = [];
    for (let round = 0; round <= ROUNDS; round++) {
      // Without it the window is no longer the active one once a popup has been in it.
      await page.bringToFront();
      await page.mouse.click(600, 600);
      await worker.evaluate(() =>
        (globalThis as unknown as { chrome: { action: { openPopup: () => Promise<void> } } }).chrome.action.openPopup(),
      );
      const popup = await viewOf(devtools, "popup");
      const paint = await until("the popup's first frame", () =>
        popup.evaluate<number | undefined>(`performance.getEntriesByName("first-contentful-paint")[0]?.startTime`),
      );
      if (round > 0) times.push(paint);
      await popup.evaluate("window.close()");
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
    return times;
  } finally {
    close();
  }
}

/** Milliseconds on the page's own clock until the frame after `selector` is there. */
async function opening(page: Page, address: string, selector: string): Promise<number> {
  await page.goto(address, { waitUntil: "commit" });
  return page.evaluate(
    (wanted) =>
      new Promise<number>((resolve) => {
        const look = (): void => {
          if (document.querySelector(wanted)) requestAnimationFrame(() => resolve(performance.now()));
          else requestAnimationFrame(look);
        };
        look();
      }),
    selector,
  );
}

function milliseconds(work: () => unknown): number {
  const begun = performance.now();
  work();
  return performance.now() - begun;
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[numbers.length >> 1]!;
}
