/** The WebExtensions API with promises, the same in both browsers. Nothing outside src/platform imports it. */
import browser from "webextension-polyfill";

export { browser };

/** Whether the extension was updated or removed since this script began: then nothing of it answers any more. */
export function isOrphaned(): boolean {
  try {
    return browser.runtime.id === undefined;
  } catch {
    return true;
  }
}
