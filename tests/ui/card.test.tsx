// @vitest-environment happy-dom
import { act } from "preact/test-utils";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { CardSession, type CardPort, type CardSessionProps } from "../../src/ui/card-session.tsx";
import { Card, type CardContent, type CardProps, type CardTools } from "../../src/ui/card.tsx";
import { writeTraditionalBy } from "../../src/ui/chinese.ts";
import type { TermLink } from "../../src/ui/term-links.tsx";
import { voiceFor } from "../../src/ui/voice.ts";
import { speak } from "../../src/ui/words/language.ts";
import { makeEntry, makeQuote, makeTerm } from "./entries.ts";
import { click, mount, named, press, text } from "./mount.ts";
import { termLine } from "../../src/lexicon/entry.ts";

function card(content: CardContent, props: Partial<CardProps> = {}): HTMLElement {
  return mount(
    <Card
      content={content}
      script="hans"
      canGoBack={false}
      onBack={vi.fn<CardProps["onBack"]>()}
      onTerm={vi.fn<CardProps["onTerm"]>()}
      onOpenSpeech={vi.fn<CardProps["onOpenSpeech"]>()}
      onClose={vi.fn<CardProps["onClose"]>()}
      {...props}
    />,
  );
}

const entryCard = (entry = makeEntry(), props: Partial<CardProps> = {}, surface = entry.term.headword): HTMLElement =>
  card({ state: "entry", entry, surface }, props);

afterEach(() => speak("en"));

