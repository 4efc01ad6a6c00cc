// @vitest-environment happy-dom
import { act } from "preact/test-utils";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import type { GlossaryPlace } from "../../src/lexicon/browse.ts";
import { entryOf } from "../../src/lexicon/entry.ts";
import { columnsOf, linesOf } from "../../src/lexicon/lines.ts";
import { Glossary, type GlossaryProps } from "../../src/ui/glossary.tsx";
import { speak } from "../../src/ui/words/language.ts";
import { term } from "../lexicon/terms.ts";
import { idOf, libraryOf } from "../measure/corpus.ts";
import { click, mount, named, press, settle, text } from "./mount.ts";

beforeAll(() => {
  globalThis.ResizeObserver ??= class {
    observe(): void {}
    unobserve(): void {}
    disconnect(): void {}
  };
});
afterEach(() => speak("en"));

const LIBRARY = libraryOf(
  {
    "000": "在县委全会上的讲话\n增强四个意识，做到“两个维护”。树牢四个意识，坚定四个自信。",
    "001": "没有四个意识不行。\n坚定四个自信，四个意识、两个维护。",
  },
  term("四个意识", { pinyin: "sì gè yì shí", category: "numeral", related: [idOf("四个自信")] }),
  term("两个维护", { pinyin: "liǎng gè wéi hù", category: "numeral", weight: "essential" }),
  term("四个自信", {
    traditional: "四個自信",
    pinyin: "sì gè zì xìn",
    category: "numeral",
    related: [idOf("四个意识")],
  }),
  term("房住不炒", {
    pinyin: "fáng zhù bù chǎo",
    category: "policy",
    renderings: [
      {
        text: "rendering of 房住不炒",
        kind: "official",
        source: "Government Work Report",
        sourceZh: "《政府工作报告》",
      },
    ],
    variants: [
      { form: "房子是用来住的、不是用来炒的", kind: "alias", note: "the full sentence", noteZh: "完整的句子" },
    ],
  }),
);
const readTerms = async () => LIBRARY.glossary.terms;
const readEntry = async (id: string) => entryOf(LIBRARY, id);
const PLACE: GlossaryPlace = { query: "", term: null, filters: {}, sort: "relevance" };

/** The page as its entry point keeps it: a step to a place draws it there. */
async function glossary(place: Partial<GlossaryPlace> = {}, part: Partial<GlossaryProps> = {}) {
  const steps: [GlossaryPlace, "push" | "replace"][] = [];
  const onSave = vi.fn<GlossaryProps["onSave"]>().mockResolvedValue(undefined);
  const onCopy = vi.fn<GlossaryProps["onCopy"]>().mockResolvedValue();
  const onCopyQuotation = vi.fn<GlossaryProps["onCopyQuotation"]>().mockResolvedValue();
  const lines = linesOf(columnsOf(LIBRARY.glossary));
  const saved = new Set<string>();
  const draw = (at: GlossaryPlace): HTMLElement =>
    mount(
      <Glossary
        lines={lines}
        corpus={LIBRARY}
        readTerms={readTerms}
        readEntry={readEntry}
        definitions="both"
        place={at}
        saved={saved}
        addresses={{
          glossary: (to) => `#${to.term ?? ""}`,
          reader: ({ speech, start }) => `reader ${speech} ${start}`,
        }}
        onPlace={(next, how) => {
          steps.push([next, how]);
          void act(() => void draw(next));
        }}
        onSave={onSave}
        onCopy={onCopy}
        onCopyQuotation={onCopyQuotation}
        {...part}
      />,
    );
  const root = draw({ ...PLACE, ...place });
  await settle();
  return { root, steps, onSave, onCopy, onCopyQuotation };
}

const headwords = (root: HTMLElement): string[] => text(root, ".glossary-row-headword");
const box = (root: HTMLElement): HTMLInputElement => root.querySelector<HTMLInputElement>(".search input")!;

async function type(input: HTMLInputElement, query: string): Promise<void> {
  input.value = query;
  void act(() => void input.dispatchEvent(new Event("input", { bubbles: true })));
  await settle();
}

