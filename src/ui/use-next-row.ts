/** A list whose rows can be taken away: whoever does so by keyboard goes on with the row that comes next. */
import { useLayoutEffect, useRef } from "preact/hooks";

/**
 * `length` is how many rows there are, `ways` selects what takes some of them away: one button a row, after those that take them all.
 * `place` goes on the element around the list, which has to stay when there are none; `back` leads back to the list from elsewhere.
 */
export function useNextRow(length: number, ways: string) {
  const place = useRef<HTMLDivElement>(null);
  /** Number of the button that has the focus; -1 for none. */
  const at = useRef(-1);
  /** Number of the one that was pressed last. */
  const last = useRef(0);
  useLayoutEffect(() => {
    if (at.current < 0 || place.current?.contains(document.activeElement)) return;
    last.current = at.current;
    goTo(at.current, place.current!, ways);
  }, [length, ways]);
  return {
    place: {
      ref: place,
      tabIndex: -1,
      onFocusIn: ({ target }: FocusEvent): void => {
        at.current = buttonsIn(place.current!, ways).indexOf(target as HTMLElement);
      },
      onFocusOut: ({ relatedTarget }: FocusEvent): void => {
        // The focus of what is taken away goes nowhere, and nobody is told of it in every browser.
        if (relatedTarget !== null) at.current = -1;
      },
    },
    back: () => goTo(last.current, place.current!, ways),
  };
}

function buttonsIn(place: HTMLElement, ways: string): HTMLElement[] {
  return [...place.querySelectorAll<HTMLElement>(ways)];
}

function goTo(number: number, place: HTMLElement, ways: string): void {
  const all = buttonsIn(place, ways);
  (all[Math.min(number, all.length - 1)] ?? place).focus();
}
