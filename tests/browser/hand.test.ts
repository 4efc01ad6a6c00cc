/** The hand and the eye in the page, in both browsers: looks, pointing, the card's place and tools, as the settings say. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import axe from "axe-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { inEach } from "./browsers.ts";
import { cardOf, markOf, marksOf, until, type Card, type Driver, type Mark, type Tab } from "./driver.ts";
import { openWeb, type Web } from "./web.ts";

/** The document as it was before any extension saw it, and as it is. */
const untouched = async (tab: Tab): Promise<void> => {
  expect(await tab.evaluate<string>("document.documentElement.outerHTML")).toBe(
    await tab.evaluate<string>("window.before"),
  );
};

const noCard = (tab: Tab): Promise<boolean> => until("the card to close", async () => (await tab.card()) === undefined);

/** As src/ui/card-sheet.css joins them. */
const CARD_STYLE = ["theme", "base", "entry", "card"]
  .map((name) => readFileSync(join(import.meta.dirname, `../../src/ui/${name}.css`), "utf8").replace(/@import.*/g, ""))
  .join("\n");

/** Longer than a pointer has to rest, and than a card lingers. */
const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 600));

const wordsOf = (marks: readonly Mark[]): string =>
  marks
    .filter(({ name }) => !name.startsWith("tifa-pointed"))
    .map(({ text }) => text)
    .join(" ");

/** Whether a mark is in a text that is no more. */
const GONE = `[...CSS.highlights.values()].some((all) => [...all].some((one) => !one.startContainer.isConnected))`;

