// @vitest-environment happy-dom
import { act } from "preact/test-utils";
import { afterEach, describe, expect, it, vi } from "vitest";
import { columnsOf, linesOf } from "../../src/lexicon/lines.ts";
import type { BackupProblem } from "../../src/protocol/backup.ts";
import { OptionsSession, type OptionsPort } from "../../src/ui/options-session.tsx";
import type { OptionsSettings } from "../../src/ui/options.tsx";
import { speak } from "../../src/ui/words/language.ts";
import { makeTerm } from "./entries.ts";
import { click, mount, named, text } from "./mount.ts";

afterEach(() => speak("en"));

const SETTINGS: OptionsSettings = {
  enabled: true,
  offSites: ["people.test", "gov.test"],
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
  muted: ["si-ge-yi-shi", "五清三亮"],
  packsOff: [],
  language: "auto",
};

const TERM = makeTerm({ id: "si-ge-yi-shi", headword: "四个意识" });
const PACK = {
  id: TERM.pack,
  name: { en: "County speeches", zh: "县级讲话" },
  version: "1.2.0",
  licence: "MIT",
  description: { en: "Of five speeches.", zh: "五篇讲话。" },
};
const LINES = linesOf(columnsOf({ packs: [PACK], terms: [TERM], attestations: {} }));

/** A page whose settings are changed as the browser changes them. */
function open(part: Partial<OptionsPort> = {}): { root: HTMLElement; settings: () => OptionsSettings } {
  let settings = SETTINGS;
  const port: OptionsPort = {
    lines: LINES,
    sample: { title: { en: "Summing-up speech", zh: "总结讲话" }, text: "深刻领悟“两个确立”。" },
    onSample: () => undefined,
    siteOf: (typed) => (typed.includes(".") ? typed : undefined),
    onChangeKeys: () => undefined,
    change: async (change) => {
      settings = { ...settings, ...change(settings) };
      draw();
    },
    reset: async () => {
      const before = settings;
      settings = { ...SETTINGS, offSites: [], muted: [] };
      draw();
      const undo = async (): Promise<void> => {
        settings = before;
        draw();
      };
      return { restored: null, undo };
    },
    lastUndoable: async () => undefined,
    forgetUndoable: async () => undefined,
    readKeys: async () => [
      { command: "look-up", description: "Look up the selection in the glossary", shortcut: "" },
      { command: "next", description: "Next formulation", shortcut: "Alt+Shift+J" },
    ],
    readUse: async () => ({ saved: 1, lookUps: 1200, bytes: 345_600 }),
    onUse: () => undefined,
    saveBackup: async () => "tifa-backup-2026-11-25.json",
    restore: async () => ({ problem: { kind: "not-json" } }),
    ...part,
  };
  const draw = (): HTMLElement => mount(<OptionsSession settings={settings} port={port} />);
  return { root: draw(), settings: () => settings };
}

/** Lets what was begun end. */
const settle = (): Promise<void> => act(() => new Promise((resolve) => setTimeout(resolve, 0)));
const said = (root: HTMLElement): string => text(root, ".said-place")[0]!;

async function choose(root: HTMLElement, group: string, label: string): Promise<void> {
  const choices = root.querySelector(`[aria-label="${group}"]`)!;
  click(named(choices, new RegExp(`^${label}`), "label").querySelector("input")!);
  await settle();
}

