// @vitest-environment happy-dom
import { beforeAll, describe, expect, it, vi } from "vitest";
import type { Speech } from "../../src/lexicon/speech.ts";
import { Reader, type ReaderProps } from "../../src/ui/reader.tsx";
import { spanToRange } from "../../src/ui/speech-range.ts";
import { click, mount, named, text } from "./mount.ts";

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
});

function reader(part: Partial<ReaderProps> = {}): HTMLElement {
  return mount(
    <Reader
      speeches={[
        { id: "003", title: SPEECH.title },
        { id: "004", title: both("Another") },
      ]}
      speech={SPEECH}
      target={null}
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
    expect(text(root, ".reader-bar-title")).toEqual(["Opened at: “同志们：”"]);
    click(named(root, "Copy link to this sentence"));
    click(named(root, "Copy quotation with source"));
    expect(onCopyLink).toHaveBeenCalledOnce();
    expect(onCopyQuotation).toHaveBeenCalledExactlyOnceWith("“同志们：”\n——《在县委全会上的讲话》 (A speech), ¶ 2");
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
    expect(text(root, ".reader-bar")).toEqual(["That place is not in this version of the speech."]);
    expect(root.querySelectorAll(".reader-bar button")).toHaveLength(0);
    expect(onReady).toHaveBeenCalledExactlyOnceWith(root.querySelector(".speech-text"), null);
  });

  it("keeps the bar where there is no target", () => {
    expect(reader().querySelector(".reader-bar")).not.toBeNull();
  });

  it("leads to the other speeches, and leaves new tabs to the browser", () => {
    const onSpeech = vi.fn<NonNullable<ReaderProps["onSpeech"]>>();
    const root = reader({ onSpeech });
    expect(root.querySelector("[aria-current=page]")!.getAttribute("href")).toBe("#003");
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
    expect(root.querySelectorAll("nav a")).toHaveLength(2);
  });
});
