// @vitest-environment happy-dom
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { ROOT } from "../../src/cli/seeds.ts";
import { wearLastTheme, wearTheme } from "../../src/platform/theme.ts";

afterEach(() => {
  vi.restoreAllMocks();
  localStorage.clear();
  delete document.documentElement.dataset["theme"];
});

const worn = (): string | undefined => document.documentElement.dataset["theme"];

test.each([
  ["dark", "dark"],
  ["light", "light"],
  ["auto", undefined],
] as const)("%s is put on the page, and on the next one before it is painted", (theme, attribute) => {
  wearTheme("dark");
  wearTheme(theme);
  expect(worn()).toBe(attribute);
  document.documentElement.dataset["theme"] = "other";
  wearLastTheme();
  expect(worn()).toBe(attribute);
});

test("a page without storage is dressed all the same", () => {
  const broken = (): never => {
    throw new DOMException("The operation is insecure.", "SecurityError");
  };
  vi.spyOn(Storage.prototype, "setItem").mockImplementation(broken);
  vi.spyOn(Storage.prototype, "getItem").mockImplementation(broken);
  wearTheme("dark");
  expect(worn()).toBe("dark");
  wearLastTheme();
  expect(worn()).toBe("dark");
});

const pages = globSync("entrypoints/*/index.html", { cwd: ROOT });

test.each(pages)("%s is dressed before it is painted", (page) => {
  const html = readFileSync(join(ROOT, page), "utf8");
  expect(html).toContain('<script vite-ignore src="/theme.js"></script>');
  expect(html).toContain('<meta name="color-scheme" content="light dark" />');
});
