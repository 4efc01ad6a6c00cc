/** The interface speaks three languages: no string is missing in one, and none was left in another. */
import { globSync } from "node:fs";
import { join } from "node:path";
import { Converter } from "opencc-js/cn2t";
import { afterEach, describe, expect, test, vi } from "vitest";
import { ROOT } from "../../src/cli/seeds.ts";
import { LANGUAGES, languageFor, type Language } from "../../src/protocol/language.ts";
import { commonWords, date } from "../../src/ui/words/common.ts";
import { speak } from "../../src/ui/words/language.ts";
import { SCRIPT_PAIRS } from "../../src/text/script-pairs.ts";

afterEach(() => speak("en"));

/** Every string of a part by its path; what a function says of small and large numbers. */
function stringsOf(value: unknown, path = ""): [string, string][] {
  if (typeof value === "string") return [[path, value]];
  if (typeof value === "function") {
    const say = value as (...args: unknown[]) => string;
    return [1, 7].map((n) => [`${path}(${n})`, say(...Array.from({ length: say.length }, () => n))]);
  }
  if (typeof value !== "object" || value === null) throw new Error(`${path} is ${String(value)}, not a string`);
  return Object.entries(value).flatMap(([key, inner]) => stringsOf(inner, path === "" ? key : `${path}.${key}`));
}

const files = globSync("src/ui/words/*.ts", { cwd: ROOT })
  .map((file) => file.replaceAll("\\", "/"))
  .filter((file) => !/\/(language|browser)\.ts$/.test(file));

/** Strings of the part in `file`, by language; a part is read through what it exports, as components read it. */
async function partOf(file: string): Promise<Record<Language, Map<string, string>>> {
  const module = (await import(/* @vite-ignore */ join(ROOT, file))) as Record<string, object>;
  const [, part] = Object.entries(module).find(([name]) => name.endsWith("Words")) ?? [];
  if (!part) throw new Error(`${file} exports no …Words`);
  const read = (language: Language): Map<string, string> => {
    speak(language);
    // The keys are those of English: what another language lacks is read as undefined, and told of.
    return new Map(Object.keys(part).flatMap((key) => stringsOf((part as Record<string, unknown>)[key], key)));
  };
  return { en: read("en"), "zh-Hans": read("zh-Hans"), "zh-Hant": read("zh-Hant") };
}

/** Whether words were left in English: letters and no hanzi, but for a name. */
const isLeft = ([key, text]: readonly [string, string]): boolean =>
  !key.startsWith("name.") && /\p{L}/u.test(text.replaceAll(/\{\w+\}/g, "")) && !/\p{Script=Han}/u.test(text);

const traditionalOnly = new Set([...SCRIPT_PAIRS].filter((_, i) => i % 2 === 0));
const toTraditional = Converter({ from: "cn", to: "tw" });

describe.each(files)("%s", (file) => {
  test("has every string in every language", async () => {
    const part = await partOf(file);
    for (const language of LANGUAGES) expect([...part[language].keys()]).toEqual([...part.en.keys()]);
  });

  test("has no string that was left untranslated or empty", async () => {
    const part = await partOf(file);
    for (const language of ["zh-Hans", "zh-Hant"] as const) {
      expect([...part[language]].filter((string) => string[1].trim() === "" || isLeft(string))).toEqual([]);
    }
  });

  test("keeps what stands in braces", async () => {
    const part = await partOf(file);
    const slots = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort();
    for (const language of ["zh-Hans", "zh-Hant"] as const) {
      for (const [key, text] of part[language]) expect([key, slots(text)]).toEqual([key, slots(part.en.get(key)!)]);
    }
  });

  test("keeps each script to itself", async () => {
    const part = await partOf(file);
    const others = (language: Language, script: ReadonlySet<string>): string[] =>
      [...part[language].values()].filter((text) => [...text].some((character) => script.has(character)));
    expect(
      others("zh-Hans", new Set([...traditionalOnly].filter((character) => !"著乾徵藉瞭".includes(character)))),
    ).toEqual([]);
    for (const text of part["zh-Hant"].values()) expect(toTraditional(text)).toBe(text);
  });
});

test.each([
  [["en-GB"], "en"],
  [["zh-CN", "en"], "zh-Hans"],
  [["zh"], "zh-Hans"],
  [["zh-TW"], "zh-Hant"],
  [["zh-Hant-HK"], "zh-Hant"],
  [["zh-Hans-HK"], "zh-Hans"],
  [["de-DE", "zh-HK"], "zh-Hant"],
  [["de"], "en"],
  [[], "en"],
])("a browser that wants %s gets %s", (wanted, language) => {
  expect(languageFor(wanted)).toBe(language);
});

test("what is read is in the language spoken at the time", () => {
  expect(commonWords.close).toBe("Close");
  speak("zh-Hant");
  expect(commonWords.close).toBe("關閉");
  expect(date("2012-11-29")).toBe("2012年11月29日");
  speak("en");
  expect(date("2012-11")).toBe("November 2012");
});

test.each([
  ["chrome", "无痕窗口", "無痕式視窗", "擴充功能"],
  ["firefox", "隐私窗口", "隱私視窗", "擴充套件"],
])(
  "in %s the browser’s own things are called by its own words",
  async (browser, simplified, traditional, extension) => {
    vi.stubEnv("BROWSER", browser);
    vi.resetModules();
    try {
      const [{ speak: speakThere }, { panelWords }, { popupWords }] = await Promise.all([
        import("../../src/ui/words/language.ts"),
        import("../../src/ui/words/panel.ts"),
        import("../../src/ui/words/popup.ts"),
      ]);
      speakThere("zh-Hans");
      expect(panelWords.noHistory.hint).toContain(simplified);
      speakThere("zh-Hant");
      expect(panelWords.noHistory.hint).toContain(traditional);
      expect(popupWords.empty.browser.title).toBe(`瀏覽器不允許${extension}讀取此頁。`);
    } finally {
      vi.unstubAllEnvs();
      vi.resetModules();
    }
  },
);
