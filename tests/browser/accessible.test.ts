/** Every page of the extension, in both themes, wide and narrow: nothing that axe finds fault with, and nothing to scroll sideways. */
import { globSync } from "node:fs";
import { basename } from "node:path";
import axe, { type AxeResults } from "axe-core";
import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { backgroundOf, openChromium, welcomeOf } from "../../src/cli/browsers.ts";
import { folderOf } from "../../src/cli/build.ts";
import { until } from "./driver.ts";
import { openWeb, type Web } from "./web.ts";

const folder = folderOf("chrome");
const pages = globSync("*.html", { cwd: folder }).map((file) => basename(file));

/** What pages are asked for, so that there is something on them; `tab` is the number of a page with formulations. */
const queriesOf = (page: string, tab: number): string => {
  if (page === "popup.html") return `?tab=${tab}`;
  if (page === "reader.html") return "?speech=003&at=104-108&in=37-184";
  return page === "glossary.html" ? "?term=si-ge-yi-shi" : "";
};

const LOOKS = [
  ["light", 1280],
  ["dark", 320],
  ["dark", 1280],
  ["light", 320],
] as const;

let web: Web;
let context: BrowserContext;
let own: string;
let tab: number;

beforeAll(async () => {
  web = await openWeb();
  context = await openChromium({ extension: folder, headless: true, proxy: web.proxy });
  const background = await backgroundOf(context);
  own = background.url().split("/", 3).join("/");
  await (await welcomeOf(context)).close();
  const sample = await context.newPage();
  await sample.goto("http://county.test/sample.html");
  await until("the sample's marks", () =>
    sample.evaluate(() => {
      // On a busy machine the gate may have found no time yet: it reads on when the reader scrolls.
      scrollBy(0, 1);
      return CSS.highlights.size > 0;
    }),
  );
  tab = await background.evaluate(async () => {
    const api = (globalThis as unknown as { chrome: { tabs: { query: (q: object) => Promise<{ id: number }[]> } } })
      .chrome;
    return (await api.tabs.query({ url: "http://county.test/*" }))[0]!.id;
  });
});
afterAll(async () => {
  await context?.close();
  await web?.close();
});

/** What is wrong on `page`, a line each: the rule, and where. */
async function faultsOn(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: { run: () => Promise<AxeResults> } }).axe.run(),
  );
  const faults = violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(" ")}`));
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  return over > 0 ? [...faults, `it scrolls sideways by ${over} px`] : faults;
}

test("there are pages to look at", () => {
  expect(pages).toEqual(expect.arrayContaining(["options.html", "popup.html", "reader.html", "welcome.html"]));
});

test("the system's own colours leave the popup its scale and its categories", async () => {
  const page = await context.newPage();
  await page.goto(`${own}/popup.html?tab=${tab}`);
  await page.waitForSelector(".categories-bar");
  await page.emulateMedia({ forcedColors: "active" });
  const coloursOf = (selector: string): Promise<string[]> =>
    page
      .locator(selector)
      .evaluateAll((all) =>
        all.map((one) => getComputedStyle(one, one.matches("button") ? "::before" : "").backgroundColor),
      );
  const bar = await coloursOf(".categories-bar span");
  expect(bar.length).toBeGreaterThan(3);
  expect(new Set(bar).size).toBe(bar.length);
  expect(await coloursOf(".categories-names button")).toEqual(bar);
  // A theme that was chosen is not what the system shows.
  await page.evaluate(() => void (document.documentElement.dataset["theme"] = "dark"));
  expect(await coloursOf(".categories-bar span")).toEqual(bar);
  const [fill] = await coloursOf(".register-fill");
  expect(fill).not.toBe((await coloursOf(".register-scale"))[0]);
  await page.close();
});

describe.each(pages)("%s", (name) => {
  let page: Page;
  beforeAll(async () => {
    page = await context.newPage();
    await page.goto(`${own}/${name}${queriesOf(name, tab)}`);
    // Whatever it shows, it has said so in more than a heading.
    await until("the page", () =>
      page.evaluate(() => (document.getElementById("root")?.textContent ?? "").length > 100),
    );
  });
  afterAll(() => page?.close());

  test("nothing stands over what the focus goes up to", async () => {
    await page.setViewportSize({ width: 420, height: 560 });
    await page.evaluate(() => {
      (document.activeElement as HTMLElement).blur();
      getSelection()!.removeAllRanges();
    });
    const covered = [];
    for (let i = 0; i < 40; i++) {
      await page.keyboard.press("Shift+Tab");
      covered.push(
        await page.evaluate(() => {
          const focused = document.activeElement!;
          const { left, top, width, height } = focused.getBoundingClientRect();
          const over = document.elementFromPoint(left + width / 2, Math.max(0, top) + Math.min(height / 2, 8));
          const isSeen = over === null || over.contains(focused) || focused.contains(over);
          return isSeen ? "" : `${over.outerHTML.slice(0, 60)} over ${focused.outerHTML.slice(0, 60)}`;
        }),
      );
    }
    expect(covered.filter(Boolean)).toEqual([]);
  });

  test.each(LOOKS)("%s, %i px wide", async (colorScheme, width) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 800 });
    expect(await faultsOn(page)).toEqual([]);
  });
});
