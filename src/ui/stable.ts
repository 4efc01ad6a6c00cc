/** A value that is made anew at every drawing, as the same object for as long as it says the same. */
import { useRef } from "preact/hooks";

export function useStable<T>(value: T): T {
  const last = useRef(value);
  if (JSON.stringify(last.current) !== JSON.stringify(value)) last.current = value;
  return last.current;
}
