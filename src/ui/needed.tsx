/** What a page can't be drawn without. */
import { render } from "preact";
import { GlossaryFailure } from "./glossary-failure.tsx";

/**
 * Waits for what the page is made of. Where it can't be read the page says so, with a way to try again, once it is `dressed`, which
 * makes it speak the reader's language. @throws why it can't be read.
 */
export async function needed<T>(parts: Promise<T>, dressed: () => Promise<unknown>): Promise<T> {
  try {
    return await parts;
  } catch (error) {
    await dressed().catch(() => undefined);
    render(<GlossaryFailure />, document.getElementById("root")!);
    throw error;
  }
}
