// @vitest-environment happy-dom
import { act } from "preact/test-utils";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import type { Speech } from "../../src/lexicon/speech.ts";
import { writeTraditionalBy } from "../../src/ui/chinese.ts";
import { Reader, type ReaderProps } from "../../src/ui/reader.tsx";
import { finderIn } from "../../src/lexicon/find.ts";
import { marginOf, type MarginTerm, type MarkedPlace } from "../../src/ui/margin-terms.ts";
import { linesOf, outlineOf } from "../../src/ui/speech-lines.ts";
import { rangeToSpan, spanToRange } from "../../src/ui/speech-range.ts";
import { speak } from "../../src/ui/words/language.ts";
import { click, mount, named, press, text } from "./mount.ts";

const TEXT = [
  "在县委全会上的讲话",
  "",
  "同志们：",
  "　　一、树牢核心意识",
  "（一）坚持对党绝对忠诚。忠诚，既是一种境界，更是一种行动，任何时候都与党同心同德，铁心向党，无论何时何地，都要讲政治。",
  "　　考察**讲话，𠮷祥。  结束",
  "",
].join("\n");

const both = (en: string): { en: string; zh: string } => ({ en, zh: `${en}（中）` });
const SPEECH: Speech = {
  id: "003",
  title: { en: "A speech", zh: "在县委全会上的讲话" },
  occasion: both("A session"),
  office: both("Not named"),
  period: both("Not dated"),
  redactions: both("None marked"),
  text: TEXT,
};

beforeAll(() => {
  // happy-dom has no StaticRange; the real one keeps what it is given.
  globalThis.StaticRange ??= function (this: object, init: StaticRangeInit) {
    Object.assign(this, init);
  } as unknown as typeof StaticRange;
  // Nor has it highlights, or layout: what is painted is the browser tests' business.
  globalThis.Highlight ??= class extends Set {
    constructor(...ranges: unknown[]) {
      super(ranges);
    }
  } as unknown as typeof Highlight;
  vi.stubGlobal("CSS", { highlights: new Map() });
});

function reader(part: Partial<ReaderProps> = {}): HTMLElement {
  return mount(
    <Reader
      speeches={[SPEECH, { ...SPEECH, id: "004", title: both("Another"), text: "另一篇" }]}
      speech={SPEECH}
      beside={null}
      isBesideLost={false}
      onBeside={vi.fn<ReaderProps["onBeside"]>()}
      target={null}
      margin={new Map()}
      onTerm={vi.fn<ReaderProps["onTerm"]>()}
      size="medium"
      onSize={vi.fn<ReaderProps["onSize"]>()}
      onSpeech={vi.fn<ReaderProps["onSpeech"]>()}
      onCopyLink={() => Promise.resolve()}
      onCopyQuotation={() => Promise.resolve()}
      hrefOf={(id) => `#${id}`}
      {...part}
    />,
  );
}

const paragraphs = (root: HTMLElement): HTMLElement[] => [...root.querySelectorAll<HTMLElement>("[data-start]")];

describe("the text", () => {
  it("is every line that is not blank, to the last unit, at its offset", () => {
    const shown = paragraphs(reader());
    expect(shown.map((p) => p.textContent)).toEqual(TEXT.split("\n").filter((line) => line.trim() !== ""));
    for (const p of shown) expect(TEXT.startsWith(p.textContent, Number(p.dataset["start"]))).toBe(true);
    expect(shown.map((p) => p.id)).toEqual(["p1", "p2", "p3", "p4", "p5"]);
  });

  it("sets headings off without a change to them", () => {
    const root = reader();
    expect(paragraphs(root).map((p) => p.className)).toEqual([
      "line-title",
      "line-text",
      "line-heading line-indented",
      "line-text",
      "line-text line-indented",
    ]);
    expect(text(root, ".speech-text b")).toEqual(["（一）坚持对党绝对忠诚。"]);
  });

  it("is said to be ready once for every speech and target", () => {
    const onReady = vi.fn<NonNullable<ReaderProps["onReady"]>>();
    const root = reader({ onReady });
    expect(onReady).toHaveBeenCalledExactlyOnceWith(root.querySelector(".speech-text"), null);
    reader({ onReady });
    expect(onReady).toHaveBeenCalledOnce();
    reader({ onReady, target: { start: 12, end: 14, sentenceStart: 11, sentenceEnd: 15 } });
    expect(onReady).toHaveBeenCalledTimes(2);
  });
});

