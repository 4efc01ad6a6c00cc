/** A list whose rows can be taken away: whoever does so by keyboard goes on with the row that comes next. */
import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

interface ListedProps {
  /** Of rows, each with one button. */
  length: number;
  /** What is said where there is none. */
  none: string;
  children: ComponentChildren;
}

export function Listed({ length, none, children }: ListedProps) {
  const place = useRef<HTMLDivElement>(null);
  /** Number of the row that has the focus; -1 for none. */
  const row = useRef(-1);
  useLayoutEffect(() => {
    const { current } = place;
    if (row.current < 0 || current?.contains(document.activeElement)) return;
    const buttons = current!.querySelectorAll("button");
    (buttons[Math.min(row.current, buttons.length - 1)] ?? current!).focus();
  }, [length]);
  return (
    <div
      ref={place}
      tabIndex={-1}
      class="listed-place"
      onFocusIn={(event) => {
        row.current = [...place.current!.querySelectorAll("button")].indexOf(event.target as HTMLButtonElement);
      }}
      onFocusOut={(event) => {
        // The focus of what is taken away goes nowhere, and nobody is told of it in every browser.
        if (event.relatedTarget !== null) row.current = -1;
      }}
    >
      {length === 0 ? <p class="options-none">{none}</p> : <ul class="listed">{children}</ul>}
    </div>
  );
}
