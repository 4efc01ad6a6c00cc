/** `npm start [-- ADDRESS | FILE]`: a browser with the extension in it, at the sample page, an address or a file. */
import { existsSync, mkdirSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import type { BrowserContext, Page, Worker } from "playwright-core";
import { backgroundOf, BrowserError, openChromium, welcomeOf } from "./browsers.ts";
import { BuildError, buildExtension, folderOf } from "./build.ts";
import { openLibrary } from "./library.ts";
import { findingsTable, settledFindings } from "./page-summary.ts";
import { ROOT } from "./seeds.ts";
import { serve } from "./serve.ts";

const SAMPLE = join(ROOT, "tests/pages/sample.html");

/** The tallest picture taken, in pixels: the extension marks what is in view, some 300 places at most. */
const TALLEST = 3_000;

/** What was asked for can't be opened; the message says why. */
class StartError extends Error {}

const tell = (line: string): void => void process.stderr.write(`tifa: ${line}\n`);

async function start([asked]: readonly string[]): Promise<void> {
  const served = asked !== undefined && /^https?:\/\//i.test(asked) ? undefined : await serve(fileAsked(asked));
  const url = served?.url ?? asked!;
  try {
    tell("building the extension …");
    const output = await buildExtension("chrome");
    tell(output === undefined ? "nothing has changed since the last build." : "built.");
    const headless = !hasDisplay();
    tell(headless ? "there is no display: opening Chromium without a window …" : "opening Chromium …");
    const context = await openChromium({ extension: folderOf("chrome"), headless });
    try {
      const background = await backgroundOf(context);
      // Behind what was asked for: a window that nobody sees marks nothing.
      await welcomeOf(context);
      await (headless ? report(context, background, url) : show(context, url));
    } finally {
      await context.close();
    }
  } finally {
    served?.close();
  }
}

/** The browser is the user's until it is closed. */
async function show(context: BrowserContext, url: string): Promise<void> {
  const closed = new Promise<void>((end) => {
    context.once("close", () => end());
    // On macOS a browser outlives its last window.
    const watch = (page: Page): void => void page.once("close", () => context.pages().length === 0 && end());
    context.pages().forEach(watch);
    context.on("page", watch);
  });
  await open(context, url);
  tell(`${url} is open. Close the browser, or press Ctrl-C here, to end.`);
  await closed;
}

/** What the browser shows, in words and as a picture. */
async function report(context: BrowserContext, background: Worker, url: string): Promise<void> {
  const page = await open(context, url);
  tell(`reading ${url} …`);
  const findings = await settledFindings(background, page);
  const picture = join(ROOT, ".tifa/start.png");
  mkdirSync(join(ROOT, ".tifa"), { recursive: true });
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width: 1280, height: Math.min(Math.max(height, 600), TALLEST) });
  if (findings) await settledFindings(background, page);
  await page.screenshot({ path: picture });
  const words =
    findings === undefined
      ? "No Chinese to read on this page."
      : findingsTable(findings, openLibrary().library.glossary);
  process.stdout.write(`${words}\nScreenshot: ${picture}\n`);
}

async function open(context: BrowserContext, url: string): Promise<Page> {
  const page = context.pages()[0] ?? (await context.newPage());
  try {
    await page.bringToFront();
    await page.goto(url, { waitUntil: "domcontentloaded" });
  } catch (error) {
    throw new StartError(`${url} can't be opened: ${(error as Error).message.split("\n")[0]}`);
  }
  return page;
}

/** @throws StartError if there is no such file. */
function fileAsked(asked: string | undefined): string {
  if (asked === undefined) return SAMPLE;
  // npm runs scripts in the package's folder; files are meant from where the user stands.
  const file = resolve(process.env["INIT_CWD"] ?? process.cwd(), asked);
  if (!existsSync(file)) throw new StartError(`${asked}: no such file. An address begins with https:// or http://.`);
  if (!statSync(file).isFile()) throw new StartError(`${asked} is a folder; give a file in it.`);
  return file;
}

/** Whether there is someone to see a window. */
function hasDisplay(): boolean {
  if (process.env["CI"]) return false;
  return process.platform !== "linux" || Boolean(process.env["DISPLAY"] || process.env["WAYLAND_DISPLAY"]);
}

try {
  await start(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof StartError || error instanceof BuildError || error instanceof BrowserError)) throw error;
  tell(error.message);
  process.exitCode = 1;
}