describe("an entry", () => {
  it("has the headword in the page's script first, the other beside it, each with its language", () => {
    const inHans = entryCard();
    expect(inHans.querySelector("h2")!.outerHTML).toMatch(/lang="zh-Hans".*两个维护/);
    expect(inHans.querySelector(".entry-other")!.outerHTML).toMatch(/lang="zh-Hant".*兩個維護/);
    const inHant = entryCard(makeEntry(), { script: "hant" });
    expect(text(inHant, "h2")).toEqual(["兩個維護"]);
    expect(text(inHant, ".entry-other")).toEqual(["两个维护"]);
  });

  it("sets a long headword smaller, and a whole sentence smaller still", () => {
    const classOf = (headword: string): string => entryCard(makeEntry({ headword })).querySelector("h2")!.className;
    expect(classOf("两个维护")).toBe("entry-headword song");
    expect(classOf("解放思想、实事求是、与时俱进")).toBe("entry-headword song entry-headword-long");
    expect(classOf("没有网络安全就没有国家安全，没有信息化就没有现代化")).toContain("entry-headword-sentence");
  });

  it("says its category in a word where there is no room for two", () => {
    const label = entryCard().querySelector(".category")!;
    expect(label.textContent).toBe("Numeral formulation");
    expect(text(label, ".category-rest")).toEqual(["formulation"]);
    expect(text(entryCard(makeEntry({ category: "slogan" })), ".category-rest")).toEqual([]);
  });

  it("does not say a headword twice that is one in both scripts", () => {
    expect(text(entryCard(makeEntry({ headword: "初心", traditional: "初心" })), ".entry-other")).toEqual([]);
  });

  it("is a dialog named by its headword", () => {
    const dialog = entryCard().querySelector("[role=dialog]")!;
    expect(dialog.querySelector(`[id="${dialog.getAttribute("aria-labelledby")!}"]`)!.textContent).toBe("两个维护");
  });

  it("leads with the first rendering, with its kind and source", () => {
    const root = entryCard(
      makeEntry({
        renderings: [
          { text: "Two Upholds", kind: "official", source: "Government Work Report 2022" },
          { text: "two safeguards", kind: "common" },
        ],
      }),
    );
    expect(text(root, ".rendering")).toEqual(["Two Upholds official, Government Work Report 2022"]);
    expect(text(root, ".renderings-other li")).toEqual(["two safeguards common"]);
    expect(text(root, ".rendering-kind-word")).toEqual(["official", "common"]);
  });

  it("says last which glossary it is from", () => {
    expect(text(entryCard(), ".entry-pack")).toEqual(["Glossary: Test pack"]);
  });

  it("numbers the members in both languages", () => {
    const items = [
      { zh: "维护核心", en: "uphold the core" },
      { zh: "维护权威", en: "uphold the authority" },
    ];
    const root = entryCard(makeEntry({ members: { status: "known", items } }));
    expect(text(root, "ol.members li")).toEqual(["维护核心 uphold the core", "维护权威 uphold the authority"]);
  });

  it.each([
    ["local", "Local; the text does not say what it counts."],
    ["unknown", "Its members are not known for certain."],
  ] as const)("says so where members are %s", (status, said) => {
    const root = entryCard(makeEntry({ members: { status } }));
    expect(text(root, ".members-none")).toEqual([said]);
    expect(root.querySelector("ol.members")).toBeNull();
  });

  it("shows the verbs that go with it, and no line where there are none", () => {
    const verbs = [
      { verb: "做到", count: 3 },
      { verb: "践行", count: 1 },
    ];
    expect(text(entryCard(makeEntry({}, { verbs })), ".attested-verbs")).toEqual(["After 做到、践行"]);
    expect(text(entryCard(makeEntry()), ".attested-verbs")).toEqual([]);
  });

  it("shows origin, usage and scope where there are any", () => {
    const root = entryCard(
      makeEntry({
        origin: { date: "2016-01-29", en: "A meeting.", zh: "会议。" },
        usage: { en: "Follows 做到.", zh: "常跟在“做到”之后。" },
        scope: "county",
      }),
    );
    expect(text(root, "h3")).toEqual(["Not in Tifa’s speechesUsed in one county", "Origin, 29 January 2016", "Usage"]);
    expect(root.querySelector(".labelled [lang=zh-Hans]")).not.toBeNull();
    expect(text(root, ".labelled p span[lang=zh-Hans]")).toEqual(["做到"]);
  });

  it("copies one rendering alone", () => {
    const copy = vi.fn<(text: string) => void>();
    const renderings = [
      { text: "Two Upholds", kind: "official", source: "Xinhua" },
      { text: "two safeguards", kind: "common" },
    ] as const;
    const root = entryCard(makeEntry({ renderings: [...renderings] }), { tools: { copy } });
    click(named(root, "Copy “two safeguards”"));
    expect(copy).toHaveBeenCalledExactlyOnceWith("two safeguards");
    expect(text(root, ".renderings [aria-live]")).toEqual(["", "Copied"]);
  });

  it("says that a rendering could not be copied", async () => {
    const copy = vi.fn<(text: string) => Promise<void>>().mockRejectedValue(new Error("no"));
    const root = entryCard(makeEntry({ renderings: [{ text: "Two Upholds", kind: "common" }] }), { tools: { copy } });
    click(named(root, "Copy “Two Upholds”"));
    await vi.waitFor(() => expect(text(root, ".renderings [aria-live]")).toEqual(["Could not copy"]));
  });

  it("opens a related term in place", () => {
    const onTerm = vi.fn<NonNullable<CardProps["onTerm"]>>();
    const related = [termLine(makeTerm({ id: "liang-ge-que-li", headword: "两个确立", traditional: "兩個確立" }))];
    click(named(entryCard(makeEntry({}, { related }), { onTerm }), "两个确立"));
    expect(onTerm).toHaveBeenCalledExactlyOnceWith("liang-ge-que-li");
  });

  it("keeps markup in its data as text", () => {
    const evil = `<img src=x onerror="alert(1)">`;
    const root = entryCard(
      makeEntry(
        { renderings: [{ text: evil, kind: "common" }], definition: { en: evil, zh: evil }, headword: evil },
        { quotes: [makeQuote(`句子${evil}。`, evil, 0, { title: { en: evil, zh: evil } })] },
      ),
    );
    expect(root.querySelector("img")).toBeNull();
    expect(text(root, ".rendering-text")).toEqual([evil]);
  });
});

describe("the note on the page's form", () => {
  const entry = makeEntry({
    variants: [
      { form: "两个坚决维护", kind: "alias", note: "seen in county speeches" },
      { form: "两维护", kind: "short" },
      { form: "两个维护护", kind: "misprint" },
    ],
  });

  it.each([
    ["两个坚决维护", "The page has 两个坚决维护 (seen in county speeches); the entry is for 两个维护."],
    ["两个“坚决维护”", "The page has 两个“坚决维护” (seen in county speeches); the entry is for 两个维护."],
    ["兩個堅決維護", "The page has 兩個堅決維護 (seen in county speeches); the entry is for 两个维护."],
    ["“两个坚决维护", "The page has “两个坚决维护” (seen in county speeches); the entry is for 两个维护."],
    ["两维护", "The page has 两维护, short for 两个维护."],
    ["两个维护护", "The page has 两个维护护, a misprint for 两个维护."],
  ])("is there for %s", (surface, said) => {
    expect(text(entryCard(entry, {}, surface), ".entry-variant")).toEqual([said]);
  });

  it.each(["两个维护", "两个“维护”", "“两个维护”", "两个 维\n护", "兩個維護", "兩個「維護」", "2个维护"])(
    "is not there for %j",
    (surface) => {
      expect(text(entryCard(entry, {}, surface), ".entry-variant")).toEqual([]);
    },
  );

  it("is not there for what fills a frame", () => {
    const frame = makeEntry({ headword: "以…为抓手", traditional: "以…為抓手", category: "frame" });
    expect(text(entryCard(frame, {}, "以项目为抓手"), ".entry-variant")).toEqual([]);
  });
});

