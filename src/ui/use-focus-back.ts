/** Where the focus goes when something that took the place of a list closes. */
import { useLayoutEffect, useRef } from "preact/hooks";

/** Back to what it was opened from; to `fallback` if that is gone. */
export function useFocusBack(isOpen: boolean, fallback: { current: HTMLElement | null }): void {
  const from = useRef<Element | null>(null);
  const wasOpen = useRef(isOpen);
  // Taken while rendering: by the time an effect runs the element is hidden and has lost the focus.
  if (isOpen && !wasOpen.current) from.current = document.activeElement;
  useLayoutEffect(() => {
    if (!isOpen && wasOpen.current) {
      const back = from.current instanceof HTMLElement && from.current.isConnected ? from.current : fallback.current;
      back?.focus();
    }
    wasOpen.current = isOpen;
  }, [isOpen, fallback]);
}
