/** Containers that wait to be read, each once, in the order in which they came. */
import { containerOf, type Container } from "./blocks.ts";
import { isElement, parentOrHostOf } from "./dom.ts";
import type { Known } from "./known.ts";

export class Queue {
  private readonly root: Node;
  private readonly known: Known;
  private readonly waiting = new Set<Container>();
  /** Where in the queue reading is: to begin at its front each time means to pass by all that was taken out before. */
  private rest = this.waiting.values();
  /** Those that are taken out before all others. */
  private readonly first = new Set<Container>();

  constructor(root: Node, known: Known) {
    this.root = root;
    this.known = known;
  }

  get size(): number {
    return this.first.size + this.waiting.size;
  }

  has(container: Container): boolean {
    return this.first.has(container) || this.waiting.has(container);
  }

  add(container: Container): void {
    if (!this.first.has(container)) this.waiting.add(container);
  }

  /** Adds a container that was read before, and is to be read again at once. */
  addFirst(container: Container): void {
    this.waiting.delete(container);
    this.first.add(container);
  }

  /** Adds the container of `node`; where that was none when the text was read, those whose text it was part of, too. */
  addAround(node: Node): void {
    for (let at: Node | null = node; at;) {
      const container = containerOf(at);
      // Those around what waits already were added with it, or are read before it.
      if (!container || this.has(container)) return;
      this.add(container);
      if (this.known.has(container)) return;
      at = container === this.root ? null : parentOrHostOf(isElement(container) ? container : container.host);
    }
  }

  delete(container: Container): void {
    this.first.delete(container);
    this.waiting.delete(container);
  }

  clear(): void {
    this.first.clear();
    this.waiting.clear();
  }

  /** Takes the first out. */
  take(): Container | undefined {
    const [first] = this.first;
    if (first) {
      this.first.delete(first);
      return first;
    }
    let next = this.rest.next();
    if (next.done) {
      // It is over for good, though more may have come since.
      this.rest = this.waiting.values();
      next = this.rest.next();
    }
    if (next.done) return undefined;
    this.waiting.delete(next.value);
    return next.value;
  }
}
