/**
 * The popup where the toolbar opens it, and the side panel where the popup's button does: the other tests open both as pages of a
 * tab, which they are not. In Chromium alone; nothing opens them from outside in Firefox.
 */
import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { backgroundOf, openChromium } from "../../src/cli/browsers.ts";
import { folderOf } from "../../src/cli/build.ts";
import { until } from "./driver.ts";
import { viewOf } from "./view.ts";
import { openWeb, type Web } from "./web.ts";

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
