/**
 * The popup where the toolbar opens it, and the side panel where the popup's button does: the other tests open both as pages of a
 * tab, which they are not. In Chromium alone; nothing opens them from outside in Firefox.
 */
import type { BrowserContext, CDPSession, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { backgroundOf, openChromium } from "../../src/cli/browsers.ts";
import { folderOf } from "../../src/cli/build.ts";
import { until } from "./driver.ts";
import { openWeb, type Web } from "./web.ts";

/** A page of the extension that is no tab, so that the driver can't have it. */
interface View {
  evaluate: <T>(expression: string) => Promise<T>;
  click: (selector: string) => Promise<void>;
}

interface Target {
  targetId: string;
  url: string;
}

/** Waits for the view of `name`, and speaks to it through the session of another page. */
async function viewOf(devtools: CDPSession, name: string): Promise<View> {
  const { targetId } = await until(`the ${name}`, async () => {
    const { targetInfos } = (await devtools.send("Target.getTargets")) as { targetInfos: Target[] };
    return targetInfos.find(({ url }) => url.endsWith(`/${name}.html`));
  });
  const { sessionId } = await devtools.send("Target.attachToTarget", { targetId, flatten: false });
  const waiting = new Map<number, (answer: unknown) => void>();
  devtools.on("Target.receivedMessageFromTarget", ({ sessionId: from, message }) => {
    if (from !== sessionId) return;
    const { id, result } = JSON.parse(message) as { id: number; result: unknown };
    waiting.get(id)?.(result);
  });
  let last = 0;
  const send = <T>(method: string, params: object): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      const id = ++last;
      waiting.set(id, resolve as (answer: unknown) => void);
      devtools
        .send("Target.sendMessageToTarget", { sessionId, message: JSON.stringify({ id, method, params }) })
        .catch(reject);
    });
  const evaluate = async <T>(expression: string): Promise<T> => {
    const { result } = await send<{ result: { value: T } }>("Runtime.evaluate", { expression, returnByValue: true });
    return result.value;
  };
  return {
    evaluate,
    click: async (selector) => {
      const [x, y] = JSON.parse(
        await evaluate<string>(`(() => {
          const { left, top, width, height } = document.querySelector(${JSON.stringify(selector)}).getBoundingClientRect();
          return JSON.stringify([left + width / 2, top + height / 2]);
        })()`),
      ) as [number, number];
      for (const type of ["mousePressed", "mouseReleased"])
        await send("Input.dispatchMouseEvent", { type, x, y, button: "left", clickCount: 1 });
    },
  };
}

describe("from Chromium's toolbar", () => {
  let web: Web;
  let context: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    web = await openWeb();
    context = await openChromium({ extension: folderOf("chrome"), headless: true, proxy: web.proxy });
    // The first page opens by itself, and in front.
    await until("the first page", async () => context.pages().some((open) => open.url().endsWith("/welcome.html")));
    page = await context.newPage();
    await page.goto("http://county.test/sample.html");
    await page.bringToFront();
  });

  afterAll(async () => {
    await context.close();
    await web.close();
  });

  test("the popup shows the page that it was opened over, and opens the side panel beside it", async () => {
    await page.waitForFunction("CSS.highlights.size > 0");
    const worker = await backgroundOf(context);
    await worker.evaluate(() =>
      (globalThis as unknown as { chrome: { action: { openPopup: () => Promise<void> } } }).chrome.action.openPopup(),
    );
    const devtools = await context.newCDPSession(page);
    const popup = await viewOf(devtools, "popup");
    const shown = "document.body?.innerText ?? ''";
    await until("the list", async () => (await popup.evaluate<string>(shown)).includes("四个意识"));
    // Its window takes the size of what is in it: the list alone is scrolled.
    await until("its size", () => popup.evaluate<boolean>("document.documentElement.scrollHeight === innerHeight"));
    await popup.click(".popup-desk-panel");
    const panel = await viewOf(devtools, "sidepanel");
    await until("the list in the panel", async () => (await panel.evaluate<string>(shown)).includes("四个意识"));
    expect(await panel.evaluate<number>("document.documentElement.scrollWidth - innerWidth")).toBe(0);
  });
});
