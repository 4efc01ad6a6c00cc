/** One file with everything of the user's: what was made is what is read, and a damaged one changes nothing and says where. */
import "fake-indexeddb/auto";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import {
  backupIn,
  lastUndoable,
  makeBackup,
  readBackup,
  resetAll,
  restoreBackup,
  type Backup,
} from "../../src/platform/backup.ts";
import { changeSettings, readSettings } from "../../src/platform/settings.ts";
import { MOST_LOOK_UPS, userData } from "../../src/platform/user-data.ts";
import { dropWayBack } from "../../src/platform/way-back.ts";

vi.mock("webextension-polyfill", () => ({ default: fakeBrowser }));

const NOTE = { term: "si-ge-yi-shi", headword: "四个意识", note: "译作 the Four Consciousnesses", time: 1000 };
const LOOK_UP = {
  term: null,
  surface: "五清三亮",
  sentence: "推行“五清三亮”。",
  title: "县委工作报告",
  url: "https://county.test/report",
  time: 2000,
};

beforeEach(async () => {
  fakeBrowser.reset();
  vi.spyOn(fakeBrowser.runtime, "getManifest").mockReturnValue({ version: "0.1.0" } as never);
  await userData.importAll({ lookUps: [], saved: [] });
  await dropWayBack();
});

async function made(): Promise<string> {
  await changeSettings(() => ({ show: "essential", offSites: ["gov.test"], muted: ["fen-dou"] }));
  await userData.save(NOTE);
  await userData.lookedUp(LOOK_UP);
  return makeBackup(await readSettings(), new Date("2026-11-25T12:00:00Z"));
}

function backupOf(text: string): Backup {
  const read = readBackup(text);
  if ("problem" in read) throw new Error(JSON.stringify(read.problem));
  return read.backup;
}

test("what was made comes back, whatever has happened in between, and can be undone", async () => {
  const text = await made();
  await changeSettings(() => ({ show: "background", offSites: [], theme: "dark" }));
  await userData.importAll({ lookUps: [], saved: [{ ...NOTE, note: "another" }] });
  const { restored, undo } = await restoreBackup(backupOf(text));
  expect(restored).toEqual({ made: "2026-11-25T12:00:00.000Z", saved: 1, lookUps: 1, lookUpsLeftOut: 0 });
  expect(await readSettings()).toMatchObject({ show: "essential", offSites: ["gov.test"], muted: ["fen-dou"] });
  expect(await userData.exportAll()).toEqual({ lookUps: [LOOK_UP], saved: [NOTE] });
  await undo();
  expect(await readSettings()).toMatchObject({ show: "background", offSites: [], theme: "dark" });
  expect(await userData.exportAll()).toEqual({ lookUps: [], saved: [{ ...NOTE, note: "another" }] });
});

test("of more look-ups than are kept the newest are, and it is said how many were left out", async () => {
  const backup = backupOf(await made());
  const lookUps = Array.from({ length: MOST_LOOK_UPS + 3 }, (_, i) => ({ ...LOOK_UP, surface: `第${i}`, time: i }));
  const { restored } = await restoreBackup({ ...backup, lookUps });
  expect(restored).toMatchObject({ lookUps: MOST_LOOK_UPS, lookUpsLeftOut: 3 });
  const kept = await userData.lookUps();
  expect([kept.length, kept.at(-1)!.surface]).toEqual([MOST_LOOK_UPS, "第3"]);
  expect((await lastUndoable())!.restored).toEqual(restored);
});

describe("the way back", () => {
  test("from a restore is there when the page is opened again, once", async () => {
    const text = await made();
    await changeSettings(() => ({ show: "background" }));
    await userData.importAll({ lookUps: [], saved: [{ ...NOTE, note: "another" }] });
    await restoreBackup(backupOf(text));
    const again = await lastUndoable();
    expect(again!.restored).toEqual({ made: "2026-11-25T12:00:00.000Z", saved: 1, lookUps: 1, lookUpsLeftOut: 0 });
    await again!.undo();
    expect(await readSettings()).toMatchObject({ show: "background" });
    expect(await userData.exportAll()).toEqual({ lookUps: [], saved: [{ ...NOTE, note: "another" }] });
    expect(await lastUndoable()).toBeUndefined();
  });

  test("from a reset leaves the records alone, and the reset the language that it is told of in", async () => {
    await made();
    await changeSettings(() => ({ language: "zh-Hans" }));
    await resetAll();
    expect(await readSettings()).toMatchObject({ show: "regular", offSites: [], language: "zh-Hans" });
    await (await lastUndoable())!.undo();
    expect(await readSettings()).toMatchObject({ show: "essential", offSites: ["gov.test"] });
    expect(await userData.exportAll()).toEqual({ lookUps: [LOOK_UP], saved: [NOTE] });
  });

  test("ends after a day, and when it is dismissed", async () => {
    const now = vi.spyOn(Date, "now").mockReturnValue(1_000_000);
    await resetAll();
    now.mockReturnValue(1_000_000 + 25 * 60 * 60 * 1000);
    expect(await lastUndoable()).toBeUndefined();
    now.mockReturnValue(1_000_001);
    expect(await lastUndoable()).toBeDefined();
    now.mockRestore();
    await dropWayBack();
    expect(await lastUndoable()).toBeUndefined();
  });
});

