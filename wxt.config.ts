import { globSync, mkdirSync, writeFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import preact from "@preact/preset-vite";
import { defineConfig } from "wxt";
import { readSeeds } from "./src/cli/seeds.ts";
import { openJieba } from "./src/cli/words.ts";
import { build } from "./src/corpus/build.ts";
import { columnsOf } from "./src/lexicon/lines.ts";

/** Paths by size; src/cli/icons.ts draws the files. */
const icons = (...sizes: number[]): Record<string, string> =>
  Object.fromEntries(sizes.map((size) => [size, `icons/on-${size}.png`]));

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  // Style sheets for the oldest browsers of the manifest: for older ones each light-dark() would be written out as two variables.
  vite: () => ({ plugins: [preact()], build: { target: "es2023", cssTarget: ["chrome128", "firefox140"] } }),
  hooks: {
    // The glossary is checked here: sources that don't fit together stop the build with file, entry and field.
    "build:publicAssets": (wxt, files) => {
      const { library, lexicon } = build(readSeeds(), openJieba().tag);
      const folder = join(wxt.config.wxtDir, "data");
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, "lexicon.bin"), lexicon);
      files.push(
        { relativeDest: "data/lexicon.bin", absoluteSrc: join(folder, "lexicon.bin") },
        { relativeDest: "data/lines.json", contents: JSON.stringify(columnsOf(library.glossary)) },
        { relativeDest: "data/glossary.json", contents: JSON.stringify(library.glossary) },
        { relativeDest: "data/speeches.json", contents: JSON.stringify(library.speeches) },
        ...globSync("src/ui/icon/*.png").map((file) => ({
          relativeDest: `icons/${basename(file)}`,
          absoluteSrc: resolve(file),
        })),
      );
    },
  },
  manifest: ({ browser }) => ({
    name: "Tifa 提法",
    description:
      "Marks the formulations of Chinese political language and says what each means, from the speeches it stands in.",
    permissions: ["scripting", "storage"],
    host_permissions: ["<all_urls>"],
    content_scripts: [
      {
        matches: ["<all_urls>"],
        all_frames: true,
        match_origin_as_fallback: true,
        run_at: "document_idle",
        js: ["gate.js"],
      },
    ],
    // No part of the extension can reach the network, whatever its code may say.
    content_security_policy: {
      extension_pages:
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; connect-src 'self'; base-uri 'none'",
    },
    icons: icons(16, 32, 48, 96, 128),
    action: { default_title: "Tifa 提法", default_icon: icons(16, 32, 48) },
    commands: {
      next: { description: "Next formulation", suggested_key: { default: "Alt+Shift+N" } },
      previous: { description: "Previous formulation", suggested_key: { default: "Alt+Shift+P" } },
      close: { description: "Close the card" },
      switch: { description: "Switch marks on or off everywhere", suggested_key: { default: "Alt+Shift+T" } },
    },
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
      : { minimum_chrome_version: "128" }),
  }),
});
