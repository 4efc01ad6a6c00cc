/** The glossary, a term's page and the corpus overview of the built extension, with real keys, in both browsers. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { folderOf } from "../../src/cli/build.ts";
import type { TraditionalTable } from "../../src/lexicon/traditional.ts";
import { inEach } from "./browsers.ts";
import { cardOf, markOf, until, type Driver, type Tab } from "./driver.ts";
import { openWeb, type Web } from "./web.ts";

const texts = (tab: Tab, selector: string): Promise<string[]> =>
  tab.evaluate<string[]>(`[...document.querySelectorAll(${JSON.stringify(selector)})].map((one) => one.textContent)`);

const here = (tab: Tab): Promise<string> => tab.evaluate<string>("location.pathname + location.search");

const untilText = (tab: Tab, selector: string, wanted: string): Promise<string[]> =>
  until(`${wanted} in ${selector}`, async () => {
    const found = await texts(tab, selector);
    return found.some((text) => text.includes(wanted)) ? found : undefined;
  });

/** Waits for the entries, without which nothing is found. */
const ready = (tab: Tab): Promise<string[]> => untilText(tab, ".glossary-filters option", "(");

/** Characters that no text in traditional script has. */
function simplifiedOnly(): Set<string> {
  const { characters, contexts } = JSON.parse(
    readFileSync(join(folderOf("chrome"), "data/traditional.json"), "utf8"),
  ) as TraditionalTable;
  const kept =
    characters[1] +
    contexts
      .split("\n")
      .map((line) => line[1])
      .join("");
  return new Set([...characters[0]].filter((character) => !kept.includes(character)));
}

/** Verbatim from the speeches, and the headword in the other script. */
const VERBATIM =
  "blockquote, .kwic-line, .speech-text, .outline, .term-margin, .reader-bar-quote, .sample-text, .entry-other";

/** What a page shows, says to those who don't see it, and is called, but for what is verbatim. */
const OWN_WORDS = `[document.title, ...[...document.querySelectorAll("body, body *:not(script, style)")]
  .filter((one) => !one.closest(${JSON.stringify(VERBATIM)}))
  .flatMap((one) => [
    ...[...one.childNodes].filter(({ nodeType }) => nodeType === 3).map(({ data }) => data),
    ...["title", "aria-label", "placeholder"].map((name) => one.getAttribute(name) ?? ""),
  ])].filter((text) => /\\p{Script=Han}/u.test(text))`;