describe("the list", () => {
  it("has every entry by pinyin, with its count", async () => {
    const { root } = await glossary();
    expect(headwords(root)).toEqual(["房住不炒", "两个维护", "四个意识", "四个自信"]);
    expect(text(root, ".glossary-count p")).toEqual(["4 entries"]);
    expect([...root.querySelectorAll(".virtual-rows li")].map((row) => row.getAttribute("aria-posinset"))).toEqual([
      "1",
      "2",
      "3",
      "4",
    ]);
  });

  it("is there before the entries are, and says that a search waits for them", async () => {
    const { root, steps } = await glossary(
      { query: "sige" },
      { corpus: undefined, readTerms: () => new Promise(() => undefined) },
    );
    expect(text(root, ".glossary-count p")).toEqual(["Opening the glossary…"]);
    press(box(root), "Enter");
    expect(steps).toEqual([]);
    expect(
      headwords((await glossary({}, { corpus: undefined, readTerms: () => new Promise(() => undefined) })).root),
    ).toHaveLength(4);
  });

  it("asks again for what a search could not be made ready from", async () => {
    const read = vi.fn<GlossaryProps["readTerms"]>(readTerms).mockRejectedValueOnce(new Error("The disk is asleep."));
    const { root } = await glossary({ query: "sige" }, { readTerms: read });
    expect(text(root, ".glossary-count p")).toEqual(["Opening the glossary…"]);
    await vi.waitFor(() => expect(headwords(root)).toEqual(["四个意识", "四个自信"]), 5000);
    expect(read).toHaveBeenCalledTimes(2);
  });

  it("follows what is typed: one step back for a word, not for a letter", async () => {
    const { root, steps } = await glossary();
    await type(box(root), "s");
    await type(box(root), "sige");
    expect(headwords(root)).toEqual(["四个意识", "四个自信"]);
    expect(steps.map(([{ query }, how]) => [query, how])).toEqual([
      ["s", "push"],
      ["sige", "replace"],
    ]);
    click(root.querySelectorAll<HTMLElement>(".glossary-row")[1]!);
    await settle();
    await type(box(root), "sigey");
    expect(steps.slice(2).map(([{ query, term: open }, how]) => [query, open, how])).toEqual([
      ["sige", idOf("四个自信"), "push"],
      ["sigey", idOf("四个自信"), "push"],
    ]);
  });

  it("searches what is searched now: a pack that is switched off is out of it at once", async () => {
    const terms = LIBRARY.glossary.terms.filter(({ headword }) => headword !== "四个意识");
    const lines = linesOf(columnsOf({ ...LIBRARY.glossary, terms }));
    expect(headwords((await glossary({ query: "sige" })).root)).toEqual(["四个意识", "四个自信"]);
    expect(headwords((await glossary({ query: "sige" }, { lines, readTerms: async () => terms })).root)).toEqual([
      "四个自信",
    ]);
  });

  it("opens the first with Enter", async () => {
    const { root, steps } = await glossary({ query: "liangge" });
    press(box(root), "Enter");
    expect(steps.at(-1)![0].term).toBe(idOf("两个维护"));
  });

  it("is gone through with the keyboard", async () => {
    const { root } = await glossary();
    const at = (): string => document.activeElement!.querySelector(".glossary-row-headword")?.textContent ?? "box";
    expect(document.activeElement).toBe(box(root));
    const passed = ["ArrowDown", "ArrowDown", "End", "ArrowDown", "ArrowUp", "Home", "ArrowUp"].map((key) => {
      press(document.activeElement!, key);
      return at();
    });
    expect(passed).toEqual(["房住不炒", "两个维护", "四个自信", "四个自信", "四个意识", "房住不炒", "box"]);
    expect(root.querySelectorAll('.glossary-row[tabindex="0"]')).toHaveLength(1);
  });

  it("takes / to the search, and Escape back to it and then out of it", async () => {
    const { root, steps } = await glossary({ query: "sige", term: idOf("四个意识") });
    const heading = root.querySelector("h2")!;
    heading.focus();
    expect(press(heading, "/")).toBe(false);
    expect(document.activeElement).toBe(box(root));
    expect(press(box(root), "/")).toBe(true);
    press(box(root), "ArrowDown");
    expect(document.activeElement).not.toBe(box(root));
    press(document.activeElement!, "Escape");
    expect(document.activeElement).toBe(box(root));
    press(box(root), "Escape");
    expect(steps.at(-1)![0].query).toBe("");
  });

  it("is filtered, says how many each filter would leave, and takes filters away again", async () => {
    const { root, steps } = await glossary();
    const select = named(root, "Category", "select") as HTMLSelectElement;
    expect([...select.options].map((option) => option.textContent)).toContain("Policy (1)");
    expect([...select.options].find(({ value }) => value === "frame")!.disabled).toBe(true);
    select.value = "policy";
    void act(() => void select.dispatchEvent(new Event("change", { bubbles: true })));
    expect(headwords(root)).toEqual(["房住不炒"]);
    expect(steps.at(-1)).toEqual([{ ...PLACE, filters: { category: "policy" } }, "push"]);
    // What is chosen is named without its count, and whole where it is cut off.
    expect([select.selectedOptions[0]!.textContent, select.title]).toEqual(["Policy", "Policy"]);
    click(named(root, "Clear filters"));
    expect(headwords(root)).toHaveLength(4);
    expect(document.activeElement).toBe(select);
    expect(select.title).toBe("");
  });

  it("says why it is empty and what to do", async () => {
    expect(text((await glossary({ query: "zzzz" })).root, ".notice-title")).toEqual([
      "The glossary has no entry “zzzz”.",
    ]);
    expect(text((await glossary({ filters: { saved: true } })).root, ".notice-title")).toEqual([
      "Nothing is saved yet.",
    ]);
    const { root } = await glossary({ query: "四个", filters: { category: "policy" } });
    expect(text(root, ".notice-title")).toEqual(["Nothing here fits."]);
  });

  it("is whole where it can't be read what is saved, and says so only to who asks for that", async () => {
    const saved = new Error("The disk is full.");
    expect(headwords((await glossary({}, { saved })).root)).toHaveLength(4);
    const { root } = await glossary({ filters: { saved: true } }, { saved });
    expect(text(root, ".notice")).toEqual(["What Tifa keeps can’t be read.The disk is full."]);
  });

  it("says of words that it has only in parts that it has no entry for the whole", async () => {
    const { root } = await glossary({ query: "做到两个维护和房住不炒" });
    expect(text(root, ".notice-title")).toEqual(["The glossary has no entry “做到两个维护和房住不炒”."]);
    expect(text(root, ".part-known")).toEqual(["两个维护", "房住不炒"]);
    expect(headwords(root)).toEqual(expect.arrayContaining(["两个维护", "房住不炒"]));
    expect(text((await glossary({ query: "两个维护" })).root, ".notice-title")).toEqual([]);
    expect(text((await glossary({ query: "sige" })).root, ".notice-title")).toEqual([]);
  });

  it("leads by arrow keys to what may have been meant, and opens it", async () => {
    const { root, steps } = await glossary({ query: "房住不钞" });
    expect(headwords(root)).toEqual([]);
    box(root).focus();
    press(box(root), "ArrowDown");
    const near = document.activeElement as HTMLElement;
    expect(near.textContent).toContain("房住不炒");
    press(near, "ArrowUp");
    expect(document.activeElement).toBe(box(root));
    click(near);
    expect(steps.at(-1)![0].term).toBe(idOf("房住不炒"));
  });

  it("leaves a click for a new tab to the browser", async () => {
    const { root, steps } = await glossary();
    const row = root.querySelector<HTMLElement>(".glossary-row")!;
    void act(() => void row.dispatchEvent(new MouseEvent("click", { ctrlKey: true, bubbles: true, cancelable: true })));
    expect(steps).toEqual([]);
    expect(row.getAttribute("href")).toBe(`#${idOf("房住不炒")}`);
  });
});

