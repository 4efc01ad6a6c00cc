/** The keys that commands have now, and the page of the browser where the user changes them. */
import { browser } from "./browser.ts";

export interface Key {
  command: string;
  /** In the browser's language; "" for what the toolbar's button does. */
  description: string;
  /** As the browser writes it; "" for a command without a key. */
  shortcut: string;
}

export async function readKeys(): Promise<Key[]> {
  return (await browser.commands.getAll()).map(({ name = "", description = "", shortcut = "" }) => ({
    command: name,
    description,
    shortcut,
  }));
}

/** Opens the page of the browser where keys are changed. */
export async function openKeys(): Promise<void> {
  // Firefox has a function for it, and no address that an extension may open; Chromium has an address and no function.
  if ("openShortcutSettings" in browser.commands) await browser.commands.openShortcutSettings();
  else await browser.tabs.create({ url: "chrome://extensions/shortcuts" });
}