describe("quotes", () => {
  const counts = [
    { speech: "000", title: { en: "A speech", zh: "讲话" }, count: 9 },
    { speech: "001", title: { en: "Another", zh: "发言" }, count: 3 },
  ];

  it("are verbatim, at most three, with the term set off", () => {
    const quotes = [0, 1, 2, 3].map((i) => makeQuote("　　自觉做到“两个维护”。", "两个维护", 100 * i));
    const root = entryCard(makeEntry({}, { counts, quotes }));
    expect(text(root, ".attested h3")).toEqual(["12 times in 2 of the speeches"]);
    expect([...root.querySelectorAll("blockquote")].map((quote) => quote.textContent)).toEqual(
      Array<string>(3).fill("自觉做到“两个维护”。"),
    );
    expect(text(root, "blockquote mark")).toEqual(Array<string>(3).fill("两个维护"));
  });

  it("show the part around the term of a long sentence, and the whole when asked", () => {
    const sentence = `${"前面的话很长，".repeat(20)}做到“两个维护”，${"后面的话也长，".repeat(20)}完。`;
    const root = entryCard(makeEntry({}, { counts, quotes: [makeQuote(sentence, "两个维护")] }));
    const shown = root.querySelector("blockquote")!.textContent;
    expect(shown.length).toBeLessThan(100);
    expect(shown).toMatch(/^…/);
    expect(sentence).toContain(shown.replaceAll("…", ""));
    click(named(root, "Whole sentence"));
    expect(root.querySelector("blockquote")!.textContent).toBe(sentence);
  });

  it("lead into the speech, and name the speeches that have the same sentence", () => {
    const onOpenSpeech = vi.fn<NonNullable<CardProps["onOpenSpeech"]>>();
    const quote = makeQuote("做到“两个维护”。", "两个维护", 7, { alsoInTitles: [{ en: "Another", zh: "发言" }] });
    const root = entryCard(makeEntry({}, { counts, quotes: [quote] }), { onOpenSpeech });
    expect(text(root, ".quote-also")).toEqual(["The same passage, word for word, in Another"]);
    click(named(root, "Open in the speech: A speech"));
    expect(onOpenSpeech).toHaveBeenCalledExactlyOnceWith(quote);
  });

  it("name a speech once, in Chinese, with its English at hand", () => {
    const quotes = [
      makeQuote("做到“两个维护”。", "两个维护", 0),
      makeQuote("践行“两个维护”。", "两个维护", 0, { speech: "001", title: { en: "Another", zh: "发言" } }),
      makeQuote("坚持“两个维护”。", "两个维护", 50),
    ];
    const root = entryCard(makeEntry({}, { counts, quotes }));
    expect(text(root, ".quote-title")).toEqual(["讲话", "发言"]);
    expect([...root.querySelectorAll(".quote-title")].map((title) => title.getAttribute("title"))).toEqual([
      "A speech",
      "Another",
    ]);
    expect(text(root, "blockquote")).toEqual(["做到“两个维护”。", "坚持“两个维护”。", "践行“两个维护”。"]);
  });

  it("are missed in one line", () => {
    expect(text(entryCard(), ".attested")).toEqual(["Not in Tifa’s speeches"]);
  });
});

describe("other states", () => {
  it("says of an unknown numeral only what the page says", () => {
    const root = card({ state: "unknown", surface: "五个振兴", sentence: "统筹推进“五个振兴”。" });
    expect(text(root, ".card-unknown")).toEqual(["Looks like a numeral formulation; it is not in the glossary."]);
    expect(root.querySelector("blockquote")!.textContent).toBe("统筹推进“五个振兴”。");
    expect(text(root, "mark")).toEqual(["五个振兴"]);
  });

  it("copies an unknown numeral as the page has it, and looks in the glossary for what is near", () => {
    const copy = vi.fn<NonNullable<CardTools["copy"]>>();
    const search = vi.fn<NonNullable<CardTools["search"]>>();
    const root = card({ state: "unknown", surface: "五个振兴", sentence: "" }, { tools: { copy, search } });
    click(named(root, "Copy “五个振兴”"));
    expect(copy).toHaveBeenCalledExactlyOnceWith("五个振兴");
    click(named(root, /Search for similar entries/));
    expect(search).toHaveBeenCalledExactlyOnceWith("五个振兴");
  });

  it("is busy while it loads, and tells what failed", () => {
    expect(card({ state: "loading", surface: "初心" }).querySelector("[aria-busy=true]")).not.toBeNull();
    expect(text(card({ state: "error", surface: "初心", message: "Reload the page." }), "[role=alert]")).toEqual([
      "The explanation could not be opened. Reload the page.",
    ]);
  });
});

