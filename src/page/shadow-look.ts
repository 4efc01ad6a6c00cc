/**
 * Looking for shadow roots. One that is attached to an element which was there before is told of by nobody, so all elements are
 * looked at from time to time: less and less while nothing happens, and never for more than a four-hundredth of the time.
 */
import { elementsIn, shadowOf } from "./dom.ts";

/** Milliseconds from one look to the next: doubled while nothing happens, and a number of times what a look takes. */
const SOON = 250;
const LATE = 8000;
const REST = 400;

/** Elements that are looked at in one step. */
const STRIDE = 500;

export class ShadowLook {
  private readonly onDue: () => void;
  /** Milliseconds from the end of the last look to the next; what it took; and when the next is due. */
  private after = SOON;
  private took = 0;
  private due = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** `onDue` is told when it is time to `look`. */
  constructor(onDue: () => void) {
    this.onDue = onDue;
  }

  /** The page has changed. */
  hurry(): void {
    this.after = SOON;
  }

  later(): void {
    const now = performance.now();
    const due = now + Math.max(this.after, this.took * REST);
    if (this.timer !== undefined && this.due <= due) return;
    clearTimeout(this.timer);
    this.due = due;
    this.timer = setTimeout(() => {
      this.stop();
      this.onDue();
    }, due - now);
  }

  stop(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  /** Goes through `scopes`, and tells of each host and its root, known or not. */
  *look(
    scopes: Iterable<Document | Element | ShadowRoot>,
    found: (host: Element, shadow: ShadowRoot) => void,
  ): Generator<void> {
    this.after = Math.min(2 * this.after, LATE);
    this.took = 0;
    for (const scope of scopes) {
      let begun = performance.now();
      const elements = elementsIn(scope);
      const { length } = elements;
      for (let i = 0; i < length; i++) {
        const element = elements[i]!;
        const shadow = shadowOf(element);
        if (shadow) found(element, shadow);
        if ((i + 1) % STRIDE !== 0) continue;
        this.took += performance.now() - begun;
        yield;
        begun = performance.now();
      }
      this.took += performance.now() - begun;
    }
  }
}
