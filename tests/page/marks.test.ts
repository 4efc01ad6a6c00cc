/** Marks stand out on light and on dark, have the theme's hues, and every name that is painted has a rule. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { CATEGORIES, WEIGHTS } from "../../src/lexicon/term.ts";
import { HUES, MARK_NAMES, markName, marksSheet, POINTED } from "../../src/page/marks.ts";
import { MARK_STRENGTHS, MARK_STYLES } from "../../src/protocol/page-settings.ts";

const theme = readFileSync(new URL("../../src/ui/theme.css", import.meta.url), "utf8");

test("the hues are the theme's", () => {
  for (const category of CATEGORIES) {
    const { light, dark } = HUES[category];
    expect(theme).toContain(`--hue-${category}: light-dark(oklch(${light}), oklch(${dark}));`);
  }
});

describe.each(MARK_STYLES.flatMap((markStyle) => MARK_STRENGTHS.map((markStrength) => ({ markStyle, markStrength }))))(
  "%j",
  (look) => {
    const sheet = marksSheet(look);
    const screen = sheet.replace(/@media print, \(forced-colors: active\) \{.*?\} \}/g, "");

    test("has one rule for each name, and few in all", () => {
      for (const name of [...MARK_NAMES, ...Object.values(POINTED)]) {
        expect(screen.split(`::highlight(${name}) {`)).toHaveLength(2);
      }
      expect(screen.match(/::highlight/g)!.length).toBeLessThanOrEqual(32);
    });

    test("is a line on paper and in forced colours, which have no tints", () => {
      const ruled = [
        ...sheet.matchAll(/@media print, \(forced-colors: active\) \{ ::highlight\(([\w-]+)\) \{([^}]*)/g),
      ];
      const tinted = look.markStyle === "tint" ? MARK_NAMES.filter((name) => !/frame|unknown/.test(name)) : [];
      expect(new Set(ruled.map(([, name]) => name))).toEqual(new Set(tinted));
      for (const [, , declarations] of ruled) expect(declarations).toMatch(/transparent; .*underline solid 1px/);
    });

    test("tells the three kinds apart by more than colour", () => {
      const ruleOf = (name: string): string => new RegExp(`::highlight\\(${name}\\) \\{([^}]*)`).exec(screen)![1]!;
      expect(ruleOf("tifa-frame")).toContain("dotted");
      expect(ruleOf("tifa-unknown")).toContain("dashed");
      expect(ruleOf("tifa-numeral")).toContain(look.markStyle === "tint" ? "background-color" : "solid");
    });
  },
);

test("every finding has a name that has a rule", () => {
  for (const ground of ["light", "dark"] as const) {
    for (const kind of ["term", "numeral", "frame"] as const) {
      for (const category of CATEGORIES) {
        for (const weight of WEIGHTS) {
          const name = markName({ start: 0, end: 4, kind, tier: "A", term: "x", category, weight }, ground);
          expect(MARK_NAMES).toContain(name);
        }
      }
    }
  }
});