describe("spanToRange", () => {
  /** The text that a range covers, across text nodes. */
  function covered(root: HTMLElement, range: StaticRange | null): string | null {
    if (!range) return null;
    const texts: string[] = [];
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    let inside = false;
    for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
      const from = node === range.startContainer ? range.startOffset : 0;
      inside ||= node === range.startContainer;
      if (inside) texts.push(node.data.slice(from, node === range.endContainer ? range.endOffset : undefined));
      if (node === range.endContainer) break;
    }
    return texts.join("");
  }

  it.each(["核心意识", "在县委", "讲政治。", "忠诚。忠诚", "（一）坚持对党绝对忠诚。", "𠮷祥。  结束"])(
    "covers %s and nothing else",
    (part) => {
      const root = reader();
      const start = TEXT.indexOf(part);
      expect(covered(root, spanToRange(root, start, start + part.length))).toBe(part);
    },
  );

  it("goes across paragraphs, without the breaks between", () => {
    const root = reader();
    const [start, end] = [TEXT.indexOf("志们"), TEXT.indexOf("树牢")];
    expect(covered(root, spanToRange(root, start, end))).toBe("志们：　　一、");
  });

  it("draws in ends that fall between paragraphs", () => {
    const root = reader();
    const start = TEXT.indexOf("\n\n同");
    const end = TEXT.indexOf("\n　　一");
    expect(covered(root, spanToRange(root, start, end + 1))).toBe("同志们：");
  });

  it("begins and ends in the text that it covers, not at the edge of the text beside it", () => {
    const root = reader();
    const lead = "（一）坚持对党绝对忠诚。";
    const at = TEXT.indexOf(lead);
    const first = spanToRange(root, at, at + lead.length)!;
    expect([first.startContainer.textContent, first.endContainer.textContent]).toEqual([lead, lead]);
    const after = spanToRange(root, at + lead.length, at + lead.length + 2)!;
    expect([after.startOffset, after.endOffset]).toEqual([0, 2]);
  });

  it.each([
    [9, 11],
    [TEXT.length, TEXT.length + 5],
    [4, 4],
    [6, 4],
  ])("is null for %i … %i, where nothing is shown", (start, end) => {
    const root = reader();
    expect(spanToRange(root, start, end)).toBeNull();
  });
});

