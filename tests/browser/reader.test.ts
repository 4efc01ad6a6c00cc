/** The reader of the built extension: outline, margin, find, the place kept, redactions, and two speeches side by side. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { inEach } from "./browsers.ts";
import { cardOf, marksOf, until, type Driver, type Tab } from "./driver.ts";
import { openWeb, type Web } from "./web.ts";

const text = (tab: Tab, selector: string): Promise<string> =>
  tab.evaluate<string>(`document.querySelector(${JSON.stringify(selector)})?.textContent ?? ""`);

/** The middle of an element, brought into view if it is not there. */
const middleOf = (tab: Tab, selector: string): Promise<[number, number]> =>
  tab.evaluate<[number, number]>(`(() => {
    const element = document.querySelector(${JSON.stringify(selector)});
    const { top, bottom } = element.getBoundingClientRect();
    if (top < 100 || bottom > innerHeight) element.scrollIntoView({ block: "center", behavior: "instant" });
    const box = element.getClientRects()[0];
    return [box.x + box.width / 2, box.y + box.height / 2];
  })()`);

const click = async (tab: Tab, selector: string): Promise<void> => tab.click(...(await middleOf(tab, selector)));

/** Pixels under the window's upper edge; endless where there is no such element yet. */
const topOf = (tab: Tab, selector: string): Promise<number> =>
  tab.evaluate<number>(`document.querySelector(${JSON.stringify(selector)})?.getBoundingClientRect().top ?? 1e9`);

const isInView = async (tab: Tab, selector: string): Promise<boolean> => {
  const [top, height] = [await topOf(tab, selector), await tab.evaluate<number>("innerHeight")];
  return top >= 0 && top < height;
};

