/** Whatever a page is laid out like, and however it is changed, what can be seen of it is marked, and the popup gets an answer. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { inBoth } from "./browsers.ts";
import { markOf, marksOf, until, type Driver, type Tab } from "./driver.ts";
import { openWeb, type Web } from "./web.ts";

inBoth((_, drive) => {
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

  /** A marked page with what `html`, an expression, is in its main part. */
  const filled = async (html: string): Promise<Tab> => {
    const tab = await driver.open("filled.html");
    await markOf(tab, "四个自信");
    await tab.evaluate(`void (document.querySelector("main").innerHTML = ${html})`);
    return tab;
  };

  /** Expression for so many elements of class "row", each with a formulation. */
  const rows = (count: number, tag = "div"): string =>
    `Array.from({ length: ${count} }, (_, i) => "<${tag} class='row'>第 " + i + " 行，要三会一课</${tag}>").join("")`;

  /** Waits until all rows that can be seen are marked, and are as many as can be expected. */
  const marksAllRows = async (tab: Tab, what: string): Promise<void> => {
    let counts: readonly [marked: number, unmarked: number] = [0, 0];
    await until(
      `marks on all rows in view, ${what}`,
      async () => {
        counts = await tab.evaluate<typeof counts>(`(() => {
          const marked = new Set([...CSS.highlights.values()].flatMap((all) => [...all].map(({ startContainer }) => startContainer)));
          const isSeen = (row) => { const { top, bottom, height } = row.getBoundingClientRect(); return height > 0 && bottom > 0 && top < innerHeight; };
          const seen = [...document.querySelectorAll(".row")].filter(isSeen).map((row) => marked.has(row.firstChild));
          return [seen.filter((one) => one).length, seen.filter((one) => !one).length];
        })()`);
        return counts[0] > 10 && counts[1] === 0;
      },
      8000,
    ).catch((error: unknown) => {
      throw new Error(`${String(error)} [marked, unmarked]: ${counts.join()}`);
    });
  };

  test("rows that are not displayed don't take the place of those that are", async () => {
    const tab = await filled(rows(3000));
    await marksAllRows(tab, "all displayed");
    await tab.evaluate(
      `void document.head.insertAdjacentHTML("beforeend", "<style>.row { height: 30px } .row:not(:nth-child(20n)) { display: none }</style>")`,
    );
    await marksAllRows(tab, "one in twenty displayed");
    await tab.evaluate("scrollTo(0, 2500)");
    await marksAllRows(tab, "further down");
    await tab.close();
  });

  test("so many rows that are sorted at once that their changes are not gone through one by one", async () => {
    const tab = await filled(rows(6000));
    await marksAllRows(tab, "before");
    await tab.evaluate(`(() => {
      const main = document.querySelector("main");
      const rows = [...main.children];
      main.append(...rows.map((_, i) => rows[(i * 2503) % rows.length]));
    })()`);
    await marksAllRows(tab, "sorted");
    await tab.evaluate("scrollTo(0, 30000)");
    await marksAllRows(tab, "further down");
    await tab.close();
  });

  test("rows in shadow trees whose hosts are sorted", async () => {
    const tab = await filled(rows(600, "x-row"));
    await tab.evaluate(`(() => {
      for (const host of document.querySelectorAll("x-row")) {
        host.style.display = "block";
        const row = document.createElement("p");
        row.append(...host.childNodes);
        host.attachShadow({ mode: "open" }).append(row);
      }
    })()`);
    const areMarked = (): Promise<boolean> =>
      tab.evaluate<boolean>(`(() => {
        const marked = new Set([...CSS.highlights.values()].flatMap((all) => [...all].map(({ startContainer }) => startContainer)));
        const isSeen = (row) => { const { top, bottom } = row.getBoundingClientRect(); return bottom > 0 && top < innerHeight; };
        return [...document.querySelectorAll("x-row")].filter(isSeen).every(({ shadowRoot }) => marked.has(shadowRoot.querySelector("p").firstChild));
      })()`);
    await until("marks in the shadow trees", areMarked);
    await tab.evaluate(`(() => {
      const main = document.querySelector("main");
      const rows = [...main.children];
      main.append(...rows.map((_, i) => rows[(i * 253) % rows.length]));
    })()`);
    await until("marks after sorting", areMarked);
    await tab.evaluate("scrollTo(0, 9000)");
    await until("marks further down", areMarked);
    await tab.close();
  });

  test.each([
    ["a box that is lower than its text", "height: 200px", "scrollTo(0, 2500)"],
    ["a box that fills the window", "height: 100vh", "scrollTo(0, 2500)"],
    ["a box of no height, beside others", "float: left; height: 0", "scrollTo(0, 2500)"],
  ])("text that hangs out of %s", async (_what, style, scroll) => {
    const tab = await filled(
      `'<div id="text" style="${style}">' + Array.from({ length: 200 }, (_, i) => "第 " + i + " 行，要三会一课").join("<br>") + "</div>"`,
    );
    await tab.evaluate(scroll);
    await until("marks in view", async () => (await marksOf(tab)).filter(({ y }) => y > 0 && y < 600).length > 10);
    await tab.close();
  });

  test("what a box cuts off is not marked in its stead", async () => {
    const tab = await filled(
      `'<div style="height: 200px; overflow: hidden">' + Array.from({ length: 200 }, () => "要三会一课").join("<br>") + "</div>" + Array.from({ length: 100 }, () => "<p>四个自信</p>").join("")`,
    );
    await tab.evaluate("scrollTo(0, 2000)");
    await until("other marks", async () => (await marksOf(tab)).some(({ text, y }) => text === "四个自信" && y > 0));
    expect((await marksOf(tab)).filter(({ text }) => text === "三会一课")).toEqual([]);
    await tab.close();
  });

  test("text whose element or host has no box of its own", async () => {
    const tab = await filled(
      `'<p><span style="display: contents">三会一课</span></p><x-host style="display: contents"></x-host>'`,
    );
    await tab.evaluate(`document.querySelector("x-host").attachShadow({ mode: "open" }).append("一岗双责")`);
    await markOf(tab, "三会一课");
    await markOf(tab, "一岗双责");
    // It has one from now on, and is at another place.
    await tab.evaluate(`(() => {
      const host = document.querySelector("x-host");
      host.style = "display: block; margin-top: 3000px; height: 200px";
      host.shadowRoot.textContent = "改成了第一议题";
    })()`);
    await until("the old mark to go", async () => (await marksOf(tab)).every(({ text }) => text !== "一岗双责"));
    await tab.evaluate("scrollTo(0, 9000)");
    await markOf(tab, "第一议题");
    await tab.close();
  });

  test("text that flows in another way in a narrower window", async () => {
    const tab = await filled(
      `"<style>.wide { display: none } @media (max-width: 700px) { .wide { display: inline } }</style><p>第一<span class='wide'>个大的</span>议题</p>"`,
    );
    await markOf(tab, "第一");
    await tab.resize(600, 800);
    await until("the marks to go", async () => (await marksOf(tab)).every(({ text }) => text !== "第一"));
    await tab.resize(1280, 800);
    await markOf(tab, "第一");
    await tab.close();
  });

  test("a text that changes in each frame and is too long to be read in one", async () => {
    const tab = await filled(
      `"<div id='long'>学习三会一课。" + Array.from({ length: 8000 }, (_, i) => "<span>第 " + i + " 行，</span>").join("") + "<b>0</b></div><p>一岗双责</p>"`,
    );
    await tab.evaluate(
      `(() => { const { firstChild } = document.querySelector("b"); let count = 0; const tick = () => { firstChild.data = String(count++); requestAnimationFrame(tick); }; tick(); })()`,
    );
    await markOf(tab, "三会一课");
    const [summary] = await driver.summaries(tab);
    expect(summary!.groups.map(({ surface }) => surface)).toEqual(expect.arrayContaining(["三会一课", "一岗双责"]));
    await tab.close();
  });

  test("the popup is answered on a page that changes its class in each frame", async () => {
    const tab = await filled(rows(3000, "p"));
    await marksAllRows(tab, "before");
    await tab.evaluate(
      `(() => { const toggle = () => { document.body.classList.toggle("odd"); requestAnimationFrame(toggle); }; toggle(); })()`,
    );
    const [summary] = await driver.summaries(tab);
    expect(summary!.groups.find(({ surface }) => surface === "三会一课")!.places).toHaveLength(3000);
    await tab.close();
  });
});