describe("around the text", () => {
  const start = TEXT.indexOf("同志们");
  const target = { start, end: start + 2, sentenceStart: start, sentenceEnd: start + 4 };

  it("names the sentence that it was opened at, and copies it with its source", async () => {
    const onCopyLink = vi.fn<() => Promise<void>>().mockResolvedValue();
    const onCopyQuotation = vi.fn<() => Promise<void>>().mockResolvedValue();
    const root = reader({ target, onCopyLink, onCopyQuotation });
    expect(text(root, ".reader-bar-quote")).toEqual(["Opened at “同志们：”"]);
    click(named(root, "Copy link"));
    click(named(root, "Copy quotation with source"));
    expect(onCopyLink).toHaveBeenCalledOnce();
    expect(onCopyQuotation).toHaveBeenCalledExactlyOnceWith("“同志们：”\n——《在县委全会上的讲话》 (A speech), ¶ 2", {
      start,
      end: start + 4,
    });
    await vi.waitFor(() => expect(text(root, ".copy-button-said")).toEqual(["Copied", "Copied"]));
  });

  it("sets quotation marks inside a quotation as Chinese does", () => {
    const onCopyQuotation = vi.fn<ReaderProps["onCopyQuotation"]>().mockResolvedValue();
    const sentence = "做到“两个维护”，读‘it’s’。";
    const speech = { ...SPEECH, text: sentence };
    const at = { start: 3, end: 7, sentenceStart: 0, sentenceEnd: sentence.length };
    click(named(reader({ speech, target: at, onCopyQuotation }), "Copy quotation with source"));
    expect(onCopyQuotation.mock.calls[0]![0]).toMatch(/^“做到‘两个维护’，读“it’s”。”\n.*¶ 1$/);
  });

  it.each([
    ["beyond the text", { start: 900, end: 902, sentenceStart: 890, sentenceEnd: 910 }],
    ["that ends beyond it", { ...target, sentenceEnd: TEXT.length + 1 }],
    ["outside its sentence", { ...target, start: 0 }],
    ["of nothing", { ...target, end: target.start }],
    ["between paragraphs", { start: 9, end: 10, sentenceStart: 9, sentenceEnd: 11 }],
  ])("says so where the speech has no such place: one %s", (_, lost) => {
    const onReady = vi.fn<NonNullable<ReaderProps["onReady"]>>();
    const root = reader({ target: lost, onReady });
    expect(text(root, ".reader-bar-lost")).toEqual(["That place is not in this version of the speech."]);
    expect(root.querySelector(".copy-button")).toBeNull();
    expect(onReady).toHaveBeenCalledExactlyOnceWith(root.querySelector(".speech-text"), null);
  });

  it("keeps the bar where there is no target", () => {
    expect(reader().querySelector(".reader-bar")).not.toBeNull();
  });

  it("leads to the other speeches, and leaves new tabs to the browser", () => {
    const onSpeech = vi.fn<NonNullable<ReaderProps["onSpeech"]>>();
    const root = reader({ onSpeech });
    expect(root.querySelector(".reader-nav [aria-current=page]")!.getAttribute("href")).toBe("#003");
    const other = root.querySelector<HTMLAnchorElement>('a[href="#004"]')!;
    const withCtrl = new MouseEvent("click", { bubbles: true, cancelable: true, ctrlKey: true });
    other.dispatchEvent(withCtrl);
    expect(withCtrl.defaultPrevented).toBe(false);
    click(other);
    expect(onSpeech).toHaveBeenCalledExactlyOnceWith("004");
  });

  it("says where there is no such speech, and still lists those there are", () => {
    const root = reader({ speech: null });
    expect(text(root, "h1")).toEqual(["There is no such speech."]);
    expect(root.querySelectorAll(".reader-nav a")).toHaveLength(2);
  });
});

describe("in Chinese", () => {
  beforeAll(() => writeTraditionalBy({ characters: ["县会讲话", "縣會講話"], contexts: "" }));
  afterEach(() => speak("en"));

  it.each([
    ["zh-Hans", "复制引文及出处", "——《在县委全会上的讲话》，第4段"],
    ["zh-Hant", "複製引文及出處", "——《在縣委全會上的講話》，第4段"],
  ] as const)("%s: the source is named as it is named there", (spoken, label, source) => {
    speak(spoken);
    const onCopyQuotation = vi.fn<ReaderProps["onCopyQuotation"]>().mockResolvedValue();
    const start = TEXT.indexOf("忠诚，既是");
    const target = { start, end: start + 2, sentenceStart: start, sentenceEnd: start + 5 };
    click(named(reader({ target, onCopyQuotation }), label));
    expect(onCopyQuotation.mock.calls[0]![0]).toBe(`“忠诚，既是”\n${source}`);
  });

  it("zh-Hant: what the editors say of a speech is in that script, and its text as it stands", () => {
    speak("zh-Hant");
    const root = reader();
    expect(root.querySelector("h1")!.textContent).toBe("在縣委全會上的講話");
    expect(text(root, ".reader-nav-speech")[0]).toBe("在縣委全會上的講話");
    expect(text(root, ".reader-bar-title [lang=zh-Hant]")).toEqual(["在縣委全會上的講話"]);
    expect(text(root, ".speech-text")[0]).toContain("在县委全会上的讲话");
    expect(root.querySelector<HTMLElement>(".speech-text")!.lang).toBe("zh-Hans");
  });

  it("says nothing in English first", () => {
    speak("zh-Hans");
    const root = reader();
    expect(root.querySelector("h1")!.textContent).toBe("在县委全会上的讲话");
    expect(text(root, ".reader-nav-speech")[0]).toBe("在县委全会上的讲话");
    expect(text(root, "dd")[0]).toBe("A session（中）A session");
    expect(text(root, ".speech-source dd")).toEqual(["A session（中）", "Not named（中）", "Not dated（中）"]);
    speak("en");
    expect(text(reader(), "dd")[0]).toBe("A sessionA session（中）");
  });
});

