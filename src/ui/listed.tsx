/** A short list whose rows can be taken away. */
import type { ComponentChildren } from "preact";
import { useNextRow } from "./use-next-row.ts";

interface ListedProps {
  /** Of rows, each with one button. */
  length: number;
  /** What is said where there is none. */
  none: string;
  children: ComponentChildren;
}

export function Listed({ length, none, children }: ListedProps) {
  const { place } = useNextRow(length, "button");
  return (
    <div {...place} class="listed-place">
      {length === 0 ? <p class="options-none">{none}</p> : <ul class="listed">{children}</ul>}
    </div>
  );
}