describe("ways out", () => {
  it("closes by its button", () => {
    const onClose = vi.fn<NonNullable<CardProps["onClose"]>>();
    click(named(entryCard(makeEntry(), { onClose }), "Close"));
    expect(onClose).toHaveBeenCalledOnce();
  });

  it("goes back only where there is something to go back to", () => {
    const onBack = vi.fn<NonNullable<CardProps["onBack"]>>();
    expect(() => named(entryCard(), "Back")).toThrow("There is no button");
    click(named(entryCard(makeEntry(), { canGoBack: true, onBack }), "Back"));
    expect(onBack).toHaveBeenCalledOnce();
  });

  it("copies the headword with its pinyin and rendering", () => {
    const copy = vi.fn<(text: string) => void>();
    click(named(entryCard(makeEntry(), { tools: { copy } }), "Copy headword and rendering"));
    expect(copy).toHaveBeenLastCalledWith("两个维护 (liǎng gè wéi hù): the Two Upholds");
    speak("zh-Hans");
    click(named(entryCard(makeEntry(), { tools: { copy } }), "复制词目和译法"));
    expect(copy).toHaveBeenLastCalledWith("两个维护（liǎng gè wéi hù）：the Two Upholds");
  });
});

describe("the focus", () => {
  const other = makeTerm({ id: "si-ge-yi-shi", headword: "四个意识" });
  const first = makeEntry({}, { related: [termLine(other)] });

  it("is left where it is when a card opens and when its entry comes", () => {
    const outside = document.body.appendChild(document.createElement("input"));
    outside.focus();
    card({ state: "loading", surface: "两个维护" });
    entryCard(first);
    card({ state: "error", surface: "两个维护", message: "" });
    expect(document.activeElement).toBe(outside);
    outside.remove();
  });

  it("follows a reader in the card to a term opened in place, and back", () => {
    const root = entryCard(first);
    const related = named(root, "四个意识");
    related.focus();
    click(related);
    const second: CardContent = { state: "entry", entry: makeEntry(other), surface: other.headword };
    card(second, { canGoBack: true });
    expect(document.activeElement).toBe(root.querySelector("h2"));
    const back = named(root, "Back");
    back.focus();
    click(back);
    // The button goes before the entry comes.
    card(second);
    entryCard(first);
    expect(document.activeElement).toBe(named(root, "四个意识"));
  });

  it("is back as far down as an entry was left, whoever has opened another in it", () => {
    const root = entryCard(first);
    const down = (): HTMLElement => root.querySelector<HTMLElement>(".card-scroll")!;
    down().scrollTop = 240;
    click(named(root, "四个意识"));
    card({ state: "entry", entry: makeEntry(other), surface: other.headword }, { canGoBack: true });
    expect(down().scrollTop).toBe(0);
    click(named(root, "Back"));
    entryCard(first);
    expect(down().scrollTop).toBe(240);
    expect(document.activeElement).toBe(document.body);
  });

  it("does not call back a reader who has gone elsewhere meanwhile", () => {
    const outside = document.body.appendChild(document.createElement("input"));
    const related = named(entryCard(first), "四个意识");
    related.focus();
    click(related);
    outside.focus();
    entryCard({ ...first, term: other }, { canGoBack: true });
    expect(document.activeElement).toBe(outside);
    outside.remove();
  });
});

