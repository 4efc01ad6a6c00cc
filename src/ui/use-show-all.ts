/** A list that is drawn whole only when it is asked for. */
import { useLayoutEffect, useRef, useState } from "preact/hooks";

/** `rows` selects the rows in `list`. The button that shows all goes with that: the focus goes on to the first row that it brought. */
export function useShowAll<Container extends HTMLElement>(rows: string) {
  const [all, setAll] = useState(false);
  const list = useRef<Container>(null);
  /** How many rows there were. */
  const before = useRef(0);
  useLayoutEffect(() => {
    if (all) list.current!.querySelectorAll(rows)[before.current]?.querySelector<HTMLElement>("a, button")?.focus();
  }, [all, rows]);
  const showAll = (): void => {
    before.current = list.current!.querySelectorAll(rows).length;
    setAll(true);
  };
  return { all, list, showAll };
}
