/** Entries on their way into a card: asked for when the reader is about to want them, and kept for a while. */
import type { Entry } from "../lexicon/entry.ts";

/** Entries kept at most; a card leads to a handful of others. */
const MOST = 40;

export class Entries {
  private readonly fetch: (id: string) => Promise<Entry | null>;
  private readonly kept = new Map<string, Promise<Entry | null>>();

  constructor(fetch: (id: string) => Promise<Entry | null>) {
    this.fetch = fetch;
  }

  /** The entry of `id`. One that could not be had is asked for again the next time. */
  of(id: string): Promise<Entry | null> {
    const kept = this.kept.get(id);
    if (kept) return kept;
    const entry = this.fetch(id);
    this.kept.set(id, entry);
    entry.catch(() => this.kept.delete(id));
    if (this.kept.size > MOST) this.kept.delete(this.kept.keys().next().value!);
    return entry;
  }

  /** The entry may be wanted in a moment; whether it can be had is said to whoever does want it. */
  expect(id: string): void {
    void this.of(id).catch(() => undefined);
  }
}
