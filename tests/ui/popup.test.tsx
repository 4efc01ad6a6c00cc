// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from "vitest";
import { termLine } from "../../src/lexicon/entry.ts";
import type { GlossaryLine } from "../../src/lexicon/lines.ts";
import type { Term } from "../../src/lexicon/term.ts";
import type { RegisterReading } from "../../src/protocol/page-findings.ts";
import type { PopupGroup } from "../../src/ui/group-row.tsx";
import { Popup, type PopupProps } from "../../src/ui/popup.tsx";
import type { PopupPage } from "../../src/ui/this-page.tsx";
import { speak } from "../../src/ui/words/language.ts";
import { makeEntry, makeTerm } from "./entries.ts";
import { click, mount, named, press, text } from "./mount.ts";

const lineOf = (term: Term, occurrences = 0): GlossaryLine => ({
  ...termLine(term),
  pack: term.pack,
  scope: term.scope,
  occurrences,
});

function group(headword: string, places: number[], part: Partial<PopupGroup> = {}): PopupGroup {
  const term = makeTerm({ id: `t-${places[0]}`, headword, traditional: headword });
  return {
    term: term.id,
    surface: headword,
    kind: "term",
    category: "numeral",
    weight: "essential",
    places,
    frame: 0,
    entry: lineOf(term),
    ...part,
  };
}

const REGISTER: RegisterReading = {
  han: 500,
  score: 75.5,
  parts: [
    { group: "verb", score: 54.5 },
    { group: "essential", score: 16.5 },
    { group: "run", score: 2.5 },
    { group: "frame", score: 1.4 },
    { group: "triad", score: 0.6 },
  ],
};

const GROUPS = [group("初心", [0]), group("两个维护", [1, 2, 3]), group("四个意识", [4, 5])];

function unknown(surface: string, places: number[]): PopupGroup {
  const { entry: _, ...rest } = group(surface, places, { term: null, kind: "numeral" });
  return rest;
}

function props(part: Partial<PopupProps> = {}): PopupProps {
  return {
    page: { state: "ready", host: "example.cn", register: REGISTER, groups: GROUPS },
    settings: { enabled: true, siteOn: true, show: "essential" },
    onEnabled: vi.fn<PopupProps["onEnabled"]>(),
    onSite: vi.fn<PopupProps["onSite"]>(),
    onShow: vi.fn<PopupProps["onShow"]>(),
    onJump: vi.fn<PopupProps["onJump"]>(),
    query: "",
    found: undefined,
    onQuery: vi.fn<PopupProps["onQuery"]>(),
    opened: null,
    onOpen: vi.fn<PopupProps["onOpen"]>(),
    onBack: vi.fn<PopupProps["onBack"]>(),
    onOpenSpeech: vi.fn<PopupProps["onOpenSpeech"]>(),
    isSaved: false,
    onSave: vi.fn<PopupProps["onSave"]>(),
    hrefOf: (id) => `/glossary.html?term=${id}`,
    onCopy: vi.fn<(text: string) => void>(),
    definitions: "both",
    failure: { reason: null, onClose: vi.fn<() => void>() },
    access: { allowSites: vi.fn<() => void>() },
    ...part,
  };
}

const popup = (part: Partial<PopupProps> = {}): HTMLElement => mount(<Popup {...props(part)} />);
const box = (root: HTMLElement): HTMLInputElement => root.querySelector<HTMLInputElement>("input[type=text]")!;
const mains = (root: HTMLElement): HTMLElement[] => [...root.querySelectorAll<HTMLElement>("[data-row]")];

