// @vitest-environment happy-dom
/** Why a backup is refused: which field it is, what should stand there and what does, in words for people. */
import "fake-indexeddb/auto";
import { afterEach, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { readBackup, type Backup } from "../../src/platform/backup.ts";
import { readSettings } from "../../src/platform/settings.ts";
import { LANGUAGES, type Language } from "../../src/protocol/language.ts";
import { BackupProblemText } from "../../src/ui/backup-problem.tsx";
import { speak } from "../../src/ui/words/language.ts";
import { mount } from "./mount.ts";

vi.mock("webextension-polyfill", () => ({ default: fakeBrowser }));

afterEach(() => speak("en"));

async function backup(): Promise<Backup> {
  return {
    format: "tifa-backup",
    version: 1,
    made: "2026-11-25T12:00:00Z",
    by: "0.1.0",
    settings: { ...(await readSettings()), offSites: ["gov.test"], muted: ["fen-dou"], packsOff: ["county-speeches"] },
    saved: [{ term: "si-ge-yi-shi", headword: "四个意识", note: "", time: 1000 }],
    lookUps: [{ term: null, surface: "五清三亮", sentence: "推行“五清三亮”。", title: "报告", url: "", time: 2000 }],
  };
}

type Fields = Record<string | number, unknown>;

/** Every field of `value` and of what is in it, by the way to it. */
function pathsIn(value: unknown): (string | number)[][] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => {
    const key = Array.isArray(value) ? Number(name) : name;
    return [[key], ...pathsIn(inner).map((path) => [key, ...path])];
  });
}

function withField(
  whole: object,
  path: readonly (string | number)[],
  change: (at: Fields, key: string | number) => void,
) {
  const copy = structuredClone(whole) as Fields;
  let at = copy;
  for (const key of path.slice(0, -1)) at = at[key] as Fields;
  change(at, path.at(-1)!);
  return copy;
}

function saidOf(file: object): string | undefined {
  const read = readBackup(JSON.stringify(file));
  return "problem" in read ? mount(<BackupProblemText problem={read.problem} />).textContent : undefined;
}

test.each<[Language, (string | number)[], unknown, string]>([
  [
    "en",
    ["saved", 0, "note"],
    "长".repeat(10_001),
    "Saved term 1, note (saved[0].note) should be a text of at most 10,000 characters, and is one of 10,001.",
  ],
  [
    "en",
    ["settings", "theme"],
    "red",
    "The option “Theme” (settings.theme) should be “auto”, “light” or “dark”, and is “red”.",
  ],
  [
    "en",
    ["settings", "muted", 0],
    null,
    "The option “Formulations not to be marked”, no. 1 (settings.muted[0]) should be a text, and is empty (null).",
  ],
  ["zh-Hans", ["made"], "昨天", "备份时间（made）应为日期和时间，如2026-01-31T12:00:00Z，实际是“昨天”。"],
  [
    "zh-Hans",
    ["lookUps", 0, "time"],
    -1,
    "第1条查词记录的时间（lookUps[0].time）应为时间（1970年以来的毫秒数），实际是-1。",
  ],
  ["zh-Hans", ["saved"], {}, "收藏的词条（saved）应为列表，实际是带名称的字段。"],
  [
    "zh-Hant",
    ["settings", "minimap"],
    "yes",
    "設定「在視窗邊緣顯示分佈圖」（settings.minimap）應為true或false，實際是「yes」。",
  ],
])("in %s of %j", async (language, path, value, text) => {
  speak(language);
  expect(saidOf(withField(await backup(), path, (at, key) => (at[key] = value)))).toBe(text);
});

test("no field is told of in the words of a program, whatever is wrong with it", async () => {
  const whole = await backup();
  expect(saidOf(whole)).toBeUndefined();
  const paths = pathsIn(whole).filter(([first]) => first !== "format" && first !== "version");
  expect(paths.length).toBeGreaterThan(30);
  const wrong = [null, [], [7], {}, { a: 1 }, "", "昨天", "长".repeat(20_000), true, -1, 1.5, 1e300];
  const said = new Set<string>();
  for (const language of LANGUAGES) {
    speak(language);
    for (const path of paths) {
      const files = [
        withField(whole, path, (at, key) => (Array.isArray(at) ? at.push(at[key]) : delete at[key])),
        ...wrong.map((value) => withField(whole, path, (at, key) => (at[key] = value))),
      ];
      for (const file of files) said.add(saidOf(file) ?? "");
    }
  }
  expect(said.size).toBeGreaterThan(300);
  expect(
    [...said].filter((text) => /undefined|Object|Array|string|never|iso_|[<>|{}]|\bnull\b(?!\)|）)/.test(text)),
  ).toEqual([]);
});