describe("the outline", () => {
  it.each([
    ["一、提升站位", [[1, "一、提升站位"]]],
    [
      "　　二、抢抓机遇\n（一）抓落实。始终站在政治高度，坚持谋定而后动，把各项工作往深里走、往心里走、往实里走，一抓到底、抓出成效。",
      [
        [1, "二、抢抓机遇"],
        [2, "（一）抓落实"],
      ],
    ],
    ["第一，提高政治站位抓落实。" + "习近平总书记指出，要抓落实。".repeat(4), [[1, "第一，提高政治站位抓落实"]]],
    ["一是抓落实。", []],
    ["一九四九年", []],
  ] as const)("%s", (content, outline) => {
    expect(outlineOf(linesOf(content, "")).map(({ level, text: heading }) => [level, heading])).toEqual(outline);
  });

  it("stands under the speech that is open, and leads to the paragraph", () => {
    const root = reader();
    expect(text(root, "[aria-current=page] ~ .outline a")).toEqual(["一、树牢核心意识", "（一）坚持对党绝对忠诚"]);
    const paragraph = root.querySelector<HTMLElement>("#p4")!;
    const scrolled = vi.fn<() => void>();
    paragraph.scrollIntoView = scrolled;
    click([...root.querySelectorAll<HTMLElement>(".outline a")].at(-1)!);
    expect(scrolled).toHaveBeenCalled();
    expect(document.activeElement).toBe(paragraph);
  });

  it("is folded away where there is no room, until it is asked for", () => {
    const root = reader();
    const nav = (): string | undefined => root.querySelector<HTMLElement>(".reader-nav")!.dataset["open"];
    click(named(root, "Contents"));
    expect([nav(), named(root, "Contents").getAttribute("aria-expanded")]).toEqual(["true", "true"]);
    press(document.body, "Escape");
    expect(nav()).toBe("false");
    click(named(root, "Contents"));
    const other = root.querySelector<HTMLElement>('a[href="#004"]')!;
    other.focus();
    click(other);
    expect(nav()).toBe("false");
    expect(document.activeElement).toBe(named(root, "Contents"));
    // The button that closes it is pressed after the focus has come to it.
    click(named(root, "Contents"));
    void act(() => other.focus());
    void act(() => named(root, "Contents").focus());
    expect(nav()).toBe("true");
    void act(() => other.focus());
    void act(() => root.querySelector<HTMLElement>("#p2")!.focus());
    expect(nav()).toBe("false");
    expect(document.activeElement).toBe(root.querySelector("#p2"));
  });
});

describe("redactions", () => {
  it("stand as they are, each explained, the first of a paragraph within the keyboard's reach", () => {
    const speech = { ...SPEECH, text: "考察**讲话，到XX县XX乡。\n担任中共xx县委常委。\nX射线、K*N。" };
    const root = reader({ speech });
    expect(text(root, ".redaction")).toEqual(["**", "XX", "XX", "xx"]);
    expect([...root.querySelectorAll(".redaction")].map((one) => one.getAttribute("tabindex"))).toEqual([
      "0",
      null,
      null,
      "0",
    ]);
    expect(root.querySelector(".speech-text")!.textContent).toBe(speech.text.replaceAll("\n", ""));
    void act(() => root.querySelector<HTMLElement>(".redaction")!.focus());
    expect(text(root, "[role=tooltip]")).toEqual(["None marked"]);
    press(document.body, "Escape");
    expect(root.querySelector("[role=tooltip]")).toBeNull();
  });
});

