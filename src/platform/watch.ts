/**
 * Watching a tab: its engines say that their findings are others than before, and whoever watches asks for them anew.
 *
 * Over a port, not by messages: where nobody watches nothing is said, and the background sleeps on.
 */
import type { Runtime } from "webextension-polyfill";
import { browser } from "./browser.ts";

const WATCH = "watch";

/** Milliseconds: a page that changes all the time is told of no more often than this. */
const PAUSE = 400;

/** An engine's side. Returns what it calls when its findings are others. */
export function serveWatchers(): () => void {
  const watchers = new Set<Runtime.Port>();
  let telling: ReturnType<typeof setTimeout> | undefined;
  browser.runtime.onConnect.addListener((port) => {
    if (port.name !== WATCH || port.sender?.id !== browser.runtime.id) return;
    watchers.add(port);
    port.onDisconnect.addListener(() => watchers.delete(port));
  });
  return () => {
    if (watchers.size === 0) return;
    telling ??= setTimeout(() => {
      telling = undefined;
      for (const port of watchers) port.postMessage(null);
    }, PAUSE);
  };
}

/**
 * Calls `changed` when what Tifa has to say of `tab` may be another: its findings are, an engine has begun, or it is on its way to
 * another page. Until `signal` is aborted.
 */
export function watchTab(tab: number, changed: () => void, signal: AbortSignal): void {
  let port: Runtime.Port | undefined;
  /** To all frames of the tab that have an engine now. */
  const connect = (): void => {
    port?.disconnect();
    port = browser.tabs.connect(tab, { name: WATCH });
    port.onMessage.addListener(changed);
    // Where no engine is it is cut off at once; asked why, Chromium does not log that nobody asked.
    port.onDisconnect.addListener(() => void browser.runtime.lastError);
  };
  const onMessage = (message: unknown, sender: Runtime.MessageSender): undefined => {
    const isStart = typeof message === "object" && message !== null && "name" in message && message.name === "start";
    // An engine listens before it asks to start; that it has started it says itself.
    if (isStart && sender.id === browser.runtime.id && sender.tab?.id === tab) connect();
  };
  const onUpdated = (id: number, { status }: { status?: string }): void => {
    if (id !== tab || status === undefined) return;
    connect();
    changed();
  };
  browser.runtime.onMessage.addListener(onMessage);
  browser.tabs.onUpdated.addListener(onUpdated);
  connect();
  signal.addEventListener("abort", () => {
    browser.runtime.onMessage.removeListener(onMessage);
    browser.tabs.onUpdated.removeListener(onUpdated);
    port?.disconnect();
  });
}
