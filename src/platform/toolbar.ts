/** The sign in the toolbar: grey where Tifa is switched off. */
import { browser } from "./browser.ts";

/** Paths in the packed extension, by size; src/cli/icons.ts draws them. */
const ICONS = {
  on: { 16: "/icons/on-16.png", 32: "/icons/on-32.png" },
  off: { 16: "/icons/off-16.png", 32: "/icons/off-32.png" },
};

/** In one tab, until that goes to another page; without `tab`, wherever nothing else was said. */
export async function showInToolbar(state: "on" | "off", tab?: number): Promise<void> {
  await browser.action
    .setIcon({ path: ICONS[state], ...(tab === undefined ? {} : { tabId: tab }) })
    // The tab was closed meanwhile.
    .catch(() => undefined);
}
