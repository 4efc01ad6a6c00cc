/** The heading that a reader has come to, while they scroll. */
import type { RefObject } from "preact";
import { useEffect, useState } from "preact/hooks";
import { headingReached } from "./reading-place.ts";
import type { OutlineItem } from "./speech-lines.ts";

/** Number of the heading's paragraph; undefined above the first heading. */
export function useReached(root: RefObject<HTMLElement | null>, outline: readonly OutlineItem[]): number | undefined {
  const [reached, setReached] = useState<number>();
  useEffect(() => {
    const ending = new AbortController();
    let frame = 0;
    const look = (): void => {
      frame ||= requestAnimationFrame(() => {
        frame = 0;
        if (root.current) {
          const numbers = outline.map(({ paragraph }) => paragraph);
          setReached(headingReached(root.current, numbers));
        }
      });
    };
    look();
    for (const name of ["scroll", "resize"]) addEventListener(name, look, { signal: ending.signal, passive: true });
    return () => {
      cancelAnimationFrame(frame);
      ending.abort();
    };
  }, [root, outline]);
  return reached;
}
