/** What the pages of the extension look like on paper, as Chromium sets them for it. */
import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { backgroundOf, openChromium, welcomeOf } from "../../src/cli/browsers.ts";
import { folderOf } from "../../src/cli/build.ts";
import { until } from "./driver.ts";
import { openWeb, type Web } from "./web.ts";

let web: Web;
let context: BrowserContext;
let own: string;

beforeAll(async () => {
  web = await openWeb();
  context = await openChromium({ extension: folderOf("chrome"), headless: true, proxy: web.proxy });
  own = (await backgroundOf(context)).url().split("/", 3).join("/");
  await (await welcomeOf(context)).close();
});
afterAll(async () => {
  await context?.close();
  await web?.close();
});

async function printed(path: string, ready: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${own}${path}`);
  await page.waitForSelector(ready, { state: "attached" });
  await page.emulateMedia({ media: "print" });
  return page;
}

/** The text of what is to be seen of `selector`. */
const seen = (page: Page, selector: string): Promise<string[]> =>
  page.locator(`${selector}:visible`).evaluateAll((all) => all.map((one) => one.textContent?.trim() ?? ""));

describe("a speech", () => {
  let page: Page;
  beforeAll(async () => {
    page = await printed("/reader.html?speech=004", ".margin-note");
    await until("all notes", async () => (await page.locator("[data-beside='23']").count()) > 0);
  });
  afterAll(() => page.close());

  test("says at its head where it was given, and when", async () => {
    expect(await seen(page, ".speech-source dt")).toEqual(["Occasion", "Office", "Period"]);
    expect(await seen(page, ".speech-head summary")).toEqual([]);
  });

  test("has its notes under a heading, one for each term, where the speech has it first", async () => {
    expect(await seen(page, ".margin-heading")).toEqual(["Notes on the formulations"]);
    const terms = await seen(page, ".term-margin .song");
    expect(terms.length).toBeGreaterThan(100);
    expect(new Set(terms).size).toBe(terms.length);
    expect(await seen(page, "[data-beside='4'] .margin-paragraph")).toEqual(["¶ 4"]);
  });
});

test("a term's page has no buttons on paper, and says nothing of what is folded away", async () => {
  const page = await printed("/glossary.html?term=si-ge-yi-shi", ".arc-graph");
  expect(await seen(page, ".term-page .entry-headword")).toEqual(["四个意识"]);
  expect(await seen(page, ".term-page :is(button, summary, input)")).toEqual([]);
  await page.close();
});

test("no heading of the corpus is left alone at the foot of a sheet", async () => {
  const page = await printed("/corpus.html", ".corpus-pair");
  const breaks = await page
    .locator(".term-section-head, .corpus-pair h3, .figures caption")
    .evaluateAll((all) => all.map((one) => getComputedStyle(one).breakAfter));
  expect(new Set(breaks)).toEqual(new Set(["avoid"]));
  await page.close();
});

test("paper is light where the dark theme is chosen", async () => {
  const page = await printed("/corpus.html", ".corpus-pair");
  const ink = (): Promise<string> => page.locator("h1").evaluate((one) => getComputedStyle(one).color);
  const light = await ink();
  await page.evaluate(() => void (document.documentElement.dataset["theme"] = "dark"));
  expect(await ink()).toBe(light);
  await page.emulateMedia({ media: "screen" });
  expect(await ink()).not.toBe(light);
  await page.close();
});
