/** Whatever may move or hide what is on the page: its tree and text change, something has loaded, is opened or has moved. */
import { parentOf, parentOrHostOf, typeOf } from "./dom.ts";

const EVENTS = ["load", "toggle", "transitionend", "animationend"];

/** Calls `take` with the next frame after each change of the document, and of the shadow trees that `node` is in. */
export function onChanges(node: Node, take: () => void, signal: AbortSignal): void {
  let frame = 0;
  const soon = (): void => {
    frame ||= requestAnimationFrame(() => {
      frame = 0;
      take();
    });
  };
  const observer = new MutationObserver(soon);
  for (const root of rootsAround(node)) {
    observer.observe(root, { attributes: true, characterData: true, childList: true, subtree: true });
    for (const name of EVENTS) {
      root.addEventListener(name, ({ isTrusted }) => isTrusted && soon(), { capture: true, passive: true, signal });
    }
  }
  signal.addEventListener("abort", () => {
    observer.disconnect();
    cancelAnimationFrame(frame);
  });
}

/** The document, and the shadow roots that `node` is in. */
function rootsAround(node: Node): Node[] {
  const roots: Node[] = [document];
  for (let at: Node | null = node; at; at = parentOrHostOf(at)) {
    const parent = parentOf(at);
    if (parent && typeOf(parent) === Node.DOCUMENT_FRAGMENT_NODE) roots.push(parent);
  }
  return roots;
}
