/** Suites that are run in Chromium and in Firefox. */
import { describe } from "vitest";
import { driveChromium } from "./chromium.ts";
import type { Driver } from "./driver.ts";
import { driveFirefox } from "./firefox.ts";

type Suite = (browser: Driver["name"], drive: (proxy: string) => Promise<Driver>) => void;

const BROWSERS = [
  ["Chromium", driveChromium],
  ["Firefox", driveFirefox],
] as const;

/** In one after the other: how long a pointer rests and a card lingers is not seen while another browser is at work. */
export const inEach = (suite: Suite): void =>
  describe.each(BROWSERS)("%s", (...browser) => {
    suite(...browser);
  });

/** In both at once, the tests of each in turn, for suites that wait until a page is as it should be: they leave half of a machine idle. */
export const inBoth = (suite: Suite): void =>
  describe.concurrent.each(BROWSERS)("%s", (...browser) => {
    describe("in turn", { concurrent: false }, () => {
      suite(...browser);
    });
  });