describe("this page", () => {
  it("counts formulations and places, and lists them in the order of the page", () => {
    const root = popup();
    expect(text(root, ".page-list-counts")).toEqual(["3 formulations in 6 places"]);
    expect(text(root, ".row-headword")).toEqual(["初心", "两个维护", "四个意识"]);
  });

  it.each([
    [0, "Ordinary language"],
    [2.4, "Ordinary language"],
    [27, "Some political language"],
    [115.4, "Political language"],
    [194, "Densely political language"],
  ])("says what a score of %d is", (score, level) => {
    const register = { ...REGISTER, score };
    const root = popup({ page: { state: "ready", host: "example.cn", register, groups: GROUPS } });
    expect(text(root, ".register-level")).toEqual([`${level} Register score ${Math.round(score)}`]);
  });

  it("says what the score of its register is the sum of, unless it is too short to be judged", () => {
    expect(text(popup(), ".register-level")).toEqual(["Political language Register score 76"]);
    expect(text(popup(), ".register-why")).toEqual([
      "Made up of typical verbs 55, essential terms 16, runs of four characters 3, others 2. On the bar: encyclopedia 3, government reports 117.",
    ]);
    const register = { ...REGISTER, han: 20 };
    const root = popup({ page: { state: "ready", host: "example.cn", register, groups: GROUPS } });
    expect(root.querySelector(".register")).toBeNull();
  });

  it("lists the rarest first, what the glossary lacks before all, and says what that means", () => {
    const groups = [
      group("初心", [0], { entry: lineOf(makeTerm({ id: "a", headword: "初心" }), 7) }),
      group("两个维护", [1], { entry: lineOf(makeTerm({ id: "b" }), 2) }),
      unknown("五清三亮", [2]),
      group("底色", [3], { weight: "regular", entry: lineOf(makeTerm({ id: "c", headword: "底色" }), 1) }),
      group("两个确立", [4], { entry: lineOf(makeTerm({ id: "d", headword: "两个确立" }), 1) }),
    ];
    const root = popup({ page: { state: "ready", host: "example.cn", register: REGISTER, groups } });
    click(named(root, "Rare in speeches", "label").querySelector("input")!);
    expect(text(root, ".row-headword")).toEqual(["五清三亮", "两个确立", "底色", "两个维护", "初心"]);
    expect(text(root, ".page-list-note")[0]).toContain("Rarest in Tifa’s speeches first");
  });

  it("says how often the speeches have each where they are ordered by that", () => {
    const groups = [
      group("初心", [0], { entry: lineOf(makeTerm({ id: "a", headword: "初心" }), 7) }),
      group("稳中求进", [1], { entry: lineOf(makeTerm({ id: "b", headword: "稳中求进" }), 0) }),
      unknown("五清三亮", [2]),
    ];
    const root = popup({ page: { state: "ready", host: "example.cn", register: REGISTER, groups } });
    expect(text(root, ".row-attested")).toEqual([]);
    click(named(root, "Rare in speeches", "label").querySelector("input")!);
    expect(text(root, ".row-attested")).toEqual(["Not in Tifa’s speeches", "7 times in Tifa’s speeches"]);
  });

  it("shows one category alone, and all again", () => {
    const groups = [group("初心", [0], { category: "doctrine" }), ...GROUPS.slice(1)];
    const root = popup({ page: { state: "ready", host: "example.cn", register: REGISTER, groups } });
    const only = named(root, "Only Doctrine: 1");
    click(only);
    expect(text(root, ".row-headword")).toEqual(["初心"]);
    expect(text(root, ".page-list-counts")).toEqual(["1 formulation in 1 place"]);
    expect(only.getAttribute("aria-pressed")).toBe("true");
    click(only);
    expect(text(root, ".row-headword")).toHaveLength(3);
  });

  it("lists by count when asked", () => {
    const root = popup();
    click(named(root, "By count", "label").querySelector("input")!);
    expect(text(root, ".row-headword")).toEqual(["两个维护", "四个意识", "初心"]);
  });

  it("jumps to the first place, then on and back around", () => {
    const onJump = vi.fn<PopupProps["onJump"]>();
    const root = popup({ onJump });
    // Nothing is read out of rows that come; a jump is.
    expect(text(root, ".row-count [aria-live]")).toEqual(["", "", ""]);
    click(mains(root)[1]!);
    click(named(root, "Next place of 两个维护"));
    expect(text(root, ".row-count [aria-live]")).toEqual(["", "2 / 3", ""]);
    expect(text(root, ".row-count")[1]).toBe("2 / 3");
    click(named(root, "Previous place of 两个维护"));
    click(named(root, "Previous place of 两个维护"));
    expect(onJump.mock.calls.map(([jumped, n, leave]) => [jumped.surface, n, leave])).toEqual([
      ["两个维护", 0, true],
      ["两个维护", 1, false],
      ["两个维护", 0, false],
      ["两个维护", 2, false],
    ]);
  });

  it("steps to the first place first, or to the last", () => {
    const onJump = vi.fn<PopupProps["onJump"]>();
    const root = popup({ onJump });
    click(named(root, "Next place of 两个维护"));
    click(named(root, "Previous place of 四个意识"));
    expect(onJump.mock.calls.map(([, n]) => n)).toEqual([0, 1]);
  });

  it("has no steppers for a single place, and explains only what the glossary has", () => {
    const onOpen = vi.fn<NonNullable<PopupProps["onOpen"]>>();
    const root = popup({
      page: { state: "ready", host: "example.cn", register: REGISTER, groups: [unknown("五个振兴", [0]), GROUPS[0]!] },
      onOpen,
    });
    expect(root.querySelectorAll(".row-steps button")).toHaveLength(0);
    expect(text(root, ".row-unknown")).toEqual(["Not in the glossary"]);
    click(named(root, /^Explain /));
    expect(onOpen).toHaveBeenCalledExactlyOnceWith(GROUPS[0]!.term, "hans");
  });

  it("shows a headword in the script of the page, and opens it in that", () => {
    const groups = [group("两个维护", [0], { surface: "兩個“維護”", entry: lineOf(makeTerm()) })];
    const onOpen = vi.fn<PopupProps["onOpen"]>();
    const root = popup({ page: { state: "ready", host: "h", register: REGISTER, groups }, onOpen });
    expect(text(root, ".row-headword")).toEqual(["兩個維護"]);
    click(named(root, "Explain 兩個維護"));
    expect(onOpen).toHaveBeenCalledExactlyOnceWith("liang-ge-wei-hu", "hant");
  });

  it("says the category in words, too", () => {
    expect(mains(popup())[0]!.textContent).toContain("Numeral formulation");
  });

  it("draws the first 200 of many, and all when asked", () => {
    const groups = Array.from({ length: 1234 }, (_, i) => group(`第${i}`, [i]));
    const root = popup({ page: { state: "ready", host: "example.cn", register: REGISTER, groups } });
    expect(mains(root)).toHaveLength(200);
    click(named(root, "Show all 1,234"));
    // The button is gone; what it showed begins there.
    expect(document.activeElement).toBe(mains(root)[200]);
    expect(mains(root)).toHaveLength(1234);
  });

  it("sets how much is marked", () => {
    const onShow = vi.fn<NonNullable<PopupProps["onShow"]>>();
    click(named(popup({ onShow }), "Everything", "label").querySelector("input")!);
    expect(onShow).toHaveBeenCalledExactlyOnceWith("background");
  });
});

