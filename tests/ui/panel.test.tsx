// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from "vitest";
import { entryOf } from "../../src/lexicon/entry.ts";
import { columnsOf, linesOf } from "../../src/lexicon/lines.ts";
import type { KeptLookUp, SavedTerm } from "../../src/protocol/user-records.ts";
import { PanelSession, type PanelPort } from "../../src/ui/panel-session.tsx";
import type { PageFindings } from "../../src/protocol/page-findings.ts";
import { speak } from "../../src/ui/words/language.ts";
import { makeTerm } from "./entries.ts";
import { click, mount, named, press, text, settle } from "./mount.ts";

const TERMS = [makeTerm(), makeTerm({ id: "si-ge-yi-shi", headword: "四个意识", traditional: "四個意識" })];
const PACK = {
  id: "test",
  name: { en: "Test", zh: "测试" },
  version: "1",
  licence: "CC0",
  description: { en: "", zh: "" },
};
const GLOSSARY = { packs: [PACK], terms: TERMS, attestations: {} };
const LINES = linesOf(columnsOf(GLOSSARY));

const lookUp = (id: number, surface: string, part: Partial<KeptLookUp> = {}): KeptLookUp => ({
  id,
  term: null,
  surface,
  sentence: `推行“${surface}”工作法。`,
  title: "县委工作报告",
  url: "https://county.test/report",
  time: new Date(2026, 10, 25, 9, 30).getTime(),
  ...part,
});

/** Records in memory, that tell of each change as the database does. */
function notebook(lookUps: KeptLookUp[] = [], saved: SavedTerm[] = []) {
  const listeners = new Set<() => void>();
  const told = async <T,>(value: T): Promise<T> => {
    for (const take of listeners) take();
    return value;
  };
  const records = { lookUps, saved };
  return {
    records,
    lookUps: async () => records.lookUps.toReversed(),
    forget: async (which: readonly number[] | "all") => {
      const gone = records.lookUps.filter(({ id }) => which === "all" || which.includes(id));
      records.lookUps = records.lookUps.filter((one) => !gone.includes(one));
      return told(gone);
    },
    remember: async (gone: readonly KeptLookUp[]) => {
      records.lookUps = [...records.lookUps, ...gone].sort((a, b) => a.id - b.id);
      await told(null);
    },
    savedTerms: async () => [...records.saved],
    save: async (one: SavedTerm) => {
      records.saved = [...records.saved, one];
      await told(null);
    },
    unsave: async (term: string) => {
      const gone = records.saved.find((one) => one.term === term);
      records.saved = records.saved.filter((one) => one !== gone);
      return told(gone);
    },
    note: async (term: string, note: string) => {
      records.saved = records.saved.map((one) => (one.term === term ? { ...one, note } : one));
      await told(null);
    },
    onChange: (take: () => void, signal: AbortSignal) => {
      listeners.add(take);
      signal.addEventListener("abort", () => listeners.delete(take));
    },
  };
}

function portWith(kept: ReturnType<typeof notebook>, part: Partial<PanelPort> = {}): PanelPort {
  const found: PageFindings = { state: "not-chinese", host: "county.test" };
  return {
    page: { read: async () => found, readRegister: () => ({ han: 0, score: 0, parts: [] }) },
    notebook: kept,
    access: { allowSites: vi.fn<() => void>() },
    setEnabled: vi.fn<PanelPort["setEnabled"]>(),
    setSite: vi.fn<PanelPort["setSite"]>(),
    setShow: vi.fn<PanelPort["setShow"]>(),
    jump: vi.fn<PanelPort["jump"]>(),
    openSpeech: vi.fn<PanelPort["openSpeech"]>(),
    hrefOf: (id) => `/glossary.html?term=${id}`,
    copy: vi.fn<(text: string) => void>(),
    pageOf: ({ url }) => (url === "" ? undefined : `${url}#:~:text=x`),
    openPage: vi.fn<PanelPort["openPage"]>(),
    exportTerms: vi.fn<PanelPort["exportTerms"]>(),
    ...part,
  };
}

const SETTINGS = { enabled: true, offSites: [], show: "regular", definitions: "both" } as const;
const SEARCHED = {
  readTerms: async () => TERMS,
  readEntry: async (id: string) => entryOf({ glossary: GLOSSARY, speeches: [] }, id),
};

async function panel(port: PanelPort, shown?: Parameters<typeof PanelSession>[0]["shown"]): Promise<HTMLElement> {
  const root = mount(<PanelSession lines={LINES} {...SEARCHED} settings={SETTINGS} port={port} shown={shown} />);
  await settle();
  return root;
}

