/** The WebExtensions API with promises, the same in both browsers. Nothing outside src/platform imports it. */
import browser from "webextension-polyfill";

export { browser };
