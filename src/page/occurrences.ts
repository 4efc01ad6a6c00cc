/** The first occurrence of each formulation on a page, for readers who want no more marked. */
import type { Finding } from "../detect/finding.ts";
import type { Place } from "./known.ts";
import { keyOf } from "./subject.ts";

/** Milliseconds between two counts of a page that changes. */
const PAUSE = 400;

export class FirstOccurrences {
  private firsts = new WeakSet<Finding>();
  private isStale = true;
  private counted = -Infinity;
  private readonly places: () => readonly Place[];
  private readonly onLater: (wait: number) => void;

  /** `places` are all that are shown, in the order of the page; `onLater` is told when to ask again. */
  constructor(places: () => readonly Place[], onLater: (wait: number) => void) {
    this.places = places;
    this.onLater = onLater;
  }

  /** Something on the page is another. */
  forget(): void {
    this.isStale = true;
  }

  has(finding: Finding): boolean {
    if (this.isStale) this.count();
    return this.firsts.has(finding);
  }

  private count(): void {
    const wait = this.counted + PAUSE - performance.now();
    this.isStale = false;
    if (wait > 0) {
      // What is known is good enough for this moment.
      this.onLater(wait);
      return;
    }
    const seen = new Set<string>();
    this.firsts = new WeakSet();
    for (const place of this.places()) {
      const key = keyOf(place);
      if (!seen.has(key)) this.firsts.add(place.finding);
      seen.add(key);
    }
    this.counted = performance.now();
  }
}
