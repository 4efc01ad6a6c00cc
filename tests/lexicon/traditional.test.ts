import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { traditionalBy } from "../../src/lexicon/traditional.ts";

const TABLE = {
  characters: ["这个干后里联关国", "這個幹後裡聯關國"] as [string, string],
  contexts: "干乾\t乾净\t包乾\n干干\t若干\n里里\t公里\n系係\t关係\n系系\t关系统\n系繫\t联繫",
};
const write = traditionalBy(TABLE);

test.each([
  ["这个干部", "這個幹部"],
  ["干净的干部", "乾净的幹部"],
  ["包干", "包乾"],
  ["若干里", "若干裡"],
  ["干干净净", "幹乾净净"],
  ["一公里后", "一公里後"],
  ["联系，关系", "聯繫，關係"],
  // The longest context decides.
  ["国家机关系统", "國家机關系统"],
])("%s is %s", (text, traditional) => {
  expect(write(text)).toBe(traditional);
});

test.each(["", "The “Two Upholds” (2016), 4–6", "提法：一、二；三。", "這個國家的幹部", "\uD840\uDC0B", "こんにちは"])(
  "%j stays as it is",
  (text) => {
    expect(write(text)).toBe(text);
  },
);

describe("of any text", () => {
  test("every unit stands for a unit, and what is not in the table stays", () => {
    const unit = fc.oneof(
      fc.constantFrom(...TABLE.characters[0], ..."净若公统系，“ aZ9"),
      fc.string({ unit: "binary" }),
    );
    fc.assert(
      fc.property(fc.array(unit), (units) => {
        const text = units.join("");
        const written = write(text);
        expect(written.length).toBe(text.length);
        const others = Array.from({ length: text.length }, (_, i) => i).filter((i) => written[i] !== text[i]);
        expect(others.filter((i) => !`${TABLE.characters[0]}系`.includes(text[i]!))).toEqual([]);
      }),
    );
  });
});
