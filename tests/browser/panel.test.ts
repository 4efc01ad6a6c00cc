/** The popup, the side panel and look-up from anywhere, in the built extension: on a page of the web, in both browsers. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { inEach } from "./browsers.ts";
import { markOf, marksOf, until, type Driver, type Tab } from "./driver.ts";
import { openWeb, type Web } from "./web.ts";

const text = (tab: Tab, selector = "body"): Promise<string> =>
  tab.evaluate<string>(`document.querySelector(${JSON.stringify(selector)})?.textContent ?? ""`);

const says = (tab: Tab, words: string, selector?: string): Promise<boolean> =>
  until(`${words} in ${selector ?? "the page"}`, async () => (await text(tab, selector)).includes(words));

/** Clicks on the button, the link or the label that says `name`. */
const choose = (tab: Tab, name: string): Promise<boolean> =>
  until(`something to click on called ${name}`, () =>
    tab.evaluate<boolean>(`(() => {
      const one = [...document.querySelectorAll("button, a, label")].find((candidate) =>
        candidate.checkVisibility() && (candidate.getAttribute("aria-label") ?? candidate.textContent).replace(/\\s+/g, " ").trim() === ${JSON.stringify(name)});
      one?.click();
      return one !== undefined;
    })()`),
  );

const write = async (tab: Tab, selector: string, words: string): Promise<void> => {
  await tab.bringToFront();
  await tab.evaluate(`document.querySelector(${JSON.stringify(selector)}).focus()`);
  await tab.type(words);
};