describe("terms in the text of an entry", () => {
  const linksIn = (words: string): TermLink[] =>
    [...words.matchAll(/四个意识|两个维护/g)].map(({ index, 0: surface }) => ({
      start: index,
      end: index + surface.length,
      term: surface[0] === "四" ? "si-ge-yi-shi" : "liang-ge-wei-hu",
    }));
  const entry = makeEntry({
    definition: { en: "Follows 四个意识 in lists.", zh: "常与“四个意识”并提的两个维护。" },
    members: { status: "known", items: [{ zh: "树牢四个意识", en: "hold fast to them" }] },
  });

  it("lead to their entries, from both languages and from the members, and never to the entry itself", () => {
    const onTerm = vi.fn<CardProps["onTerm"]>();
    const root = entryCard(entry, { linksIn, onTerm });
    expect(text(root, ".term-link")).toEqual(["四个意识", "四个意识", "四个意识"]);
    expect(text(root, ".entry-definition p")).toEqual(["Follows 四个意识 in lists.", "常与“四个意识”并提的两个维护。"]);
    click(named(root, "四个意识", ".term-link"));
    expect(onTerm).toHaveBeenCalledExactlyOnceWith("si-ge-yi-shi");
  });

  it("are words of the text to the browser, and buttons to the keyboard", () => {
    const onTerm = vi.fn<CardProps["onTerm"]>();
    const root = entryCard(entry, { linksIn, onTerm });
    const link = named(root, "四个意识", ".term-link");
    // A <button> is a box: lines break on either side of it, before a full stop, too.
    expect([link.tagName, link.getAttribute("role"), link.tabIndex]).toEqual(["SPAN", "button", 0]);
    expect(press(link, "Enter")).toBe(false);
    expect(press(link, " ")).toBe(false);
    expect(onTerm.mock.calls).toEqual([["si-ge-yi-shi"], ["si-ge-yi-shi"]]);
    expect(press(link, "Tab")).toBe(true);
  });

  it("have the focus again when the reader comes back to them", () => {
    const root = entryCard(entry, { linksIn });
    const link = [...root.querySelectorAll<HTMLElement>(".term-link")].at(-1)!;
    link.focus();
    press(link, "Enter");
    const other = makeEntry({ id: "si-ge-yi-shi", headword: "四个意识" });
    const back = named(entryCard(other, { linksIn, canGoBack: true }), "Back");
    back.focus();
    click(back);
    entryCard(entry, { linksIn });
    expect(document.activeElement).toBe([...root.querySelectorAll(".term-link")].at(-1));
  });

  it("are plain text where nobody knows them", () => {
    expect(text(entryCard(entry), ".term-link")).toEqual([]);
  });

  it("that stand inside the one on the page are offered", () => {
    const onTerm = vi.fn<CardProps["onTerm"]>();
    const inner = [{ term: "si-ge-yi-shi", surface: "四个意识" }];
    const root = entryCard(makeEntry(), { inner, onTerm });
    expect(text(root, ".related h3")).toEqual(["Inside it"]);
    click(named(root, "四个意识"));
    expect(onTerm).toHaveBeenCalledExactlyOnceWith("si-ge-yi-shi");
  });
});

describe("as the reader has set it", () => {
  it("has definitions in the reader's language first, or in that alone", () => {
    const both = "What every member is to uphold.";
    expect(text(entryCard(), ".entry-definition p")).toEqual([both, "每个党员都要维护的两件事。"]);
    expect(text(entryCard(makeEntry(), { definitions: "mine" }), ".entry-definition p")).toEqual([both]);
    speak("zh-Hans");
    expect(text(entryCard(), ".entry-definition p")).toEqual(["每个党员都要维护的两件事。", both]);
    expect(text(entryCard(makeEntry(), { definitions: "mine" }), ".entry-definition p")).toEqual([
      "每个党员都要维护的两件事。",
    ]);
  });

  it("has the note on a variant and the source of a rendering in the reader's language", () => {
    const entry = makeEntry({
      renderings: [
        { text: "Two Upholds", kind: "official", source: "Xinhua", sourceZh: "新华社" },
        { text: "two safeguards", kind: "common", source: "a pack of English alone" },
      ],
      variants: [{ form: "两个坚决维护", kind: "alias", note: "a longer form", noteZh: "较长的说法" }],
    });
    const said = (): string[] => text(entryCard(entry, {}, "两个坚决维护"), ".rendering-kind, .entry-variant-note");
    expect(said().map((words) => words.trim())).toEqual([
      "(a longer form)",
      "official, Xinhua",
      "common, a pack of English alone",
    ]);
    speak("zh-Hans");
    expect(said().map((words) => words.trim())).toEqual([
      "（较长的说法）",
      "官方，新华社",
      "通行，a pack of English alone",
    ]);
  });

  it("says which language it speaks on a page that speaks another", () => {
    speak("zh-Hant");
    expect(entryCard().querySelector<HTMLElement>(".tifa-card")!.lang).toBe("zh-Hant");
  });

  it.each(["light", "dark"] as const)("wears %s whatever the browser prefers", (theme) => {
    expect(entryCard(makeEntry(), { theme }).querySelector<HTMLElement>(".tifa-card")!.dataset["theme"]).toBe(theme);
  });
});

