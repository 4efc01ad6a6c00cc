/** A page of the extension's own, in the theme and the language of the settings. */
import type { Language } from "../protocol/language.ts";
import { languageOf, type Settings } from "./settings.ts";
import { wearTheme } from "./theme.ts";

/** Puts theme and language on this page: first of all, and after each change. Returns the language, for whoever speaks it. */
export function dressPage(settings: Settings): Language {
  const language = languageOf(settings);
  wearTheme(settings.theme);
  document.documentElement.lang = language;
  return language;
}
