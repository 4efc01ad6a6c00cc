/** The side panel (in Firefox the sidebar): whether it is open, opening it, and what it is to show. */
import type { Subject } from "../protocol/messages.ts";
import { browser } from "./browser.ts";
import type { AskingTab } from "./messages.ts";

/** Path in the packed extension. */
const PANEL = "/sidepanel.html";

/** In the storage of the session: what was last to be shown, and in which tab it stands. */
const KEY = "shown";

export interface Shown {
  tab: number;
  subject: Subject;
  /** Milliseconds since 1970. */
  time: number;
}

/** What of the browsers the polyfill's types lack. */
interface Panels {
  /** Chromium. */
  sidePanel?: { open: (where: { tabId: number }) => Promise<void> };
  runtime: { getContexts: (filter: object) => Promise<{ documentUrl?: string; windowId: number }[]> };
}

const panels = browser as unknown as Panels;

/**
 * Shows `subject` in the side panel of the window of `tab`. Chromium opens one that is closed if the reader has just clicked;
 * where none is open and none can be opened, the answer is no.
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
  return true;
}

async function isPanelOpen(window: number | undefined): Promise<boolean> {
  const contexts = await panels.runtime.getContexts({ documentUrls: [browser.runtime.getURL(PANEL)] });
  return contexts.some(({ windowId }) => windowId === window);
}
