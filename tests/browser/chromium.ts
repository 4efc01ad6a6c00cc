/** Chromium, driven by Playwright; closed shadow roots are read through the DevTools protocol. */
import type { CDPSession, Page, Worker } from "playwright-core";
import { openChromium, welcomeOf } from "../../src/cli/browsers.ts";
import { folderOf } from "../../src/cli/build.ts";
import { summariesOf, type Card, type Driver, type Summary, type Tab } from "./driver.ts";

/** What is read of a DevTools DOM node. */
interface DomNode {
  nodeType: number;
  nodeName: string;
  nodeValue: string;
  backendNodeId: number;
  attributes?: string[];
  children?: DomNode[];
  shadowRoots?: (DomNode & { shadowRootType: string })[];
  /** Of a frame that is of the same site. */
  contentDocument?: DomNode;
}

export async function driveChromium(proxy: string): Promise<Driver> {
  const context = await openChromium({ extension: folderOf("chrome"), headless: true, proxy });
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const worker: Worker = context.serviceWorkers()[0] ?? (await context.waitForEvent("serviceworker"));
  await (await welcomeOf(context)).close();
  const own = worker.url().split("/", 3).join("/");
  const errors: string[] = [];
  const note = (error: string): void => void errors.push(error);
  worker.on("console", (message) => message.type() === "error" && note(`background: ${message.text()}`));

  const tabs = new Map<Tab, Page>();
  const wrap = async (page: Page): Promise<Tab> => {
    const devtools = await context.newCDPSession(page);
    devtools.on("Runtime.exceptionThrown", ({ exceptionDetails }) =>
      note(`${page.url()}: ${exceptionDetails.exception?.description ?? exceptionDetails.text}`),
    );
    await devtools.send("Runtime.enable");
    page.on("console", (message) => message.type() === "error" && note(`${page.url()}: ${message.text()}`));
    const tab: Tab = {
      url: () => page.url(),
      evaluate: (expression) => page.evaluate(expression),
      move: (x, y) => page.mouse.move(x, y, { steps: 3 }),
      click: (x, y) => page.mouse.click(x, y),
      drag: async ([left, top], to) => {
        await page.mouse.move(left, top);
        await page.mouse.down();
        await page.mouse.move(...to, { steps: 4 });
        await page.mouse.up();
      },
      tap: async (x, y) => {
        await devtools.send("Emulation.setTouchEmulationEnabled", { enabled: true });
        await devtools.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [{ x, y }] });
        await devtools.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
        await devtools.send("Emulation.setTouchEmulationEnabled", { enabled: false });
      },
      holding: async (key, act) => {
        await page.keyboard.down(key);
        await act();
        await page.keyboard.up(key);
      },
      resize: (width, height) => page.setViewportSize({ width, height }),
      press: (key) => page.keyboard.press(key),
      type: (text) => page.keyboard.insertText(text),
      bringToFront: () => page.bringToFront(),
      onPaper: async (act) => {
        await page.emulateMedia({ media: "print" });
        await act();
        await page.emulateMedia({ media: null });
      },
      inForcedColors: async (act) => {
        await page.emulateMedia({ forcedColors: "active" });
        await act();
        await page.emulateMedia({ forcedColors: null });
      },
      card: () => cardIn(devtools),
      screenshot: async (path) => void (await page.screenshot({ path })),
      close: () => page.close(),
    };
    tabs.set(tab, page);
    return tab;
  };
  const open = async (address: string): Promise<Tab> => {
    const page = await context.newPage();
    const tab = await wrap(page);
    await page.goto(address.includes(":") ? address : `http://county.test/${address}`);
    return tab;
  };
  return {
    name: "Chromium",
    open,
    openOwn: (path) => open(`${own}${path}`),
    opening: async (act) => {
      const [page] = await Promise.all([context.waitForEvent("page"), act()]);
      await page.waitForLoadState();
      return wrap(page);
    },
    numberOf: (tab) =>
      worker.evaluate(async (url) => {
        const api = (
          globalThis as unknown as {
            chrome: { tabs: { query: (q: object) => Promise<{ id: number; url: string }[]> } };
          }
        ).chrome;
        return (await api.tabs.query({})).find((candidate) => candidate.url === url)!.id;
      }, tabs.get(tab)!.url()),
    summaries: async (tab) =>
      JSON.parse(await worker.evaluate<string>(summariesOf("chrome", tab.url()))) as (Summary | null)[],
    command: (name) =>
      worker.evaluate((command) => {
        // Keys of the browser itself can't be pressed from outside; this is the event that they send.
        const api = (
          globalThis as unknown as { chrome: { commands: { onCommand: { dispatch: (c: string) => void } } } }
        ).chrome;
        api.commands.onCommand.dispatch(command);
      }, name),
    remove: async () => {
      // One that was loaded from the command line does not come back from this.
      await worker
        .evaluate(() =>
          (globalThis as unknown as { chrome: { runtime: { reload: () => void } } }).chrome.runtime.reload(),
        )
        // It is gone before it can answer.
        .catch(() => undefined);
    },
    errors: () => [...errors],
    close: () => context.close(),
  };
}

async function cardIn(devtools: CDPSession): Promise<Card | undefined> {
  const { root } = (await devtools.send("DOM.getDocument", { depth: -1, pierce: true })) as { root: DomNode };
  const shadow = nodesOf(root)
    .flatMap((node) => node.shadowRoots ?? [])
    .find(
      (candidate) =>
        candidate.shadowRootType === "closed" &&
        nodesOf(candidate).some((node) => attributeOf(node, "class") === "tifa-card"),
    );
  if (!shadow) return undefined;
  return {
    text: textOf(shadow),
    button: async (label) => {
      const button = nodesOf(shadow).find(
        (node) =>
          node.nodeName === "BUTTON" && (textOf(node).includes(label) || attributeOf(node, "aria-label") === label),
      );
      if (!button) throw new Error(`The card has no button ${label}; it says ${textOf(shadow)}`);
      const { backendNodeId } = button;
      await devtools.send("DOM.scrollIntoViewIfNeeded", { backendNodeId });
      const { model } = await devtools.send("DOM.getBoxModel", { backendNodeId });
      const [left = 0, top = 0, , , right = 0, bottom = 0] = model.border;
      return [(left + right) / 2, (top + bottom) / 2];
    },
    html: async () => {
      const card = nodesOf(shadow).find((node) => attributeOf(node, "class") === "tifa-card")!;
      return (await devtools.send("DOM.getOuterHTML", { backendNodeId: card.backendNodeId })).outerHTML;
    },
    box: async () => {
      const card = nodesOf(shadow).find((node) => attributeOf(node, "class") === "tifa-card");
      if (!card) throw new Error("There is no card in the host.");
      const { model } = await devtools.send("DOM.getBoxModel", { backendNodeId: card.backendNodeId });
      const [left = 0, top = 0, , , right = 0, bottom = 0] = model.border;
      return { left, top, right, bottom };
    },
  };
}

function nodesOf(node: DomNode): DomNode[] {
  const { children = [], shadowRoots = [], contentDocument } = node;
  return [node, ...[...children, ...shadowRoots, ...(contentDocument ? [contentDocument] : [])].flatMap(nodesOf)];
}

function textOf(node: DomNode): string {
  return nodesOf(node)
    .filter((inner) => inner.nodeType === 3)
    .map((inner) => inner.nodeValue)
    .join("");
}

function attributeOf({ attributes = [] }: DomNode, name: string): string | undefined {
  const index = attributes.indexOf(name);
  return index < 0 ? undefined : attributes[index + 1];
}
