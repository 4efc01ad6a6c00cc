/** The gate's one message. Without the polyfill: this runs on every page of the web, and most are not Chinese. */
import type { Request } from "../protocol/messages.ts";

interface Extension {
  runtime: { sendMessage: (message: Request) => Promise<unknown> };
}

/** Asks the background to bring the engine into this frame. */
export function wake(): void {
  const api = globalThis as unknown as { browser?: Extension; chrome: Extension };
  // An <img id="browser"> of the page is no extension.
  const { runtime } = api.browser?.runtime ? api.browser : api.chrome;
  const request: Request = { name: "wake" };
  try {
    // Nobody answers where the extension has just been updated or removed: then nothing is to be done.
    runtime.sendMessage(request).catch(() => undefined);
  } catch {
    // So it is said in Chromium.
  }
}