describe("switches", () => {
  it("turn marks on and off everywhere and on the site", () => {
    const onEnabled = vi.fn<NonNullable<PopupProps["onEnabled"]>>();
    const onSite = vi.fn<NonNullable<PopupProps["onSite"]>>();
    const root = popup({ onEnabled, onSite });
    click(named(root, "Mark pages", "label").querySelector("input")!);
    click(named(root, "On example.cn", "label").querySelector("input")!);
    expect([onEnabled.mock.calls, onSite.mock.calls]).toEqual([[[false]], [[false]]]);
  });
});

describe("a page that is no site, as Tifa's own reader", () => {
  it("is listed, without a switch of its own", () => {
    const root = popup({ page: { state: "ready", host: "", register: REGISTER, groups: GROUPS } });
    expect(text(root, ".switch")).toEqual(["Mark pages"]);
    expect(mains(root)).toHaveLength(3);
  });
});

describe("nothing to list", () => {
  it.each<[string, PopupPage, string]>([
    ["loading", { state: "loading" }, "Reading the page…"],
    ["no access", { state: "no-access", reason: "browser" }, "Extensions can’t read this page."],
    ["a store", { state: "no-access", reason: "store" }, "No extension can read the browser’s store."],
    ["a PDF", { state: "no-access", reason: "pdf" }, "This is the browser’s PDF viewer."],
    ["a file", { state: "no-access", reason: "files" }, "Tifa may not read files."],
    [
      "a site kept back",
      { state: "no-access", reason: "sites" },
      "The browser has not given Tifa access to this site.",
    ],
    ["unreadable", { state: "no-access", reason: "unreadable" }, "This page could not be read."],
    [
      "no Chinese",
      { state: "not-chinese", host: "example.com" },
      "This page has no Chinese, or too little to be marked.",
    ],
    [
      "nothing found",
      { state: "ready", host: "example.cn", register: REGISTER, groups: [] },
      "No formulations found on this page.",
    ],
    ["off here", { state: "off", host: "example.cn" }, "Tifa is off on this site."],
  ])("%s: says why", (_, page, said) => {
    const root = popup({ page });
    expect(root.querySelector("[role=status]")!.textContent).toContain(said);
    expect(box(root)).not.toBeNull();
  });

  it("says that it is off everywhere where that is why", () => {
    const root = popup({
      page: { state: "off", host: "h" },
      settings: { enabled: false, siteOn: true, show: "regular" },
    });
    expect(root.querySelector("[role=status]")!.textContent).toContain("Tifa is off.");
  });
});