describe("a choice", () => {
  it.each<[string, string, Partial<OptionsSettings>]>([
    ["How much to mark", "Essential", { show: "essential" }],
    ["Marked by", "Tint", { markStyle: "tint" }],
    ["Strength", "Faint", { markStrength: "faint" }],
    ["Occurrences", "The first on a page", { occurrences: "first" }],
    ["An explanation opens", "With a click", { pointing: "click" }],
    ["Where it opens", "In the side panel", { cardPlace: "panel" }],
    ["Definitions", "English only", { definitions: "mine" }],
    ["Language", "繁體中文", { language: "zh-Hant" }],
    ["Theme", "Dark", { theme: "dark" }],
  ])("of %s: %s is kept at once, and said", async (group, label, part) => {
    const { root, settings } = open();
    await choose(root, group, label);
    expect(settings()).toEqual({ ...SETTINGS, ...part });
    expect(said(root)).toBe("Saved.");
  });

  it("of a key to hold is offered only where a key is held", async () => {
    const { root, settings } = open();
    expect(root.querySelector('[aria-label="Key to hold"]')).toBeNull();
    await choose(root, "An explanation opens", "When the pointer is on it while");
    await choose(root, "Key to hold", "Shift");
    expect(settings()).toMatchObject({ pointing: "key", pointingKey: "Shift" });
  });

  it("that the browser doesn't store is not shown as made, and the reason is said", async () => {
    const { root } = open({ change: () => Promise.reject(new Error("QUOTA_BYTES quota exceeded")) });
    await choose(root, "Theme", "Dark");
    expect(said(root)).toContain("QUOTA_BYTES quota exceeded. Nothing was changed.");
    const theme = root.querySelector('[aria-label="Theme"]')!;
    expect([...theme.querySelectorAll("input")].map(({ checked }) => checked)).toEqual([true, false, false]);
  });
});

describe("packs", () => {
  it("are told with version, licence and entries, and can be switched off", async () => {
    const { root, settings } = open();
    expect(text(root, ".pack")).toEqual(["County speechesOf five speeches.Version 1.2.0 · MIT · 1 entry"]);
    click(root.querySelector<HTMLElement>(".pack input")!);
    await settle();
    expect(settings().packsOff).toEqual([PACK.id]);
    expect(text(root, ".options-warning")).toEqual(["All packs are off: nothing is marked or found."]);
  });
});

describe("sites", () => {
  const listed = (root: HTMLElement): string[] => text(root, "#sites .listed-name");
  const add = async (root: HTMLElement, site: string): Promise<void> => {
    const box = root.querySelector<HTMLInputElement>("#sites input")!;
    await act(() => {
      box.value = site;
      box.dispatchEvent(new InputEvent("input", { bubbles: true }));
    });
    await act(
      () =>
        void root.querySelector("form")!.dispatchEvent(new SubmitEvent("submit", { bubbles: true, cancelable: true })),
    );
    await settle();
  };

  it("are listed by name, removed, and put back", async () => {
    const { root, settings } = open();
    expect(listed(root)).toEqual(["gov.test", "people.test"]);
    click(named(root, "Switch Tifa on at gov.test again"));
    await settle();
    expect(settings().offSites).toEqual(["people.test"]);
    expect(said(root)).toContain("On at gov.test again.");
    click(named(root, "Undo"));
    await settle();
    expect(settings().offSites).toEqual(["people.test", "gov.test"]);
    expect(said(root)).toBe("Undone.");
  });

  it("leave the focus with the next one, and at last with the word that there is none", async () => {
    const { root } = open();
    const remove = async (site: string): Promise<void> => {
      const button = named(root, `Switch Tifa on at ${site} again`);
      button.focus();
      click(button);
      await settle();
    };
    await remove("gov.test");
    expect(document.activeElement?.getAttribute("aria-label")).toBe("Switch Tifa on at people.test again");
    await remove("people.test");
    expect(document.activeElement?.textContent).toBe("Tifa is on everywhere.");
  });

  it("are added by hand", async () => {
    const { root, settings } = open();
    await add(root, " new.test ");
    expect(settings().offSites).toContain("new.test");
    expect(root.querySelector<HTMLInputElement>("#sites input")!.value).toBe("");
  });

  it.each([
    ["nonsense", "“nonsense” is no address."],
    ["gov.test", "gov.test is off already."],
  ])("%s is not added, and why is said", async (typed, why) => {
    const { root, settings } = open();
    await add(root, typed);
    expect(settings().offSites).toEqual(SETTINGS.offSites);
    expect(text(root, "#sites [role=alert]")[0]).toContain(why);
    expect(root.querySelector<HTMLInputElement>("#sites input")!.value).toBe(typed);
  });
});