inEach((browser, drive) => {
  let web: Web;
  let driver: Driver;
  let reader: Tab;

  beforeAll(async () => {
    web = await openWeb();
    driver = await drive(web.proxy);
    reader = await driver.openOwn("/reader.html?speech=004");
    await until("the margin", async () => (await text(reader, ".term-margin")) !== "");
  });
  afterAll(async () => {
    await driver?.close();
    await web?.close();
  });

  test("leads from the outline to the heading, and marks the one that has been come to", async () => {
    await click(reader, '.outline a[href$="#p11"]');
    await until("the heading", () => isInView(reader, "#p11"));
    await until("the outline", async () => (await text(reader, ".outline [aria-current]")).startsWith("三、"));
    await reader.evaluate("scrollTo(0, 0)");
    await until("no heading", () => reader.evaluate<boolean>("!document.querySelector('.outline [aria-current]')"));
  });

  test("has the terms of a paragraph beside it, and opens the card of one", async () => {
    const apart = (await topOf(reader, '[data-beside="2"]')) - (await topOf(reader, "#p2"));
    expect(Math.abs(apart)).toBeLessThan(2);
    await reader.evaluate(
      `[...document.querySelectorAll('[data-beside="2"] button')].find((one) => one.textContent === "四风").id = "asked"`,
    );
    await click(reader, "#asked");
    await cardOf(reader, "sì fēng");
    await reader.press("Escape");
    await until("the card to close", async () => (await reader.card()) === undefined);
  });

  test("finds what is asked in the other script, and paints it", async () => {
    await click(reader, ".reader-bar [aria-keyshortcuts]");
    await until("the find bar", () => reader.evaluate<boolean>("document.activeElement.matches('.find-bar input')"));
    await reader.type("真抓實幹");
    // Typed letter by letter.
    const here = await until("the place", async () =>
      (await marksOf(reader)).find((mark) => mark.name === "tifa-find-here" && mark.text === "真抓实干"),
    );
    expect(here.y).toBeGreaterThan(0);
    expect(here.y).toBeLessThan(await reader.evaluate<number>("innerHeight"));
    await reader.press("Enter");
    await reader.press("Escape");
    await until("no paint", async () => (await marksOf(reader)).every(({ name }) => !name.startsWith("tifa-find")));
  });

  test("comes back to the place that the speech was left at, at another size of the text too", async () => {
    await reader.evaluate("document.querySelector('#p12').scrollIntoView({ block: 'start', behavior: 'instant' })");
    const top = await topOf(reader, "#p12");
    await until("the place to be kept", () =>
      reader.evaluate<boolean>("(localStorage.getItem('reading-places') ?? '').includes('004')"),
    );
    // Not by the pointer, for which the page might have to be scrolled.
    const choose = (id: string): Promise<void> =>
      reader.evaluate(`document.querySelector(".reader-nav-speech[href$='${id}']").click()`);
    await choose("003");
    await until("the other speech", async () => (await text(reader, "#p1")).includes("县委全会"));
    expect(await reader.evaluate<number>("scrollY")).toBe(0);
    await choose("004");
    await until("the speech", async () => (await text(reader, "#p1")) === "同志们：");
    expect(Math.abs((await topOf(reader, "#p12")) - top)).toBeLessThan(3);

    const again = await driver.openOwn("/reader.html?speech=004");
    await until("the place", async () => Math.abs((await topOf(again, "#p12")) - top) < 3);
    await click(again, ".reader-bar [title='Large text']");
    await until("the size", () => again.evaluate<boolean>("document.querySelector('.reader-large') !== null"));
    await until("the place", () => isInView(again, "#p12"));
    await again.close();
  });

  test("keeps what is read on top when the window is turned, or made narrow", async () => {
    const speech = await driver.openOwn("/reader.html?speech=004");
    await until("the margin", async () => (await text(speech, ".term-margin")) !== "");
    const isOnTop = (): Promise<boolean> =>
      speech.evaluate<boolean>(`(() => {
        const bar = document.querySelector(".reader-bar");
        const top = getComputedStyle(bar).position === "sticky" ? bar.offsetHeight : 0;
        const shown = [...document.querySelectorAll("[data-number]")].find((one) => one.getBoundingClientRect().bottom > top + 28);
        return shown.id === "p15" && shown.getBoundingClientRect().top < top;
      })()`);
    const turns: [from: [number, number], to: [number, number]][] = [
      [
        [390, 800],
        [800, 390],
      ],
      [
        [1280, 800],
        [360, 800],
      ],
    ];
    for (const [from, to] of turns) {
      await speech.resize(...from);
      await speech.evaluate(`(() => {
        const { top, height } = document.querySelector("#p15").getBoundingClientRect();
        scrollBy({ top: top + height / 2 - 72, behavior: "instant" });
      })()`);
      await until("the paragraph", isOnTop);
      for (const size of [to, from, to]) {
        // The reader stands still for a moment.
        await new Promise((resolve) => setTimeout(resolve, 200));
        await speech.resize(...size);
        await until(`the paragraph in ${size.join(" × ")}`, isOnTop);
      }
    }
    await speech.close();
  });

  test("keeps the quotation that it was opened at in sight", async () => {
    const at = await reader.evaluate<number>("Number(document.querySelector('#p22').dataset.start)");
    const quoted = await driver.openOwn(`/reader.html?speech=004&at=${at}-${at + 4}&in=${at}-${at + 20}`);
    await until("the quotation", () => isInView(quoted, "#p22"));
    await new Promise((resolve) => setTimeout(resolve, 200));
    await quoted.resize(360, 800);
    await until("the text to be narrow", () => quoted.evaluate<boolean>("innerWidth === 360"));
    await until("the quotation", () => isInView(quoted, "#p22"));
    await quoted.close();
  });

  test("is gone on with by keys from the quotation that it was opened at", async () => {
    const at = await reader.evaluate<number>("Number(document.querySelector('#p20').dataset.start)");
    const quoted = await driver.openOwn(`/reader.html?speech=004&at=${at}-${at + 4}&in=${at}-${at + 20}`);
    await until("the quotation", () => isInView(quoted, "#p20"));
    await until("its terms", () => quoted.evaluate<boolean>("!!document.querySelector('[data-beside=\"20\"] button')"));
    await quoted.press("Tab");
    await until("the focus on the first of them", () =>
      quoted.evaluate<boolean>("document.activeElement === document.querySelector('[data-beside=\"20\"] button')"),
    );
    expect(await isInView(quoted, "#p20")).toBe(true);
    await quoted.close();
  });

  test("shows redactions as they stand, and says what they are to the pointer and the keyboard", async () => {
    const speech = await driver.openOwn("/reader.html?speech=001");
    await until("the text", async () => (await text(speech, ".redaction")) === "XX");
    await speech.move(...(await middleOf(speech, ".redaction")));
    await until("the hint", async () => (await text(speech, "[role=tooltip]")).includes("XX"));
    const beneath = (await topOf(speech, "[role=tooltip]")) - (await topOf(speech, ".redaction"));
    expect(beneath).toBeGreaterThan(10);
    expect(beneath).toBeLessThan(60);
    await speech.move(5, 5);
    await until("no hint", async () => (await text(speech, "[role=tooltip]")) === "");
    await speech.evaluate("document.querySelector('.redaction[tabindex]').focus()");
    await until("the hint", async () => (await text(speech, "[role=tooltip]")).includes("XX"));
    await speech.close();
  });

  test("copies what is selected with its source", async () => {
    await reader.bringToFront();
    await reader.evaluate(`(() => {
      const paragraph = document.querySelector("#p5");
      paragraph.scrollIntoView({ block: "center", behavior: "instant" });
      const node = paragraph.lastChild;
      getSelection().setBaseAndExtent(node, 0, node, 12);
    })()`);
    await until("the button", async () => (await text(reader, ".selection-copy")).includes("Copy with source"));
    await click(reader, ".selection-copy button");
    await until("the word", async () => (await text(reader, ".selection-copy .copy-button-said")) === "Copied");
  });

  // Firefox lets no page read the clipboard without a hand on the mouse.
  test.runIf(browser === "Chromium")("what it copied has the words, the paragraph and a link to them", async () => {
    const copied = await reader.evaluate<string>("navigator.clipboard.readText()");
    expect(copied).toMatch(/^“习近平新时代中国特色社会”\n——《.+》 \(.+\), ¶ 5$/);
    const html = await reader.evaluate<string>(
      "navigator.clipboard.read().then(([item]) => item.getType('text/html')).then((blob) => blob.text())",
    );
    expect(html).toMatch(/reader\.html\?speech=004&amp;at=\d+-\d+&amp;in=\d+-\d+"/);
  });

  test("sets two speeches side by side, each shared passage leading to the other", async () => {
    await reader.evaluate("history.pushState(null, '', '?speech=000'), dispatchEvent(new PopStateEvent('popstate'))");
    await until("the choice", () => reader.evaluate<boolean>("document.querySelector('select.beside') !== null"));
    await reader.evaluate(`(() => {
      const select = document.querySelector("select.beside");
      select.value = "001";
      select.dispatchEvent(new Event("change", { bubbles: true }));
    })()`);
    await until("the passages", async () => (await text(reader, "#second-1")) !== "");
    expect(await text(reader, "#second-1")).toBe(await text(reader, "#first-1"));
    expect(await reader.evaluate<string>("location.search")).toMatch(
      /^\?speech=000&at=\d+-\d+&in=\d+-\d+&beside=001&there=\d+-\d+$/,
    );
    expect(await isInView(reader, "#first-1")).toBe(true);
    const [first, second] = [
      await topOf(reader, ".pair-first p[data-number='6']"),
      await topOf(reader, ".pair-second p[data-number='8']"),
    ];
    expect(Math.abs(first - second)).toBeLessThan(2);
    await click(reader, "#first-2");
    await until("the other half", () => reader.evaluate<boolean>("document.activeElement.id === 'second-2'"));
    expect(await isInView(reader, "#second-2")).toBe(true);
    await until("marks in both", async () => (await marksOf(reader)).some(({ name }) => name.startsWith("tifa-")));
  });

  test("follows language and theme at once, and keeps where one reads", async () => {
    const speech = await driver.openOwn("/reader.html?speech=004#p9");
    await until("the margin", async () => (await text(speech, ".term-margin")) !== "");
    const set = (part: string): Promise<void> =>
      speech.evaluate(`(async () => {
        const { storage } = globalThis.browser ?? chrome;
        const { settings } = await storage.local.get("settings");
        await storage.local.set({ settings: { version: 2, ...settings, ...${part} } });
      })()`);
    const top = await topOf(speech, "#p9");
    await set('{ language: "zh-Hant", theme: "dark" }');
    await until("the language", async () => (await text(speech, ".reader-bar-find")) === "尋找");
    expect(await speech.evaluate<string>("document.documentElement.dataset.theme")).toBe("dark");
    const scheme = (): Promise<string> => speech.evaluate("getComputedStyle(document.documentElement).colorScheme");
    expect(await scheme()).toBe("dark");
    // Paper is white; on it the whole speech is marked.
    await speech.onPaper?.(async () => {
      expect(await scheme()).not.toBe("dark");
      const areAllMarked = `(() => {
        const marked = [...CSS.highlights.values()].flatMap((all) => [...all].map(({ startContainer }) => startContainer.parentElement.closest("p")?.id));
        return [...document.querySelectorAll("[data-beside]")].every(({ dataset }) => marked.includes("p" + dataset.beside));
      })()`;
      await until("marks in all paragraphs", () => speech.evaluate<boolean>(areAllMarked));
    });
    // A look between the new styles and the next frame sees the text where nobody does.
    await until("the place", async () => Math.abs((await topOf(speech, "#p9")) - top) < 1);
    await set('{ language: "en", theme: "auto" }');
    await until("the language", async () => (await text(speech, ".reader-bar-find")) === "Find");
    await speech.close();
  });

  test("no page has logged an error", () => {
    expect(driver.errors()).toEqual([]);
  });
});