describe("find in this speech", () => {
  const type = (root: HTMLElement, words: string): void => {
    const input = root.querySelector<HTMLInputElement>(".find-bar input")!;
    void act(() => {
      input.value = words;
      input.dispatchEvent(new InputEvent("input", { bubbles: true }));
    });
  };
  const key = (): boolean => press(document.body, "Ï", { altKey: true, shiftKey: true, code: "KeyF" });

  it("counts, goes round in both directions, and ends with Escape", () => {
    const root = reader();
    const button = named(root, "Find");
    button.focus();
    click(button);
    const input = root.querySelector<HTMLInputElement>(".find-bar input")!;
    expect(document.activeElement).toBe(input);
    type(root, "忠誠");
    const all = finderIn(TEXT)("忠诚").length;
    expect(all).toBeGreaterThan(1);
    expect(text(root, ".find-bar-count")).toEqual([`1 of ${all}`]);
    press(input, "Enter");
    expect(text(root, ".find-bar-count")).toEqual([`2 of ${all}`]);
    press(input, "Enter", { shiftKey: true });
    press(input, "Enter", { shiftKey: true });
    expect(text(root, ".find-bar-count")).toEqual([`${all} of ${all}`]);
    click(named(root, "Next occurrence"));
    expect(text(root, ".find-bar-count")).toEqual([`1 of ${all}`]);
    press(input, "Escape");
    expect(root.querySelector(".find-bar")).toBeNull();
    expect(document.activeElement).toBe(button);
  });

  it("gives the focus to its button where it was opened from a card that is closed since", () => {
    const root = reader();
    const gone = document.body.appendChild(document.createElement("button"));
    gone.focus();
    key();
    gone.remove();
    press(root.querySelector(".find-bar input")!, "Escape");
    expect(document.activeElement).toBe(named(root, "Find"));
  });

  it("ends with Escape on its buttons, too", () => {
    const root = reader();
    click(named(root, "Find"));
    type(root, "忠诚");
    const next = named(root, "Next occurrence");
    next.focus();
    expect(press(next, "Escape")).toBe(false);
    expect(root.querySelector(".find-bar")).toBeNull();
  });

  it("says where there is nothing, and starts from the first for other words", () => {
    const root = reader();
    expect(key()).toBe(false);
    type(root, "忠诚");
    press(root.querySelector(".find-bar input")!, "Enter");
    type(root, "稻茬");
    expect(text(root, ".find-bar-count")).toEqual(["Not found"]);
    expect(named(root, "Next occurrence").hasAttribute("disabled")).toBe(true);
    type(root, "党");
    expect(text(root, ".find-bar-count")[0]).toMatch(/^1 of /);
  });

  it("is over with the speech", () => {
    const root = reader();
    click(named(root, "Find"));
    type(root, "忠诚");
    reader({ speech: { ...SPEECH, id: "004" } });
    expect(root.querySelector(".find-bar")).toBeNull();
    reader();
    expect(root.querySelector(".find-bar")).toBeNull();
  });

  it("leaves the browser its own search", () => {
    const root = reader();
    expect(press(document.body, "f", { ctrlKey: true, code: "KeyF" })).toBe(true);
    expect(root.querySelector(".find-bar")).toBeNull();
  });
});

describe("rangeToSpan", () => {
  it.each(["核心意识", "忠诚。忠诚", "𠮷祥。  结束", "**讲话"])("is the span of %s", (part) => {
    const root = reader();
    const start = TEXT.indexOf(part);
    const { startContainer, startOffset, endContainer, endOffset } = spanToRange(root, start, start + part.length)!;
    const range = document.createRange();
    range.setStart(startContainer, startOffset);
    range.setEnd(endContainer, endOffset);
    expect(rangeToSpan(root, range)).toEqual({ start, end: start + part.length });
  });

  it("is what of a range is over the text", () => {
    const root = reader();
    const range = document.createRange();
    range.selectNodeContents(document.body);
    expect(rangeToSpan(root, range)).toEqual({ start: 0, end: TEXT.trimEnd().length });
    range.selectNodeContents(root.querySelector("h1")!);
    expect(rangeToSpan(root, range)).toBeNull();
  });
});