inEach((browser, drive) => {
  let web: Web;
  let driver: Driver;
  let page: Tab;
  let panel: Tab;

  beforeAll(async () => {
    web = await openWeb();
    driver = await drive(web.proxy);
    page = await driver.open("sample.html");
    await markOf(page, "四个意识");
    panel = await driver.openOwn(`/sidepanel.html?tab=${await driver.numberOf(page)}`);
    await says(panel, "Four Consciousnesses");
  });
  afterAll(async () => {
    await driver?.close();
    await web?.close();
  });

  test("follows the page while it changes", async () => {
    expect(await text(panel, ".page-list")).not.toContain("人类命运共同体");
    await page.evaluate(
      `document.body.append(Object.assign(document.createElement("p"), { id: "late", textContent: "推动构建人类命运共同体，全面推进乡村振兴，推动高质量发展。" }))`,
    );
    await says(panel, "人类命运共同体", ".page-list");
    await page.evaluate(`document.getElementById("late").remove()`);
    await until("the row to go", async () => !(await text(panel, ".page-list")).includes("人类命运共同体"));
  });

  test("filters by category", async () => {
    const numerals = await panel.evaluate<string>(
      `document.querySelector('.categories-names [data-category="numeral"]').getAttribute("aria-label")`,
    );
    await choose(panel, numerals);
    await until("the other rows to go", async () => !(await text(panel, ".rows")).includes("作风"));
    expect(await text(panel, ".rows")).toContain("四个意识");
    await choose(panel, numerals);
    await says(panel, "作风", ".rows");
  });

  test("a search finds on the page and in the glossary, and takes apart what neither has", async () => {
    await write(panel, "[role=search] input", "增强四个意识坚定四个自信");
    await says(panel, "The glossary has no entry");
    expect(
      await panel.evaluate<string[]>(`[...document.querySelectorAll(".part")].map((part) => part.textContent.trim())`),
    ).toEqual(["增强", "四个意识", "坚定", "四个自信"]);
    await choose(panel, "Clear the search");
  });

  test("an entry is saved, with a note that outlives the panel", async () => {
    await choose(panel, "Explain 四个意识");
    await says(panel, "sì gè yì shí");
    await choose(panel, "Save");
    await choose(panel, "Back");
    await choose(panel, "Saved");
    await says(panel, "1 saved term");
    await write(panel, ".note", "用于第三段");
    const address = new URL(panel.url());
    await panel.close();
    panel = await driver.openOwn(address.pathname + address.search);
    await says(panel, "Four Consciousnesses");
    await choose(panel, "Saved");
    await until("the note", () => panel.evaluate<boolean>(`document.querySelector(".note")?.value === "用于第三段"`));
    await choose(panel, "Remove 四个意识 from the saved terms");
    await says(panel, "Nothing is saved yet.");
    await choose(panel, "Undo");
    await until("the note again", () =>
      panel.evaluate<boolean>(`document.querySelector(".note")?.value === "用于第三段"`),
    );
    await choose(panel, "This page");
  });

  test("what is kept is explained, its pack off or not", async () => {
    const packsOff = (ids: string[]): Promise<unknown> =>
      panel.evaluate(`(async () => {
        const { local } = (globalThis.browser ?? globalThis.chrome).storage;
        const { settings = { version: 2 } } = await local.get("settings");
        await local.set({ settings: { ...settings, packsOff: ${JSON.stringify(ids)} } });
      })()`);
    await packsOff(["common-formulations", "county-speeches"]);
    await until(
      "the page to have no entry",
      async () => !(await text(panel, ".rows")).includes("Four Consciousnesses"),
    );
    await choose(panel, "Saved");
    await panel.evaluate(`document.querySelector(".saved-row [data-row]").click()`);
    await says(panel, "sì gè yì shí", ".popup-entry");
    // What it leads to is of a pack that is off.
    expect(await text(panel, ".popup-entry")).not.toContain("See also");
    await choose(panel, "Back");
    await packsOff([]);
    await choose(panel, "This page");
    await says(panel, "Four Consciousnesses", ".rows");
  });

  test("nonsense in the address names no tab", async () => {
    for (const named of ["abc", "-1", "1.5", "99999999999999"]) {
      const popup = await driver.openOwn(`/popup.html?tab=${named}`);
      await until(
        "the tab in front",
        async () => (await text(popup)) !== "" && !(await text(popup)).includes("Reading the page"),
      );
      await popup.close();
    }
  });

  test("takes the place of the card where the reader likes, and keeps what was looked up", async () => {
    const place = (where: string): Promise<unknown> =>
      panel.evaluate(`(async () => {
        const { local } = (globalThis.browser ?? globalThis.chrome).storage;
        const { settings = { version: 2 } } = await local.get("settings");
        await local.set({ settings: { ...settings, cardPlace: ${JSON.stringify(where)} } });
      })()`);
    await place("panel");
    await page.bringToFront();
    const { x, y } = await markOf(page, "两个确立");
    await page.move(x + 40, y + 60);
    await page.click(x, y);
    await says(panel, "liǎng gè què lì");
    expect(await page.card()).toBeUndefined();
    await choose(panel, "Back");
    await choose(panel, "History");
    await says(panel, "1 look-up");
    const row = await text(panel, ".history-row");
    const title = await page.evaluate<string>("document.title");
    for (const part of ["两个确立", "Two Establishments", title]) expect(row).toContain(part);
    await place("card");
  });

  test("the history leads back to the sentence", async () => {
    const back = await driver.opening(async () => void (await choose(panel, await page.evaluate("document.title"))));
    expect(back.url()).toMatch(/^http:\/\/county\.test\/sample\.html/);
    await back.close();
    await choose(panel, "Clear all");
    await says(panel, "Nothing has been looked up yet.");
    await choose(panel, "Undo");
    await says(panel, "1 look-up");
    await choose(panel, "This page");
  });

  test("goes to a place on the page, which pulses", async () => {
    await panel.evaluate(
      `[...document.querySelectorAll(".rows [data-row]")].find((row) => row.textContent.includes("四个自信")).click()`,
    );
    await page.bringToFront();
    await until("the term set off", async () =>
      (await marksOf(page)).some(({ name, text: surface }) => name === "tifa-pointed" && surface === "四个自信"),
    );
    await page.press("Escape");
  });

  test.skipIf(browser === "Firefox")("the key looks the selection up in the glossary", async () => {
    await page.bringToFront();
    await page.evaluate(`(() => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      while (!walker.nextNode().data.includes("四个意识"));
      const at = walker.currentNode.data.indexOf("四个意识");
      getSelection().setBaseAndExtent(walker.currentNode, at, walker.currentNode, at + 4);
    })()`);
    const glossary = await driver.opening(() => driver.command!("look-up"));
    expect(new URL(glossary.url()).searchParams.get("q")).toBe("四个意识");
    await says(glossary, "Four Consciousnesses");
    await glossary.close();
  });

  test("a page that extensions can't read says so, with what to do", async () => {
    const popup = await driver.openOwn("/popup.html?tab=99999999");
    await says(popup, "Extensions can’t read this page.");
    await popup.close();
  });

  test("at 320 pixels nothing is cut off", async () => {
    const widest = await panel.evaluate<number>(`(() => {
      document.documentElement.style.width = "320px";
      const rights = [...document.querySelectorAll("body *")].filter((one) => one.checkVisibility() && !one.closest(".unseen"))
        .map((one) => one.getBoundingClientRect().right);
      document.documentElement.style.width = "";
      return Math.max(...rights);
    })()`);
    expect(widest).toBeLessThanOrEqual(320);
  });

  test("nothing was logged as an error", () => {
    expect(driver.errors().filter((error) => !/Content.Security.Policy/.test(error))).toEqual([]);
  });
});
