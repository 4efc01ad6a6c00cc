/** The first page, which shows Tifa at work. */
import { browser } from "./browser.ts";

const WELCOME = "/welcome.html";

/** Opens it when Tifa has been installed; not when it was updated. */
export function welcomeAtFirst(): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === "install") void browser.tabs.create({ url: browser.runtime.getURL(WELCOME) });
  });
}