describe("in Chinese", () => {
  afterEach(() => speak("en"));

  it("joins what is only heard as Chinese does", () => {
    expect(text(popup(), ".row .unseen")[0]).toBe(", Numeral formulation");
    speak("zh-Hans");
    expect(text(popup(), ".row .unseen")[0]).toBe("，数字提法");
  });
});

describe("search", () => {
  it("says that it is at it until there is something to show", () => {
    expect(text(popup({ query: "weihu" }), ".popup-searching")).toEqual(["Searching…"]);
    expect(
      text(popup({ query: "weihu", found: { groups: [], lines: [], unknown: undefined } }), "main")[0],
    ).not.toContain("Searching");
    expect(text(popup({ query: " " }), ".popup-searching")).toEqual([]);
  });

  const lines = [termLine(makeTerm()), termLine(makeTerm({ id: "b", headword: "维护稳定" }))];
  const found = { groups: [], lines, unknown: undefined };

  it("has the focus when it opens", () => {
    const root = popup();
    expect(document.activeElement).toBe(box(root));
  });

  it("lists results in place of the page", () => {
    expect(text(popup({ query: "weihu", found }), ".search-results .row-headword")).toEqual(["两个维护", "维护稳定"]);
  });

  it("finds on the page first", () => {
    const onJump = vi.fn<PopupProps["onJump"]>();
    const root = popup({ query: "weihu", found: { ...found, groups: [GROUPS[1]!] }, onJump });
    expect(text(root, ".rows-heading")).toEqual(["On this page", "In the glossary"]);
    press(box(root), "ArrowDown");
    click(document.activeElement as HTMLElement);
    expect(onJump).toHaveBeenCalledExactlyOnceWith(GROUPS[1], 0, true);
  });

  it("says that there may be more than it lists", () => {
    const many = Array.from({ length: 50 }, (_, i) => termLine(makeTerm({ id: `t-${i}` })));
    expect(text(popup({ query: "e", found: { ...found, lines: many.slice(1) } }), "[role=status]")).toContain(
      "49 entries",
    );
    expect(text(popup({ query: "e", found: { ...found, lines: many } }), ".results-more")).toEqual([
      "The first 50; type more to narrow.",
    ]);
  });

  it("shows what the glossary lacks in its parts, and what is near, and the rest that was found", () => {
    const onOpen = vi.fn<PopupProps["onOpen"]>();
    const [whole, near] = [makeTerm(), makeTerm({ id: "b", headword: "两个确立" })];
    const rest = makeTerm({ id: "c", headword: "维护稳定" });
    const parts = [{ text: "做到" }, { text: "两个维护", term: whole }, { text: "两个维护", term: whole }];
    const root = popup({
      query: " 做到两个维护两个维护",
      found: {
        groups: [],
        lines: [whole, near, rest].map(termLine),
        unknown: { script: "hans", parts, nearest: [near] },
      },
      onOpen,
    });
    expect(text(root, ".notice")).toEqual(["The glossary has no entry “做到两个维护两个维护”."]);
    expect(text(root, ".rows-heading")).toEqual(["In its parts", "Did you mean", "Other matches"]);
    expect(text(root, ".part")).toEqual(["做到", "两个维护", "两个维护"]);
    expect(text(root, ".search-results .row-headword")).toEqual(["两个维护", "两个确立", "维护稳定"]);
    // Enter is for what was asked for; here that is not there.
    press(box(root), "Enter");
    expect(onOpen).not.toHaveBeenCalled();
    click(named(root, "两个维护"));
    expect(onOpen).toHaveBeenCalledExactlyOnceWith("liang-ge-wei-hu", "hans");
  });

  it("says what to do where nothing is found at all", () => {
    const root = popup({
      query: "zzz",
      found: { groups: [], lines: [], unknown: { script: "hans", parts: [], nearest: [] } },
    });
    expect(root.querySelector(".notice")!.textContent).toMatch(/“zzz”.*fewer characters/);
  });

  it("opens the first result on Enter, but leaves Enter and Escape to an input method", () => {
    const onOpen = vi.fn<NonNullable<PopupProps["onOpen"]>>();
    const onQuery = vi.fn<NonNullable<PopupProps["onQuery"]>>();
    const root = popup({ query: "weihu", found, onOpen, onQuery });
    press(box(root), "Enter", { isComposing: true });
    press(box(root), "Escape", { isComposing: true });
    expect(onOpen).not.toHaveBeenCalled();
    press(box(root), "Enter");
    expect(onOpen).toHaveBeenCalledExactlyOnceWith("liang-ge-wei-hu", "hans");
    expect(press(box(root), "Escape")).toBe(false);
    expect(onQuery).toHaveBeenCalledExactlyOnceWith("");
  });

  it("leaves Escape to the browser where there is nothing to clear", () => {
    expect(press(box(popup()), "Escape")).toBe(true);
  });

  it("moves through the rows by arrow keys, from the box and back to it", () => {
    const root = popup();
    const [first, second] = mains(root);
    press(document.activeElement!, "ArrowDown");
    expect(document.activeElement).toBe(first);
    press(document.activeElement!, "ArrowDown");
    expect(document.activeElement).toBe(second);
    named(root, "Next place of 两个维护").focus();
    press(document.activeElement!, "ArrowDown");
    expect(document.activeElement).toBe(mains(root)[2]);
    press(document.activeElement!, "ArrowDown");
    expect(document.activeElement).toBe(mains(root)[2]);
    for (let i = 0; i < 3; i++) press(document.activeElement!, "ArrowUp");
    expect(document.activeElement).toBe(box(root));
  });

  it("moves through results, not the hidden list of the page", () => {
    const root = popup({ query: "weihu", found });
    press(box(root), "ArrowDown");
    expect(document.activeElement!.textContent).toContain("the Two Upholds");
  });
});

