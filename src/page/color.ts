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

/** 0 to 1. */
export function opacityOf(color: string): number {
  if (color === "transparent") return 0;
  const alpha = /\/\s*([\d.]+)\)$/.exec(color) ?? /^rgba\((?:[^,]+,){3}\s*([\d.]+)\)$/.exec(color);
  return alpha ? Number(alpha[1]) : 1;
}
