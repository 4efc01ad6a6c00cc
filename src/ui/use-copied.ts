/** Copying, and what is said of it for a moment. */
import { useEffect, useState } from "preact/hooks";

/** Puts a text on the clipboard, at once or by and by. */
export type OnCopy = (text: string) => unknown;

const SAID_MS = 2000;

/** A key of `commonWords` while something is said; and what does `act`, which copies. */
export function useCopied(): [said: "copied" | "notCopied" | undefined, copy: (act: () => unknown) => void] {
  const [said, setSaid] = useState<"copied" | "notCopied">();
  useEffect(() => {
    if (said === undefined) return undefined;
    const timer = setTimeout(() => setSaid(undefined), SAID_MS);
    return () => clearTimeout(timer);
  }, [said]);
  const copy = (act: () => unknown): void => {
    const done = act();
    if (!(done instanceof Promise)) return setSaid("copied");
    done.then(
      () => setSaid("copied"),
      () => setSaid("notCopied"),
    );
  };
  return [said, copy];
}
