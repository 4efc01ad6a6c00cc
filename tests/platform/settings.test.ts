import { beforeEach, describe, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import {
  changeSettings,
  onSettings,
  readSettings,
  resetSettings,
  settingsFor,
  siteNamed,
  siteOf,
  withMuted,
  withSite,
} from "../../src/platform/settings.ts";

vi.mock("webextension-polyfill", () => ({ default: fakeBrowser }));
beforeEach(() => fakeBrowser.reset());

const DEFAULTS = {
  version: 2,
  enabled: true,
  offSites: [],
  show: "regular",
  markStyle: "underline",
  markStrength: "normal",
  occurrences: "every",
  pointing: "hover",
  pointingKey: "Alt",
  cardPlace: "card",
  minimap: false,
  definitions: "both",
  theme: "auto",
  muted: [],
  packsOff: [],
  language: "auto",
};

test("without anything stored: the defaults", async () => {
  expect(await readSettings()).toEqual(DEFAULTS);
});

test.each([
  ["a string", "broken"],
  ["a version that there is not yet", { ...DEFAULTS, version: 3 }],
  ["a field of another kind", { ...DEFAULTS, enabled: "yes" }],
  ["a weight that there is not", { ...DEFAULTS, show: "all" }],
])("%s is not believed", async (_, stored) => {
  await fakeBrowser.storage.local.set({ settings: stored });
  expect(await readSettings()).toEqual(DEFAULTS);
});

test("a field that can't be read is as by default, and costs nothing of the rest", async () => {
  const kept = { offSites: ["a.test"], muted: ["fen-dou"], packsOff: ["county-speeches"] };
  await fakeBrowser.storage.local.set({ settings: { ...DEFAULTS, ...kept, theme: "sepia", minimap: 1 } });
  expect(await readSettings()).toEqual({ ...DEFAULTS, ...kept });
  await changeSettings(() => ({ show: "essential" }));
  expect(await readSettings()).toEqual({ ...DEFAULTS, ...kept, show: "essential" });
});

test("what version 1 stored is kept, and the rest is as by default", async () => {
  await fakeBrowser.storage.local.set({
    settings: { version: 1, enabled: false, offSites: ["a.test"], show: "essential" },
  });
  expect(await readSettings()).toEqual({ ...DEFAULTS, enabled: false, offSites: ["a.test"], show: "essential" });
});

test("a field that is newer than what is stored is as by default, and the rest is kept", async () => {
  const { packsOff: _, ...older } = { ...DEFAULTS, show: "essential", muted: ["fen-dou"] };
  await fakeBrowser.storage.local.set({ settings: older });
  expect(await readSettings()).toEqual({ ...DEFAULTS, show: "essential", muted: ["fen-dou"] });
});

test("a write that the browser refuses is told of, changes nothing, and doesn't keep the next one from being made", async () => {
  await changeSettings(() => ({ show: "essential" }));
  const refused = vi
    .spyOn(fakeBrowser.storage.local, "set")
    .mockRejectedValueOnce(new Error("QUOTA_BYTES quota exceeded"));
  await expect(changeSettings(() => ({ show: "background" }))).rejects.toThrow("quota");
  expect(await readSettings()).toEqual({ ...DEFAULTS, show: "essential" });
  await changeSettings(() => ({ theme: "dark" }));
  expect(await readSettings()).toEqual({ ...DEFAULTS, show: "essential", theme: "dark" });
  refused.mockRestore();
});

test("changes are told of as they are read, with what was before", async () => {
  const told: [string, string][] = [];
  onSettings(({ show }, before) => told.push([show, before.show]));
  await changeSettings(() => ({ show: "essential" }));
  await fakeBrowser.storage.local.set({ settings: "broken" });
  await changeSettings(() => ({ show: "background" }));
  expect(told).toEqual([
    ["essential", "regular"],
    ["background", "regular"],
  ]);
});

test("changes made at once are all kept", async () => {
  await Promise.all([
    changeSettings(() => ({ show: "essential" })),
    changeSettings((settings) => withSite(settings, "http://a.test/", false)),
    changeSettings((settings) => withSite(settings, "http://b.test/", false)),
  ]);
  expect(await readSettings()).toEqual({ ...DEFAULTS, show: "essential", offSites: ["a.test", "b.test"] });
});

describe("a site", () => {
  test("is off by itself, and on again", async () => {
    const off = await changeSettings((settings) => withSite(settings, "https://gov.test/a?b", false));
    expect(settingsFor("https://gov.test/other", off).on).toBe(false);
    expect(settingsFor("https://www.gov.test/", off).on).toBe(true);
    const on = await changeSettings((settings) => withSite(settings, "https://gov.test/", true));
    expect(settingsFor("https://gov.test/", on).on).toBe(true);
  });

  test("is off with everything", async () => {
    expect(settingsFor("https://gov.test/", await changeSettings(() => ({ enabled: false }))).on).toBe(false);
  });

  test.each([
    ["https://gov.test:8080/x", "gov.test:8080"],
    ["file:///home/a.html", "file:"],
    ["about:blank", "about:"],
    ["nonsense", ""],
    [undefined, ""],
  ])("of %s is %s", (url, site) => {
    expect(siteOf(url)).toBe(site);
  });
});

test("a formulation is muted once, and marked again", () => {
  const settings = { ...DEFAULTS, muted: ["a"] } as Parameters<typeof withMuted>[0];
  expect(withMuted(settings, "五清三亮", true).muted).toEqual(["a", "五清三亮"]);
  expect(withMuted(settings, "a", true).muted).toEqual(["a"]);
  expect(withMuted(settings, "a", false).muted).toEqual([]);
});

test.each([
  ["www.gov.test", "www.gov.test"],
  ["  Gov.Test ", "gov.test"],
  ["gov.test:8080", "gov.test:8080"],
  ["https://gov.test/a/b?c#d", "gov.test"],
  ["http://gov.test:8080/", "gov.test:8080"],
  ["gov.test/2024/1.htm", "gov.test"],
  ["中国.test", "xn--fiqs8s.test"],
  ["file:///home/a.html", "file:"],
  ["localhost", "localhost"],
  ["192.168.0.1", "192.168.0.1"],
  ["[::1]:8000", "[::1]:8000"],
  ["gov", undefined],
  ["*.gov.test", undefined],
  ["gov test", undefined],
  ["about:blank", undefined],
  ["javascript:alert(1)", undefined],
  ["", undefined],
])("%j names the site %s", (typed, site) => {
  expect(siteNamed(typed)).toBe(site);
});

test("a reset puts everything back to how it was at first, and says what was before", async () => {
  await changeSettings(() => ({ show: "essential", muted: ["fen-dou"] }));
  expect(await resetSettings()).toEqual({ ...DEFAULTS, show: "essential", muted: ["fen-dou"] });
  expect(await readSettings()).toEqual(DEFAULTS);
});

test("a change between reading and listening is heard of", async () => {
  const known = await readSettings();
  const dark = await changeSettings(() => ({ theme: "dark" }));
  const take = vi.fn<Parameters<typeof onSettings>[0]>();
  onSettings(take, known);
  await vi.waitFor(() => expect(take).toHaveBeenCalledExactlyOnceWith(dark, known));
  const unheard = vi.fn<Parameters<typeof onSettings>[0]>();
  onSettings(unheard, dark);
  await readSettings();
  await Promise.resolve();
  expect(unheard.mock.calls).toEqual([]);
});
