/** What the popup and the side panel speak of: the tab that is looked at, and what Tifa has found there. */
import type { NoAccess, PageFindings } from "../protocol/page-findings.ts";
import { browser } from "./browser.ts";
import { summaries } from "./messages.ts";
import { readSettings, settingsFor, siteOf } from "./settings.ts";

/** No tab has a higher number: the browsers count in 32 bits, and refuse to be asked for what is none. */
const LAST_TAB = 2 ** 31 - 1;

/**
 * The tab that an extension page's own address names with `?tab=`, for tests and for those who keep it as a tab. What is no number
 * of a tab is as if it were left out.
 */
function tabNamedBy(address: string): number | undefined {
  const named = new URL(address).searchParams.get("tab") ?? "";
  return /^\d+$/.test(named) && Number(named) <= LAST_TAB ? Number(named) : undefined;
}

/** The active tab of this window, or the one that `address` names; undefined if there is none. */
export async function tabLookedAt(address: string): Promise<number | undefined> {
  return tabNamedBy(address) ?? (await browser.tabs.query({ active: true, currentWindow: true }))[0]?.id;
}

/** Calls `take` with the tab looked at, now and whenever it is another. */
export async function followTab(address: string, take: (tab: number | undefined) => void): Promise<void> {
  take(await tabLookedAt(address));
  if (tabNamedBy(address) !== undefined) return;
  const { id: here } = await browser.windows.getCurrent();
  browser.tabs.onActivated.addListener(({ tabId, windowId }) => {
    if (windowId === here) take(tabId);
  });
}

/** What is found in `tab` as it is now; waits for engines that are still reading. */
export async function pageFindings(tab: number | undefined): Promise<PageFindings> {
  const about = tab === undefined ? undefined : await browser.tabs.get(tab).catch(() => undefined);
  if (tab === undefined || !about) return { state: "no-access", reason: "browser" };
  const { url } = about;
  const settings = await readSettings();
  const forPage = settingsFor(url, settings);
  // Tifa is no site: its reader is marked as long as it marks at all.
  const isOwn = url?.startsWith(browser.runtime.getURL("/")) ?? false;
  const host = isOwn ? "" : siteOf(url);
  if (!forPage.on) return { state: "off", host };
  try {
    const frames = await summaries(tab);
    if (frames.length > 0) {
      const groups = frames.flatMap(({ frame, summary }) => summary.groups.map((group) => ({ ...group, frame })));
      return { state: "ready", host, registers: frames.map(({ summary }) => summary.register), groups };
    }
    if (about.status === "loading") return { state: "loading" };
    if (await isPdf(tab, url)) return { state: "no-access", reason: "pdf" };
    return { state: "not-chinese", host };
  } catch {
    return { state: "no-access", reason: await reasonOf(tab, url) };
  }
}

/** Pages on which the browsers run no extension, for extensions are got there. */
const STORES =
  /^https:\/\/(chromewebstore\.google\.com|chrome\.google\.com\/webstore|addons\.mozilla\.org|microsoftedge\.microsoft\.com\/addons|addons\.opera\.com)(\/|$)/;

async function reasonOf(tab: number, url: string | undefined): Promise<NoAccess> {
  if (url === undefined || !/^(https?|file|ftp|data|blob):/.test(url)) return "browser";
  if (STORES.test(url)) return "store";
  if (await isPdf(tab, url)) return "pdf";
  if (url.startsWith("file:")) return (await browser.extension.isAllowedFileSchemeAccess()) ? "unreadable" : "files";
  const isAllowed = await browser.permissions.contains({ origins: [`${new URL(url).origin}/*`] }).catch(() => true);
  return isAllowed ? "unreadable" : "sites";
}

/** The browsers show a PDF in a page of their own, in which nothing is to be found. */
async function isPdf(tab: number, url: string | undefined): Promise<boolean> {
  const [top] = await browser.scripting
    .executeScript({ target: { tabId: tab }, func: () => document.contentType })
    .catch(() => []);
  const type: unknown = top?.result;
  return (
    type === "application/pdf" || (url !== undefined && URL.canParse(url) && /\.pdf$/i.test(new URL(url).pathname))
  );
}

/** Asks the reader for access to all sites, which a browser may have kept back; only where they have just clicked. */
export function askForSites(): Promise<boolean> {
  return browser.permissions.request({ origins: ["<all_urls>"] });
}

/** The browser's own page about Tifa, where Chromium has the switch for files. */
export async function openExtensionPage(): Promise<void> {
  await browser.tabs.create({ url: `chrome://extensions/?id=${browser.runtime.id}` });
}

export async function bringToFront(tab: number): Promise<void> {
  await browser.tabs.update(tab, { active: true });
}

/** Whether `openPage` can go there: Firefox opens no file for an extension, and a restored history may hold any address. */
export function canOpen(address: string): boolean {
  const own = new URL(browser.runtime.getURL("/")).protocol;
  const files = own === "chrome-extension:" ? ["file:"] : [];
  return URL.canParse(address) && ["http:", "https:", own, ...files].includes(new URL(address).protocol);
}

/** Opens a page of the web, or of the reader's own files, in a tab. */
export async function openPage(address: string): Promise<void> {
  await browser.tabs.create({ url: address });
}