async function tab(root: HTMLElement, name: string): Promise<void> {
  click(named(root, name, "label").querySelector("input")!);
  await settle();
}

describe("the script", () => {
  afterEach(() => speak("en"));

  it("of what was saved is the reader's; of what was looked up, the page's", async () => {
    speak("zh-Hant");
    const saved = [{ term: "si-ge-yi-shi", headword: "四个意识", note: "", time: 0 }];
    const lookUps = ["四个意识", "四個意識"].map((surface, id) => lookUp(id, surface, { term: "si-ge-yi-shi" }));
    const root = await panel(portWith(notebook(lookUps, saved)));
    const headwords = (rows: string): string[][] =>
      [...root.querySelectorAll(`${rows} .row-headword`)].map((one) => [one.textContent, one.getAttribute("lang")!]);
    expect(headwords(".saved-row")).toEqual([["四個意識", "zh-Hant"]]);
    expect(headwords(".history-row")).toEqual([
      ["四個意識", "zh-Hant"],
      ["四个意识", "zh-Hans"],
    ]);
    click(named(root, /^四個意識/, ".saved-row button"));
    await settle();
    expect(root.querySelector(".entry-headword")!.textContent).toBe("四個意識");
  });
});

describe("the history", () => {
  it("has each look-up with its sentence, page and time, by day", async () => {
    const root = await panel(
      portWith(notebook([lookUp(1, "五清三亮"), lookUp(2, "四个意识", { term: "si-ge-yi-shi" })])),
    );
    await tab(root, "History");
    expect(text(root, ".history .rows-heading")).toEqual(["25 November 2026"]);
    // Told as it changes, without the button beside it.
    expect(text(root, ".history [role=status]")).toEqual(["2 look-ups"]);
    expect(text(root, ".history .row-headword")).toEqual(["四个意识", "五清三亮"]);
    expect(text(root, ".history-sentence mark")).toEqual(["四个意识", "五清三亮"]);
    expect(text(root, ".history-place")).toEqual(["09:30 县委工作报告", "09:30 县委工作报告"]);
  });

  it("has no way to an entry that the glossary has no more", async () => {
    const root = await panel(portWith(notebook([lookUp(1, "旧词", { term: "gone" })])));
    await tab(root, "History");
    expect(text(root, "p.history-open")).toEqual(["旧词 No longer in the glossary"]);
    expect(root.querySelector(".history-row [data-row]")).toBeNull();
  });

  it("leads back to the page, and to none where there is none", async () => {
    const port = portWith(notebook([lookUp(1, "五清三亮", { url: "", title: "一页" }), lookUp(2, "四个意识")]));
    const root = await panel(port);
    await tab(root, "History");
    const links = [...root.querySelectorAll<HTMLAnchorElement>(".history-place a")];
    expect(links.map((link) => link.textContent)).toEqual(["县委工作报告"]);
    click(links[0]!);
    expect(port.openPage).toHaveBeenCalledExactlyOnceWith("https://county.test/report#:~:text=x");
  });

  it("removes one, and all, and has them back", async () => {
    const kept = notebook([lookUp(1, "一"), lookUp(2, "二"), lookUp(3, "三")]);
    const root = await panel(portWith(kept));
    await tab(root, "History");
    click(named(root, "Remove 二 from the history"));
    await settle();
    expect(text(root, ".history .row-headword")).toEqual(["三", "一"]);
    expect(text(root, ".undo-text")).toEqual(["1 look-up removed."]);
    click(named(root, "Undo"));
    await settle();
    expect(text(root, ".history .row-headword")).toEqual(["三", "二", "一"]);
    click(named(root, "Clear all"));
    await settle();
    expect(text(root, ".undo-text")).toEqual(["3 look-ups removed."]);
    expect(root.textContent).toContain("Nothing has been looked up yet.");
    click(named(root, "Undo"));
    await settle();
    expect(kept.records.lookUps.map(({ surface }) => surface)).toEqual(["一", "二", "三"]);
    expect(root.querySelector(".undo-text")).toBeNull();
  });

  it("keeps the focus where it was when a row is removed, when all are, and when they are had back", async () => {
    const kept = notebook([lookUp(1, "一"), lookUp(2, "二"), lookUp(3, "三")]);
    const root = await panel(portWith(kept));
    await tab(root, "History");
    const pressed = async (name: string): Promise<string | null | undefined> => {
      const button = named(root, name);
      button.focus();
      click(button);
      await settle();
      const { activeElement } = document;
      return activeElement?.getAttribute("aria-label") ?? activeElement?.textContent;
    };
    expect(await pressed("Remove 二 from the history")).toBe("Remove 一 from the history");
    expect(await pressed("Undo")).toBe("Remove 一 from the history");
    expect(await pressed("Remove 一 from the history")).toBe("Remove 二 from the history");
    expect(await pressed("Close")).toBe("Remove 二 from the history");
    expect(await pressed("Clear all")).toContain("Nothing has been looked up yet.");
    expect(await pressed("Undo")).toContain("2 look-ups");
  });

  it("is gone through with the arrow keys, from a row's smaller buttons too", async () => {
    const root = await panel(portWith(notebook([lookUp(1, "一"), lookUp(2, "二")])));
    await tab(root, "History");
    named(root, "Remove 二 from the history").focus();
    expect(press(document.activeElement!, "ArrowDown")).toBe(false);
    expect(document.activeElement?.textContent).toContain("一");
  });

  it.each([
    ["四個意識", ["四个意识"]],
    ["upholds", ["两个维护"]],
    ["报告", ["两个维护", "四个意识"]],
    ["county.test", ["两个维护", "四个意识"]],
    ["稻茬", []],
  ])("finds %s", async (query, surfaces) => {
    const root = await panel(
      portWith(notebook([lookUp(1, "四个意识"), lookUp(2, "两个维护", { term: "liang-ge-wei-hu" })])),
    );
    await tab(root, "History");
    const box = root.querySelector<HTMLInputElement>(".history input")!;
    box.value = query;
    box.dispatchEvent(new Event("input", { bubbles: true }));
    await settle();
    expect(text(root, ".history .row-headword")).toEqual(surfaces);
  });

  it("opens what was looked up: the entry, or the page's own words", async () => {
    const root = await panel(
      portWith(notebook([lookUp(1, "五清三亮"), lookUp(2, "四个意识", { term: "si-ge-yi-shi" })])),
    );
    await tab(root, "History");
    const [entry, numeral] = [...root.querySelectorAll<HTMLElement>(".history-open")];
    click(entry!);
    await settle();
    expect(text(root, ".popup-entry h2")).toEqual(["四个意识"]);
    click(named(root, "Back"));
    click(numeral!);
    await settle();
    expect(text(root, ".popup-entry mark")).toEqual(["五清三亮"]);
    expect(root.querySelector(".popup-entry")!.textContent).toContain("not in the glossary");
  });

  it("says so where it can't be read", async () => {
    const kept = { ...notebook(), lookUps: async () => Promise.reject(new Error("The disk is full.")) };
    const root = await panel(portWith(kept));
    await tab(root, "History");
    expect(root.textContent).toContain("The disk is full.");
  });
});

