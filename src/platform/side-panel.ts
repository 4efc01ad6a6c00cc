/** The side panel (in Firefox the sidebar): whether it is open, opening it, and what it is to show. */
import * as v from "valibot";
import { subjectSchema, type Subject } from "../protocol/messages.ts";
import { browser } from "./browser.ts";
import { noteLookUp } from "./history.ts";
import type { AskingTab } from "./messages.ts";

/** Path in the packed extension. */
const PANEL = "/sidepanel.html";

/** In the storage of the session: what was last to be shown, and in which tab it stands. */
const KEY = "shown";

const shownSchema = v.object({
  tab: v.number(),
  subject: subjectSchema,
  /** Milliseconds since 1970: the same again is another time. */
  time: v.number(),
});
type Shown = v.InferOutput<typeof shownSchema>;

/** What of the browsers the polyfill's types lack. */
interface Panels {
  /** Chromium. */
  sidePanel?: { open: (where: { tabId: number } | { windowId: number }) => Promise<void> };
  /** Firefox. */
  sidebarAction?: { open: () => Promise<void> };
  runtime: { getContexts: (filter: object) => Promise<{ documentUrl?: string; windowId: number }[]> };
}

const panels = browser as unknown as Panels;

/** Milliseconds for which something that was to be shown waits for its panel to open. */
const WAITING = 5_000;

/**
 * Shows `subject` in the side panel of the window of `tab`, which is a look-up. Chromium opens one that is closed if the reader has
 * just clicked; where none is open and none can be opened, the answer is no.
 */
export async function showInPanel(subject: Subject, clicked: boolean, tab: AskingTab): Promise<boolean> {
  // At once: a moment later the browser no longer knows that the reader has clicked.
  const opening = clicked ? panels.sidePanel?.open({ tabId: tab.id }) : undefined;
  const opened = opening?.then(
    () => true,
    () => false,
  );
  if (!(await opened) && !(await isPanelOpen(tab.window))) return false;
  const shown: Shown = { tab: tab.id, subject, time: Date.now() };
  await browser.storage.session.set({ [KEY]: shown });
  await noteLookUp(subject, tab);
  return true;
}

/** Calls `take` with what is to be shown from now on, and with what this panel was opened for. */
export async function onShown(take: (tab: number, subject: Subject) => void): Promise<void> {
  const took = (value: unknown): void => {
    const shown = v.safeParse(shownSchema, value);
    if (shown.success && Date.now() - shown.output.time < WAITING) take(shown.output.tab, shown.output.subject);
  };
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === "session") took(changes[KEY]?.newValue);
  });
  took((await browser.storage.session.get(KEY))[KEY]);
}

/** Opens the panel of this window; only where the reader has just clicked, on a page of the extension's own. */
export async function openPanel(): Promise<void> {
  if (panels.sidebarAction) return panels.sidebarAction.open();
  const window = windowHere;
  if (window !== undefined) await panels.sidePanel?.open({ windowId: window });
}

let windowHere: number | undefined;

/** Whether `openPanel` can open one. Asked when a page begins: on a click there is no time to ask which window it is. */
export async function hasPanel(): Promise<boolean> {
  if (!panels.sidebarAction && !panels.sidePanel) return false;
  windowHere = (await browser.windows.getCurrent()).id;
  return true;
}

async function isPanelOpen(window: number | undefined): Promise<boolean> {
  const contexts = await panels.runtime.getContexts({});
  return contexts.some(
    ({ documentUrl, windowId }) => windowId === window && documentUrl?.startsWith(browser.runtime.getURL(PANEL)),
  );
}