inEach((_, drive) => {
  let web: Web;
  let driver: Driver;
  let page: Tab;

  beforeAll(async () => {
    web = await openWeb();
    driver = await drive(web.proxy);
    page = await driver.openOwn("/glossary.html");
    await ready(page);
  });
  afterAll(async () => {
    await driver?.close();
    await web?.close();
  });

  test("what is typed is found, opened by the keyboard, and has an address to go back from", async () => {
    await page.bringToFront();
    await page.type("sgys");
    await untilText(page, ".virtual-rows li:first-child .glossary-row-headword", "四个意识");
    expect(await here(page)).toBe("/glossary.html?q=sgys");
    await page.press("ArrowDown");
    await page.press("Enter");
    await untilText(page, ".term-page .entry-headword", "四个意识");
    expect(await here(page)).toBe("/glossary.html?q=sgys&term=si-ge-yi-shi");
    await page.evaluate("history.back()");
    await until("the entry to close", async () => (await texts(page, ".term-page")).length === 0);
    expect(await here(page)).toBe("/glossary.html?q=sgys");
    await page.evaluate("history.back()");
    await until("the search to be empty", async () => (await here(page)) === "/glossary.html");
    await page.evaluate("history.go(2)");
    await untilText(page, ".term-page .entry-headword", "四个意识");
  });

  test("only the rows in sight are in the document, to the end of the list", async () => {
    const list = await driver.openOwn("/glossary.html?sort=pinyin");
    await ready(list);
    const [count] = await texts(list, ".glossary-count p");
    const all = Number(count!.replace(/\D/g, ""));
    expect(all).toBeGreaterThan(1000);
    await list.press("ArrowDown");
    await list.press("End");
    await until("the last row", () =>
      list.evaluate<boolean>(`document.activeElement.closest("li")?.ariaPosInSet === "${all}"`),
    );
    const { rows, isSeen } = await list.evaluate<{ rows: number; isSeen: boolean }>(`({
      rows: document.querySelectorAll(".virtual-rows li").length,
      isSeen: document.activeElement.getBoundingClientRect().bottom <= innerHeight,
    })`);
    expect(rows).toBeLessThan(60);
    expect(isSeen).toBe(true);
    await list.close();
  });

  test("a filter and a search move neither the search nor the list", async () => {
    const list = await driver.openOwn("/glossary.html?sort=pinyin");
    await ready(list);
    const places = (): Promise<[number, number]> =>
      list.evaluate<[number, number]>(
        `[".search", ".virtual-rows"].map((one) => document.querySelector(one).getBoundingClientRect()).flatMap(({ width, top }, i) => i ? top : width)`,
      );
    const before = await places();
    await list.evaluate(`(() => {
      const select = [...document.querySelectorAll(".glossary-filters select")].find((one) => one.querySelector("[value=province]"));
      select.value = "province";
      select.dispatchEvent(new Event("change", { bubbles: true }));
    })()`);
    await untilText(list, ".glossary-count button", "Clear");
    expect(await places()).toEqual(before);
    await list.evaluate(`void document.querySelector(".search input").focus()`);
    await list.type("bbzl");
    await until("one entry", async () => (await texts(list, ".glossary-count p"))[0] === "1 entry");
    expect(await places()).toEqual(before);
    await list.close();
  });

  test("a word without end is broken, and moves nothing out of sight", async () => {
    const list = await driver.openOwn(`/glossary.html?q=${"endless".repeat(40)}四个意识`);
    await untilText(list, ".unknown-query .part", "四个意识");
    const isWider = `(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)(document.querySelector(".glossary-scroll"))`;
    expect(await list.evaluate<boolean>(isWider)).toBe(false);
    await list.close();
  });

  test("a line of the concordance opens its sentence in the reader", async () => {
    const term = await driver.openOwn("/glossary.html?term=liang-ge-wei-hu");
    const lines = await untilText(term, ".kwic-line", "两个维护");
    expect(lines.length).toBeGreaterThan(3);
    // One below the other: the terms of all lines begin at one place.
    const lefts = await term.evaluate<number[]>(
      `[...document.querySelectorAll(".kwic-keyword")].map((word) => Math.round(word.getBoundingClientRect().left))`,
    );
    expect(new Set(lefts).size).toBe(1);
    const href = await term.evaluate<string>(`document.querySelector(".kwic-line").getAttribute("href")`);
    await term.evaluate(`void document.querySelector(".kwic-line").click()`);
    // While it goes there it answers nothing.
    await until("the reader", async () => (await here(term).catch(() => "")) === href);
    await until("the term set off", () =>
      term.evaluate<boolean>(
        `[...(CSS.highlights.get("tifa-target") ?? [])].some((range) => range.startContainer.data.startsWith("两个维护", range.startOffset))`,
      ),
    );
    await term.close();
  });

  test("what is saved is kept, and listed among the saved", async () => {
    const term = await driver.openOwn("/glossary.html?term=liang-ge-que-li");
    await untilText(term, ".term-ways button", "Save");
    await term.evaluate(`void document.querySelector(".term-ways [aria-pressed]").click()`);
    await untilText(term, ".term-ways [aria-pressed=true]", "Saved");
    await term.close();
    const list = await driver.openOwn("/glossary.html?saved=1");
    await until("the saved term alone", async () => {
      const found = await texts(list, ".glossary-row-headword");
      return found.length === 1 && found[0] === "两个确立";
    });
    await list.close();
  });

  test("the glossary is there where it can't be read what is saved", async () => {
    // As a newer Tifa would leave them.
    await page.evaluate(`new Promise((resolve, reject) => {
      const request = indexedDB.open("tifa", 1000);
      request.onsuccess = () => resolve(request.result.close());
      request.onerror = () => reject(request.error);
    })`);
    const list = await driver.openOwn("/glossary.html?saved=1");
    await untilText(list, ".notice-title", "What Tifa keeps can’t be read.");
    await list.evaluate(`void document.querySelector(".filter-check input").click()`);
    await until("the rows", async () => (await texts(list, ".glossary-row-headword")).length > 10);
    await list.close();
    await page.evaluate(`new Promise((resolve, reject) => {
      const request = indexedDB.deleteDatabase("tifa");
      request.onsuccess = () => resolve();
      request.onerror = () => reject(request.error);
    })`);
  });

  test("the corpus overview compares all speeches", async () => {
    const corpus = await driver.openOwn("/corpus.html");
    const speeches = await until("the table", async () => {
      const rows = await texts(corpus, ".corpus-sizes tbody tr");
      return rows.length > 0 && rows;
    });
    expect(speeches).toHaveLength(5);
    expect(await texts(corpus, ".corpus-keys caption")).toHaveLength(5);
    expect((await texts(corpus, ".corpus-keys tbody tr")).length).toBeGreaterThan(20);
    expect((await texts(corpus, ".corpus-pair blockquote")).join("")).toContain("聚焦产业、教育、医疗、康养等重点领域");
    await corpus.close();
  });

  describe("in a traditional interface", () => {
    const only = simplifiedOnly();
    const simplified = (words: readonly string[]): string[] =>
      words.filter((text) => [...text].some((character) => only.has(character)));
    const speakIn = (language: string): Promise<void> =>
      page.evaluate(`(async () => {
        const { storage } = globalThis.browser ?? chrome;
        const { settings } = await storage.local.get("settings");
        await storage.local.set({ settings: { version: 2, ...settings, language: ${JSON.stringify(language)} } });
      })()`);
    beforeAll(() => speakIn("zh-Hant"));
    afterAll(() => speakIn("en"));

    test.each([
      ["/glossary.html?term=liang-ge-wei-hu", ".kwic-line", "核心意識"],
      ["/glossary.html?term=yi-ge-zhong-guo-yuan-ze", ".entry-pack", "一個中國"],
      ["/corpus.html", ".corpus-pair", "在縣委全會上的總結講話"],
      ["/reader.html?speech=003", ".term-margin li", "省委、市委全會之後召開的縣委全會"],
      ["/options.html", ".pack", "縣級講話"],
      ["/welcome.html", ".sample-text", "在縣委全會上的總結講話"],
    ])("%s has all in that script, but what it quotes", async (address, shown, has) => {
      const tab = await driver.openOwn(address);
      await until(shown, async () => (await texts(tab, shown)).length > 0);
      const words = await tab.evaluate<string[]>(OWN_WORDS);
      expect(words.join("\n")).toContain(has);
      // The name of the other language, in its own script.
      expect(simplified(words.filter((text) => text !== "简体中文"))).toEqual([]);
      await tab.close();
    });

    const cardOn = async (surface: string, says: string): Promise<string> => {
      const tab = await driver.open("scripts.html");
      await tab.bringToFront();
      const { x, y } = await markOf(tab, surface);
      await tab.click(x, y);
      const { text } = await cardOf(tab, says);
      await tab.close();
      return text;
    };

    test("so has a card, whose headword is the page's", async () => {
      const card = await cardOn("四个全面", "參見");
      expect(card).toContain("戰略佈局");
      expect(card).toContain("全面依法治國");
      expect(simplified([card.replaceAll("四个全面", "")])).toEqual([]);
    });

    test("a card on a page in traditional script is in that, whatever is spoken", async () => {
      await speakIn("en");
      const card = await cardOn("四個全面", "See also");
      expect(card).toContain("全面依法治國");
      expect(simplified([card.replaceAll("四个全面", "")])).toEqual([]);
      expect(await cardOn("四个全面", "See also")).toContain("全面依法治国");
    });
  });

  test("nothing was logged as an error", () => {
    expect(driver.errors()).toEqual([]);
  });
});