describe("the saved terms", () => {
  const saved = (term: string, headword: string, note = ""): SavedTerm => ({ term, headword, note, time: 0 });

  it("have notes, kept with each letter", async () => {
    const kept = notebook([], [saved("si-ge-yi-shi", "四个意识", "旧")]);
    const root = await panel(portWith(kept));
    await tab(root, "Saved");
    const note = root.querySelector<HTMLTextAreaElement>(".note")!;
    expect(note.value).toBe("旧");
    note.value = "旧的新的";
    note.dispatchEvent(new Event("input", { bubbles: true }));
    await settle();
    expect(kept.records.saved[0]!.note).toBe("旧的新的");
  });

  it("leave the arrow keys to the lines of a note", async () => {
    const root = await panel(
      portWith(notebook([], [saved("si-ge-yi-shi", "四个意识", "一\n二"), saved("liang-ge-wei-hu", "两个维护")])),
    );
    await tab(root, "Saved");
    const note = root.querySelector<HTMLTextAreaElement>(".note")!;
    note.focus();
    expect(press(note, "ArrowDown")).toBe(true);
    expect(document.activeElement).toBe(note);
  });

  it("keep the focus among them when one is removed", async () => {
    const kept = notebook([], [saved("si-ge-yi-shi", "四个意识"), saved("liang-ge-wei-hu", "两个维护")]);
    const root = await panel(portWith(kept));
    await tab(root, "Saved");
    const first = named(root, "Remove 四个意识 from the saved terms");
    first.focus();
    click(first);
    await settle();
    expect(document.activeElement).toBe(named(root, "Remove 两个维护 from the saved terms"));
  });

  it("have the focus when an entry that is saved no more is left", async () => {
    const root = await panel(portWith(notebook([], [saved("si-ge-yi-shi", "四个意识")])));
    await tab(root, "Saved");
    const row = root.querySelector<HTMLElement>(".saved-row .history-open")!;
    row.focus();
    click(row);
    await settle();
    click(named(root, "Saved"));
    await settle();
    click(named(root, "Back"));
    expect(document.activeElement).toBe(root.querySelector(".panel-tab:not([hidden])"));
  });

  it("have the note that was written last, here or in another panel, wherever the cursor stands", async () => {
    const kept = notebook([], [saved("si-ge-yi-shi", "四个意识")]);
    /** The records as they are read, each when the test lets it be. */
    const reads: (() => void)[] = [];
    const savedTerms = () =>
      new Promise<SavedTerm[]>((resolve) => {
        const { saved: now } = kept.records;
        reads.push(() => resolve(now));
      });
    const root = await panel(portWith({ ...kept, savedTerms }));
    const read = async (): Promise<void> => {
      for (const answer of reads.splice(0)) answer();
      await settle();
    };
    await read();
    await tab(root, "Saved");
    const field = () => root.querySelector<HTMLTextAreaElement>(".note")!;
    const type = async (words: string): Promise<void> => {
      field().value = words;
      field().dispatchEvent(new Event("input", { bubbles: true }));
      await settle();
    };
    field().focus();
    await type("一");
    const early = reads.splice(0);
    await type("一二");
    for (const answer of early) answer();
    await settle();
    expect(field().value).toBe("一二");
    await read();
    await kept.note("si-ge-yi-shi", "一二三");
    await read();
    expect(document.activeElement).toBe(field());
    expect(field().value).toBe("一二三");
  });

  it("are removed, and had back with their notes", async () => {
    const kept = notebook([], [saved("si-ge-yi-shi", "四个意识", "留着")]);
    const root = await panel(portWith(kept));
    await tab(root, "Saved");
    click(named(root, "Remove 四个意识 from the saved terms"));
    await settle();
    expect(kept.records.saved).toEqual([]);
    click(named(root, "Undo"));
    await settle();
    expect(kept.records.saved).toEqual([saved("si-ge-yi-shi", "四个意识", "留着")]);
  });

  it("stay readable when the glossary has them no more", async () => {
    const root = await panel(portWith(notebook([], [saved("gone", "旧词")])));
    await tab(root, "Saved");
    expect(text(root, ".saved-row .history-open")).toEqual(["旧词 No longer in the glossary"]);
  });

  it("are exported as they stand", async () => {
    const kept = notebook([], [saved("gone", "旧词")]);
    const port = portWith(kept);
    const root = await panel(port);
    await tab(root, "Saved");
    click(named(root, "TBX"));
    expect(port.exportTerms).toHaveBeenCalledExactlyOnceWith("tbx", kept.records.saved);
  });
});

