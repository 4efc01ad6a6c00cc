/** Sending and taking the messages of src/protocol. */
import type { Runtime } from "webextension-polyfill";
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

/** Where a request came from. */
export interface Asker {
  /** Undefined for the extension's own popup. */
  tab?: { id: number; url: string | undefined };
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
  return (await browser.runtime.sendMessage(request)) as Results[N];
}

/** Takes the requests of this extension's own parts. */
export function serve(handlers: Handlers<Request, Results>): void {
  browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) =>
    answer(message, sender, asRequest, handlers),
  );
}

/** Takes orders in a frame. Returns what ends it. */
export function obey(handlers: Handlers<Order, OrderResults>): () => void {
  const listener = (message: unknown, sender: Runtime.MessageSender) => answer(message, sender, asOrder, handlers);
  browser.runtime.onMessage.addListener(listener);
  return () => browser.runtime.onMessage.removeListener(listener);
}

/** Rejects a message that is malformed or not from this extension; the sender gets the reason. */
async function answer<M extends { name: string }, R>(
  message: unknown,
  sender: Runtime.MessageSender,
  read: (message: unknown) => M,
  handlers: Handlers<M, R>,
): Promise<unknown> {
  if (sender.id !== browser.runtime.id) throw new Error("This message is not from Tifa.");
  const checked = read(message);
  const handle = handlers[checked.name as M["name"]] as (message: M, asker: Asker) => unknown;
  const id = sender.tab?.id;
  return handle(checked, {
    ...(id === undefined ? {} : { tab: { id, url: sender.tab?.url } }),
    frame: sender.frameId ?? 0,
  });
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

/** The summary of each frame of a tab that has an engine, by frame id; the top frame is 0. */
export async function summaries(tab: number): Promise<{ frame: number; summary: PageSummary }[]> {
  const frames = await browser.scripting.executeScript({ target: { tabId: tab, allFrames: true }, func: () => true });
  const answers = await Promise.all(
    frames.map(async ({ frameId }) => {
      const answered = await order(tab, { name: "summary" }, frameId).catch(() => undefined);
      const summary = asSummary(answered);
      return summary ? [{ frame: frameId, summary }] : [];
    }),
  );
  return answers.flat().sort((a, b) => a.frame - b.frame);
}