describe("muted formulations", () => {
  it("are told by their headword, the last first, and marked again", async () => {
    const { root, settings } = open();
    expect(text(root, "#muted .listed-name .song")).toEqual(["五清三亮", "四个意识"]);
    expect(text(root, "#muted .listed-about")[0]).toBe("Not in the glossary");
    click(named(root, "Mark 四个意识 again"));
    await settle();
    expect(settings().muted).toEqual(["五清三亮"]);
    expect(said(root)).toContain("四个意识 is marked again.");
  });
});

describe("keys and data", () => {
  it("shows the keys as they are now", async () => {
    const { root } = open();
    await settle();
    expect(text(root, ".keys tbody th")).toEqual(["Next formulation", "Look up the selection in the glossary"]);
    expect(text(root, ".keys td")).toEqual(["AltShiftJ", "no key"]);
  });

  it("names them in the language of the interface, whatever the browser's is", async () => {
    speak("zh-Hans");
    const { root } = open();
    await settle();
    expect(text(root, ".keys tbody th")).toEqual(["下一个提法", "在词库中检索选中的文字"]);
  });

  it("counts what the user has made", async () => {
    const { root } = open();
    await settle();
    expect(text(root, ".data-use")[0]).toBe("1 saved term, 1,200 look-ups in the history · 346 kB on this machine");
  });

  it("resets with a way back", async () => {
    const { root, settings } = open();
    click(named(root, "Reset the settings"));
    await settle();
    expect(settings().offSites).toEqual([]);
    click(named(root, "Undo"));
    await settle();
    expect(settings()).toEqual(SETTINGS);
  });
});

describe("a backup", () => {
  const take = async (root: HTMLElement): Promise<void> => {
    const field = root.querySelector<HTMLInputElement>("input[type=file]")!;
    Object.defineProperty(field, "files", { value: [new File(["{}"], "mine.json")], configurable: true });
    await act(() => void field.dispatchEvent(new Event("change", { bubbles: true })));
    await settle();
    await settle();
  };

  it("is made, and where it is is said", async () => {
    const { root } = open();
    click(named(root, "Save a backup"));
    await settle();
    expect(said(root)).toContain("tifa-backup-2026-11-25.json");
  });

  it("is restored, with a way back", async () => {
    const undo = vi.fn<() => Promise<void>>(async () => undefined);
    const restored = { made: "2026-11-25T12:00:00.000Z", saved: 2, lookUps: 1, lookUpsLeftOut: 0 };
    const { root } = open({ restore: async () => ({ restored, undo }) });
    await take(root);
    expect(said(root)).toContain("Restored: the settings, 2 saved terms and 1 look-up.");
    click(named(root, "Undo"));
    await settle();
    expect(undo).toHaveBeenCalledOnce();
  });

  it("with more look-ups than are kept says how many were left out", async () => {
    const restored = { made: "2026-11-25T12:00:00.000Z", saved: 0, lookUps: 5000, lookUpsLeftOut: 55_000 };
    const { root } = open({ restore: async () => ({ restored, undo: async () => undefined }) });
    await take(root);
    expect(said(root)).toContain("5,000 look-ups. The history keeps 5,000 at most: the oldest 55,000 of the file were");
  });

  it.each<[BackupProblem, string]>([
    [{ kind: "not-json" }, "It is no backup of Tifa’s, or only a part of one."],
    [{ kind: "foreign" }, "It is a file of another program"],
    [{ kind: "newer", version: 7 }, "A newer Tifa made it (format 7)."],
    [{ kind: "missing", path: ["saved"] }, "Saved terms (saved) is missing."],
    [
      { kind: "too-large", size: 120_400_000, largest: 100_000_000 },
      "The file has 120.4 MB, more than the 100 MB that a backup may have.",
    ],
  ])("that is %j is refused, and why is said", async (problem, why) => {
    const { root, settings } = open({ restore: async () => ({ problem }) });
    await take(root);
    expect(said(root)).toContain("mine.json was not restored; what you have is untouched.");
    expect(said(root)).toContain(why);
    expect(settings()).toBe(SETTINGS);
    click(named(root, "Close this message"));
    expect(said(root)).toBe("");
  });
});
