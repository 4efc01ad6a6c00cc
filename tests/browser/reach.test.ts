/**
 * Wherever the text is: every page of tests/pages/reach in both browsers. Each page says in itself what is to be found in it, at once
 * and after each step that it takes by itself (`next`); and however it is read, it stays as it is.
 */
import { globSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { folderOf } from "../../src/cli/build.ts";
import { ROOT } from "../../src/cli/seeds.ts";
import { inBoth } from "./browsers.ts";
import { marksOf, until, type Driver, type Summary, type Tab } from "./driver.ts";
import { openWeb, type Web } from "./web.ts";

/** The block `expected` of a page. A formulation that is found more than once has the number after it. */
interface Expected {
  /** What is found in the top frame, in the order of first occurrence: at first, then after each `next`. */
  stages: string[][];
  /** What is found in the other frames that have an engine, likewise. */
  frames?: string[][][];
  /** What has to be clicked on before the second stage. */
  click?: string;
}

const FOLDER = join(ROOT, "tests/pages/reach");
const PAGES = globSync("*.{html,xhtml}", { cwd: FOLDER })
  .map((path) => basename(path))
  .filter((name) => name !== "frame.html" && name !== "slow.html")
  .sort();

/** How a page is asked for, where that is part of what it is about. */
const QUERIES: Record<string, string> = { "strict.html": "?csp" };

function expectedIn(page: string): Expected {
  const source = readFileSync(join(FOLDER, page), "utf8");
  return JSON.parse(/<script id="expected"[^>]*>([^<]*)<\/script>/.exec(source)![1]!) as Expected;
}

/** The whole document with its open shadow trees. */
const SOURCE = `(() => {
  const shadows = (root) => [...root.querySelectorAll("*")].flatMap(({ shadowRoot }) => shadowRoot ? [shadowRoot, ...shadows(shadowRoot)] : []);
  return [document.documentElement.outerHTML, ...shadows(document).map((shadow) => shadow.innerHTML)].join("\\n");
})()`;

const asLines = (summary: Summary | null | undefined): string[] =>
  (summary?.groups ?? []).map(({ surface, places }) => {
    const words = surface.replace(/[^\p{Script=Han}、，]/gu, "");
    return places.length > 1 ? `${words} ${places.length}` : words;
  });

inBoth((browser, drive) => {
  let web: Web;
  let driver: Driver;

  beforeAll(async () => {
    web = await openWeb();
    driver = await drive(web.proxy);
  });
  afterAll(async () => {
    await driver?.close();
    await web?.close();
  });

  /** Waits until the frames of `tab` have found what they should; else says what they have. */
  const finds = async (tab: Tab, top: readonly string[], frames: readonly string[][]): Promise<void> => {
    const sorted = (lists: readonly string[][]): string[] => lists.map((list) => list.join("，")).sort();
    const wanted = { top, frames: sorted(frames) };
    const ask = async (): Promise<typeof wanted> => {
      const [first, ...others] = await driver.summaries(tab);
      return { top: asLines(first), frames: sorted(others.filter((one) => one !== null).map(asLines)) };
    };
    let found = await ask();
    const isRight = (): boolean => JSON.stringify(found) === JSON.stringify(wanted);
    // What is to stay silent has to be given the time not to.
    if (top.length === 0) await new Promise((resolve) => setTimeout(resolve, 1000));
    for (const end = Date.now() + 8000; !isRight() && Date.now() < end;) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      found = await ask();
    }
    expect(found).toEqual(wanted);
  };

  describe("everything on a page is found, and the page is left as it is", () => {
    test.each(PAGES)("%s", async (page) => {
      const { stages, frames = [], click } = expectedIn(page);
      const tab = await driver.open(`reach/${page}${QUERIES[page] ?? ""}`);
      await finds(tab, stages[0]!, frames[0] ?? []);
      let source = await tab.evaluate<string>(SOURCE);
      // Where the page's own scripts have done nothing since it was read, it is what it was before any extension saw it.
      const isOwnWork = stages.length > 1 || /<script>[^]*<\/script>/.test(readFileSync(join(FOLDER, page), "utf8"));
      const now = "document.documentElement.outerHTML";
      expect(await tab.evaluate<boolean>(isOwnWork ? "true" : `(window.before ?? ${now}) === ${now}`)).toBe(true);
      for (const [index, stage] of stages.slice(1).entries()) {
        if (index === 0 && click !== undefined) {
          const [x, y] = await tab.evaluate<[number, number]>(
            `(() => { const { x, y, width, height } = document.querySelector(${JSON.stringify(click)}).getBoundingClientRect(); return [x + width / 2, y + height / 2]; })()`,
          );
          await tab.click(x, y);
        }
        await tab.evaluate("void window.next()");
        await finds(tab, stage, frames[index + 1] ?? []);
        source = await tab.evaluate<string>(SOURCE);
      }
      // What is painted, pointed at and asked for leaves nothing behind either.
      await tab.evaluate("scrollTo(0, 100)");
      await until("the page to be drawn", async () =>
        tab.evaluate<boolean>(
          "new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve(true))))",
        ),
      );
      expect(await tab.evaluate<string>(SOURCE)).toBe(source);
      await tab.close();
    });
  });

  test("a page that comes slowly is marked before it is complete, and in full", async () => {
    // A page that calls itself Chinese, or is encoded as one, is spared to be styled twice. Firefox finds what is there too, but lets no
    // extension bring a style sheet into a document before that is complete.
    for (const way of ["slow", "slow&gbk"]) {
      const tab = await driver.open(`reach/slow.html?${way}`);
      expect(await tab.evaluate("[window.styled, window.early]"), way).toEqual(
        browser === "Firefox" ? [false, false] : [true, true],
      );
      await finds(tab, expectedIn("slow.html").stages[0]!, []);
      await tab.close();
    }
  });

  test("a page that the reader comes back to is marked and followed as before", async () => {
    const tab = await driver.open("reach/navigation.html");
    await finds(tab, ["四个意识"], []);
    await tab.evaluate("void setTimeout(() => location.assign('/english.html'))");
    // A page that is about to go answers nothing.
    const isTitled = (title: string) => (): Promise<boolean> =>
      tab.evaluate<boolean>(`document.title === ${JSON.stringify(title)}`).catch(() => false);
    await until("the other page", isTitled("Nothing Chinese here"));
    await tab.evaluate("void setTimeout(() => history.back())");
    await until("the page", isTitled("navigation"));
    await finds(tab, ["四个意识"], []);
    await until("the marks", async () => (await marksOf(tab)).length > 0);
    await tab.evaluate("void window.next()");
    await finds(tab, ["两个维护 2"], []);
    await tab.close();
  });

  test("scripts of a page that watch everything hear nothing of it", async () => {
    const tab = await driver.open("reach/tampered.html");
    await finds(tab, ["四个意识", "两个维护"], []);
    await tab.evaluate("void window.next()");
    await finds(tab, ["四个意识", "两个维护", "四个自信"], []);
    expect(await tab.evaluate<string[]>("window.heard")).toEqual([]);
    expect(
      await tab.evaluate<string[]>(
        `Object.keys(window).concat(Object.getOwnPropertyNames(document)).filter((name) => /tifa/i.test(name))`,
      ),
    ).toEqual([]);
    await tab.close();
  });

  test("nothing of the extension can be loaded by a page", async () => {
    const folder = folderOf(browser === "Chromium" ? "chrome" : "firefox");
    const manifest = JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8")) as Record<string, unknown>;
    expect(manifest["web_accessible_resources"]).toBeUndefined();
    expect(manifest["externally_connectable"]).toBeUndefined();
  });

  test("nothing of the extension names a folder of the machine that built it", () => {
    const folder = folderOf(browser === "Chromium" ? "chrome" : "firefox");
    const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) =>
      /\.(js|css|html|json)$/.test(path),
    );
    expect(files.length).toBeGreaterThan(20);
    for (const path of files) expect(readFileSync(join(folder, path), "utf8").includes(ROOT), path).toBe(false);
  });

  test("nothing was logged as an error", () => {
    // What a page's own policy forbids the page is told of by the browser itself; hosts of frames have no address of their own.
    const own = /Content.Security.Policy|sandboxed|favicon/;
    expect(driver.errors().filter((error) => !own.test(error))).toEqual([]);
  });
});
