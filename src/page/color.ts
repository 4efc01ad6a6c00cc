/** Colours as browsers write computed ones. */

/** Relative luminance (WCAG) of a computed colour, roughly for those in Lab-like spaces; undefined if it can't be read. */
export function luminanceOf(color: string): number | undefined {
  const [, space, list = ""] = /^(\w+)\((?:srgb(?:-linear)? |display-p3 )?([^/)]*)/.exec(color) ?? [];
  const numbers = list
    .split(/[\s,]+/)
    .filter(Boolean)
    .map(Number);
  const [first = NaN, second = NaN, third = NaN] = numbers;
  if (Number.isNaN(first)) return undefined;
  if (space === "oklab" || space === "oklch") return first ** 3;
  if (space === "lab" || space === "lch") return first > 8 ? ((first + 16) / 116) ** 3 : first / 903.3;
  const scale = space === "color" ? 1 : 255;
  const linear = [first, second, third].map((value) => {
    const channel = value / scale;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  const luminance = 0.2126 * linear[0]! + 0.7152 * linear[1]! + 0.0722 * linear[2]!;
  return Number.isNaN(luminance) ? undefined : luminance;
}

/** The square of the distance from white below which Chromium darkens ink on paper. */
const NEAR_WHITE = 255 ** 2;

/** Luminance of an ink that is never so near to white. */
const FAR_FROM_WHITE = 0.1;

/** Whether Chromium prints text of this colour darker than it is, where it leaves the backgrounds out. */
export function isDarkenedOnPaper(color: string): boolean {
  const [, red, green, blue] = /^rgba?\(([\d.]+), ([\d.]+), ([\d.]+)/.exec(color) ?? [];
  if (blue === undefined) return (luminanceOf(color) ?? 1) >= FAR_FROM_WHITE;
  return [red, green, blue].reduce((sum, channel) => sum + (255 - Number(channel)) ** 2, 0) <= NEAR_WHITE;
}

/** 0 to 1. */
export function opacityOf(color: string): number {
  if (color === "transparent") return 0;
  const alpha = /\/\s*([\d.]+)\)$/.exec(color) ?? /^rgba\((?:[^,]+,){3}\s*([\d.]+)\)$/.exec(color);
  return alpha ? Number(alpha[1]) : 1;
}
