// @vitest-environment happy-dom
/** An engine's side of the protocol: a page that comes, goes and changes as the settings say, however they reach it. */
import { beforeEach, describe, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { obeyFor, type EngineOptions, type EnginePage } from "../../src/platform/engine.ts";
import { readSettings, settingsFor } from "../../src/platform/settings.ts";
import { noRegister, type Order } from "../../src/protocol/messages.ts";
import type { PageSettings } from "../../src/protocol/page-settings.ts";
import { lexiconOf } from "../lexicon/terms.ts";

vi.mock("webextension-polyfill", () => ({ default: fakeBrowser }));
beforeEach(() => {
  fakeBrowser.reset();
  vi.spyOn(fakeBrowser.runtime.onConnect, "addListener").mockImplementation(() => undefined);
});

const ON: PageSettings = settingsFor("https://county.test/", { ...(await readSettings()), language: "en" });
const OFF: PageSettings = { ...ON, on: false };

type Options = EngineOptions<EnginePage>;

/** An engine, and what happened to its page: "open", "obey" with the theme, "stop". */
function engine(part: Partial<Options> = {}) {
  const done: string[] = [];
  const { begin } = obeyFor(
    (_, { theme }) => {
      done.push(`open ${theme}`);
      return {
        settled: () => Promise.resolve(),
        summary: () => [],
        register: noRegister,
        jump: () => false,
        step: () => false,
        explainHere: () => false,
        close: () => undefined,
        obey: (settings) => void done.push(`obey ${settings.theme}`),
        stop: () => void done.push("stop"),
      };
    },
    {
      start: async () => ({ lexicon: lexiconOf("四个意识"), settings: ON }),
      catchUp: async (before) => before,
      ...part,
    },
  );
  return { begin, done };
}

/** What is answered to `order`: by each engine that listens. */
async function ordered(order: Order): Promise<unknown[]> {
  const answers = (await fakeBrowser.runtime.onMessage.trigger(
    order,
    { id: fakeBrowser.runtime.id },
    () => undefined,
  )) as unknown[];
  return Promise.all(answers);
}

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** The page is shown again as the browser kept it. */
async function comeBack(how: { persisted: boolean; isTrusted: boolean }): Promise<void> {
  const event = new Event("pageshow");
  for (const [name, value] of Object.entries(how)) Object.defineProperty(event, name, { value });
  dispatchEvent(event);
  await settled();
}

const KEPT = { persisted: true, isTrusted: true };

test("a page is opened, obeys, is stopped and opened again; begun anew it is another", async () => {
  const { begin, done } = engine();
  expect(done).toEqual([]);
  begin();
  await settled();
  for (const settings of [{ ...ON, theme: "dark" } as const, OFF, ON]) await ordered({ name: "settings", settings });
  begin();
  expect(done).toEqual(["open auto", "obey dark", "stop", "open auto", "stop", "open auto"]);
});

test("what was ordered while the lexicon was on its way is newer than what came with it", async () => {
  const { begin, done } = engine();
  begin();
  await ordered({ name: "settings", settings: { ...ON, theme: "dark" } });
  await settled();
  expect(done).toEqual(["open dark"]);
});

test("one whose start failed starts with the next order, and there is no other that answers", async () => {
  const logged = vi.spyOn(console, "error").mockImplementation(() => undefined);
  const start = vi.fn<Options["start"]>(async () => ({ lexicon: lexiconOf("四个意识"), settings: ON }));
  start.mockRejectedValueOnce(new Error("asleep"));
  const { begin, done } = engine({ start });
  begin();
  await settled();
  expect([done, logged.mock.calls.length]).toEqual([[], 1]);
  expect(await ordered({ name: "summary" })).toMatchObject([{ on: false }]);
  await Promise.all([ordered({ name: "settings", settings: ON }), ordered({ name: "settings", settings: ON })]);
  await settled();
  expect([done, start.mock.calls.length]).toEqual([["open auto"], 2]);
  expect(await ordered({ name: "summary" })).toMatchObject([{ on: true }]);
  logged.mockRestore();
});

describe("a page that was kept for the way back", () => {
  test("has the settings as they are now", async () => {
    const now = vi.fn<Options["catchUp"]>(async () => OFF);
    const { begin, done } = engine({ catchUp: now });
    begin();
    await settled();
    await comeBack(KEPT);
    expect(now.mock.calls).toEqual([[ON]]);
    now.mockResolvedValueOnce({ ...ON, theme: "dark" });
    await comeBack(KEPT);
    expect(done).toEqual(["open auto", "stop", "open dark"]);
  });

  test("takes no older ones than were ordered since", async () => {
    let answer: (settings: PageSettings) => void = () => undefined;
    const { begin, done } = engine({ catchUp: () => new Promise((resolve) => (answer = resolve)) });
    begin();
    await settled();
    await comeBack(KEPT);
    await ordered({ name: "settings", settings: { ...ON, theme: "dark" } });
    answer(OFF);
    await settled();
    expect(done).toEqual(["open auto", "obey dark"]);
  });

  test("and never got what it starts with asks for that again", async () => {
    const logged = vi.spyOn(console, "error").mockImplementation(() => undefined);
    const start = vi.fn<Options["start"]>(async () => ({ lexicon: lexiconOf("四个意识"), settings: ON }));
    start.mockRejectedValueOnce(new Error("The message channel is closed."));
    const { begin, done } = engine({ start });
    begin();
    await settled();
    await comeBack(KEPT);
    expect(done).toEqual(["open auto"]);
    logged.mockRestore();
  });

  test.each([
    ["one that was loaded", { persisted: false, isTrusted: true }],
    ["what the page itself makes of it", { persisted: true, isTrusted: false }],
  ])("is not %s", async (_, how) => {
    const catchUp = vi.fn<Options["catchUp"]>(async () => OFF);
    const { begin, done } = engine({ catchUp });
    begin();
    await settled();
    await comeBack(how);
    expect([done, catchUp.mock.calls.length]).toEqual([["open auto"], 0]);
  });
});
