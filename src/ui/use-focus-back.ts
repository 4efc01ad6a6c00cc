/** Where the focus goes, and the window with it, when something that took the place of a list closes. */
import { useLayoutEffect, useRef } from "preact/hooks";

/** Back to what it was opened from, at the height where that stood; to `fallback` if it is gone. */
export function useFocusBack(isOpen: boolean, fallback: { current: HTMLElement | null }): void {
  const from = useRef<{ element: Element | null; top: number }>({ element: null, top: 0 });
  const wasOpen = useRef(isOpen);
  // Taken while rendering: by the time an effect runs the element is hidden and has lost the focus.
  if (isOpen && !wasOpen.current) {
    const element = document.activeElement;
    from.current = { element, top: topOf(element) };
  }
  useLayoutEffect(() => {
    if (!isOpen && wasOpen.current) {
      const { element, top } = from.current;
      if (element instanceof HTMLElement && element.isConnected) {
        bringTo(element, top, SETTLING);
        element.focus();
      } else {
        fallback.current?.focus();
      }
    }
    wasOpen.current = isOpen;
  }, [isOpen, fallback]);
}

/** Frames after which rows that come into sight again have their height (rows.css). */
const SETTLING = 3;

/** In a tab it is the window that scrolls; in a popup and a panel it is the list, which keeps its place. */
function bringTo(element: Element, top: number, frames: number): void {
  scrollBy({ top: topOf(element) - top, behavior: "instant" });
  if (frames > 0) requestAnimationFrame(() => bringTo(element, top, frames - 1));
}

const topOf = (element: Element | null): number => element?.getBoundingClientRect().top ?? 0;
