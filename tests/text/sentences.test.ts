import fc from "fast-check";
import { expect, test } from "vitest";
import { sentenceAt, sentences } from "../../src/text/sentences.ts";

const cut = (text: string): string[] => sentences(text).map(({ start, end }) => text.slice(start, end));

test.each([
  ["发言完毕。", ["发言完毕。"]],
  ["要学懂。要弄通！要做实？", ["要学懂。", "要弄通！", "要做实？"]],
  ["他说：“要坚定信心。”会后落实。", ["他说：“要坚定信心。”", "会后落实。"]],
  ["标题没有句号\n正文有。\n", ["标题没有句号", "正文有。"]],
  ["　　一要加强。　　二要规范。　　", ["一要加强。", "二要规范。"]],
  ["逗号，不断句；分号也不断", ["逗号，不断句；分号也不断"]],
  ["\r\n回车换行\r\n", ["回车换行"]],
  ["", []],
  [" \n ", []],
])("%j", (text, expected) => {
  expect(cut(text)).toEqual(expected);
});

test("an offset leads to its sentence, and between two to none", () => {
  const text = "一。 二二。";
  const spans = sentences(text);
  expect(sentenceAt(spans, 0)).toEqual({ start: 0, end: 2 });
  expect(sentenceAt(spans, 2)).toBeUndefined();
  expect(sentenceAt(spans, 5)).toEqual({ start: 3, end: 6 });
  expect(sentenceAt(spans, 6)).toBeUndefined();
});

test("sentences are in order, never overlap, and leave out nothing but blanks", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(..."党的。！？”\n 　a，“"), { maxLength: 60 }), (characters) => {
      const text = characters.join("");
      let end = 0;
      let left = "";
      for (const span of sentences(text)) {
        expect(span.start).toBeGreaterThanOrEqual(end);
        expect(span.end).toBeGreaterThan(span.start);
        left += text.slice(end, span.start);
        end = span.end;
      }
      expect((left + text.slice(end)).trim()).toBe("");
    }),
  );
});
