/** The pictures that src/cli/icons.ts draws are there, each in the size that its name says. */
import { globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { expect, test } from "vitest";
import { ROOT } from "../../src/cli/seeds.ts";

const icons = globSync("src/ui/icon/*.png", { cwd: ROOT });

test("the toolbar has one for on and one for off, at each density, and the store and the browser's lists have theirs", () => {
  expect(icons.map((icon) => basename(icon)).sort()).toEqual(
    ["off-16.png", "off-32.png", "on-128.png", "on-16.png", "on-32.png", "on-48.png", "on-96.png"].sort(),
  );
});

test.each(icons)("%s is as large as its name says", (icon) => {
  const bytes = readFileSync(join(ROOT, icon));
  const size = Number(/-(\d+)\.png$/.exec(icon)![1]);
  // The header chunk of a PNG: width and height, four bytes each, from the sixteenth.
  expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([size, size]);
});