describe("the margin", () => {
  const lines: Record<string, { headword: string; pinyin: string; rendering: string }> = {
    zhongcheng: { headword: "忠诚", pinyin: "zhōng chéng", rendering: "loyalty" },
    hexin: { headword: "核心意识", pinyin: "hé xīn yì shí", rendering: "core consciousness" },
  };

  it("has the terms of each paragraph, each once, in the order of the text", () => {
    const root = reader();
    const at = (paragraph: number): Node => root.querySelector(`#p${paragraph}`)!.lastChild!;
    const place = { surface: "忠诚", term: "zhongcheng", weight: "regular" } as const;
    const places: MarkedPlace[] = [
      { number: 1, node: at(3), surface: "核心意识", term: "hexin", weight: "essential" },
      { ...place, number: 2, node: at(4) },
      { number: 3, node: at(4), surface: "四改四提", term: null, weight: "regular" },
      { ...place, number: 4, node: at(4) },
      { ...place, number: 5, node: root },
    ];
    const margin = marginOf(places, (id) => lines[id]);
    expect([...margin].map(([paragraph, terms]) => [paragraph, terms.map(({ headword }) => headword)])).toEqual([
      [3, ["核心意识"]],
      [4, ["忠诚", "四改四提"]],
    ]);

    const onTerm = vi.fn<ReaderProps["onTerm"]>();
    reader({ margin, onTerm });
    expect(text(root, ".term-margin button")).toEqual(["核心意识", "忠诚", "四改四提"]);
    expect(named(root, "核心意识").title).toBe("core consciousness");
    expect(named(root, "四改四提").title).toBe("");
    click(named(root, "忠诚"));
    expect(onTerm).toHaveBeenCalledExactlyOnceWith(2);
  });

  const term = (headword: string, part: Partial<MarginTerm> = {}): MarginTerm => ({
    number: 1,
    headword,
    pinyin: "pīn yīn",
    rendering: "rendering",
    isEssential: false,
    isFirst: true,
    ...part,
  });

  it("has a note on a term where the speech has it first, with how a short one is read", () => {
    const root = reader();
    const at = (paragraph: number): Node => root.querySelector(`#p${paragraph}`)!.lastChild!;
    const place = { surface: "忠诚", term: "zhongcheng", weight: "regular" } as const;
    const places: MarkedPlace[] = [3, 4, 5].map((paragraph) => ({ ...place, number: paragraph, node: at(paragraph) }));
    const margin = marginOf(places, (id) => lines[id]);
    expect([...margin.values()].map(([one]) => one!.isFirst)).toEqual([true, false, false]);
    reader({ margin });
    expect(text(root, ":not(.margin-again) > .margin-note")).toEqual(["zhōng chéng loyalty"]);
    expect(root.querySelector(".margin-note :last-child")!.getAttribute("lang")).toBe("en");
    reader({ margin: new Map([[3, [term("公正用权、依法用权、为民用权"), term("四改四提", { rendering: "" })]]]) });
    expect(text(root, ".margin-note")).toEqual(["rendering"]);
  });

  it("is one stop for Tab a paragraph, and the arrows go on from there", () => {
    const margin = new Map([
      [3, [term("甲"), term("乙")]],
      [4, [term("丙"), term("丁")]],
    ]);
    const root = reader({ margin });
    const stops = (): string[] => text(root, ".term-margin [tabindex='0']");
    const here = (): string => document.activeElement!.textContent;
    expect(stops()).toEqual(["甲", "丙"]);
    void act(() => named(root, "甲").focus());
    for (const [key, to] of [
      ["ArrowDown", "乙"],
      ["ArrowRight", "丙"],
      ["End", "丁"],
      ["ArrowDown", "丁"],
      ["ArrowUp", "丙"],
      ["ArrowLeft", "乙"],
      ["Home", "甲"],
      ["End", "乙"],
    ] as const) {
      expect(press(document.activeElement!, key)).toBe(false);
      expect(here()).toBe(to);
    }
    expect(stops()).toEqual(["乙", "丙"]);
    expect(press(document.activeElement!, "ArrowDown", { altKey: true })).toBe(true);
  });
});

