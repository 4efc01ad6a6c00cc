/** Keeps what is read where it stands when the text is set anew: in another window, turned or made narrow, or at another size. */
import type { RefObject } from "preact";
import { useLayoutEffect } from "preact/hooks";
import { goToPlace, placeIn } from "./reading-place.ts";
import { goToTarget, targetAt } from "./target.ts";

/** Above this share of the window's height a quotation is what is being read; below it, it only happens to be in sight. */
const READ = 0.6;

/** `text` names what `root` shows: in another one the place means nothing. */
export function useKeptPlace(root: RefObject<HTMLElement | null>, text: string): void {
  useLayoutEffect(() => {
    const element = root.current;
    if (!element) return undefined;
    let bringBack = wayBack(element);
    let size = sizeOf(element);
    /** Where the last way back ended. It may have ended at the end of the page, short of its place, which is not forgotten for that. */
    let broughtTo = scrollY;
    const note = (): void => {
      // What a browser scrolls by itself while it sets the text anew is no reader's doing.
      if (sizeOf(element) === size && scrollY !== broughtTo) bringBack = wayBack(element);
    };
    const watcher = new ResizeObserver(() => {
      if (sizeOf(element) === size) return;
      size = sizeOf(element);
      bringBack();
      broughtTo = scrollY;
    });
    watcher.observe(element);
    addEventListener("scroll", note, { passive: true });
    return () => {
      watcher.disconnect();
      removeEventListener("scroll", note);
    };
  }, [root, text]);
}

const sizeOf = ({ offsetWidth, offsetHeight }: HTMLElement): string => `${offsetWidth} ${offsetHeight}`;

/** Scrolls to what is read now, once it has come to stand elsewhere. */
function wayBack(root: HTMLElement): () => void {
  const quotation = targetAt();
  if (quotation !== undefined && quotation >= 0 && quotation < READ) return () => goToTarget(quotation);
  const place = placeIn(root);
  return () => place && goToPlace(root, place);
}
