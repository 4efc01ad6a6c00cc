/**
 * What marks look like: the names in the page's highlight registry, and the style sheet for them.
 *
 * Three looks, told apart by the line and not by colour alone: solid (or a tint) a glossary entry, thinner and paler where it is not
 * essential; dashed a numeral formulation that the glossary lacks; dotted a productive pattern.
 *
 * One sheet for each style and strength, and not all in one: in Chromium each ::highlight rule costs every element that it is for
 * some 0.2 µs whenever the page's styles are computed anew (10,000 elements: 17 ms without any, 27 with 16 rules, 50 with 122). So
 * there the rules of a page are for its root alone, from which highlights are inherited since Chromium 134: to bring 33 rules into a
 * page of 20,000 elements takes 56 ms, and 180 if they are for all. And a rule for each ground, for what `currentColor` is in ::highlight is the root's in Chromium, not the text's.
 *
 * Where colours are forced, Chromium paints every highlight as a solid block in the system's colours, whatever its rule says, unless the
 * element around the text has `forced-color-adjust: none`. Tifa's own texts have that (sample.css, reader.css); a page of the web is its
 * author's, and a highlight can't bring it along. Firefox keeps the lines.
 */
import type { Finding } from "../detect/finding.ts";
import { CATEGORIES, type Category } from "../lexicon/term.ts";
import type { PageSettings } from "../protocol/page-settings.ts";
import type { Ground } from "./ground.ts";

export type MarkLook = Pick<PageSettings, "markStyle" | "markStrength">;

/** Hues of src/ui/theme.css, for text on light and on dark. */
export const HUES: Readonly<Record<Category, Readonly<Record<Ground, string>>>> = {
  doctrine: { light: "0.54 0.13 25", dark: "0.74 0.16 35" },
  numeral: { light: "0.54 0.14 250", dark: "0.74 0.1 235" },
  policy: { light: "0.54 0.1 165", dark: "0.74 0.11 145" },
  institution: { light: "0.54 0.11 85", dark: "0.74 0.15 90" },
  slogan: { light: "0.54 0.22 335", dark: "0.74 0.15 340" },
  jargon: { light: "0.54 0.03 295", dark: "0.74 0.02 20" },
  frame: { light: "0.54 0.22 290", dark: "0.74 0.15 295" },
};

const GROUNDS = ["light", "dark"] as const;

/** An essential finding stands out more than the others. */
type Rank = "essential" | "minor";

/** Width of a line in CSS pixels and opacity of its colour; opacity of a tint. */
const LINES: Readonly<
  Record<MarkLook["markStrength"], Readonly<Record<Rank, { width: number; opacity: number; tint: number }>>>
> = {
  faint: { essential: { width: 1, opacity: 0.7, tint: 0.12 }, minor: { width: 1, opacity: 0.35, tint: 0.07 } },
  normal: { essential: { width: 2, opacity: 0.9, tint: 0.2 }, minor: { width: 1, opacity: 0.55, tint: 0.1 } },
  strong: { essential: { width: 3, opacity: 1, tint: 0.36 }, minor: { width: 2, opacity: 0.9, tint: 0.22 } },
};

export const POINTED: Readonly<Record<Ground, string>> = { light: "tifa-pointed", dark: "tifa-pointed-dark" };

const name = (look: string, rank: Rank, ground: Ground): string =>
  `tifa-${look}${rank === "minor" ? "-minor" : ""}${ground === "dark" ? "-dark" : ""}`;

/** The highlight that paints a finding. */
export function markName({ kind, category, weight }: Finding, ground: Ground): string {
  return kind === "numeral"
    ? name("unknown", "essential", ground)
    : name(category, weight === "essential" ? "essential" : "minor", ground);
}

/** Every name that `markName` gives. */
export const MARK_NAMES: readonly string[] = GROUNDS.flatMap((ground) => [
  ...CATEGORIES.flatMap((category) => [name(category, "essential", ground), name(category, "minor", ground)]),
  name("unknown", "essential", ground),
]);

/** The style sheet of the marks. `scope` is a selector of those elements for which there are rules; as a rule all. */
export function marksSheet({ markStyle, markStrength }: MarkLook, scope: "" | ":root" = ""): string {
  const rule = (at: string, declarations: string): string => `${scope}::highlight(${at}) { ${declarations} }`;
  const rules = GROUNDS.flatMap((ground) => [
    ...CATEGORIES.flatMap((category) =>
      (["essential", "minor"] as const).map((rank) => {
        const { width, opacity, tint } = LINES[markStrength][rank];
        const color = (alpha: number): string => `oklch(${HUES[category][ground]} / ${alpha})`;
        const at = name(category, rank, ground);
        if (category === "frame") return rule(at, line("dotted", width, color(opacity)));
        if (markStyle === "underline") return rule(at, line("solid", width, color(opacity)));
        // A tint takes ink on paper, and forced colours have none: a hairline says the same.
        return `${rule(at, `background-color: ${color(tint)}`)}\n@media print, (forced-colors: active) { ${rule(at, `background-color: transparent; ${line("solid", 1, color(opacity))}`)} }`;
      }),
    ),
    rule(
      name("unknown", "essential", ground),
      line(
        "dashed",
        LINES[markStrength].minor.width,
        `oklch(${HUES.numeral[ground]} / ${LINES[markStrength].essential.opacity})`,
      ),
    ),
    rule(
      POINTED[ground],
      `background-color: oklch(${ground === "light" ? "0.75 0.13 65 / 0.3" : "0.7 0.13 65 / 0.4"})`,
    ),
  ]);
  return `${rules.join("\n")}\n`;
}

const line = (style: "solid" | "dotted" | "dashed", width: number, color: string): string =>
  `text-decoration: underline ${style} ${width}px ${color}; text-underline-offset: 0.24em`;
