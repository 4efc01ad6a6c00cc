/** Arrow keys in a list of rows: each row has one element with `data-row`, and may have smaller buttons that Tab reaches. */

/**
 * Moves the focus under `root` a row down or up; up from the first row goes to `top`, down from `top` to the first row.
 * Whether the key was used; a key pressed while an input method composes, in a group of radio buttons or in a note is not ours.
 */
export function moveByArrow(event: KeyboardEvent, root: HTMLElement, top: HTMLElement | null): boolean {
  const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
  const from = event.target as HTMLElement;
  if (step === 0 || event.isComposing || event.altKey || event.ctrlKey || event.metaKey || hasArrows(from))
    return false;
  const rows = [...root.querySelectorAll<HTMLElement>("[data-row]")].filter((row) => !row.closest("[hidden]"));
  const at = rows.findIndex((row) => row.closest("li")?.contains(from));
  if (at < 0 && (step < 0 || from !== top)) return false;
  const to = at + step < 0 ? top : rows[at + step];
  if (!to) return false;
  to.focus();
  return true;
}

/** Whether the arrow keys have work of their own in it: to the next choice, to the next line. */
function hasArrows(element: HTMLElement): boolean {
  return element.matches("textarea, [type=radio]");
}