test("where the browser can't store the settings, nothing is restored", async () => {
  const text = await made();
  await userData.importAll({ lookUps: [], saved: [] });
  const refused = vi.spyOn(fakeBrowser.storage.local, "set").mockRejectedValueOnce(new Error("quota"));
  await expect(restoreBackup(backupOf(text))).rejects.toThrow("quota");
  refused.mockRestore();
  expect(await userData.exportAll()).toEqual({ lookUps: [], saved: [] });
});

test("a backup with the settings of an older version is brought to this one", async () => {
  const file = JSON.parse(await made()) as Record<string, unknown>;
  const old = { ...file, settings: { version: 1, enabled: false, offSites: ["a.test"], show: "regular" } };
  expect(backupOf(JSON.stringify(old)).settings).toMatchObject({ version: 2, enabled: false, markStyle: "underline" });
});

describe("refused whole", () => {
  test("a file that is larger than any backup, unread", async () => {
    const text = vi.fn<() => Promise<string>>();
    const size = 2_000_000_000;
    expect(await backupIn({ size, text })).toMatchObject({ problem: { kind: "too-large", size } });
    expect(text).not.toHaveBeenCalled();
  });

  test("a file that the browser can't read", async () => {
    const gone = { size: 10, text: () => Promise.reject(new Error("gone")) };
    expect(await backupIn(gone)).toEqual({ problem: { kind: "unreadable", reason: "Error: gone" } });
  });

  test.each([
    ["an empty file", "", { kind: "not-json" }],
    ["a page", "<!doctype html>", { kind: "not-json" }],
    ["one that was cut off", '{ "format": "tifa-backup", "ver', { kind: "not-json" }],
    ["a list", "[]", { kind: "foreign" }],
    ["a file of another program", '{ "version": 1, "settings": {} }', { kind: "foreign" }],
    ["one of a version that never was", '{ "format": "tifa-backup", "version": 0 }', { kind: "foreign" }],
    ["one of a newer Tifa", '{ "format": "tifa-backup", "version": 7 }', { kind: "newer", version: 7 }],
  ])("%s", (_, text, problem) => {
    expect(readBackup(text)).toEqual({ problem });
  });

  type Spoil = (backup: { settings: Record<string, unknown>; saved: unknown[]; lookUps: unknown[] }) => object;
  test.each<[string, Spoil, object]>([
    [
      "a choice that there is not",
      (backup) => ({ ...backup, settings: { ...backup.settings, show: "all" } }),
      {
        kind: "field",
        path: ["settings", "show"],
        expected: { choices: ["essential", "regular", "background"] },
        found: { text: "all" },
      },
    ],
    [
      "a setting that is not known here",
      (backup) => ({ ...backup, settings: { ...backup.settings, colour: "red" } }),
      { kind: "unknown-field", path: ["settings", "colour"] },
    ],
    [
      "no saved terms",
      ({ settings, lookUps, ...backup }) => ({ ...backup, settings, lookUps, saved: undefined }),
      { kind: "missing", path: ["saved"] },
    ],
    [
      "a note that is no text",
      (backup) => ({ ...backup, saved: [NOTE, { ...NOTE, term: "fen-dou", note: 7 }] }),
      { kind: "field", path: ["saved", 1, "note"], expected: "text", found: { value: 7 } },
    ],
    [
      "a time that is none",
      (backup) => ({ ...backup, lookUps: [{ ...LOOK_UP, time: 1.5 }] }),
      { kind: "field", path: ["lookUps", 0, "time"], expected: "milliseconds", found: { value: 1.5 } },
    ],
    [
      "a time after the last date",
      (backup) => ({ ...backup, saved: [{ ...NOTE, time: 8.64e15 + 1 }] }),
      { kind: "field", path: ["saved", 0, "time"], expected: "milliseconds", found: { value: 8.64e15 + 1 } },
    ],
    [
      "a note that is too long",
      (backup) => ({ ...backup, saved: [{ ...NOTE, note: "长".repeat(10_001) }] }),
      { kind: "field", path: ["saved", 0, "note"], expected: { longest: 10_000 }, found: { characters: 10_001 } },
    ],
    [
      "a term that is saved twice",
      (backup) => ({ ...backup, saved: [NOTE, NOTE] }),
      { kind: "twice", headword: "四个意识" },
    ],
    [
      "a text without end",
      (backup) => ({ ...backup, settings: { ...backup.settings, theme: "x".repeat(1000) } }),
      { kind: "field", path: ["settings", "theme"], found: { text: `${"x".repeat(60)}…` } },
    ],
  ])("%s", async (_, spoil, problem) => {
    const text = JSON.stringify(spoil(JSON.parse(await made()) as Parameters<Spoil>[0]));
    expect(readBackup(text)).toMatchObject({ problem });
  });
});
