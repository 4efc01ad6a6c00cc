/** Nothing is lost when the browser is killed in the middle of a write: what was stored is there, and what was not is there whole or not at all. */
import { mkdtempSync, readlinkSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { backgroundOf, openChromium } from "../../src/cli/browsers.ts";
import { buildExtension, folderOf } from "../../src/cli/build.ts";
import { until } from "./driver.ts";

interface Stored {
  settings: { show: string; muted: string[] };
  saved: { term: string; headword: string; note: string; time: number }[];
  lookUps: { id: number; term: string; surface: string; sentence: string; url: string }[];
}

/** How many writes of each kind are known to be done before the browser is killed. */
const KILLS = [2, 8, 20];

/** Long, so that a write of it is not done in one piece. */
const SENTENCE = "坚持以人民为中心。".repeat(200);

let profile: string;
let context: BrowserContext | undefined;

beforeAll(async () => {
  await buildExtension("chrome");
  profile = mkdtempSync(join(tmpdir(), "tifa-killed-"));
});
afterAll(async () => {
  await context?.close().catch(() => undefined);
  rmSync(profile, { recursive: true, force: true });
});

/** A page of the extension's own, in a browser on the profile. */
async function open(): Promise<Page> {
  context = await openChromium({ extension: folderOf("chrome"), headless: true, profile });
  const own = (await backgroundOf(context)).url().split("/", 3).join("/");
  const page = await context.newPage();
  await page.goto(`${own}/options.html`);
  return page;
}

/** The browser itself: its process has the profile locked, and is named there. */
function kill(): void {
  const lock = readlinkSync(join(profile, "SingletonLock"));
  process.kill(Number(lock.slice(lock.lastIndexOf("-") + 1)), "SIGKILL");
}

function stored(page: Page): Promise<Stored> {
  return page.evaluate(async () => {
    const asked = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.addEventListener("success", () => resolve(request.result));
        request.addEventListener("error", () => reject(new Error("The database can't be read.")));
      });
    const { chrome } = globalThis as unknown as {
      chrome: { storage: { local: { get: (key: string) => Promise<object> } } };
    };
    const database = await asked(indexedDB.open("tifa"));
    const transaction = database.transaction(["saved", "lookUps"]);
    const [saved, lookUps] = await Promise.all(
      ["saved", "lookUps"].map((name) => asked(transaction.objectStore(name).getAll())),
    );
    database.close();
    return { ...(await chrome.storage.local.get("settings")), saved, lookUps } as unknown as Stored;
  });
}

/** Writes without end, one after the other of each kind, and tells of each that is done. */
function burst(page: Page, round: number): Promise<void> {
  return page.evaluate(
    ([nth, sentence]) => {
      const world = globalThis as unknown as {
        chrome: { runtime: { sendMessage: (message: object) => Promise<unknown> } };
        done: (kind: string, n: number) => void;
      };
      const endless = async (kind: string, message: (n: number) => object): Promise<void> => {
        for (let n = 0; ;) {
          // Right after the installation the background may still be starting, and another page's silence is no answer.
          const answered = await world.chrome.runtime.sendMessage(message(n)).catch(() => undefined);
          if (answered === null) world.done(kind, n++);
        }
      };
      void endless("saved", (n) => ({ name: "save", term: `term-${nth}-${n}`, headword: "四个意识" }));
      void endless("muted", (n) => ({ name: "mute", key: `key-${nth}-${n}` }));
      void endless("lookUps", (n) => ({
        name: "lookedUp",
        term: `term-${nth}-${n}`,
        surface: `四个意识-${nth}-${n}`,
        sentence,
      }));
    },
    [round, SENTENCE] as const,
  );
}

/** Of `round`, the numbers that end these names: each from 0 on, none left out. */
function numbersOf(names: readonly string[], round: number): number[] {
  return names.flatMap((name) => {
    const [, nth, n] = /-(\d+)-(\d+)$/.exec(name) ?? [];
    return Number(nth) === round ? [Number(n)] : [];
  });
}

test("what was stored before the browser was killed is there, whole", async () => {
  const done: Record<string, number[]> = { saved: [], muted: [], lookUps: [] };
  for (const [round, most] of KILLS.entries()) {
    const page = await open();
    for (const kind of Object.keys(done)) done[kind]![round] = 0;
    await page.exposeFunction("done", (kind: string, n: number) => void (done[kind]![round] = n + 1));
    await burst(page, round);
    await until("enough to be written", async () => Object.values(done).every((counts) => counts[round]! >= most));
    const closed = new Promise((resolve) => context!.on("close", resolve));
    kill();
    await closed;

    const again = await open();
    const { settings, saved, lookUps } = await stored(again);
    for (let earlier = 0; earlier <= round; earlier++) {
      const found: Record<string, number[]> = {
        saved: numbersOf(
          saved.map(({ term }) => term),
          earlier,
        ),
        muted: numbersOf(settings.muted, earlier),
        lookUps: numbersOf(
          lookUps.map(({ term }) => term),
          earlier,
        ),
      };
      for (const [kind, numbers] of Object.entries(found)) {
        numbers.sort((a, b) => a - b);
        expect([kind, numbers]).toEqual([kind, Array.from(numbers, (_, i) => i)]);
        expect(numbers.length, `${kind} of round ${earlier}`).toBeGreaterThanOrEqual(done[kind]![earlier]!);
      }
    }
    for (const one of saved) {
      expect(one).toMatchObject({ headword: "四个意识", note: "" });
      expect(one.time).toBeGreaterThan(0);
    }
    for (const one of lookUps) expect(one).toMatchObject({ sentence: SENTENCE, title: "Options · Tifa" });
    expect(settings).toMatchObject({ version: 2, enabled: true, show: "regular" });
    await context!.close();
  }
});