inEach((browser, drive) => {
  let web: Web;
  let driver: Driver;
  let page: Tab;
  /** A page of the extension, which may change its settings. */
  let own: Tab;

  const set = async (settings: object): Promise<void> => {
    await own.evaluate(
      `(globalThis.browser ?? chrome).storage.local.set({ settings: { version: 2, ...${JSON.stringify(settings)} } }).then(() => true)`,
    );
    await page.bringToFront();
    // On their way to the page.
    await new Promise((resolve) => setTimeout(resolve, 200));
  };
  const away = (): Promise<void> => page.move(900, 700);
  const pointAt = async (text: string): Promise<Mark> => {
    await away();
    const mark = await markOf(page, text);
    await page.move(mark.x, mark.y);
    return mark;
  };

  beforeAll(async () => {
    web = await openWeb();
    driver = await drive(web.proxy);
    page = await driver.open("hand.html");
    await markOf(page, "四个自信");
    own = await driver.openOwn("/popup.html");
    await page.bringToFront();
  });
  afterAll(async () => {
    await driver?.close();
    await web?.close();
  });

  test("marks are for light where the text stands on light, and for dark where it stands on dark", async () => {
    const nameOf = async (text: string): Promise<string> => (await markOf(page, text)).name;
    expect(await nameOf("四个意识")).toBe("tifa-numeral");
    expect(await nameOf("四个自信")).toBe("tifa-numeral-dark");
    await page.evaluate(`document.body.setAttribute("style", "background: #111; color: #eee")`);
    await until("marks for dark", async () => (await nameOf("四个意识")) === "tifa-numeral-dark");
    await page.evaluate(`document.body.removeAttribute("style")`);
    await until("marks for light", async () => (await nameOf("四个意识")) === "tifa-numeral");
  });

  test.each([
    ["that wraps", "narrow", "中国特色社会主义"],
    ["under ruby", "ruby", "高质量发展"],
    ["in vertical writing", "vertical", "全面从严治党"],
    ["that is zoomed", "zoomed", "政治三力"],
    ["that is turned", "turned", "人民至上"],
  ])("a term %s is hit on its glyphs, and its card covers none of them", async (_, id, text) => {
    await pointAt(text);
    const card = await until("the card", () => page.card());
    await until("the entry", async () => (await page.card())?.text.includes("Glossary:"));
    const rects = await page.evaluate<{ left: number; top: number; right: number; bottom: number }[]>(
      `(() => {
        const pointed = [...CSS.highlights].filter(([name]) => name.startsWith("tifa-pointed")).flatMap(([, ranges]) => [...ranges]);
        return pointed.flatMap(({ startContainer, startOffset, endContainer, endOffset }) => {
          const range = document.createRange();
          range.setStart(startContainer, startOffset);
          range.setEnd(endContainer, endOffset);
          return [...range.getClientRects()].map(({ left, top, right, bottom }) => ({ left, top, right, bottom }));
        });
      })()`,
    );
    expect(rects.length).toBeGreaterThan(0);
    const box = await card.box();
    for (const rect of rects) {
      const covers = box.left < rect.right && box.right > rect.left && box.top < rect.bottom && box.bottom > rect.top;
      expect(covers, `${id}: ${JSON.stringify({ box, rect })}`).toBe(false);
    }
    await page.press("Escape");
    await noCard(page);
  });

  test("beside its glyphs nothing is hit: after the end of a line, on a gloss", async () => {
    const { x, y } = await markOf(page, "人民至上");
    await page.move(x + 500, y);
    await pause();
    expect(await page.card()).toBeUndefined();
    const gloss = await page.evaluate<[number, number]>(
      `(() => { const { x, y, width, height } = document.querySelector("rt").getBoundingClientRect(); return [x + width / 2, y + height / 2 - 2]; })()`,
    );
    await page.move(...gloss);
    await pause();
    expect(await page.card()).toBeUndefined();
  });

  test("the card is there on the way into it, also over other terms, and not on another way", async () => {
    const { x, y } = await pointAt("两个确立");
    const { left, top, right } = await (await cardOf(page, "liǎng gè què lì")).box();
    // Aslant to the far corner, in steps that are longer than a card lingers.
    for (const share of [0.3, 0.6, 0.9, 1.1]) {
      await page.move(x + (right - 20 - x) * share, y + (top - y) * share);
      await new Promise((resolve) => setTimeout(resolve, 120));
    }
    expect((await page.card())?.text).toContain("liǎng gè què lì");
    await page.move(left + 100, top + 60);
    await pause();
    expect((await page.card())?.text).toContain("liǎng gè què lì");
    await away();
    await noCard(page);
  });

  test("selecting opens nothing, and what is selected is left alone", async () => {
    const { x, y } = await markOf(page, "两个维护");
    await page.drag([x - 30, y], [x + 30, y]);
    await page.move(x, y);
    await pause();
    expect(await page.card()).toBeUndefined();
    expect(await page.evaluate<string>("getSelection().toString()")).not.toBe("");
    await page.click(900, 700);
  });

  test("a tap opens the card to stay, beside the glyphs too, as a finger needs it", async () => {
    const { x, y } = await markOf(page, "四个意识");
    await page.tap(x, y + 16);
    await cardOf(page, "sì gè yì shí");
    await pause();
    expect((await page.card())?.text).toContain("sì gè yì shí");
    await page.tap(900, 700);
    await noCard(page);
  });

  test("a term in a link is explained by pointing; a click is the link's", async () => {
    const { x, y } = await pointAt("绿水青山就是金山银山");
    await cardOf(page, "lǜ shuǐ");
    await page.click(x, y);
    await until("the link to be followed", () => page.evaluate<boolean>(`location.hash === "#linked"`));
    await page.press("Escape");
    await away();
    await noCard(page);
    await page.evaluate("scrollTo(0, 0)");
  });

  test("a pinned card stays whatever is clicked and scrolled, and the next opens in its place", async () => {
    const { x, y } = await pointAt("四个意识");
    await page.click(x, y);
    await page.click(...(await (await cardOf(page, "sì gè yì shí")).button("Keep the card open here")));
    const before = await (await cardOf(page, "sì gè yì shí")).box();
    await page.click(900, 700);
    await page.evaluate("scrollBy(0, 40)");
    await pause();
    expect(await (await cardOf(page, "sì gè yì shí")).box()).toMatchObject({ left: before.left, top: before.top });
    await page.evaluate("scrollTo(0, 0)");
    const other = await markOf(page, "两个确立");
    await page.click(other.x, other.y);
    const card = await cardOf(page, "liǎng gè què lì");
    expect(await card.box()).toMatchObject({ left: before.left, top: before.top });
    await page.click(...(await card.button("Close")));
    await noCard(page);
    await away();
    await untouched(page);
  });

  test("pinning leaves a card where it is, beside its term", async () => {
    await page.resize(760, 420);
    const { x, y } = await markOf(page, "四个意识");
    await page.move(x, y);
    await page.click(x, y);
    await cardOf(page, "sì gè yì shí");
    // Until it stands where it has room for its entry.
    await pause();
    const before = await (await cardOf(page, "sì gè yì shí")).box();
    await page.click(...(await (await cardOf(page, "sì gè yì shí")).button("Keep the card open here")));
    await pause();
    const card = await cardOf(page, "sì gè yì shí");
    expect(await card.box()).toEqual(before);
    await page.click(...(await card.button("Close")));
    await noCard(page);
    await page.resize(1280, 800);
    await away();
  });

  test("a card that is dragged by its bar is pinned where it is dropped, inside the window", async () => {
    const { x, y } = await pointAt("四个意识");
    await page.click(x, y);
    const before = await (await cardOf(page, "sì gè yì shí")).box();
    const handle: [number, number] = [before.left + 120, before.top + 18];
    await page.drag(handle, [handle[0] + 90, handle[1] + 60]);
    const dropped = await (await cardOf(page, "sì gè yì shí")).box();
    expect(dropped).toMatchObject({ left: before.left + 90, top: before.top + 60 });
    await page.click(900, 700);
    await pause();
    const card = await cardOf(page, "sì gè yì shí");
    expect(await card.box()).toMatchObject({ left: dropped.left, top: dropped.top });
    await page.drag([dropped.left + 120, dropped.top + 18], [5, 5]);
    expect(await (await cardOf(page, "sì gè yì shí")).box()).toMatchObject({ left: 8, top: 8 });
    await page.click(...(await (await cardOf(page, "sì gè yì shí")).button("Close")));
    await noCard(page);
    await away();
    await untouched(page);
  });

  test("a term that is not to be marked loses its marks at once, and gets them back by Undo", async () => {
    const { x, y } = await pointAt("四个意识");
    await page.click(x, y);
    await page.click(...(await (await cardOf(page, "sì gè yì shí")).button("More")));
    await page.click(...(await (await cardOf(page, "Don’t mark")).button("Don’t mark 四个意识")));
    await until("the marks to go", async () => !wordsOf(await marksOf(page)).includes("四个意识"));
    await page.click(...(await (await cardOf(page, "no longer marked")).button("Undo")));
    await markOf(page, "四个意识");
    await page.press("Escape");
    await noCard(page);
  });

  test("a site that is switched off on a card loses all marks at once, and the card stays to undo it", async () => {
    const switchOff = async (card: Card): Promise<Card> => {
      await page.click(...(await card.button("More")));
      await page.click(...(await (await cardOf(page, "Don’t mark")).button("anything on county.test")));
      await until("the marks to go", async () => (await marksOf(page)).length === 0);
      return cardOf(page, "Tifa is off on county.test.");
    };
    const undone = (): Promise<Card> =>
      until("the line to go", async () => {
        const card = await page.card();
        return card && !card.text.includes("Tifa is off") && card;
      });
    const { x, y } = await pointAt("四个意识");
    await page.click(x, y);
    await page.click(...(await (await cardOf(page, "sì gè yì shí")).button("Keep the card open here")));
    const { left, top } = await (await cardOf(page, "sì gè yì shí")).box();
    await page.click(...(await (await switchOff(await cardOf(page, "sì gè yì shí"))).button("Undo")));
    await markOf(page, "四个意识");
    // It is the card of the page as it is now: pinned, and the next one opens in its place.
    expect(await (await undone()).box()).toMatchObject({ left, top });
    const other = await markOf(page, "两个维护");
    await page.click(other.x, other.y);
    const next = await cardOf(page, "liǎng gè wéi hù");
    expect(await next.box()).toMatchObject({ left, top });
    expect(await page.evaluate<number>(`document.querySelectorAll("[popover]").length`)).toBe(1);
    await page.press("Escape");
    await noCard(page);
    await untouched(page);
    await page.click(x, y);
    await switchOff(await cardOf(page, "sì gè yì shí"));
    await page.press("Escape");
    await noCard(page);
    expect(await marksOf(page)).toEqual([]);
    await untouched(page);
    const options = await driver.openOwn("/options.html#sites");
    await until("the site to be listed", () =>
      options.evaluate<boolean>(
        `(() => { const one = document.querySelector('[aria-label="Switch Tifa on at county.test again"]'); one?.click(); return one !== null; })()`,
      ),
    );
    await page.bringToFront();
    await markOf(page, "四个意识");
    await options.close();
  });

  test("a card goes along with its term where the page moves that", async () => {
    const { x, y } = await pointAt("五个不动摇");
    await page.click(x, y);
    const before = await (await cardOf(page, "not in the glossary")).box();
    await page.evaluate(
      `void document.body.prepend(Object.assign(document.createElement("div"), { id: "above", style: "height: 150px" }))`,
    );
    await until("the card to follow", async () => (await (await page.card())?.box())?.top === before.top + 150);
    await page.evaluate(`document.getElementById("above").remove()`);
    await until("the card to come back", async () => (await (await page.card())?.box())?.top === before.top);
    await page.press("Escape");
    await noCard(page);
    await untouched(page);
  });

  test.each([
    ["takes its place away", `again.style.display = "none"`, `again.removeAttribute("style")`],
    ["makes it invisible", `again.style.visibility = "hidden"`, `again.removeAttribute("style")`],
    [
      "closes what it is in",
      `again.replaceWith(Object.assign(document.createElement("details"), { open: true })); document.querySelector("details").append(again); setTimeout(() => { document.querySelector("details").open = false }, 600)`,
      `document.querySelector("details").replaceWith(again)`,
    ],
    ["takes the card out", `document.querySelector("[popover]").remove()`, `0`],
  ])("a card that is to stay closes where the page %s, and the next one opens", async (_, hide, show) => {
    const paragraph = `const again = window.again ??= document.getElementById("again");`;
    const { x, y } = await pointAt("五个不动摇");
    await page.click(x, y);
    await cardOf(page, "not in the glossary");
    await page.evaluate(`{ ${paragraph} ${hide} }`);
    await noCard(page);
    await page.evaluate(`{ ${paragraph} ${show} }`);
    await pointAt("两个维护");
    await cardOf(page, "liǎng gè wéi hù");
    await page.press("Escape");
    await noCard(page);
    await untouched(page);
  });

  test("a click in the card of a term in a popover leaves that open", async () => {
    await page.evaluate(`(() => {
      const one = Object.assign(document.createElement("div"), { id: "popped", popover: "auto", textContent: "弹出来的第一议题。" });
      document.body.append(one);
      one.showPopover();
    })()`);
    const { x, y } = await pointAt("第一议题");
    await page.click(x, y);
    const { left, top, right, bottom } = await (await cardOf(page, "Glossary:")).box();
    await page.click((left + right) / 2, (top + bottom) / 2);
    await pause();
    expect(await page.evaluate<boolean>(`document.getElementById("popped").matches(":popover-open")`)).toBe(true);
    await cardOf(page, "Glossary:");
    await page.press("Escape");
    await noCard(page);
    await page.evaluate(`document.getElementById("popped").remove()`);
    await untouched(page);
  });

  test.skipIf(browser === "Firefox")(
    "in a frame from elsewhere the site is the page's, which is switched off",
    async () => {
      const alone = await driver.open("http://www.county.test/sample.html");
      const { x, y } = await markOf(alone, "四个意识");
      await alone.close();
      const outer = await driver.open("english.html");
      await outer.evaluate(
        `document.body.append(Object.assign(document.createElement("iframe"), { src: "http://www.county.test/sample.html", style: "position: fixed; inset: 0; width: 100%; height: 100%; border: 0" }))`,
      );
      const listed = async (): Promise<boolean> =>
        (await driver.summaries(outer)).some((summary) =>
          summary?.groups.some(({ surface }) => surface === "四个意识"),
        );
      await until("the frame to be read", listed);
      await outer.click(x, y);
      await outer.click(...(await (await cardOf(outer, "sì gè yì shí")).button("More")));
      await outer.click(...(await (await cardOf(outer, "Don’t mark")).button("anything on county.test")));
      const card = await cardOf(outer, "Tifa is off on county.test.");
      expect(await listed()).toBe(false);
      await outer.click(...(await card.button("Undo")));
      await until("the frame to be marked again", listed);
      await outer.close();
      await page.bringToFront();
    },
  );

  test("Escape closes what is behind More, and only then the card", async () => {
    const { x, y } = await pointAt("四个意识");
    await page.click(x, y);
    await page.click(...(await (await cardOf(page, "sì gè yì shí")).button("More")));
    await page.press("Escape");
    await pause();
    expect((await page.card())?.text).toContain("sì gè yì shí");
    await page.press("Escape");
    await noCard(page);
  });

  test("Back leads to where the entry was left", async () => {
    await page.resize(1280, 420);
    const { x, y } = await markOf(page, "四个意识");
    await page.click(x, y);
    await until("the entry", async () => (await page.card())?.text.includes("Glossary:"));
    await pause();
    // To ask for its middle brings it into view.
    const [left, top] = await (await page.card())!.button("四个自信");
    await page.click(left, top);
    await page.click(...(await (await cardOf(page, "sì gè zì xìn")).button("Back")));
    await cardOf(page, "sì gè yì shí");
    await pause();
    // So it does here, but there is nothing to bring.
    expect(await (await page.card())!.button("四个自信")).toEqual([left, top]);
    expect((await (await page.card())!.box()).bottom).toBeGreaterThan(top);
    await page.press("Enter");
    // The focus is on the link.
    await cardOf(page, "sì gè zì xìn");
    await page.press("Escape");
    await noCard(page);
    await page.resize(1280, 800);
  });

  test.each([
    ["where it breaks off", 0],
    ["where it goes on", 1],
  ])("a term over two lines has its card where it is pointed at: %s", async (_, line) => {
    await away();
    await page.evaluate(`document.getElementById("wrapped").scrollIntoView()`);
    await markOf(page, "中国特色社会主义制度");
    const [left, right, bottom] = await page.evaluate<[number, number, number]>(`(() => {
      const text = document.getElementById("wrapped").firstChild;
      const range = document.createRange();
      range.setStart(text, text.data.indexOf("中国"));
      range.setEnd(text, text.data.indexOf("制度") + 2);
      const { left, right, bottom } = range.getClientRects()[${line}];
      return [left, right, bottom];
    })()`);
    await page.move((left + right) / 2, bottom - 8);
    await until("the entry", async () => (await page.card())?.text.includes("Glossary:"));
    const box = await (await page.card())!.box();
    expect(box.left).toBeLessThan(right);
    expect(box.right).toBeGreaterThan(left);
    await page.press("Escape");
    await noCard(page);
    await page.evaluate("scrollTo(0, 0)");
  });

  test("in a low window a card grows without moving its upper edge", async () => {
    await away();
    await page.resize(1280, 420);
    const { x, y } = await markOf(page, "四个意识");
    await page.move(x, y);
    await until("the entry", async () => (await page.card())?.text.includes("Glossary:"));
    const { top } = await (await page.card())!.box();
    await page.click(x, y);
    await pause();
    expect((await (await page.card())!.box()).top).toBe(top);
    await page.press("Escape");
    await noCard(page);
    await page.resize(1280, 800);
  });

  test.skipIf(browser === "Firefox")("a card is light or dark as the page is behind its term", async () => {
    const themeOf = async (text: string): Promise<string | undefined> => {
      await pointAt(text);
      await until("the entry", async () => (await page.card())?.text.includes("Glossary:"));
      const markup = await (await page.card())!.html!();
      await page.press("Escape");
      await noCard(page);
      return /data-theme="(\w+)"/.exec(markup)?.[1];
    };
    expect(await themeOf("四个意识")).toBe("light");
    expect(await themeOf("四个自信")).toBe("dark");
  });

  test.skipIf(browser === "Firefox")(
    "the English of a whole sentence is among the first 180 pixels of a card that is pointed at",
    async () => {
      await page.evaluate(`document.getElementById("long").scrollIntoView()`);
      await pointAt("以科学的理论武装人、以正确的舆论引导人、以高尚的精神塑造人、以优秀的作品鼓舞人");
      await until("the entry", async () => (await page.card())?.text.includes("Glossary:"));
      const markup = await (await page.card())!.html!();
      const bench = await driver.open("english.html");
      const topIn = (attribute: string): Promise<number> =>
        bench.evaluate<number>(`(() => {
        document.body.innerHTML = ${JSON.stringify(`<div ${attribute}>${markup}</div>`)};
        document.head.append(Object.assign(document.createElement("style"), { textContent: ${JSON.stringify(CARD_STYLE)} }));
        const [card, rendering] = [".tifa-card", ".rendering"].map((one) => document.querySelector(one).getBoundingClientRect());
        return rendering.top - card.top;
      })()`);
      expect(await topIn("data-glance")).toBeLessThan(180);
      expect(await topIn("")).toBeGreaterThan(220);
      await bench.close();
      await page.press("Escape");
      await noCard(page);
      await page.evaluate("scrollTo(0, 0)");
    },
  );

  test("in a window of 320 pixels the card is in it, and its tools with it", async () => {
    await page.resize(320, 480);
    const { x, y } = await markOf(page, "四个意识");
    await page.move(x, y);
    await page.click(x, y);
    const card = await cardOf(page, "Glossary:");
    const box = await card.box();
    expect(box.left).toBeGreaterThanOrEqual(8);
    expect(box.right).toBeLessThanOrEqual(312);
    expect(box.bottom).toBeLessThanOrEqual(472);
    const [close] = await card.button("Close");
    expect(close).toBeLessThan(box.right);
    await page.press("Escape");
    await noCard(page);
    await page.resize(1280, 800);
  });

  describe("as the reader has set it", () => {
    afterAll(() => set({}));

    test("by click alone: resting opens nothing, a click does", async () => {
      await set({ pointing: "click" });
      const { x, y } = await pointAt("两个确立");
      await pause();
      expect(await page.card()).toBeUndefined();
      await page.click(x, y);
      await cardOf(page, "liǎng gè què lì");
      await page.press("Escape");
      await noCard(page);
    });

    test("by a held key: neither resting nor clicking opens anything without it", async () => {
      await set({ pointing: "key", pointingKey: "Shift" });
      const { x, y } = await pointAt("两个确立");
      await page.click(x, y);
      await pause();
      expect(await page.card()).toBeUndefined();
      await page.holding("Shift", async () => void (await cardOf(page, "liǎng gè què lì")));
      await page.press("Escape");
      await noCard(page);
    });

    test("first occurrences only; those of the term that is asked for all", async () => {
      await set({ occurrences: "first" });
      const marks = async (text: string): Promise<number> =>
        (await marksOf(page)).filter((mark) => mark.text === text && !mark.name.startsWith("tifa-pointed")).length;
      await until("one mark", async () => (await marks("两个确立")) === 1);
      expect(await marks("四个意识")).toBe(1);
      await pointAt("两个确立");
      await cardOf(page, "liǎng gè què lì");
      await until("all marks", async () => (await marks("两个确立")) === 2);
      expect(await marks("四个意识")).toBe(1);
      await page.press("Escape");
      await away();
      await set({ occurrences: "none" });
      await until("no marks", async () => (await marksOf(page)).length === 0);
      await untouched(page);
    });

    test("tinted: the style sheet is another at once", async () => {
      await set({ markStyle: "tint" });
      await markOf(page, "四个意识");
      await until("a tint", () =>
        page.evaluate<boolean>(
          `getComputedStyle(document.getElementById("again"), "::highlight(tifa-numeral)").backgroundColor !== "rgba(0, 0, 0, 0)"`,
        ),
      );
    });

    test("a page that the browser kept for the way back has the settings as they are now", async () => {
      await set({ enabled: false });
      const kept = await driver.open("sample.html?kept");
      await kept.evaluate(`void addEventListener("pageshow", ({ persisted }) => { window.isKept = persisted })`);
      // A page that is about to go answers nothing.
      const isSo = (expression: string) => (): Promise<boolean> =>
        kept.evaluate<boolean>(expression).catch(() => false);
      /** Changes the settings while another page stands in the tab. */
      const setBehind = async (settings: object): Promise<void> => {
        await kept.evaluate(`window.isKept = false; void setTimeout(() => location.assign("english.html"))`);
        await until("the other page", isSo(`document.title === "Nothing Chinese here"`));
        await set(settings);
        await kept.bringToFront();
        await kept.evaluate(`void setTimeout(() => history.back())`);
        await until("the page again", isSo("window.isKept"));
      };
      const lookOf = (): Promise<string> =>
        kept.evaluate(`(() => {
          const { textDecorationLine, backgroundColor } = getComputedStyle(document.querySelector("p"), "::highlight(tifa-numeral)");
          return (backgroundColor === "rgba(0, 0, 0, 0)" ? "" : "tint ") + textDecorationLine;
        })()`);
      await pause();
      expect(await marksOf(kept)).toEqual([]);
      await setBehind({});
      await markOf(kept, "四个意识");
      await until("a line", async () => (await lookOf()) === "underline");
      await setBehind({ markStyle: "tint" });
      await until("a tint and no line", async () => (await lookOf()) === "tint none");
      await setBehind({ offSites: ["county.test"] });
      await until("no marks", async () => (await marksOf(kept)).length === 0);
      await kept.close();
      await set({});
    });

    test("with the minimap one host stands in the page, a click goes to the place, and without it none", async () => {
      await set({ minimap: true });
      await until("the host", () => page.evaluate<boolean>(`document.querySelectorAll("[popover]").length === 1`));
      const [width, height, full] = await page.evaluate<[number, number, number]>(
        "[document.documentElement.clientWidth, innerHeight, document.documentElement.scrollHeight]",
      );
      const far = await page.evaluate<number>(`document.getElementById("far").getBoundingClientRect().top + 20`);
      await page.click(width - 5, (far / full) * height);
      await until("the way down", () => page.evaluate<boolean>("scrollY > 200"));
      await page.press("Escape");
      await noCard(page);
      await set({ minimap: false });
      await until("no host", () => page.evaluate<boolean>(`document.querySelectorAll("[popover]").length === 0`));
      await page.evaluate("scrollTo(0, 0)");
      await untouched(page);
    });
  });

  test.skipIf(browser === "Firefox")(
    "a key explains what is selected, on the page and in a text field, and the focus comes back",
    async () => {
      const command = driver.command!;
      await page.evaluate(
        `(() => { const field = document.getElementById("field"); field.focus(); field.setSelectionRange(2, 8); })()`,
      );
      await page.bringToFront();
      await command("open");
      await cardOf(page, "zhōng guó shì");
      expect(await page.evaluate<boolean>("document.activeElement.matches('[popover]')")).toBe(true);
      await command("close");
      await noCard(page);
      expect(await page.evaluate<string>("document.activeElement.id")).toBe("field");
      await page.evaluate(
        `document.activeElement.blur(); getSelection().setBaseAndExtent(document.getElementById("again").firstChild, 1, document.getElementById("again").firstChild, 3)`,
      );
      await command("open");
      const missing = await cardOf(page, "not in the glossary");
      const glossary = await driver.opening(async () =>
        page.click(...(await missing.button("Search for similar entries"))),
      );
      expect(decodeURI(glossary.url())).toContain("/glossary.html?q=一次");
      await glossary.close();
      await page.bringToFront();
      // Shortened by the page, the text no longer has the places where the selection was.
      await page.evaluate(
        `window.whole = document.getElementById("again").firstChild.data; void (document.getElementById("again").firstChild.data = "短")`,
      );
      await noCard(page);
      await page.evaluate(`void (document.getElementById("again").firstChild.data = window.whole)`);
    },
  );

  test.skipIf(browser === "Firefox")(
    "a key explains what was gone to last, unless the caret has been put elsewhere since and can be seen",
    async () => {
      const command = driver.command!;
      const isFocused = `document.activeElement.matches("[popover]")`;
      const explained = async (pinyin: string): Promise<void> => {
        await page.bringToFront();
        await command("open");
        await cardOf(page, pinyin);
        await until("the focus in the card", () => page.evaluate<boolean>(isFocused));
        await page.press("Escape");
        await noCard(page);
      };
      await page.evaluate("scrollTo(0, 0)");
      const { x, y } = await markOf(page, "两个维护");
      await page.click(x, y);
      await cardOf(page, "liǎng gè wéi hù");
      await page.press("Escape");
      await noCard(page);
      await away();
      await page.evaluate(`scrollTo({ top: document.documentElement.scrollHeight, behavior: "instant" })`);
      await markOf(page, "久久为功");
      const scrolled = await page.evaluate<number>("scrollY");
      await command("next");
      await cardOf(page, "jiǔ jiǔ wéi gōng");
      await explained("jiǔ jiǔ wéi gōng");
      expect(await page.evaluate<number>("scrollY")).toBe(scrolled);
      // A caret that was put there after that.
      await page.evaluate(
        `(() => { const text = document.getElementById("far").firstChild; getSelection().collapse(text, text.data.indexOf("抓铁") + 1); })()`,
      );
      await explained("zhuā tiě yǒu hén");
      // And what is selected, wherever.
      await page.evaluate(
        `(() => { const text = document.getElementById("again").firstChild; getSelection().setBaseAndExtent(text, 4, text, 8); })()`,
      );
      await explained("liǎng gè què lì");
      await page.evaluate("getSelection().removeAllRanges(); scrollTo(0, 0)");
    },
  );

  test.skipIf(browser === "Firefox").each(["light", "dark"])("axe finds nothing in a %s card", async (theme) => {
    await set({ theme });
    await page.evaluate("scrollTo(0, 0)");
    const { x, y } = await pointAt("四个意识");
    await page.click(x, y);
    const card = await cardOf(page, "Glossary:");
    await page.click(...(await card.button("More")));
    const markup = await (await cardOf(page, "Don’t mark")).html!();
    // Axe does not look into closed shadow roots: the same markup and the same style sheets, on a page by themselves.
    const bench = await driver.open("english.html");
    await bench.evaluate(`document.body.innerHTML = ${JSON.stringify(`<main><h1>Card</h1>${markup}</main>`)}`);
    await bench.evaluate(
      `document.head.append(Object.assign(document.createElement("style"), { textContent: ${JSON.stringify(CARD_STYLE)} }))`,
    );
    await bench.evaluate(axe.source);
    const violations = await bench.evaluate<string[]>(
      `axe.run(".tifa-card").then(({ violations }) => violations.map(({ id, nodes }) => id + ": " + nodes.map(({ html }) => html).join(" ")))`,
    );
    expect(violations).toEqual([]);
    await bench.close();
    await set({});
    await page.press("Escape");
    await noCard(page);
  });

  test("text that is put anew, word for word, is marked where it stands now", async () => {
    const before = await markOf(page, "四个意识");
    await page.evaluate(`(() => {
      const [range] = [...CSS.highlights.values()].flatMap((all) => [...all]).filter((one) =>
        one.startContainer.data?.slice(one.startOffset, one.endOffset) === "四个意识");
      range.startContainer.replaceWith(range.startContainer.cloneNode());
    })()`);
    // A range in a text that is gone has no box.
    const isThere = async (): Promise<boolean> =>
      (await marksOf(page)).some(({ text, x, y }) => text === "四个意识" && x === before.x && y === before.y);
    await until("the old mark to go", async () => !(await page.evaluate<boolean>(GONE)));
    await until("the mark", isThere);
  });

  describe("in text that is being written", () => {
    const answer = "先说四个意识";
    const begin = (write: string): Promise<void> =>
      page.evaluate(`(() => {
        document.getElementById("again").before(document.createElement("p"));
        const answer = document.getElementById("again").previousElementSibling;
        answer.id = "answer";
        answer.append("${answer}");
        let said = "${answer}";
        window.writing = setInterval(() => { const more = "，再说"; said += more; ${write} }, 150);
      })()`);
    const isMarked = (): Promise<boolean> =>
      until("its mark", () =>
        page.evaluate<boolean>(
          `[...CSS.highlights].some(([name, all]) => name === "tifa-numeral" && [...all].some(({ startContainer }) => startContainer.parentNode?.id === "answer"))`,
        ),
      );
    const at = (): Promise<[number, number]> =>
      page.evaluate<[number, number]>(
        `(() => { const { x, y, height } = document.getElementById("answer").getBoundingClientRect(); return [x + 18 * 4, y + Math.min(height, 34) / 2]; })()`,
      );
    afterEach(async () => {
      await page.evaluate(`clearInterval(window.writing); document.getElementById("answer")?.remove()`);
      await noCard(page);
      await away();
    });

    test.each([
      ["added to", "answer.firstChild.appendData(more)"],
      ["put anew", "answer.textContent = said"],
      [
        "counted before",
        `(answer.firstElementChild ?? answer.insertAdjacentElement("afterbegin", document.createElement("b"))).textContent = 10 + (said.length % 80)`,
      ],
    ])(
      "that is %s, a card opens and stays while its own characters are there, and goes with them",
      async (_, write) => {
        await away();
        await begin(write);
        await isMarked();
        // A text that is put anew is known only once it is read: the hand may come in between.
        const opens = (act: (x: number, y: number) => Promise<void>): Promise<boolean | undefined> =>
          until("the card", async () => {
            await away();
            await act(...(await at()));
            await pause();
            return (await page.card())?.text.includes("sì gè yì shí");
          });
        await opens(page.move);
        await pause();
        expect((await page.card())?.text).toContain("sì gè yì shí");
        await page.press("Escape");
        await noCard(page);
        await opens(page.click);
        await pause();
        await pause();
        expect((await page.card())?.text).toContain("sì gè yì shí");
        await page.evaluate(
          `clearInterval(window.writing); document.getElementById("answer").lastChild.data = "先说意识，再说"`,
        );
        await noCard(page);
      },
    );
  });

  test("rows that are sorted are marked where they stand now", async () => {
    const rows = await driver.open("rows.html");
    await markOf(rows, "四个意识");
    const unmarked = `(() => {
      const marked = new Set([...CSS.highlights.values()].flatMap((highlight) => [...highlight].map(({ startContainer }) => startContainer)));
      const isSeen = (row) => { const { top, bottom } = row.getBoundingClientRect(); return bottom > 0 && top < innerHeight; };
      return [...document.querySelectorAll("li")].filter(isSeen).filter((row) => !marked.has(row.firstChild)).length;
    })()`;
    await until("marks on all rows in view", async () => (await rows.evaluate<number>(unmarked)) === 0);
    for (const step of [7, 11]) {
      await rows.evaluate(`sortBy(${step})`);
      await until(
        `marks on all rows in view, sorted by ${step}`,
        async () => (await rows.evaluate<number>(unmarked)) === 0,
      );
    }
    await rows.close();
  });

  test.skipIf(browser === "Firefox")(
    "on paper everything is marked, however far down, but no text that the browser prints darker than it is",
    async () => {
      const rows = await driver.open("rows.html");
      await markOf(rows, "四个意识");
      const marked = async (): Promise<number> =>
        (await marksOf(rows)).filter(({ text }) => text === "四个意识").length;
      await rows.onPaper!(async () => void (await until("marks on all rows", async () => (await marked()) === 397)));
      await until("marks on what is near", async () => (await marked()) < 300);
      await rows.close();

      await page.bringToFront();
      await page.evaluate("scrollTo(0, 0)");
      await markOf(page, "四个自信");
      await pointAt("四个意识");
      await cardOf(page, "sì gè yì shí");
      await page.onPaper!(async () => {
        await markOf(page, "久久为功");
        const marks = await marksOf(page);
        expect(wordsOf(marks)).toContain("两个确立");
        // White in the dark, and darkened on paper: the highlight would leave it as it is.
        expect(wordsOf(marks)).not.toContain("四个自信");
        expect(marks.filter(({ name }) => name.startsWith("tifa-pointed"))).toEqual([]);
      });
      await markOf(page, "四个自信");
      await page.press("Escape");
      await noCard(page);
    },
  );

  test("nothing was logged as an error", () => {
    expect(driver.errors()).toEqual([]);
  });

  test("an extension that is gone while a page is open leaves no marks and no errors when the reader is back", async () => {
    await page.evaluate("scrollTo(0, 0)");
    const { x, y } = await markOf(page, "四个意识");
    await driver.remove();
    await page.bringToFront();
    await page.move(x, y + 30);
    await page.move(x, y);
    // Firefox ends a script with its extension, so that nothing clears the registry; but it takes the style sheet away.
    await until("the marks to go", async () => {
      const lines = await page.evaluate<string>(`JSON.stringify([...CSS.highlights].filter(([, { size }]) => size > 0)
        .map(([name]) => getComputedStyle(document.body, "::highlight(" + name + ")").textDecorationLine))`);
      return (JSON.parse(lines) as string[]).every((line) => line === "none");
    });
    await page.click(x, y);
    await pause();
    expect(await page.card()).toBeUndefined();
    await untouched(page);
    expect(driver.errors()).toEqual([]);
  });
});
