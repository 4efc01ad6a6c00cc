/** `node src/cli/icons.ts`: draws the icons of the manifest anew, after one of their SVG sources has changed. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { findBrowser } from "./browser-paths.mjs";
import { ROOT } from "./seeds.ts";

const FOLDER = join(ROOT, "src/ui/icon");

/** The ground as the sources have it. */
const CINNABAR = "#b23a22";

/** Sizes in CSS pixels; `off` is for the toolbar alone, where Tifa is switched off. */
const ICONS = [
  { name: "on", ground: CINNABAR, sizes: [16, 32, 48, 96, 128] },
  { name: "off", ground: "#77726d", sizes: [16, 32] },
];

const browser = await chromium.launch({ executablePath: findBrowser("chromium")!, chromiumSandbox: false });
try {
  const page = await browser.newPage();
  for (const { name, ground, sizes } of ICONS) {
    for (const size of sizes) {
      // At 16 pixels twelve strokes have to be set on the grid by hand.
      const source = readFileSync(join(FOLDER, size === 16 ? "tifa-16.svg" : "tifa.svg"), "utf8");
      const svg = source.replace(CINNABAR, ground).replace("<svg ", `<svg width="${size}" height="${size}" `);
      await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${svg}`);
      const clip = { x: 0, y: 0, width: size, height: size };
      writeFileSync(join(FOLDER, `${name}-${size}.png`), await page.screenshot({ clip, omitBackground: true }));
    }
  }
} finally {
  await browser.close();
}
