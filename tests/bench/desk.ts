/**
 * How fast the desk is: a search with the shipped entries and with 50,000 terms made of them, and how long the glossary's page and the
 * popup take to show their rows, against the time that a bare text file of the extension takes to be shown.
 */
import type { Page } from "playwright-core";
import { backgroundOf, openChromium } from "../../src/cli/browsers.ts";
import { buildExtension, folderOf } from "../../src/cli/build.ts";
import { openLibrary } from "../../src/cli/library.ts";
import { table } from "../../src/cli/table.ts";
import { indexTerms, rank } from "../../src/lexicon/search.ts";
import type { Term } from "../../src/lexicon/term.ts";

const MANY = 50_000;
const ROUNDS = 9;

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
  return `${benchSearch(openLibrary().library.glossary.terms)}\n\n${await benchOpening()}`;
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

async function benchOpening(): Promise<string> {
  await buildExtension("chrome");
  const context = await openChromium({ extension: folderOf("chrome"), headless: true });
  try {
    const own = (await backgroundOf(context)).url().split("/", 3).join("/");
    const times = new Map(PAGES.map(([name]) => [name, [] as number[]]));
    for (let round = 0; round <= ROUNDS; round++) {
      for (const [name, path, shown] of PAGES) {
        const page = await context.newPage();
        const time = await opening(page, own + path, shown);
        // The first round warms up.
        if (round > 0) times.get(name)!.push(time);
        await page.close();
      }
    }
    const base = median(times.get(PAGES[0]![0])!);
    const rows = PAGES.map(([name]) => {
      const measured = times.get(name)!;
      const ratio = `${(median(measured) / base).toFixed(1)} ×`;
      return [
        name,
        median(measured).toFixed(0),
        `${Math.min(...measured).toFixed(0)} – ${Math.max(...measured).toFixed(0)}`,
        ratio,
      ];
    });
    return (
      `From the request of a page of the extension to the frame that shows what it is for, in Chromium, milliseconds:\n\n` +
      table(["page", "median", "range", "to a text file"], rows)
    );
  } finally {
    await context.close();
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
