/**
 * Whether the text of an element stands on light or on dark.
 *
 * The ink tells it where it can: text that has less than 3 : 1 against black stands on light. Only for greys in between is the
 * background looked for, which pages also make of images, of layers behind, of blends.
 */
import { isDarkenedOnPaper, luminanceOf, opacityOf } from "./color.ts";
import { isElement, parentOrHostOf, styleOf } from "./dom.ts";

export type Ground = "light" | "dark";

/** Luminance of an ink with 3 : 1 against black, and of one with 3 : 1 against white. */
const DARK_INK = 0.1;
const LIGHT_INK = 0.3;

/** Luminance with the same contrast against black and white. */
const MIDDLE = 0.179;

export function groundOf(element: Element): Ground {
  const ink = luminanceOf(styleOf(element).color);
  if (ink !== undefined && ink < DARK_INK) return "light";
  if (ink !== undefined && ink > LIGHT_INK) return "dark";
  for (let at: Node | null = element; at; at = parentOrHostOf(at)) {
    if (!isElement(at)) continue;
    const paper = styleOf(at).backgroundColor;
    const luminance = opacityOf(paper) > 0.5 ? luminanceOf(paper) : undefined;
    if (luminance !== undefined) return luminance < MIDDLE ? "dark" : "light";
  }
  const scheme = styleOf(document.documentElement).colorScheme;
  const isDark = scheme === "dark" || (scheme.includes("dark") && matchMedia("(prefers-color-scheme: dark)").matches);
  return isDark ? "dark" : "light";
}

/**
 * What the text of an element stands on when it is printed; undefined where no mark may be painted. Chromium prints no backgrounds,
 * unless it is told to, and darkens what would be too pale on white, but not in a highlight: there white would stay white.
 */
export function groundOnPaper(element: Element): Ground | undefined {
  const style = styleOf(element);
  if (style.getPropertyValue("-webkit-print-color-adjust") === "exact") return groundOf(element);
  return isDarkenedOnPaper(style.getPropertyValue("-webkit-text-fill-color")) ? undefined : "light";
}