describe("a term's page", () => {
  it("has every occurrence in its context, each the way to its sentence, in three orders", async () => {
    const { root } = await glossary({ term: idOf("四个意识") });
    const lines = (): string[] => text(root, ".kwic-line");
    expect(lines()).toEqual([
      "增强四个意识，做到“两个维护”。树牢四个意识，坚定四个自信。",
      "增强四个意识，做到“两个维护”。树牢四个意识，坚定四个自信。",
      "没有四个意识不行。",
      "坚定四个自信，四个意识、两个维护。",
    ]);
    expect(text(root, ".kwic-locator")).toEqual(["000 ¶ 2", "000 ¶ 2", "001 ¶ 1", "001 ¶ 2"]);
    expect(root.querySelector(".kwic-line")!.getAttribute("href")).toBe("reader 000 12");
    expect(root.querySelector<HTMLElement>(".kwic-line")!.title).toMatch(
      /^增强四个意识，做到“两个维护”。\nOpen in the speech: /,
    );
    click(named(root, "By what precedes", "label").querySelector("input")!);
    expect(text(root, ".kwic-left").map((left) => left.slice(-1))).toEqual(["，", "牢", "强", "有"]);
  });

  it("copies a quotation with its source", async () => {
    const { root, onCopyQuotation } = await glossary({ term: idOf("四个自信") });
    click(root.querySelector<HTMLElement>(".kwic .copy-button")!);
    const [quoted, place] = onCopyQuotation.mock.calls[0]!;
    expect(place).toEqual({ speech: "000", start: 35, end: 39, sentenceStart: 26, sentenceEnd: 40 });
    expect(quoted).toMatch(/^“树牢四个意识，坚定四个自信。”\n——《讲话000》 \(Speech 000\), ¶ 2$/);
  });

  it("says in numbers what its plots show", async () => {
    const { root } = await glossary({ term: idOf("两个维护") });
    // 33 and 22 Han.
    expect(text(root, ".spread tbody tr").map((row) => row.replace(/^\D*\d+ Speech /, ""))).toEqual([
      "0001303.0",
      "0011454.5",
    ]);
    expect(root.querySelectorAll(".spread-stroke")).toHaveLength(2);
    expect(text(root, ".company tbody tr")).toEqual([
      "四个意识 rendering of 四个意识2413.4",
      "四个自信 rendering of 四个自信1213.0",
    ]);
    expect(text(root, ".as-table tbody tr")).toEqual(["两个维护四个意识2", "两个维护四个自信1", "四个意识四个自信2"]);
    expect(root.querySelectorAll(".arc")).toHaveLength(3);
  });

  it("leads to related terms and to its company in place", async () => {
    const { root, steps } = await glossary({ term: idOf("四个意识") });
    click(root.querySelector<HTMLElement>(".term-links a")!);
    expect(steps.at(-1)).toEqual([{ ...PLACE, term: idOf("四个自信") }, "push"]);
    await settle();
    expect(text(root, ".entry-headword")).toEqual(["四个自信"]);
    expect(document.activeElement!.textContent).toBe("四个自信");
  });

  it("is where the focus is after the browser's way back, and the list is after that", async () => {
    const { root } = await glossary({ term: idOf("四个意识") });
    expect(document.activeElement).toBe(document.body);
    click(root.querySelector<HTMLElement>(".term-links a")!);
    await settle();
    await glossary({ term: idOf("四个意识") });
    expect(document.activeElement).toBe(root.querySelector(".entry-headword"));
    await glossary();
    expect(document.activeElement!.classList).toContain("glossary-row");
  });

  it("says that the speeches lack the term", async () => {
    const { root } = await glossary({ term: idOf("房住不炒") });
    expect(text(root, ".term-page .notice-title")).toEqual(["Not in Tifa’s speeches."]);
    expect(root.querySelector(".kwic, .spread, .company")).toBeNull();
  });

  it("is in the reader’s own language alone where that is set", async () => {
    const own = { definitions: "mine" } as const;
    expect((await glossary({ term: idOf("房住不炒") })).root.querySelectorAll(".entry-definition p")).toHaveLength(2);
    const { root } = await glossary({ term: idOf("房住不炒") }, own);
    expect(root.querySelector(".entry-definition p")!.getAttribute("lang")).toBe("en");
    expect(root.querySelectorAll(".entry-definition p")).toHaveLength(1);
  });

  it("says that the glossary lacks the entry", async () => {
    expect(text((await glossary({ term: "gone" })).root, ".glossary-page .notice-title")).toEqual([
      "The glossary has no such entry.",
    ]);
  });

  it("is saved and taken back", async () => {
    const { root, onSave } = await glossary({ term: idOf("房住不炒") });
    click(named(root, "Save"));
    expect(onSave).toHaveBeenCalledExactlyOnceWith(idOf("房住不炒"), true);
    const again = await glossary({ term: idOf("房住不炒") }, { saved: new Set([idOf("房住不炒")]) });
    expect(named(again.root, "Saved").getAttribute("aria-pressed")).toBe("true");
    click(named(again.root, "Saved"));
  });

  it("stands in the script of the interface, with the other one beside it", async () => {
    speak("zh-Hant");
    const { root } = await glossary({ term: idOf("四个自信") });
    expect(text(root, ".entry-headline")).toEqual(["四個自信四个自信"]);
    expect(headwords(root)).toContain("四個自信");
  });

  it("has notes and sources in Chinese under a Chinese interface", async () => {
    const said = async () =>
      text((await glossary({ term: idOf("房住不炒") })).root, ".entry-variant-note, .rendering-kind");
    expect(await said()).toEqual(["official, Government Work Report", "also", "the full sentence"]);
    speak("zh-Hans");
    expect(await said()).toEqual(["官方，《政府工作报告》", "又作", "完整的句子"]);
  });

  it("leads back to the list with Escape", async () => {
    const { root } = await glossary({ term: idOf("四个自信") });
    press(root.querySelector(".term-page")!, "Escape");
    expect(document.activeElement!.textContent).toContain("四个自信");
    expect(document.activeElement!.className).toBe("glossary-row");
  });
});
