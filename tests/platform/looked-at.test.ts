/** What the popup and the side panel speak of. */
import { expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { canOpen } from "../../src/platform/looked-at.ts";

vi.mock("webextension-polyfill", () => ({ default: fakeBrowser }));

const CHROMIUM = "chrome-extension://tifa/";
const FIREFOX = "moz-extension://tifa/";

test.each([
  ["https://county.test/report", true, true],
  ["http://county.test/", true, true],
  ["file:///home/report.html", true, false],
  [`${CHROMIUM}reader.html?speech=003`, true, false],
  [`${FIREFOX}reader.html?speech=003`, false, true],
  ["javascript:alert(1)", false, false],
  ["chrome://settings/", false, false],
  ["nonsense", false, false],
  ["", false, false],
])("%s can be gone to in Chromium: %s, in Firefox: %s", (address, inChromium, inFirefox) => {
  const own = vi.spyOn(fakeBrowser.runtime, "getURL");
  own.mockReturnValue(CHROMIUM);
  expect(canOpen(address)).toBe(inChromium);
  own.mockReturnValue(FIREFOX);
  expect(canOpen(address)).toBe(inFirefox);
});