describe("an opened entry", () => {
  it("takes the place of the list, goes back on Escape, and gives the focus back", () => {
    const onBack = vi.fn<NonNullable<PopupProps["onBack"]>>();
    const root = popup();
    const explain = named(root, "Explain 两个维护");
    explain.focus();
    popup({ opened: { entry: makeEntry(), script: "hans" }, onBack });
    expect(root.querySelector<HTMLElement>(".popup-list")!.hidden).toBe(true);
    expect(document.activeElement).toBe(root.querySelector("h2"));
    expect(press(document.activeElement!, "Escape")).toBe(false);
    expect(onBack).toHaveBeenCalledOnce();
    popup();
    expect(document.activeElement).toBe(explain);
  });

  it("is saved and unsaved, and leads to its page in the glossary", () => {
    const entry = makeEntry();
    const onSave = vi.fn<PopupProps["onSave"]>();
    click(named(popup({ opened: { entry, script: "hans" }, onSave }), "Save"));
    const root = popup({ opened: { entry, script: "hans" }, isSaved: true, onSave });
    click(named(root, "Saved"));
    expect(onSave.mock.calls.map(([, save]) => save)).toEqual([true, false]);
    expect(named(root, "Whole entry", "a").getAttribute("href")).toBe("/glossary.html?term=liang-ge-wei-hu");
  });

  it("is read in the script of its page, and so is what it leads to", () => {
    const related = [termLine(makeTerm({ id: "b", headword: "两个确立", traditional: "兩個確立" }))];
    const onOpen = vi.fn<PopupProps["onOpen"]>();
    const root = popup({ opened: { entry: makeEntry({}, { related }), script: "hant" }, onOpen });
    expect(text(root, "h2")).toEqual(["兩個維護"]);
    click(named(root, "兩個確立"));
    expect(onOpen).toHaveBeenCalledExactlyOnceWith("b", "hant");
  });
});
