/**
 * Firefox. Puppeteer starts it and installs the extension; everything after that is WebDriver BiDi's own messages, for puppeteer has
 * no names for the extension's own tabs or for closed shadow roots.
 */
import { writeFile } from "node:fs/promises";
import { openFirefox } from "../../src/cli/browsers.ts";
import { folderOf } from "../../src/cli/build.ts";
import { summariesOf, until, type Card, type Driver, type Summary, type Tab } from "./driver.ts";

/** What is read of a serialised value. */
interface Remote {
  type: string;
  value?: unknown;
  sharedId?: string;
}

/** What is read of a serialised node. */
interface RemoteNode {
  sharedId: string;
  value?: {
    nodeType: number;
    nodeValue?: string;
    localName?: string;
    attributes?: Record<string, string>;
    children?: RemoteNode[];
    shadowRoot?: RemoteNode | null;
  };
}

interface Connection {
  send: (method: string, parameters: object) => Promise<{ result: Record<string, unknown> }>;
  on: (
    event: "log.entryAdded",
    take: (entry: { level: string; text: string | null; source?: unknown }) => void,
  ) => void;
}

/** Keys that are no character, by their code in WebDriver. */
const KEYS: Record<string, string> = {
  Escape: "\uE00C",
  Enter: "\uE007",
  Tab: "\uE004",
  Space: " ",
  ArrowDown: "\uE015",
  ArrowUp: "\uE013",
  End: "\uE010",
  Alt: "\uE00A",
  Shift: "\uE008",
};

export async function driveFirefox(proxy: string): Promise<Driver> {
  const browser = await openFirefox({ extension: folderOf("firefox"), headless: true, proxy });
  const { connection } = browser as unknown as { connection: Connection };
  const send = async <T>(method: string, parameters: object): Promise<T> =>
    (await connection.send(method, parameters)).result as T;
  const errors: string[] = [];
  connection.on("log.entryAdded", ({ level, text }) => level === "error" && errors.push(text ?? ""));
  await send("session.subscribe", { events: ["log.entryAdded"] });

  /** Addresses of the open tabs, by context. */
  const contexts = async (): Promise<Map<string, string>> => {
    const { contexts: open } = await send<{ contexts: { context: string; url: string }[] }>("browsingContext.getTree", {
      maxDepth: 0,
    });
    return new Map(open.map(({ context, url }) => [context, url]));
  };

  const wrap = async (context: string, url: string): Promise<Tab> => {
    const target = { context };
    await send("browsingContext.setViewport", { context, viewport: { width: 1280, height: 800 } });
    const act = (...sources: object[]): Promise<unknown> => send("input.performActions", { context, actions: sources });
    const pointer = (...actions: object[]): Promise<unknown> =>
      act({ type: "pointer", id: "mouse", parameters: { pointerType: "mouse" }, actions });
    const keys = (...actions: object[]): Promise<unknown> => act({ type: "key", id: "keyboard", actions });
    const move = (x: number, y: number) => ({ type: "pointerMove", x: Math.round(x), y: Math.round(y), duration: 40 });
    const evaluate = async <T>(expression: string): Promise<T> => {
      const answer = await send<{ type: string; result: Remote; exceptionDetails?: { text: string } }>(
        "script.evaluate",
        {
          expression,
          target,
          awaitPromise: true,
        },
      );
      if (answer.type === "exception") throw new Error(answer.exceptionDetails?.text);
      return valueOf(answer.result) as T;
    };
    return {
      url: () => url,
      evaluate,
      move: async (x, y) => void (await pointer(move(x, y))),
      click: async (x, y) =>
        void (await pointer(move(x, y), { type: "pointerDown", button: 0 }, { type: "pointerUp", button: 0 })),
      drag: async ([left, top], to) =>
        void (await pointer(move(left, top), { type: "pointerDown", button: 0 }, move(...to), {
          type: "pointerUp",
          button: 0,
        })),
      tap: async (x, y) =>
        void (await act({
          type: "pointer",
          id: "finger",
          parameters: { pointerType: "touch" },
          actions: [move(x, y), { type: "pointerDown", button: 0 }, { type: "pointerUp", button: 0 }],
        })),
      holding: async (key, during) => {
        await keys({ type: "keyDown", value: KEYS[key] ?? key });
        await during();
        await keys({ type: "keyUp", value: KEYS[key] ?? key });
      },
      resize: async (width, height) =>
        void (await send("browsingContext.setViewport", { context, viewport: { width, height } })),
      press: async (key) => {
        const values = key.split("+").map((name) => KEYS[name] ?? name);
        await keys(
          ...values.map((value) => ({ type: "keyDown", value })),
          ...values.toReversed().map((value) => ({ type: "keyUp", value })),
        );
      },
      type: async (text) =>
        void (await keys(
          ...[...text].flatMap((value) => [
            { type: "keyDown", value },
            { type: "keyUp", value },
          ]),
        )),
      bringToFront: async () => void (await send("browsingContext.activate", { context })),
      card: () => cardIn(send, context),
      screenshot: async (path) => {
        const { data } = await send<{ data: string }>("browsingContext.captureScreenshot", { context });
        await writeFile(path, data, "base64");
      },
      close: async () => void (await send("browsingContext.close", { context })),
    };
  };

  const opening = async (act: () => Promise<unknown>): Promise<Tab> => {
    const known = await contexts();
    await act();
    const [context, url] = await until("a new tab", async () =>
      [...(await contexts())].find(([candidate, address]) => !known.has(candidate) && address !== "about:blank"),
    );
    return wrap(context, url);
  };
  const open = async (address: string): Promise<Tab> => {
    const { context } = await send<{ context: string }>("browsingContext.create", { type: "tab" });
    const url = `http://county.test/${address}`;
    const tab = await wrap(context, url);
    await send("browsingContext.navigate", { context, url, wait: "complete" });
    return tab;
  };

  /** The first page, which opens when the extension is installed: one of its own pages, which alone may open others. */
  const [welcome, address] = await until("the first page", async () =>
    [...(await contexts())].find(([, url]) => url.endsWith("/welcome.html")),
  );
  const desk = await wrap(welcome, address);
  const fromDesk = <T>(expression: string): Promise<T> => desk.evaluate<T>(expression);

  return {
    name: "Firefox",
    open,
    opening,
    openOwn: (path) =>
      opening(() => fromDesk(`browser.tabs.create({ url: ${JSON.stringify(path)} }).then(() => true)`)),
    numberOf: (tab) =>
      fromDesk<number>(
        `browser.tabs.query({}).then((tabs) => tabs.find((tab) => tab.url === ${JSON.stringify(tab.url())}).id)`,
      ),
    summaries: async (tab) => {
      const url = await tab.evaluate<string>("location.href");
      return JSON.parse(await fromDesk<string>(summariesOf("browser", url))) as (Summary | null)[];
    },
    remove: async () => void (await send("webExtension.uninstall", { extension: "tifa@tifa.invalid" })),
    errors: () => [...errors],
    close: () => browser.close(),
  };
}