describe("the editors' Chinese", () => {
  beforeAll(() => writeTraditionalBy({ characters: ["两个员话维护党讲", "兩個員話維護黨講"], contexts: "" }));
  const entry = makeEntry(
    {
      definition: { en: "Also 两个维护 (2016).", zh: "每个党员都要维护的。" },
      members: { status: "known", items: [{ en: "the core", zh: "维护核心" }] },
      usage: { en: "Often short.", zh: "讲话中常用。" },
    },
    {
      related: [termLine(makeTerm({ id: "b", headword: "两个确立", traditional: "兩個確立" }))],
      quotes: [makeQuote("要做到两个维护。", "两个维护")],
    },
  );
  /** What is in a language of its own, the headwords aside. */
  const chinese = (root: HTMLElement, lang: string): (string | null)[] =>
    [...root.querySelectorAll(`.card-scroll [lang=${lang}]`)]
      .filter((one) => !one.closest(".entry-headline, .related"))
      .map((one) => one.textContent);
  afterEach(() => speak("en"));

  it("is in simplified script in a card on such a page", () => {
    expect(chinese(entryCard(entry), "zh-Hant")).toEqual([]);
    expect(text(entryCard(entry), ".related button")).toEqual(["两个确立"]);
  });

  it.each([
    ["on a page in traditional script", "en", "hant"],
    ["in a traditional interface", "zh-Hant", "hans"],
  ] as const)("is in traditional script %s, and quotes stay as they stand in the speech", (_, spoken, script) => {
    speak(spoken);
    const linksIn = (zh: string): TermLink[] => (zh.startsWith("维护") ? [{ start: 0, end: 2, term: "b" }] : []);
    const root = entryCard(entry, { script, linksIn });
    expect(new Set(chinese(root, "zh-Hant"))).toEqual(
      new Set(["兩個維護", "每個黨員都要維護的。", "維護核心", "講話中常用。", "講話"]),
    );
    expect(text(root, ".related button")).toEqual(["兩個確立"]);
    expect(chinese(root, "zh-Hans")).toEqual(["要做到两个维护。"]);
    // Links stand where they stand in what was written.
    expect(text(root, ".members .term-link")).toEqual(["維護"]);
    expect(text(root, "h2")).toEqual([script === "hant" ? "兩個維護" : "两个维护"]);
  });

  it("has the quotation marks of its script, where it isn't in English", () => {
    const usage = { en: "People say “做到‘两个维护’”.", zh: "常讲“做到‘两个维护’”，英文作“China’s ‘Two Upholds’”。" };
    const said = (root: HTMLElement): string => text(root, ".card-scroll").join();
    expect(said(entryCard(makeEntry({ usage })))).toContain(usage.zh);
    const inHant = said(entryCard(makeEntry({ usage }), { script: "hant" }));
    expect(inHant).toContain("常講「做到『兩個維護』」，英文作「China’s 『Two Upholds』」。");
    expect(inHant).toContain("People say “做到‘兩個維護’”.");
  });
});

describe("counts", () => {
  it("are told speech by speech where there are several", () => {
    const title = (zh: string) => ({ en: zh, zh });
    const counts = [
      { speech: "000", title: title("一"), count: 1200 },
      { speech: "001", title: title("二"), count: 3 },
    ];
    expect(text(entryCard(makeEntry({}, { counts })), ".counts li")).toEqual(["一1,200", "二3"]);
    expect(text(entryCard(makeEntry({}, { counts: counts.slice(1) })), ".counts li")).toEqual([]);
  });
});

describe("a voice", () => {
  const voice = (lang: string, localService = true) => ({ lang, localService, name: lang }) as SpeechSynthesisVoice;

  it.each([
    ["hans", ["en-US", "zh-TW", "zh-CN"], "zh-CN"],
    ["hant", ["zh-CN", "zh_TW"], "zh_TW"],
    ["hant", ["zh-HK", "zh-CN"], "zh-CN"],
    ["hans", ["cmn-Hans-CN"], "cmn-Hans-CN"],
    ["hans", ["zh-HK", "yue-HK", "de"], undefined],
  ] as const)("for %s among %j is %s", (script, langs, chosen) => {
    expect(
      voiceFor(
        script,
        langs.map((lang) => voice(lang)),
      )?.lang,
    ).toBe(chosen);
  });

  it("that speaks from a server is none", () => {
    expect(voiceFor("hans", [voice("zh-CN", false)])).toBeUndefined();
  });

  it("says the headword in the page's script; without one there is no button", () => {
    const onSpeak = vi.fn<(text: string) => void>();
    click(named(entryCard(makeEntry(), { onSpeak, script: "hant" }), "Hear it spoken"));
    expect(onSpeak).toHaveBeenCalledExactlyOnceWith("兩個維護");
    expect(() => named(entryCard(), "Hear it spoken")).toThrow("There is no button");
  });
});

