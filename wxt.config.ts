import { globSync, mkdirSync, writeFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import preact from "@preact/preset-vite";
import { defineConfig } from "wxt";
import { buildLibrary } from "./src/cli/library.ts";
import { packLibrary } from "./src/corpus/pack.ts";
import { LANGUAGES, type Language } from "./src/protocol/language.ts";
import { speak } from "./src/ui/words/language.ts";
import { manifestWords } from "./src/ui/words/manifest.ts";

/** What the browser calls the languages of the interface. */
const LOCALES: Readonly<Record<Language, string>> = { en: "en", "zh-Hans": "zh_CN", "zh-Hant": "zh_TW" };

/** Stands for a string in the manifest, until the browser puts in the one of its own language. */
const message = (key: keyof typeof manifestWords): string => `__MSG_${key}__`;

/** What the messages of the manifest are in one language, as the browser reads them. */
function messagesIn(language: Language): string {
  speak(language);
  const messages = Object.keys(manifestWords).map((key) => [
    key,
    { message: manifestWords[key as keyof typeof manifestWords] },
  ]);
  return JSON.stringify(Object.fromEntries(messages));
}

/** Paths by size; src/cli/icons.ts draws the files. */
const icons = (...sizes: number[]): Record<string, string> =>
  Object.fromEntries(sizes.map((size) => [size, `icons/on-${size}.png`]));

interface Modules {
  getModuleInfo: (id: string) => { importers: readonly string[] } | null;
}

/** The file of what pages share that a module goes into. */
function sharedPart(module: string, modules: Modules): string {
  const seen = new Set<string>();
  const isInPopup = (id: string): boolean => {
    if (seen.has(id)) return false;
    seen.add(id);
    return id.includes("/entrypoints/popup/") || (modules.getModuleInfo(id)?.importers ?? []).some(isInPopup);
  };
  return isInPopup(module) ? "desk" : "workbench";
}

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  vite: () => ({
    plugins: [preact()],
    build: {
      target: "es2023",
      // For older browsers than those of the manifest each light-dark() would be written out as two variables.
      cssTarget: ["chrome134", "firefox140"],
      // What pages share is two files: what the popup needs too, and what only the others do. A popup that is put together from a dozen
      // takes 20 ms longer to open, and one that has to read the others' as well 10.
      rolldownOptions: {
        output: { codeSplitting: { groups: [{ name: sharedPart, test: /^(?!.*\.css)/, minShareCount: 2 }] } },
      },
    },
  }),
  hooks: {
    // The glossary is checked here: sources that don't fit together stop the build with file, entry and field.
    "build:publicAssets": (wxt, files) => {
      const { library, lexicon } = buildLibrary();
      const folder = join(wxt.config.wxtDir, "data");
      mkdirSync(folder, { recursive: true });
      const packed = packLibrary(library, lexicon);
      for (const { name, contents } of packed) writeFileSync(join(folder, name), contents);
      files.push(
        ...packed.map(({ name }) => ({ relativeDest: `data/${name}`, absoluteSrc: join(folder, name) })),
        ...LANGUAGES.map((language) => ({
          relativeDest: `_locales/${LOCALES[language]}/messages.json`,
          contents: messagesIn(language),
        })),
        ...globSync("src/ui/icon/*.png").map((file) => ({
          relativeDest: `icons/${basename(file)}`,
          absoluteSrc: resolve(file),
        })),
      );
    },
  },
  manifest: ({ browser }) => ({
    name: message("name"),
    description: message("description"),
    default_locale: LOCALES.en,
    permissions: ["scripting", "storage", "contextMenus"],
    host_permissions: ["<all_urls>"],
    content_scripts: [
      {
        matches: ["<all_urls>"],
        all_frames: true,
        match_origin_as_fallback: true,
        run_at: "document_start",
        js: ["gate.js"],
      },
    ],
    // No part of the extension can reach the network, whatever its code may say.
    content_security_policy: {
      extension_pages:
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self'; connect-src 'self'; base-uri 'none'",
    },
    icons: icons(16, 32, 48, 96, 128),
    action: { default_title: message("name"), default_icon: icons(16, 32, 48) },
    // Alt+Shift with N, P or T is Chromium’s own (tab groups, the toolbar): a command that suggests it gets no key at all.
    commands: {
      next: { description: message("next"), suggested_key: { default: "Alt+Shift+J" } },
      previous: { description: message("previous"), suggested_key: { default: "Alt+Shift+K" } },
      open: { description: message("open"), suggested_key: { default: "Alt+Shift+E" } },
      close: { description: message("close") },
      switch: { description: message("switch"), suggested_key: { default: "Alt+Shift+M" } },
      // Chromium loads no extension that suggests more than four keys.
      "look-up": { description: message("lookUp") },
    },
    omnibox: { keyword: "tifa" },
    ...(browser === "firefox"
      ? {
          browser_specific_settings: {
            gecko: {
              id: "tifa@tifa.invalid",
              strict_min_version: "140.0",
              data_collection_permissions: { required: ["none"] },
            },
            gecko_android: { strict_min_version: "142.0" },
          },
        }
      : { minimum_chrome_version: "134" }),
  }),
});