describe("beside another speech", () => {
  const shared = "聚焦产业、教育、医疗、康养等重点领域，积极谋划对接，全力拓展合作领域";
  const first = { ...SPEECH, text: `甲篇开头。\n一、正题\n二是**主动融入，${shared}。\n只在甲篇。` };
  const second = {
    ...SPEECH,
    id: "004",
    title: both("Another"),
    text: `乙篇开头。\n乙篇第二段。\n乙篇第三段。\n深入贯彻，${shared}、完。`,
  };
  const pair = (part: Partial<ReaderProps> = {}): HTMLElement =>
    reader({ speeches: [first, second], speech: first, beside: second, ...part });

  it("offers the speeches that have passages of this one, and no others", () => {
    const onBeside = vi.fn<ReaderProps["onBeside"]>();
    const other = { ...SPEECH, id: "005", text: "毫不相干。" };
    const root = reader({ speeches: [first, second, other], speech: first, onBeside });
    const select = root.querySelector<HTMLSelectElement>("select.beside")!;
    expect([...select.options].map((option) => option.text)).toEqual(["Compare…", "Another (1 shared passage)"]);
    void act(() => {
      select.value = "004";
      select.dispatchEvent(new Event("change", { bubbles: true }));
    });
    expect(onBeside).toHaveBeenCalledExactlyOnceWith("004", {
      first: first.text.indexOf(shared),
      second: second.text.indexOf(shared),
      length: shared.length,
    });
    expect(reader({ speeches: [first, other], speech: first }).querySelector("select.beside")).toBeNull();
  });

  it("has names in the language of the interface, and the texts in theirs", () => {
    const root = pair();
    for (const has of [".outline", ".pair-first", ".pair-second"]) {
      expect(root.querySelector(has)!.closest("[lang]")).toBeNull();
    }
    const words = [...root.querySelectorAll(".outline a, .pair-text p[data-start]")];
    expect(words.length).toBeGreaterThan(4);
    expect(words.map((one) => one.closest("[lang]")?.getAttribute("lang"))).toEqual(words.map(() => "zh-Hans"));
  });

  it("has both texts to the last unit, with what they share side by side", () => {
    const root = pair();
    expect(text(root, ".pair-sum")[0]).toContain(`1 passage word for word in both, ${shared.length} characters`);
    for (const [side, { text: whole }] of [
      ["first", first],
      ["second", second],
    ] as const) {
      const shown = [...root.querySelectorAll<HTMLElement>(`.pair-${side} [data-start]`)];
      expect(shown.map((p) => p.textContent)).toEqual(whole.split("\n"));
      expect(text(root, `.pair-${side} .shared`)).toEqual([shared]);
    }
    const rows = [...root.querySelectorAll(".shared")].map((one) => one.closest("p")!.parentElement!.style.gridRow);
    expect(rows[0]).toBe(rows[1]);
  });

  it("explains the redactions of either speech by what is known of that one", () => {
    const other = { ...second, redactions: both("Names are left out"), text: `${second.text}到XX县。` };
    const root = pair({ beside: other });
    expect(text(root, ".pair-first .redaction")).toEqual(["**"]);
    void act(
      () =>
        void root
          .querySelector<HTMLElement>(".pair-second .redaction")!
          .dispatchEvent(new PointerEvent("pointerover", { bubbles: true })),
    );
    expect(text(root, "[role=tooltip]")).toEqual(["Names are left out"]);
  });

  it("leads from each half of a passage to the other, and shows that one where there is room for one", async () => {
    const root = pair();
    const there = root.querySelector<HTMLElement>("#second-1")!;
    there.scrollIntoView = vi.fn<() => void>();
    click(root.querySelector<HTMLElement>("#first-1")!);
    expect(root.querySelector<HTMLElement>(".pair")!.dataset["side"]).toBe("second");
    expect(text(root, ".shared-here")).toHaveLength(2);
    await vi.waitFor(() => expect(document.activeElement).toBe(there));
  });

  it("sets the passage off that it was opened at", () => {
    const start = first.text.indexOf(shared);
    const end = start + shared.length;
    const root = pair({ target: { start, end, sentenceStart: start, sentenceEnd: end } });
    expect(text(root, ".shared-here")).toHaveLength(2);
  });

  it("is found in with the other one, and shows the one that has it", () => {
    const root = pair();
    click(named(root, "Find"));
    const input = root.querySelector<HTMLInputElement>(".find-bar input")!;
    void act(() => {
      input.value = "乙篇";
      input.dispatchEvent(new InputEvent("input", { bubbles: true }));
    });
    expect(text(root, ".find-bar-count")).toEqual(["1 of 3"]);
    expect(root.querySelector<HTMLElement>(".pair")!.dataset["side"]).toBe("second");
  });

  it("keeps its outline, which leads into its own text", async () => {
    const root = pair();
    expect(text(root, ".outline a")).toEqual(["一、正题"]);
    const heading = root.querySelector<HTMLElement>('.pair-first [data-number="2"]')!;
    heading.scrollIntoView = vi.fn<() => void>();
    click(root.querySelector<HTMLElement>(".outline a")!);
    await vi.waitFor(() => expect(document.activeElement).toBe(heading));
  });

  it("says that the one which the address names is not there", () => {
    const root = pair({ beside: null, isBesideLost: true });
    expect(text(root, ".reader-bar-lost")).toEqual([
      "The speech that the link sets beside this one is not there, or is this one.",
    ]);
  });

  it("says so where they share nothing", () => {
    const root = pair({ beside: { ...second, text: "毫不相干。" } });
    expect(text(root, ".pair-sum")[0]).toContain("no longer passage");
  });
});