describe("a session", () => {
  const other = makeEntry({ id: "si-ge-yi-shi", headword: "四个意识" });
  const entries = new Map([
    ["liang-ge-wei-hu", makeEntry({}, { related: [termLine(other.term)] })],
    ["si-ge-yi-shi", other],
  ]);
  const session = (port: Partial<CardPort> = {}, props: Partial<CardSessionProps> = {}): HTMLElement =>
    mount(
      <CardSession
        term="liang-ge-wei-hu"
        surface="两个维护"
        sentence="做到“两个维护”。"
        script="hans"
        inner={[]}
        settings={{ definitions: "both", theme: "auto" }}
        ground="light"
        port={{
          fetchEntry: async (id) => entries.get(id) ?? null,
          openSpeech: async () => null,
          copy: vi.fn<CardPort["copy"]>(),
          ...port,
        }}
        isPinned={false}
        onPin={vi.fn<CardSessionProps["onPin"]>()}
        onMove={vi.fn<CardSessionProps["onMove"]>()}
        onClose={vi.fn<CardSessionProps["onClose"]>()}
        {...props}
      />,
    );
  const shows = (root: HTMLElement, headword: string): Promise<void> =>
    vi.waitFor(() => {
      expect(text(root, "h2")).toEqual([headword]);
      expect(root.querySelector("[aria-busy=false]")).not.toBeNull();
    });

  it("fetches the entry, opens others in place, and copies", async () => {
    const copy = vi.fn<(text: string) => void>();
    const root = session({ copy });
    await vi.waitFor(() => click(named(root, "Copy headword and rendering")));
    expect(copy).toHaveBeenCalledExactlyOnceWith("两个维护 (liǎng gè wéi hù): the Two Upholds");
    expect(document.activeElement).toBe(document.body);
    click(named(root, "四个意识"));
    await vi.waitFor(() => expect(text(root, "h2")).toEqual(["四个意识"]));
    click(named(root, "Back"));
    await vi.waitFor(() => expect(text(root, "h2")).toEqual(["两个维护"]));
  });

  it("comes back to a numeral that the glossary lacks from a term inside it", async () => {
    const root = session(
      {},
      { term: null, surface: "两个四个意识", inner: [{ term: "si-ge-yi-shi", surface: "四个意识" }] },
    );
    click(named(root, "四个意识"));
    await shows(root, "四个意识");
    click(named(root, "Back"));
    await vi.waitFor(() => expect(text(root, ".card-unknown")).toHaveLength(1));
  });

  it("mutes what it shows, says so, and undoes it", async () => {
    const mute = vi.fn<NonNullable<CardPort["mute"]>>(async () => null);
    const root = session({ mute });
    await shows(root, "两个维护");
    click(named(root, "More"));
    click(named(root, /Don’t mark 两个维护/));
    expect(mute).toHaveBeenLastCalledWith("liang-ge-wei-hu", true);
    const place = root.querySelector("[role=status]")!;
    await vi.waitFor(() => expect(text(root, "[role=status]")).toEqual(["两个维护 is no longer marked.Undo"]));
    // What is said comes into a place that was there, and leaves the focus there.
    expect(root.querySelector("[role=status]")).toBe(place);
    named(root, "Undo").focus();
    click(named(root, "Undo"));
    expect(document.activeElement).toBe(place);
    expect(mute).toHaveBeenLastCalledWith("liang-ge-wei-hu", false);
    await vi.waitFor(() => expect(text(root, "[role=status]")).toEqual([""]));
  });

  it("switches the site off, says so beside the way back, and stays once that is taken", async () => {
    const switchOff = vi.fn<() => Promise<null>>(async () => null);
    const switchOn = vi.fn<() => Promise<null>>(async () => null);
    const onClose = vi.fn<CardSessionProps["onClose"]>();
    const root = session({ site: { name: "county.test", switchOff, switchOn } }, { onClose });
    await shows(root, "两个维护");
    click(named(root, "More"));
    click(named(root, /anything on county\.test/));
    expect(document.activeElement).toBe(named(root, "More"));
    await vi.waitFor(() => expect(text(root, "[role=status]")).toEqual(["Tifa is off on county.test.Undo"]));
    expect(switchOff).toHaveBeenCalledOnce();
    expect(onClose).not.toHaveBeenCalled();
    click(named(root, "Undo"));
    await vi.waitFor(() => expect(text(root, "[role=status]")).toEqual([""]));
    expect(switchOn).toHaveBeenCalledOnce();
    expect(onClose).not.toHaveBeenCalled();
  });

  it("closes what is behind More by Escape, and no more than that", async () => {
    const root = session({ mute: async () => null });
    await shows(root, "两个维护");
    const more = named(root, "More");
    // It is the card that Escape comes to, whatever in it has the focus.
    const escape = (): boolean => press(root.querySelector("h2")!, "Escape");
    expect(escape()).toBe(true);
    click(more);
    expect(more.getAttribute("aria-expanded")).toBe("true");
    expect(escape()).toBe(false);
    expect(more.getAttribute("aria-expanded")).toBe("false");
    expect(document.activeElement).toBe(more);
    expect(escape()).toBe(true);
  });

  it.each([
    ["auto", "dark", "dark"],
    ["auto", "light", "light"],
    ["light", "dark", "light"],
    ["dark", "light", "dark"],
  ] as const)("with the theme %s on a %s page is %s", async (theme, ground, shown) => {
    const root = session({}, { settings: { definitions: "both", theme }, ground });
    await shows(root, "两个维护");
    expect(root.querySelector<HTMLElement>("[role=dialog]")!.dataset["theme"]).toBe(shown);
  });

  it("mutes a numeral that the glossary lacks by its surface", () => {
    const mute = vi.fn<NonNullable<CardPort["mute"]>>(async () => null);
    const root = session({ mute }, { term: null, surface: "五个必由" });
    click(named(root, /Don’t mark 五个必由/));
    expect(mute).toHaveBeenCalledExactlyOnceWith("五个必由", true);
  });

  it("saves and unsaves, and takes it back where that could not be done", async () => {
    const saved = {
      has: async () => false,
      add: vi.fn<() => Promise<null>>(async () => null),
      remove: async () => null,
    };
    const root = session({ saved });
    await shows(root, "两个维护");
    click(named(root, "Save this term"));
    expect(saved.add).toHaveBeenCalledExactlyOnceWith("liang-ge-wei-hu", "两个维护");
    expect(named(root, /^Saved/).getAttribute("aria-pressed")).toBe("true");
    saved.add.mockRejectedValueOnce(new Error("gone"));
    click(named(root, /^Saved/));
    click(named(root, "Save this term"));
    await vi.waitFor(() => expect(text(root, "[role=status]")[0]).toContain("Reload the page"));
    expect(named(root, "Save this term").getAttribute("aria-pressed")).toBe("false");
  });

  it("stays saved when it is said late that it was not", async () => {
    const { promise, resolve } = Promise.withResolvers<boolean>();
    const root = session({ saved: { has: () => promise, add: async () => null, remove: async () => null } });
    await shows(root, "两个维护");
    click(named(root, "Save this term"));
    await act(async () => resolve(false));
    expect(named(root, /^Saved/).getAttribute("aria-pressed")).toBe("true");
  });

  it("is pinned and let go", () => {
    const onPin = vi.fn<CardSessionProps["onPin"]>();
    const root = session({}, { onPin });
    click(named(root, "Keep the card open here"));
    click(named(root, /^Let the card go/));
    expect(onPin.mock.calls).toEqual([[true], [false]]);
  });

  it("is moved by the arrow keys while it is pinned, and then alone", () => {
    const onMove = vi.fn<CardSessionProps["onMove"]>();
    const root = session({}, { onMove });
    press(named(root, "Keep the card open here"), "ArrowLeft");
    expect(onMove).not.toHaveBeenCalled();
    click(named(root, "Keep the card open here"));
    expect(press(named(root, /^Let the card go/), "ArrowLeft")).toBe(false);
    expect(press(named(root, /^Let the card go/), "Tab")).toBe(true);
    expect(onMove.mock.calls).toEqual([[{ x: -24, y: 0 }]]);
  });

  it("says of selected words that the glossary lacks them, and where to look further", () => {
    const search = vi.fn<NonNullable<CardPort["search"]>>(async () => null);
    const root = session({ search }, { term: null, surface: "稻茬", isSelected: true });
    expect(text(root, ".card-unknown")).toEqual(["This is not in the glossary."]);
    click(named(root, "Search for similar entries"));
    expect(search).toHaveBeenCalledExactlyOnceWith("稻茬");
  });
});
