/**
 * Looking for shadow roots. One that is attached to an element which was read before is told of by nobody. It mostly is to an
 * element that was likely to get one: which is empty, as the place of a program is, or bears the name of a custom element. These are
 * looked at often, and all elements of the page seldom: for no more than one part in four thousand of the time.
 */
import { elementsIn, firstChildOf, isConnected, nameOf, shadowOf } from "./dom.ts";

/** Milliseconds from one look to the next: doubled while nothing happens, and a number of times what a look takes. */
const SOON = 250;
const LATE = 8000;
const REST = 400;
const REST_OF_ALL = 4000;

/** Elements that are looked at in one step. */
const STRIDE = 500;

/** The elements of HTML that can have a shadow root (https://dom.spec.whatwg.org/#valid-shadow-host-name), besides custom ones. */
const HOSTS = new Set(
  "article aside blockquote body div footer h1 h2 h3 h4 h5 h6 header main nav p section span".split(" "),
);

type Found = (host: Element, shadow: ShadowRoot) => void;

export class ShadowLook {
  private readonly onDue: () => void;
  /** What has no shadow root yet and is likely to get one. */
  private readonly likely = new Set<Element>();
  /** Milliseconds from the end of the last look to the next; what it took; and when the next is due, and that at all. */
  private after = SOON;
  private took = 0;
  private due = 0;
  private dueAll = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** `onDue` is told when it is time to `look`. */
  constructor(onDue: () => void) {
    this.onDue = onDue;
  }

  /** Notes an element that is being read. */
  note(element: Element): void {
    const name = nameOf(element);
    const isLikely = name.includes("-") || (HOSTS.has(name) && firstChildOf(element) === null);
    if (isLikely && !shadowOf(element)) this.likely.add(element);
    else this.likely.delete(element);
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

  /** The next look is at all elements. */
  lookAtAll(): void {
    this.dueAll = 0;
  }

  /** Looks at what is likely to have become a host, or at all that is in `scopes`; tells of each host and its root, known or not. */
  *look(scopes: Iterable<Document | Element | ShadowRoot>, found: Found): Generator<void> {
    this.after = Math.min(2 * this.after, LATE);
    if (performance.now() < this.dueAll) {
      for (const element of this.likely) if (!isConnected(element)) this.likely.delete(element);
      this.took = yield* lookAt(() => [...this.likely], found);
    } else {
      let took = 0;
      for (const scope of scopes) took += yield* lookAt(() => elementsIn(scope), found);
      this.dueAll = performance.now() + took * REST_OF_ALL;
    }
  }
}

/** Returns how many milliseconds it took. */
function* lookAt(listed: () => ArrayLike<Element>, found: Found): Generator<void, number> {
  let took = 0;
  let begun = performance.now();
  const elements = listed();
  const { length } = elements;
  for (let i = 0; i < length; i++) {
    const element = elements[i]!;
    const shadow = shadowOf(element);
    if (shadow) found(element, shadow);
    if ((i + 1) % STRIDE !== 0) continue;
    took += performance.now() - begun;
    yield;
    begun = performance.now();
  }
  return took + performance.now() - begun;
}
