/** What the popup and the side panel do with the tab that they speak of, and with what the reader keeps. */
import type { PageFindings } from "../protocol/page-findings.ts";
import type { Locator } from "../protocol/messages.ts";
import { browser } from "./browser.ts";
import { glossaryAddress } from "./desk-address.ts";
import { askForSites, bringToFront, openExtensionPage, pageFindings } from "./looked-at.ts";
import { order } from "./messages.ts";
import { openReader } from "./reader-address.ts";
import { changeSettings, withSite, type Settings } from "./settings.ts";
import { userData } from "./user-data.ts";
import { watchTab } from "./watch.ts";

/** `tab`: the one that is looked at, if there is one. It is read at once, for whoever is about to ask. */
export function portTo(tab: number | undefined) {
  let early: Promise<PageFindings> | undefined = pageFindings(tab);
  return {
    page: {
      read: async (): Promise<PageFindings> => {
        const read = early;
        early = undefined;
        const found = await read;
        // That the page is through with loading may have been told before anybody listened.
        return found && found.state !== "loading" ? found : pageFindings(tab);
      },
      watch: (changed: () => void, signal: AbortSignal): void => {
        if (tab !== undefined) watchTab(tab, changed, signal);
      },
    },
    notebook: userData,
    access: {
      allowSites: () => void askForSites(),
      // Firefox gives files with the sites, and lets no extension open its own pages.
      ...(browser.runtime.getURL("").startsWith("chrome-extension:")
        ? { openSettings: () => void openExtensionPage() }
        : {}),
    },
    setEnabled: (enabled: boolean) => changeSettings(() => ({ enabled })),
    setShow: (show: Settings["show"]) => changeSettings(() => ({ show })),
    setSite: (on: boolean) => setSite(tab, on),
    /** Shows a place of the page; brings its tab to the front if the reader is to `leave` for it. */
    jump: async (frame: number, place: number, leave: boolean): Promise<void> => {
      if (tab === undefined) return;
      if (leave) await bringToFront(tab);
      await order(tab, { name: "jump", place }, frame);
    },
    openSpeech: ({ speech, start, end, sentenceStart, sentenceEnd }: Locator): void =>
      void openReader({ speech, start, end, sentenceStart, sentenceEnd }, tab),
    hrefOf: (term: string): string => glossaryAddress({ term }),
    copy: (text: string): Promise<void> => navigator.clipboard.writeText(text),
  };
}

async function setSite(tab: number | undefined, on: boolean): Promise<void> {
  if (tab === undefined) return;
  const { url } = await browser.tabs.get(tab);
  if (url !== undefined) await changeSettings((settings) => withSite(settings, url, on));
}
