/**
 * Light or dark on the extension's own pages. The settings are read later than the browser paints first, so the last theme is kept
 * where it can be read at once: without that, a page chosen to be dark would flash.
 */
import type { PageSettings } from "../protocol/page-settings.ts";

type Theme = PageSettings["theme"];

const KEY = "theme";

/** Puts `theme` on this page, and keeps it for the next one's first paint. */
export function wearTheme(theme: Theme): void {
  put(theme);
  // Storage may be switched off or full; all that is lost is the first paint.
  try {
    localStorage.setItem(KEY, theme);
  } catch {
    return;
  }
}

/** Puts the theme on that was worn last, before the page has been painted. */
export function wearLastTheme(): void {
  try {
    put(localStorage.getItem(KEY));
  } catch {
    return;
  }
}

/** For theme.css; without the attribute the browser's own preference holds. */
function put(theme: string | null): void {
  const { dataset } = document.documentElement;
  if (theme === "light" || theme === "dark") dataset["theme"] = theme;
  else delete dataset["theme"];
}