describe("what is selected in the text", () => {
  const select = (range: Range | null): void => {
    void act(() => {
      document.getSelection()!.removeAllRanges();
      if (range) document.getSelection()!.addRange(range);
      document.dispatchEvent(new Event("selectionchange"));
    });
  };
  const rangeOf = (root: HTMLElement, part: string, last = part): Range => {
    const start = TEXT.indexOf(part);
    const span = spanToRange(root, start, TEXT.indexOf(last, start) + last.length)!;
    const range = document.createRange();
    range.setStart(span.startContainer, span.startOffset);
    range.setEnd(span.endContainer, span.endOffset);
    // happy-dom has no layout.
    range.getClientRects = () => [new DOMRect(40, 80, 200, 20)] as unknown as DOMRectList;
    return range;
  };

  it("is copied with title and paragraph", () => {
    const onCopyQuotation = vi.fn<ReaderProps["onCopyQuotation"]>().mockResolvedValue();
    const root = reader({ onCopyQuotation });
    expect(root.querySelector(".selection-copy")).toBeNull();
    select(rangeOf(root, "铁心向党"));
    click(named(root, "Copy with source"));
    const start = TEXT.indexOf("铁心向党");
    expect(onCopyQuotation).toHaveBeenCalledExactlyOnceWith("“铁心向党”\n——《在县委全会上的讲话》 (A speech), ¶ 4", {
      start,
      end: start + 4,
    });
    select(null);
    expect(root.querySelector(".selection-copy")).toBeNull();
  });

  it("names the first and the last of several paragraphs", () => {
    const onCopyQuotation = vi.fn<ReaderProps["onCopyQuotation"]>().mockResolvedValue();
    const root = reader({ onCopyQuotation });
    select(rangeOf(root, "讲政治。", "考察"));
    click(named(root, "Copy with source"));
    expect(onCopyQuotation.mock.calls[0]![0]).toMatch(/, ¶¶ 4–5$/);
  });

  it("waits until the pointer lets go", () => {
    const root = reader();
    const pointer = (name: string): void =>
      void act(() => void window.dispatchEvent(new PointerEvent(name, { button: 0 })));
    pointer("pointerdown");
    select(rangeOf(root, "铁心向党"));
    expect(root.querySelector(".selection-copy")).toBeNull();
    pointer("pointerup");
    expect(root.querySelector(".selection-copy")).not.toBeNull();
  });

  it("is nothing outside the text", () => {
    const root = reader();
    const range = document.createRange();
    range.selectNodeContents(root.querySelector("h1")!);
    select(range);
    expect(root.querySelector(".selection-copy")).toBeNull();
  });
});
