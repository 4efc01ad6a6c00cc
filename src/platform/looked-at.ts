/** What the popup speaks of: the tab that is looked at, and what Tifa has found there. */
import type { FindingGroup } from "../protocol/messages.ts";
import { browser } from "./browser.ts";
import { summaries } from "./messages.ts";
import { readSettings, settingsFor } from "./settings.ts";

export interface LookedAt {
  id: number;
  url: string | undefined;
}

export type PageState =
  { state: "off" | "no-access" | "not-chinese" } | { state: "ready"; groups: (FindingGroup & { frame: number })[] };

/** The active tab, or the one that `?tab=` of the popup's own address names. */
export async function tabLookedAt(address: string): Promise<LookedAt | undefined> {
  const named = new URL(address).searchParams.get("tab");
  const tab =
    named === null
      ? (await browser.tabs.query({ active: true, currentWindow: true }))[0]
      : await browser.tabs.get(Number(named)).catch(() => undefined);
  return tab?.id === undefined ? undefined : { id: tab.id, url: tab.url };
}

/** What is found in `tab` as it is now; waits for engines that are still reading. */
export async function pageState({ id, url }: LookedAt): Promise<PageState> {
  if (!settingsFor(url, await readSettings()).on) return { state: "off" };
  try {
    const frames = await summaries(id);
    if (frames.length === 0) return { state: "not-chinese" };
    return {
      state: "ready",
      groups: frames.flatMap(({ frame, summary }) => summary.groups.map((group) => ({ ...group, frame }))),
    };
  } catch {
    // The browser's own pages, its store and its PDF viewer refuse every extension.
    return { state: "no-access" };
  }
}

export async function bringToFront({ id }: LookedAt): Promise<void> {
  await browser.tabs.update(id, { active: true });
}
