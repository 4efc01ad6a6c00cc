/** Real browsers with the built extension in them, each on a profile that is gone when the browser is, unless one is named. */
import { chromium, type BrowserContext, type Page, type Worker } from "playwright-core";
import { launch, type Browser } from "puppeteer-core";
import { findBrowser } from "./browser-paths.mjs";

/** The browser is not there or doesn't start; the message says what is known of it. */
export class BrowserError extends Error {
  override readonly name = "BrowserError";
}

interface BrowserOptions {
  /** Folder of the unpacked extension. */
  extension?: string;
  headless: boolean;
  /** Folder that the browser keeps what it stores in; Chromium's alone. */
  profile?: string;
  /** Address of a proxy that every request goes through, those to this machine too. */
  proxy?: string;
}

/** @throws BrowserError if Chromium is not there or does not start. */
export async function openChromium({
  extension,
  headless,
  proxy,
  profile = "",
}: BrowserOptions): Promise<BrowserContext> {
  const executablePath = pathOf("chromium");
  const open = (chromiumSandbox: boolean): Promise<BrowserContext> =>
    chromium.launchPersistentContext(profile, {
      executablePath,
      chromiumSandbox,
      // Playwright's own headless mode is another one than this, which loads extensions.
      headless: false,
      args: [
        ...(headless ? ["--headless=new", "--disable-gpu", "--disable-quic"] : []),
        ...(extension === undefined ? [] : [`--load-extension=${extension}`]),
      ],
      // Readers' browsers keep pages for the way back; the last one shows a bar that says that the browser is controlled by software.
      ignoreDefaultArgs: [
        "--disable-extensions",
        "--disable-back-forward-cache",
        ...(headless ? [] : ["--enable-automation"]),
      ],
      ...(proxy !== undefined && { proxy: { server: proxy, bypass: "<-loopback>" } }),
      viewport: headless ? { width: 1280, height: 800 } : null,
    });
  try {
    // The sandbox refuses to work for root, and for anyone in most containers.
    return await open(process.getuid?.() !== 0).catch((error: unknown) => {
      if (String(error).includes("No usable sandbox")) return open(false);
      throw error;
    });
  } catch (cause) {
    throw new BrowserError(`${executablePath} can't be started.\n${wordsOf(cause)}`, { cause });
  }
}

/** What a browser itself said before it ended, of the long record of its start. */
function wordsOf(error: unknown): string {
  const [first, ...lines] = String(error).split("\n");
  return [first, ...lines.flatMap((line) => /\[err\] (.*)/.exec(line)?.[1] ?? [])].join("\n");
}

/** The extension's background script. @throws BrowserError if the browser did not load the extension. */
export async function backgroundOf(context: BrowserContext): Promise<Worker> {
  try {
    return context.serviceWorkers()[0] ?? (await context.waitForEvent("serviceworker", { timeout: 20_000 }));
  } catch (cause) {
    const advice = "Google Chrome and Microsoft Edge don't load any from the command line: take Chromium or Brave.";
    throw new BrowserError(`${pathOf("chromium")} did not load the extension. ${advice}`, { cause });
  }
}

/** Milliseconds that the first page may take to open. */
const WELCOME = 20_000;

/** The page that opens once the extension is installed, as it is anew in each profile. @throws BrowserError if it doesn't. */
export async function welcomeOf(context: BrowserContext): Promise<Page> {
  for (const end = Date.now() + WELCOME; Date.now() < end;) {
    const welcome = context.pages().find((page) => page.url().endsWith("/welcome.html"));
    if (welcome) return welcome;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new BrowserError(`${pathOf("chromium")} loaded the extension, but did not open its first page.`);
}

/** @throws BrowserError if there is no Firefox. */
export async function openFirefox({
  extension,
  headless,
  proxy,
}: BrowserOptions & { extension: string }): Promise<Browser> {
  const browser = await launch({
    browser: "firefox",
    executablePath: pathOf("firefox"),
    headless,
    ...(proxy !== undefined && { extraPrefsFirefox: proxyPreferences(new URL(proxy)) }),
  });
  try {
    await browser.installExtension(extension);
  } catch (error) {
    await browser.close();
    throw error;
  }
  return browser;
}

function pathOf(browser: "chromium" | "firefox"): string {
  const path = findBrowser(browser);
  if (path === undefined) throw new BrowserError(`No ${browser} was found.`);
  return path;
}

function proxyPreferences({ hostname, port }: URL): Record<string, unknown> {
  return {
    "network.proxy.type": 1,
    "network.proxy.http": hostname,
    "network.proxy.http_port": Number(port),
    "network.proxy.ssl": hostname,
    "network.proxy.ssl_port": Number(port),
    "network.proxy.allow_hijacking_localhost": true,
  };
}
