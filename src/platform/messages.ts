/** Sending and taking the messages of src/protocol. */
import type { Runtime, Tabs } from "webextension-polyfill";
import {
  asOrder,
  asRequest,
  asSummary,
  type Order,
  type OrderResults,
  type PageSummary,
  type Request,
  type Results,
} from "../protocol/messages.ts";
import { browser } from "./browser.ts";

/** The tab that a request came from. */
export interface AskingTab {
  id: number;
  window: number | undefined;
  url: string | undefined;
  title: string;
  /** In a private window. */
  isPrivate: boolean;
}

/** Where a request came from. */
export interface Asker {
  /** Undefined for the extension's own popup. */
  tab?: AskingTab;
  frame: number;
}

type Handlers<M extends { name: string }, R> = {
  [N in M["name"]]: (
    message: Extract<M, { name: N }>,
    asker: Asker,
  ) => N extends keyof R ? R[N] | Promise<R[N]> : never;
};

/** Asks the background. @throws Error if it can't be reached, or refuses. */
export async function ask<N extends Request["name"]>(request: Extract<Request, { name: N }>): Promise<Results[N]> {
  const answered: unknown = await browser.runtime.sendMessage(request);
  // Pages of the extension hear of it too, and would make it look heard while the background is still starting.
  if (answered === undefined) throw new Error("Tifa's background did not answer.");
  return answered as Results[N];
}

/** Takes the requests of this extension's own parts. */
export function serve(handlers: Handlers<Request, Results>): void {
  listen(asRequest, handlers);
}

/** Takes orders in a frame, or in the reader. */
export function obey(handlers: Handlers<Order, OrderResults>): void {
  listen(asOrder, handlers);
}

/**
 * Answers the messages that `handlers` has names for; every part of the extension hears of the others' too, and the first answer
 * counts. What is malformed or not from this extension is refused, and its sender gets the reason.
 */
function listen<M extends { name: string }, R>(read: (message: unknown) => M, handlers: Handlers<M, R>): void {
  browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) => {
    const name = typeof message === "object" && message !== null && "name" in message ? message.name : undefined;
    if (typeof name !== "string" || !Object.hasOwn(handlers, name)) return undefined;
    return answer(message, sender, read, handlers);
  });
}

async function answer<M extends { name: string }, R>(
  message: unknown,
  sender: Runtime.MessageSender,
  read: (message: unknown) => M,
  handlers: Handlers<M, R>,
): Promise<unknown> {
  if (sender.id !== browser.runtime.id) throw new Error("This message is not from Tifa.");
  const checked = read(message);
  const handle = handlers[checked.name as M["name"]] as (message: M, asker: Asker) => unknown;
  return handle(checked, { ...askingTab(sender.tab), frame: sender.frameId ?? 0 });
}

function askingTab(tab: Tabs.Tab | undefined): Pick<Asker, "tab"> {
  if (tab?.id === undefined) return {};
  const { id, windowId, url, title = "", incognito } = tab;
  return { tab: { id, window: windowId, url, title, isPrivate: incognito } };
}

/** Sends an order to one frame of a tab, or to all of them. @throws Error if no engine is there. */
export async function order<N extends Order["name"]>(
  tab: number,
  message: Extract<Order, { name: N }>,
  frame?: number,
): Promise<OrderResults[N]> {
  const options = frame === undefined ? {} : { frameId: frame };
  return (await browser.tabs.sendMessage(tab, message, options)) as OrderResults[N];
}

/** Ids of the frames of a tab, the top frame first. @throws Error if the tab is closed to extensions. */
export async function framesOf(tab: number): Promise<number[]> {
  const frames = await browser.scripting
    // At once: a frame that never ends loading would keep the others waiting.
    .executeScript({ target: { tabId: tab, allFrames: true }, func: () => true, injectImmediately: true })
    .catch(async (error: unknown) => {
      // No script runs in the extension's own reader, but it answers.
      await order(tab, { name: "summary" }, 0).catch(() => {
        throw error;
      });
      return [{ frameId: 0 }];
    });
  return frames.map(({ frameId }) => frameId).sort((a, b) => a - b);
}

/** The summary of each frame of a tab that has an engine. @throws Error if the tab is closed to extensions. */
export async function summaries(tab: number): Promise<{ frame: number; summary: PageSummary }[]> {
  const answers = await Promise.all(
    (await framesOf(tab)).map(async (frame) => {
      const answered = await order(tab, { name: "summary" }, frame).catch(() => undefined);
      const summary = asSummary(answered);
      return summary ? [{ frame, summary }] : [];
    }),
  );
  return answers.flat();
}