/** A value of JSON's kinds, as BiDi serialises it. */
function valueOf({ type, value }: Remote): unknown {
  if (type === "array") return (value as Remote[]).map(valueOf);
  if (type === "object")
    return Object.fromEntries((value as [string, Remote][]).map(([key, item]) => [key, valueOf(item)]));
  return value;
}

async function cardIn(
  send: <T>(method: string, parameters: object) => Promise<T>,
  context: string,
): Promise<Card | undefined> {
  const target = { context };
  const { result } = await send<{ result: RemoteNode }>("script.evaluate", {
    expression: `document.querySelector("[popover=manual]")`,
    target,
    awaitPromise: false,
    serializationOptions: { maxDomDepth: 40, includeShadowTree: "all" },
  });
  const shadow = result.value?.shadowRoot;
  // Another host has no card in it.
  if (!shadow || !nodesOf(shadow).some(({ value }) => value?.attributes?.["class"] === "tifa-card")) return undefined;
  return {
    text: textOf(shadow),
    button: async (label) => {
      const button = nodesOf(shadow).find(
        ({ value }) =>
          value?.localName === "button" &&
          (textOf({ sharedId: "", value }).includes(label) || value.attributes?.["aria-label"] === label),
      );
      if (!button) throw new Error(`The card has no button ${label}; it says ${textOf(shadow)}`);
      const answer = await send<{ result: Remote }>("script.callFunction", {
        functionDeclaration: `(button) => {
          button.scrollIntoView({ block: "nearest" });
          const { x, y, width, height } = button.getBoundingClientRect();
          return JSON.stringify([x + width / 2, y + height / 2]);
        }`,
        arguments: [{ sharedId: button.sharedId }],
        target,
        awaitPromise: false,
      });
      return JSON.parse(answer.result.value as string) as [number, number];
    },
    box: async () => {
      const card = nodesOf(shadow).find(({ value }) => value?.attributes?.["class"] === "tifa-card");
      if (!card) throw new Error("There is no card in the host.");
      const answer = await send<{ result: Remote }>("script.callFunction", {
        functionDeclaration: `(card) => {
          const { left, top, right, bottom } = card.getBoundingClientRect();
          return JSON.stringify({ left, top, right, bottom });
        }`,
        arguments: [{ sharedId: card.sharedId }],
        target,
        awaitPromise: false,
      });
      return JSON.parse(answer.result.value as string) as Awaited<ReturnType<Card["box"]>>;
    },
  };
}

function nodesOf(node: RemoteNode): RemoteNode[] {
  const { children = [], shadowRoot } = node.value ?? {};
  return [node, ...[...children, ...(shadowRoot ? [shadowRoot] : [])].flatMap(nodesOf)];
}

function textOf(node: RemoteNode): string {
  return nodesOf(node)
    .map(({ value }) => (value?.nodeType === 3 ? (value.nodeValue ?? "") : ""))
    .join("");
}
