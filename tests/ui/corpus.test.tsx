// @vitest-environment happy-dom
import { afterEach, expect, it } from "vitest";
import { columnsOf, linesOf } from "../../src/lexicon/lines.ts";
import { Corpus, type SpeechRegister } from "../../src/ui/corpus.tsx";
import { term } from "../lexicon/terms.ts";
import { libraryOf } from "../measure/corpus.ts";
import { speak } from "../../src/ui/words/language.ts";
import { mount, text } from "./mount.ts";

afterEach(() => speak("en"));

const PASSAGE = "聚焦产业、教育、医疗、康养等重点领域，积极谋划对接，全力拓展合作领域";
const LIBRARY = libraryOf(
  {
    "000": `${"腐败。".repeat(6)}\n${PASSAGE}。抓手。`,
    "001": `发展经济，改善民生。\n${PASSAGE}；抓手。`,
    "002": "落实。".repeat(4),
  },
  term("腐败", { category: "policy" }),
  term("抓手", { category: "jargon" }),
  term("落实", { category: "jargon" }),
);

const GROUPS: SpeechRegister["groups"] = {
  essential: 1.25,
  regular: 2,
  background: 3,
  context: 4,
  numeral: 5,
  frame: 6,
  verb: 7,
  order: 8,
  triad: 9,
  run: 10,
};

const corpus = (): HTMLElement =>
  mount(
    <Corpus
      corpus={LIBRARY}
      lines={linesOf(columnsOf(LIBRARY.glossary))}
      registers={new Map(LIBRARY.speeches.map(({ id }, i) => [id, { score: i + 7.6, groups: GROUPS }]))}
      weights={{ ...GROUPS, essential: 2.1 }}
      addresses={{
        term: (id) => `term ${id}`,
        speech: (id) => `speech ${id}`,
        passage: ({ first, second }, { first: here, second: there, length }) =>
          [first.id, here, second.id, there, length].join(" "),
      }}
    />,
  );

it("compares the speeches in numbers, each by its name", () => {
  const root = corpus();
  // Of the passage 29 characters are Han: 43, 39 and 8 in all.
  expect(text(root, ".corpus-head p")).toEqual([
    "3 speeches, 90 Han characters. What sets them apart, and what they have in common.",
  ]);
  expect(text(root, ".corpus-sizes tbody tr").map((row) => row.replace(/^(\d{3}) Speech \1/, "$1 "))).toEqual([
    "000 43871,62828",
    "001 392125619",
    "002 8445,000110",
  ]);
  expect([...root.querySelectorAll(".corpus-sizes a")].map((link) => link.getAttribute("href"))).toEqual([
    "speech 000",
    "speech 001",
    "speech 002",
  ]);
});

it("says what the score of a register is the sum of: how often each kind of evidence stands, and what it counts", () => {
  const [head, ...rows] = text(corpus(), ".corpus-register tr");
  expect(head).toBe("EvidenceWeight000001002");
  expect(rows[0]).toBe("essential terms2.11.31.31.3");
  expect(rows).toHaveLength(10);
});

it("names a pair of speeches in Chinese as Chinese does", () => {
  expect(text(corpus(), ".corpus-pair h3")).toEqual(["000 Speech 000 and 001 Speech 001"]);
  speak("zh-Hans");
  expect(text(corpus(), ".corpus-pair h3")[0]).toMatch(/^《.+》（000）与《.+》（001）$/);
});

it("draws the bars of all speeches to one scale", () => {
  const widths = [...corpus().querySelectorAll<SVGRectElement>(".corpus-categories .bar rect")].map((bar) =>
    Number.parseFloat(bar.getAttribute("width")!),
  );
  expect(widths).toHaveLength(21);
  // 002 has 5,000 pieces of jargon in 10,000 Han, 000 has 233: 4 of 8 and 1 of 43.
  const [first, , third] = [5, 12, 19].map((at) => widths[at]!);
  expect(Math.max(...widths)).toBe(third);
  expect(third! / first!).toBeCloseTo(21.5, 5);
});

it("names what is distinctive of each, and says where nothing is", () => {
  const root = corpus();
  expect(text(root, ".corpus-keys tbody")).toEqual([
    expect.stringMatching(/^腐败60/),
    "Nothing stands out for certain.",
    expect.stringMatching(/^落实40/),
  ]);
});

it("shows what two speeches share, and opens them side by side there", () => {
  const root = corpus();
  expect(text(root, ".corpus-pair blockquote")).toEqual([PASSAGE]);
  const [link] = root.querySelectorAll(".corpus-pair a");
  expect(link!.getAttribute("href")).toBe(`000 19 001 11 ${PASSAGE.length}`);
  expect(root.querySelectorAll(".ribbon")).toHaveLength(1);
});
