/** The gate's messages. Without the polyfill: this runs on every page of the web, and most are not Chinese. */
import type { Request } from "../protocol/messages.ts";

interface Extension {
  runtime: { sendMessage: (message: Request) => Promise<unknown> };
}

/** Asks the background for what this frame needs, which is Chinese. */
export function send(request: Extract<Request, { name: "style" | "wake" }>): void {
  const api = globalThis as unknown as { browser?: Extension; chrome: Extension };
  // An <img id="browser"> of the page is no extension.
  const { runtime } = api.browser?.runtime ? api.browser : api.chrome;
  try {
    // Nobody answers where the extension has just been updated or removed: then nothing is to be done.
    runtime.sendMessage(request).catch(() => undefined);
  } catch {
    // So it is said in Chromium.
  }
}
