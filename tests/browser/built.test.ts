/** The built extension in both browsers: what a reader does, with a real pointer and real keys, on pages of the web. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { inEach } from "./browsers.ts";
import { cardOf, markOf, marksOf, until, type Driver, type Tab } from "./driver.ts";
import { openWeb, type Web } from "./web.ts";

/** The document as it was before any extension saw it, and as it is. */
const isUntouched = (tab: Tab): Promise<boolean> =>
  tab.evaluate<boolean>("window.before === document.documentElement.outerHTML");

const text = (tab: Tab, selector: string): Promise<string> =>
  tab.evaluate<string>(`document.querySelector(${JSON.stringify(selector)})?.textContent ?? ""`);

const press = async (tab: Tab, ...keys: string[]): Promise<void> => {
  for (const key of keys) await tab.press(key);
};

const noCard = (tab: Tab): Promise<boolean> => until("the card to close", async () => (await tab.card()) === undefined);

inEach((browser, drive) => {
  let web: Web;
  let driver: Driver;
  let page: Tab;

  beforeAll(async () => {
    web = await openWeb();
    driver = await drive(web.proxy);
    page = await driver.open("sample.html");
  });
  afterAll(async () => {
    await driver?.close();
    await web?.close();
  });

  test("a page's formulations are marked, each over its own words", async () => {
    for (const surface of ["两个确立", "两个维护", "四个意识", "四个自信", "第一议题"]) await markOf(page, surface);
    const marks = await marksOf(page);
    expect(marks.every(({ name }) => name.startsWith("tifa-"))).toBe(true);
    expect(marks.find(({ text: surface }) => surface === "两个确立")!.name).toBe("tifa-numeral");
    expect(marks.map(({ text: surface }) => surface)).not.toContain("稻茬");
  });

  test("pointing at a mark opens its card; Escape closes it, and the page is as it was", async () => {
    const { x, y } = await markOf(page, "四个意识");
    await page.move(x - 60, y + 60);
    await page.move(x, y);
    const card = await cardOf(page, "sì gè yì shí");
    for (const part of ["四个意识", "四個意識", "看齐意识", "Open in the speech"]) expect(card.text).toContain(part);
    expect((await marksOf(page)).filter(({ name }) => name === "tifa-pointed").map((mark) => mark.text)).toEqual([
      "四个意识",
    ]);
    await page.press("Escape");
    await noCard(page);
    expect(await isUntouched(page)).toBe(true);
  });

  test("a click beside it closes the card, and so does leaving it", async () => {
    const { x, y } = await markOf(page, "四个自信");
    await page.move(x - 40, y + 30);
    await page.move(x, y);
    await cardOf(page, "sì gè zì xìn");
    await page.click(1200, 400);
    await noCard(page);
    await page.move(x, y);
    await cardOf(page, "sì gè zì xìn");
    await page.move(1200, 700);
    await noCard(page);
    expect(await isUntouched(page)).toBe(true);
  });

  test("a pointer that only passes opens nothing", async () => {
    const { x, y } = await markOf(page, "四个意识");
    await page.move(x, y);
    await page.move(x, y + 300);
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(await page.card()).toBeUndefined();
  });

  test("events that the page itself makes open nothing", async () => {
    const { x, y } = await markOf(page, "四个意识");
    await page.evaluate(
      `["pointermove", "pointerdown"].forEach((name) => document.body.dispatchEvent(new PointerEvent(name, { bubbles: true, clientX: ${x}, clientY: ${y}, pointerType: "mouse" })))`,
    );
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(await page.card()).toBeUndefined();
  });

  test.skipIf(browser === "Firefox")(
    "the commands go to the next term and the one before, open its card, and close it",
    async () => {
      const command = driver.command!;
      const pointed = async (): Promise<string> =>
        (await marksOf(page))
          .filter(({ name }) => name === "tifa-pointed")
          .map((mark) => mark.text)
          .join("");
      const goes = async (name: string): Promise<string> => {
        const before = await pointed();
        await page.bringToFront();
        await command(name);
        return until(`${name} to move on`, async () => {
          const now = await pointed();
          return now !== "" && now !== before && (await page.card()) ? now : undefined;
        });
      };
      const first = await goes("next");
      const second = await goes("next");
      expect(second).not.toBe(first);
      expect(await goes("previous")).toBe(first);
      await command("close");
      await noCard(page);
      expect(await isUntouched(page)).toBe(true);
    },
  );

  test("from the card into the speech, at the quoted sentence", async () => {
    const { x, y } = await markOf(page, "两个确立");
    await page.move(x + 50, y + 40);
    await page.move(x, y);
    const card = await cardOf(page, "liǎng gè què lì");
    const reader = await driver.opening(async () => {
      const [left, top] = await card.button("Open in the speech");
      await page.move(left, top);
      await page.click(left, top);
    });
    expect(reader.url()).toMatch(/\/reader\.html\?speech=00\d&at=\d+-\d+&in=\d+-\d+$/);
    const target = await until("the term set off", async () =>
      (await marksOf(reader)).find(({ name }) => name === "tifa-target"),
    );
    expect(target.text).toBe("两个确立");
    const sentence = (await marksOf(reader)).find(({ name }) => name === "tifa-sentence")!;
    expect(sentence.text).toContain("“两个确立”");
    // The card quotes the clauses around the term.
    expect(card.text).toContain(sentence.text.slice(0, sentence.text.indexOf("，")));
    const height = await reader.evaluate<number>("innerHeight");
    expect(target.y).toBeGreaterThan(0);
    expect(target.y).toBeLessThan(height);
    // Marked by the same engine.
    await until("marks in the reader", async () => (await marksOf(reader)).some(({ name }) => name === "tifa-numeral"));
    // With the reader open, which listens too, a new page still gets its answers from the background.
    const other = await driver.open("plain.txt");
    await markOf(other, "四个意识");
    await other.close();
    await reader.close();
    await page.bringToFront();
    await page.press("Escape");
    await noCard(page);
  });

  test("the reader's address can be kept as a link, and a wrong one says so", async () => {
    const reader = await driver.openOwn("/reader.html?speech=003&at=104-108&in=37-184");
    const target = await until("the term set off", async () =>
      (await marksOf(reader)).find(({ name }) => name === "tifa-target"),
    );
    expect(target.text).toBe("两个确立");
    await reader.close();
    const wrong = await driver.openOwn("/reader.html?speech=999");
    await until("the words", async () => (await text(wrong, "main")).includes("no such speech"));
    await wrong.close();
  });

  describe("the popup", () => {
    let popup: Tab;
    beforeAll(async () => {
      popup = await driver.openOwn(`/popup.html?tab=${await driver.numberOf(page)}`);
      await until("the list", async () => (await text(popup, "body")).includes("两个确立"));
    });
    afterAll(() => popup?.close());

    test("lists the page's terms", async () => {
      const shown = await text(popup, "body");
      for (const part of ["county.test", "两个确立", "Two Establishments", "四个意识", "五清三亮"])
        expect(shown).toContain(part);
    });

    test("searches the glossary by hanzi in either script, pinyin and English", async () => {
      for (const [query, found] of [
        ["撸起袖子", "撸起袖子加油干"],
        ["兩個維護", "两个维护"],
        ["zhuatieyouhen", "抓铁有痕"],
        ["four confidences", "四个自信"],
      ] as const) {
        await popup.evaluate(
          `document.querySelector("[role=search] input").focus(); document.querySelector("[role=search] input").select()`,
        );
        await popup.type(query);
        await until(`${found} for ${query}`, async () => (await text(popup, "body")).includes(found));
      }
      await press(popup, "Enter");
      await until("the entry", async () => (await text(popup, "body")).includes("Open in the speech"));
      await press(popup, "Escape", "Escape");
      await until("the list again", async () => (await text(popup, "body")).includes("两个确立"));
    });

    test("shows an entry from its headword on, however far down it was opened, and comes back to its row", async () => {
      const last = `[...document.querySelectorAll(".row-explain")].at(-1)`;
      await popup.bringToFront();
      // Rows have their height once they are in sight.
      const top = await until("the row to stand still", async () => {
        await popup.evaluate(`${last}.scrollIntoView({ block: "end", behavior: "instant" }), ${last}.focus()`);
        const [before, after] = await popup.evaluate<[number, number]>(`(async () => {
          const top = () => ${last}.getBoundingClientRect().top;
          const before = top();
          await new Promise((resolve) => setTimeout(resolve, 200));
          return [before, top()];
        })()`);
        return before === after && after;
      });
      expect(await popup.evaluate<number>("scrollY")).toBeGreaterThan(300);
      await press(popup, "Enter");
      await until("the headword in sight", () =>
        popup.evaluate<boolean>(
          `scrollY === 0 && document.activeElement.matches(".entry-headword") && document.activeElement.getBoundingClientRect().bottom < innerHeight`,
        ),
      );
      await press(popup, "Escape");
      await until("the row", () => popup.evaluate<boolean>(`document.activeElement === ${last}`));
      const back = await popup.evaluate<number>(
        `new Promise((resolve) => setTimeout(() => resolve(${last}.getBoundingClientRect().top), 200))`,
      );
      expect(Math.abs(back - top)).toBeLessThan(3);
      await popup.evaluate("scrollTo(0, 0)");
    });

    test("by keyboard alone: to a term in the list, to its place on the page, into its card and out again", async () => {
      await popup.bringToFront();
      await popup.evaluate(`document.querySelector("[role=search] input").focus()`);
      await until("the row of 四个自信", async () => {
        if (await popup.evaluate<boolean>(`document.activeElement.textContent.includes("四个自信")`)) return true;
        await popup.press("ArrowDown");
        return false;
      });
      await popup.press("Enter");
      await page.bringToFront();
      await cardOf(page, "sì gè zì xìn");
      expect((await marksOf(page)).filter(({ name }) => name === "tifa-pointed").map((mark) => mark.text)).toEqual([
        "四个自信",
      ]);
      // The focus is in the card, whose entry came after it: the page's own element that has it is the card's host.
      expect(await page.evaluate<boolean>("document.activeElement.matches('[popover]')")).toBe(true);
      await page.press("Escape");
      await noCard(page);
      expect(await isUntouched(page)).toBe(true);
    });

    test("the switch for the site takes all marks away at once, and brings them back", async () => {
      const flip = async (label: string): Promise<void> => {
        await popup.bringToFront();
        await popup.evaluate(
          `[...document.querySelectorAll("[role=switch], input[type=checkbox]")].find((one) => (one.closest("label")?.textContent ?? one.textContent + one.getAttribute("aria-label")).includes(${JSON.stringify(label)})).focus()`,
        );
        await popup.press("Space");
      };
      for (const label of ["county.test", "Mark pages"]) {
        await flip(label);
        await until("no marks", async () => (await marksOf(page)).length === 0);
        await flip(label);
        await page.bringToFront();
        await markOf(page, "两个确立");
      }
      expect(await isUntouched(page)).toBe(true);
    });
  });

  describe("wherever the text is", () => {
    let reach: Tab;
    beforeAll(async () => {
      reach = await driver.open("reach.html");
      await markOf(reach, "中国式现代化");
    });
    afterAll(() => reach?.close());
    const joined = async (): Promise<string> => (await marksOf(reach)).map((mark) => mark.text).join("");

    test("split over inline elements, over ruby without its glosses, over wrapped source, in shadow roots", async () => {
      const marks = await joined();
      // A mark that spans several text nodes is a range in each.
      for (const surface of ["两个维护", "四个自信", "高质量发展"]) expect(marks).toContain(surface);
      expect(marks).toMatch(/四个\s+意识/);
      expect(marks).toContain("两个确立");
    });

    test("not over blocks, in code, in what is typed, or hidden", async () => {
      const marks = await joined();
      for (const surface of ["党风廉政建设", "乡村振兴", "全面从严治党"]) expect(marks).not.toContain(surface);
    });

    test("what is shown later, changed, added and taken away", async () => {
      await reach.evaluate(`document.getElementById("hidden").classList.remove("hidden")`);
      await markOf(reach, "全面从严治党");
      await reach.evaluate(`document.getElementById("hidden").firstChild.data = "改成了人民至上。"`);
      await markOf(reach, "人民至上");
      await reach.evaluate(
        `document.getElementById("hidden").insertAdjacentHTML("afterend", "<p id='added'>后来加上的政治三力。</p>")`,
      );
      await markOf(reach, "政治三力");
      await reach.evaluate(`document.getElementById("added").remove()`);
      await until("the mark to go", async () => !(await joined()).includes("政治三力"));
      expect(await joined()).not.toContain("全面从严治党");
    });

    test("marks that a page clears come back", async () => {
      await reach.evaluate("CSS.highlights.clear()");
      await reach.evaluate("window.scrollBy(0, 1)");
      await markOf(reach, "中国式现代化");
    });

    test("text that is far away is painted when it comes near", async () => {
      expect(await joined()).not.toContain("久久为功");
      await reach.evaluate(`document.getElementById("far").scrollIntoView()`);
      await markOf(reach, "久久为功");
    });

    test("a frame has an engine of its own", async () => {
      await until("marks in the frame", async () =>
        reach.evaluate<boolean>(
          `[...document.getElementById("frame").contentWindow.CSS.highlights.keys()].some((name) => name.startsWith("tifa-"))`,
        ),
      );
    });
  });

  test("a page that forbids all styles and scripts is marked and explained like any other", async () => {
    const strict = await driver.open("sample.html?csp");
    const { x, y } = await markOf(strict, "四个意识");
    await strict.move(x + 30, y + 30);
    await strict.move(x, y);
    await cardOf(strict, "sì gè yì shí");
    await strict.close();
  });

  describe("a page that stands in the way", () => {
    let hostile: Tab;
    beforeAll(async () => {
      hostile = await driver.open("hostile.html");
      await markOf(hostile, "两个确立");
    });
    afterAll(() => hostile?.close());

    test("whose form hides the tree's own properties is read, changed and explained", async () => {
      const { x, y } = await markOf(hostile, "四个意识");
      await hostile.move(x + 30, y + 40);
      await hostile.move(x, y);
      await cardOf(hostile, "sì gè yì shí");
      await hostile.press("Escape");
      await noCard(hostile);
      expect(await isUntouched(hostile)).toBe(true);
      await hostile.evaluate(`document.getElementById("inside").firstChild.data = "表单里改成了“三个务必”。"`);
      await markOf(hostile, "三个务必");
    });

    test("hears nothing of Tifa", async () => {
      expect(await hostile.evaluate<string[]>("window.heard")).toEqual([]);
    });

    test("whose user is writing keeps the focus, whatever is pointed at meanwhile", async () => {
      await hostile.evaluate(`document.getElementById("field").focus()`);
      const { x, y } = await markOf(hostile, "高质量发展");
      await hostile.move(x + 30, y + 40);
      await hostile.move(x, y);
      await cardOf(hostile, "gāo zhì liàng");
      await hostile.press("a");
      expect(await hostile.evaluate<string>(`document.getElementById("field").value`)).toBe("a");
      await hostile.press("Escape");
      await noCard(hostile);
      expect(await hostile.evaluate<string>("document.activeElement.id")).toBe("field");
    });

    test("text that becomes an editor loses its marks", async () => {
      await markOf(hostile, "两个维护");
      await hostile.evaluate(
        `const p = document.getElementById("edited"); p.contentEditable = "true"; p.firstChild.data = "正在写的两个维护。"`,
      );
      await until("the mark to go", async () => !(await marksOf(hostile)).some((mark) => mark.text.includes("维护")));
    });

    test("rows that are appended are marked, and what is shown later is counted once", async () => {
      await hostile.evaluate(
        `for (const text of ["讲绿水青山就是金山银山。", "讲中国式现代化。"]) document.getElementById("list").append(Object.assign(document.createElement("li"), { textContent: text }))`,
      );
      await markOf(hostile, "中国式现代化");
      await hostile.evaluate(
        `document.getElementById("part").style.display = ""; document.getElementById("toggled").append("。")`,
      );
      await markOf(hostile, "政治三力");
      const marks = await marksOf(hostile);
      expect(marks.filter(({ text: surface }) => surface === "政治三力")).toHaveLength(1);
    });

    test("that is written anew is marked anew", async () => {
      await hostile.evaluate(
        `document.open(); document.write("<p>重写的页面，要深刻领悟“两个确立”的决定性意义，推动高质量发展。</p>"); document.close()`,
      );
      await markOf(hostile, "两个确立");
    });
  });

  test("a click on a term keeps its card, and the wheel takes one away that was only pointed at", async () => {
    const { x, y } = await markOf(page, "四个意识");
    await page.move(x + 40, y + 60);
    await page.click(x, y);
    await cardOf(page, "sì gè yì shí");
    await page.move(1250, 750);
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect((await page.card())?.text).toContain("sì gè yì shí");
    await page.press("Escape");
    await noCard(page);
    await page.move(x + 40, y + 60);
    await page.move(x, y);
    await cardOf(page, "sì gè yì shí");
    await page.evaluate("scrollBy(0, 60)");
    await noCard(page);
    await page.evaluate("scrollTo(0, 0)");
  });

  // The second has most room at its right.
  test.each([
    ["above or below", "第一议题", "dì yī yì tí", 0],
    ["beside", "三会一课", "sān huì yī kè", 500],
  ])("a card %s its term stays where it is when the pointer enters it", async (_, term, pinyin, scrolled) => {
    const tall = await driver.open("sample.html");
    await tall.resize(760, 700);
    await tall.evaluate(`scrollTo(0, ${scrolled})`);
    const { x, y } = await markOf(tall, term);
    await tall.move(x + 40, y + 60);
    await tall.move(x, y);
    const before = await (await cardOf(tall, pinyin)).button("Close");
    await tall.move(before[0] - 150, before[1] + 12);
    await new Promise((resolve) => setTimeout(resolve, 700));
    const after = await (await cardOf(tall, pinyin)).button("Close");
    expect(Math.abs(after[1] - before[1])).toBeLessThan(3);
    await tall.press("Escape");
    await noCard(tall);
    await tall.close();
  });

  test("plain text is marked too", async () => {
    const plain = await driver.open("plain.txt");
    await markOf(plain, "四个意识");
    await plain.close();
  });

  test("a page in English stays alone until a sentence of Chinese arrives", async () => {
    const english = await driver.open("english.html");
    await new Promise((resolve) => setTimeout(resolve, 1000));
    expect(await marksOf(english)).toEqual([]);
    expect(await isUntouched(english)).toBe(true);
    await english.evaluate(
      `document.getElementById("late").textContent = "会议强调，要深刻领悟“两个确立”的决定性意义，坚定不移推动高质量发展。"`,
    );
    await markOf(english, "两个确立");
    await english.close();
  });

  test("a page in Japanese stays alone", async () => {
    const japanese = await driver.open("japanese.html");
    await new Promise((resolve) => setTimeout(resolve, 1000));
    expect(await marksOf(japanese)).toEqual([]);
    await japanese.close();
  });

  test("nothing was logged as an error, and nothing left for a host that no page asked for", () => {
    // What a page's own policy forbids the page is told of by the browser itself.
    expect(driver.errors().filter((error) => !/Content.Security.Policy/.test(error))).toEqual([]);
    const own = /(^|\.)(google|googleapis|gstatic|mozilla|firefox|mozgcp|mozaws)\.(com|org|net)$/;
    expect(web.strangers().filter((address) => !own.test(new URL(address).hostname))).toEqual([]);
  });
});
