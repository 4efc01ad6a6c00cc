/** What holds for any lexicon and any text. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { detect, read } from "../../src/detect/detect.ts";
import type { Finding } from "../../src/detect/finding.ts";
import { matchLongest } from "../../src/lexicon/match.ts";
import { formsOf, keyOf } from "../../src/lexicon/spelling.ts";
import type { Term } from "../../src/lexicon/term.ts";
import { fold } from "../../src/text/fold.ts";
import { SCRIPT_PAIRS } from "../../src/text/script-pairs.ts";
import { lexiconOf, term } from "../lexicon/terms.ts";

const hanzi = fc.constantFrom(..."党的建设政治纪律规矩四个意识两维护");
const headword = fc.array(hanzi, { minLength: 2, maxLength: 6 }).map((characters) => characters.join(""));
const words = fc.uniqueArray(headword, { minLength: 1, maxLength: 12 });

const keyed = (form: string): string => keyOf(form).units.join();

/** Leftmost-longest by folding and trying every term at every offset, where nothing may be skipped. */
function naive(headwords: readonly string[], text: string): string[] {
  const [wanted, folded] = [headwords.map(fold), fold(text)];
  const numeral = /[〇一二三四五六七八九十百千]/;
  const found: string[] = [];
  for (let start = 0; start < text.length;) {
    const inNumber = numeral.test(folded[start]!) && numeral.test(folded[start - 1] ?? "");
    const best = wanted
      .filter((form) => !inNumber && folded.startsWith(form, start))
      .filter((form) => !(numeral.test(form.at(-1)!) && numeral.test(folded[start + form.length] ?? "")))
      .sort((a, b) => b.length - a.length)[0];
    if (best !== undefined) found.push(`${start} ${best}`);
    start += best?.length ?? 1;
  }
  return found;
}

const TRADITIONAL = new Map<string, string>();
for (let i = 0; i < SCRIPT_PAIRS.length; i += 2) TRADITIONAL.set(SCRIPT_PAIRS[i + 1]!, SCRIPT_PAIRS[i]!);

test("the findings are those of a naive search, in whatever script the text is", () => {
  fc.assert(
    fc.property(words, fc.array(fc.tuple(hanzi, fc.boolean()), { maxLength: 60 }), (headwords, characters) => {
      const text = characters
        .map(([character, isOther]) => (isOther ? (TRADITIONAL.get(character) ?? character) : character))
        .join("");
      const found = matchLongest(lexiconOf(...headwords), text);
      expect(found.map(({ start, end }) => `${start} ${fold(text.slice(start, end))}`)).toEqual(naive(headwords, text));
    }),
    { numRuns: 500 },
  );
});

const part = fc.oneof(
  fc.constantFrom(
    ..."两个确立 四个意识 抓铁有痕 踏石留印 、 ， 。 “ ” \n 以 为抓手 在 上下功夫 五个必须 一是 进一步 红线 の".split(
      " ",
    ),
    " ",
    "\u200b",
  ),
  fc.string({ unit: "binary", maxLength: 3 }),
);
const TERMS: Term[] = [
  term("两个确立", { category: "numeral", weight: "essential" }),
  term("四个意识", { variants: [{ form: "四个“意识”", kind: "alias" }] }),
  term("抓铁有痕、踏石留印", { variants: [{ form: "踏石留印、抓铁有痕", kind: "order" }] }),
  term("红线", { detection: "context" }),
  term("以…为抓手", { category: "frame" }),
];
const lexicon = lexiconOf(...TERMS);
const texts = fc.array(part, { maxLength: 60 }).map((parts) => parts.join(""));

test("the surface of every term folds to its headword or a variant, and its edges are never what is skipped", () => {
  const formsById = new Map(TERMS.map((entry) => [entry.id, new Set(formsOf(entry).map(keyed))]));
  fc.assert(
    fc.property(texts, (text) => {
      for (const { start, end, kind, term: id } of detect(lexicon, text)) {
        if (kind !== "term") continue;
        const surface = text.slice(start, end);
        expect(formsById.get(id!)).toContain(keyed(surface));
        expect(keyed(surface[0]!)).not.toBe("");
        expect(keyed(surface.at(-1)!)).not.toBe("");
      }
    }),
    { numRuns: 500 },
  );
});

/** Folding pairs of one kind: each unit and what it may be written as. */
const WIDTHS = new Map([..."0123456789"].map((digit) => [digit, String.fromCharCode(digit.charCodeAt(0) + 0xfee0)]));

test("writing a text in the other script or width moves nothing", () => {
  fc.assert(
    fc.property(texts, (text) => {
      const rewritten = [...text]
        .map((character) => TRADITIONAL.get(character) ?? WIDTHS.get(character) ?? character)
        .join("");
      fc.pre(rewritten.length === text.length && fold(rewritten) === fold(text));
      expect(detect(lexicon, rewritten)).toEqual(detect(lexicon, text));
    }),
    { numRuns: 300 },
  );
});

test("a zero-width character inside a term lengthens it, and moves what comes after; nothing else", () => {
  fc.assert(
    fc.property(fc.constantFrom("\u200b", "\u00ad", "\ufeff"), fc.integer({ min: 0, max: 40 }), (ignorable, at) => {
      const text = "牢固树立四个意识，以抓铁有痕、踏石留印的劲头守住两个确立的根本。";
      fc.pre(at <= text.length);
      const found = detect(lexicon, text.slice(0, at) + ignorable + text.slice(at));
      const moved = detect(lexicon, text).map((finding): Finding => ({
        ...finding,
        start: finding.start + (finding.start >= at ? 1 : 0),
        end: finding.end + (finding.end > at ? 1 : 0),
      }));
      expect(found).toEqual(moved);
    }),
  );
});

test("for any UTF-16: in order, inside the text, terms and numerals apart from each other, and no exception", () => {
  fc.assert(
    fc.property(texts, (text) => {
      const { findings, register } = read(lexicon, text);
      let [start, end] = [0, 0];
      for (const finding of findings) {
        expect(finding.start).toBeGreaterThanOrEqual(start);
        expect(finding.end).toBeGreaterThan(finding.start);
        expect(finding.end).toBeLessThanOrEqual(text.length);
        ({ start } = finding);
        if (finding.kind === "frame") continue;
        expect(finding.start).toBeGreaterThanOrEqual(end);
        ({ end } = finding);
      }
      expect(register.han).toBeLessThanOrEqual(text.length);
    }),
    { numRuns: 1000 },
  );
});
