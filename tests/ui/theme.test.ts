/** The promises that theme.css makes in numbers: equal lightness, contrast, hues that colour-blind readers tell apart. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { CATEGORIES } from "../../src/lexicon/term.ts";

type Triple = [number, number, number];

const css = readFileSync(new URL("../../src/ui/theme.css", import.meta.url), "utf8");
const COLOR = String.raw`oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)`;
/** Custom properties that are one opaque colour, with its light and its dark value. */
const colors = [...css.matchAll(new RegExp(`--([\\w-]+): light-dark\\(${COLOR}, ${COLOR}\\)`, "g"))];
const triple = (numbers: readonly (string | undefined)[]): Triple => numbers.map(Number) as Triple;
const light = Object.fromEntries(colors.map(([, name, ...numbers]) => [name!, triple(numbers.slice(0, 3))]));
const dark = Object.fromEntries(colors.map(([, name, ...numbers]) => [name!, triple(numbers.slice(3))]));

/** Linear sRGB. */
function linear([l, c, h]: Triple): Triple {
  const a = c * Math.cos((h * Math.PI) / 180);
  const b = c * Math.sin((h * Math.PI) / 180);
  const x = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const y = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const z = (l - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * x - 3.3077115913 * y + 0.2309699292 * z,
    -1.2684380046 * x + 2.6097574011 * y - 0.3413193965 * z,
    -0.0041960863 * x - 0.7034186147 * y + 1.707614701 * z,
  ];
}

function oklab([r, g, b]: Triple): Triple {
  const x = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const y = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const z = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * x + 0.793617785 * y - 0.0040720468 * z,
    1.9779984951 * x - 2.428592205 * y + 0.4505937099 * z,
    0.0259040371 * x + 0.7827717662 * y - 0.808675766 * z,
  ];
}

const distance = (a: Triple, b: Triple): number => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);

function contrast(a: Triple, b: Triple): number {
  const luminance = (color: Triple): number => {
    const [r, g, blue] = linear(color);
    return 0.2126 * r + 0.7152 * g + 0.0722 * blue;
  };
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

/** Machado, Oliveira and Fernandes 2009, full severity, on linear sRGB. */
const SIGHTS: Record<string, [Triple, Triple, Triple]> = {
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritan: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

describe.each([
  ["light", light],
  ["dark", dark],
])("%s", (_, tokens) => {
  const hues = CATEGORIES.map((category) => [category, tokens[`hue-${category}`]!] as const);

  it("has the seven hues at one lightness, inside sRGB", () => {
    expect(new Set(hues.map(([, [l]]) => l)).size).toBe(1);
    const outside = hues.filter(([, hue]) => linear(hue).some((channel) => channel < -0.002 || channel > 1.002));
    expect(outside).toEqual([]);
  });

  it.each(Object.entries(SIGHTS))("keeps any two hues apart for %s readers", (_sight, matrix) => {
    const seen = hues.map(([category, hue]) => {
      const color = linear(hue);
      return [
        category,
        oklab(matrix.map((row) => row[0] * color[0] + row[1] * color[1] + row[2] * color[2]) as Triple),
      ] as const;
    });
    const close = seen.flatMap(([a, first], i) =>
      seen.slice(i + 1).flatMap(([b, second]) => (distance(first, second) > 0.04 ? [] : [`${a} and ${b}`])),
    );
    expect(close).toEqual([]);
  });

  it.each(["paper", "paper-2"])("sets text on %s at 4.5:1 or more", (ground) => {
    const faint = ["ink", "ink-2", "ink-3", "accent"].filter((ink) => contrast(tokens[ink]!, tokens[ground]!) < 4.5);
    expect(faint).toEqual([]);
  });

  it("draws edges and hues at 3:1 or more", () => {
    const faint = [["edge", tokens["edge"]!] as const, ...hues].filter(
      ([, color]) => contrast(color, tokens["paper"]!) < 3,
    );
    expect(faint).toEqual([]);
    expect(contrast(tokens["on-accent"]!, tokens["accent"]!)).toBeGreaterThanOrEqual(3);
    for (const wash of ["wash", "wash-2"]) {
      expect(contrast(tokens["ink"]!, tokens[wash]!)).toBeGreaterThanOrEqual(4.5);
    }
  });
});
