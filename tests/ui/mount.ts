/** Renders into the document of the test, and finds things there as a reader would: by their words. */
import { render, type ComponentChild } from "preact";
import { act } from "preact/test-utils";
import { afterEach } from "vitest";

let mounted: HTMLElement | undefined;

afterEach(() => {
  if (!mounted) return;
  render(null, mounted);
  mounted.remove();
  mounted = undefined;
});

/** Renders `view`; again into the same place if something is there. */
export function mount(view: ComponentChild): HTMLElement {
  if (!mounted) {
    mounted = document.createElement("div");
    document.body.append(mounted);
  }
  const root = mounted;
  void act(() => render(view, root));
  return root;
}

/** The button, or the other `kind`, whose name is or contains `name`. */
export function named(root: ParentNode, name: string | RegExp, kind = "button"): HTMLElement {
  const fits = (said: string): boolean =>
    typeof name === "string" ? said.replace(/\s+/g, " ").trim() === name : name.test(said);
  const found = [...root.querySelectorAll<HTMLElement>(kind)].find((one) =>
    fits(one.getAttribute("aria-label") ?? one.textContent),
  );
  if (!found) throw new Error(`There is no ${kind} “${String(name)}” in ${root.textContent ?? ""}`);
  return found;
}

export function click(element: HTMLElement): void {
  void act(() => element.click());
}

/** Whether the key was left to the browser. */
export function press(element: Element, key: string, init: KeyboardEventInit = {}): boolean {
  let left = true;
  void act(() => {
    left = element.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...init }));
  });
  return left;
}

export function text(root: ParentNode, selector: string): string[] {
  return [...root.querySelectorAll(selector)].map((one) => (one.textContent ?? "").replace(/\s+/g, " ").trim());
}

/** The clock of the machine, whatever clock a test has. */
const later = setTimeout;

/** Lets promises and effects that wait for them come to rest. */
export async function settle(): Promise<void> {
  await act(async () => {
    // Work in slices goes on after a timer, on a machine that is busy more than once.
    for (let turn = 0; turn < 4; turn++) {
      for (let i = 0; i < 10; i++) await Promise.resolve();
      await new Promise((resolve) => later(resolve));
    }
  });
}