describe("what the page asks to be shown", () => {
  it("is opened, can be saved, and stays when the page's list changes", async () => {
    const kept = notebook();
    const subject = {
      term: "si-ge-yi-shi",
      surface: "四個意識",
      sentence: "增強「四個意識」。",
      script: "hant",
    } as const;
    const port = portWith(kept);
    const root = await panel(port, subject);
    expect(text(root, ".popup-entry h2")).toEqual(["四個意識"]);
    click(named(root, "Save"));
    await settle();
    expect(kept.records.saved.map(({ term }) => term)).toEqual(["si-ge-yi-shi"]);
    click(named(root, "Saved"));
    await settle();
    expect(kept.records.saved).toEqual([]);
    click(named(root, "Back"));
    await settle();
    // The same again is another asking.
    await panel(port, { ...subject });
    expect(text(root, ".popup-entry h2")).toEqual(["四個意識"]);
  });
});

describe("what can't be stored", () => {
  it("is told where the reader acted, until it is closed or something is stored", async () => {
    const kept = notebook([lookUp(1, "五清三亮"), lookUp(2, "三清两整")]);
    const root = await panel(portWith({ ...kept, forget: () => Promise.reject(new Error("the disk is full")) }));
    await tab(root, "History");
    click(named(root, "Clear all"));
    await settle();
    expect(text(root, '[role="alert"]')).toEqual([
      "The browser did not store this: the disk is full. Nothing was changed.",
    ]);
    click(named(root.querySelector('[role="alert"]')!, "Close"));
    expect(text(root, '[role="alert"]')).toEqual([""]);
  });

  it.each([
    [new DOMException("", "QuotaExceededError"), "QuotaExceededError"],
    [
      new DOMException("The version is less than the existing one.", "VersionError"),
      "The version is less than the existing one",
    ],
  ])("is told of in one sentence: %s", async (refusal, reason) => {
    const kept = notebook([lookUp(1, "五清三亮")]);
    const root = await panel(portWith({ ...kept, forget: () => Promise.reject(refusal) }));
    await tab(root, "History");
    click(named(root, "Clear all"));
    await settle();
    expect(text(root, '[role="alert"]')).toEqual([`The browser did not store this: ${reason}. Nothing was changed.`]);
  });
});
