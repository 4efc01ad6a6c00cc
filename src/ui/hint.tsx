/** What a word in the text means, shown under it while the pointer or the focus is on it. */
import type { RefObject } from "preact";
import { useEffect, useState } from "preact/hooks";

interface HintProps {
  /** Where the words are. */
  root: RefObject<HTMLElement | null>;
  /** Which words have the hint. */
  selector: string;
  text: string;
}

/** Pixels between the word and its hint, and between the hint and the window's edge. */
const GAP = 6;
const WIDTH = 280;
const EDGE = 12;

export function Hint({ root, selector, text }: HintProps) {
  const [place, setPlace] = useState<{ left: string; top: string } | null>(null);
  useEffect(() => {
    const element = root.current;
    if (!element) return undefined;
    const ending = new AbortController();
    const { signal } = ending;
    let word: Element | null = null;
    const put = (): void => {
      if (!word) return;
      const { left, bottom } = word.getBoundingClientRect();
      const width = document.documentElement.clientWidth;
      setPlace({ left: `${Math.max(EDGE, Math.min(left, width - WIDTH - EDGE))}px`, top: `${bottom + GAP}px` });
    };
    const show = ({ target }: Event): void => {
      word = target instanceof Element ? target.closest(selector) : null;
      put();
    };
    const hide = (): void => {
      word = null;
      setPlace(null);
    };
    for (const name of ["pointerover", "focusin"]) element.addEventListener(name, show, { signal });
    for (const name of ["pointerout", "focusout"]) element.addEventListener(name, hide, { signal });
    // A word that the focus goes to may have to be scrolled to.
    addEventListener("scroll", put, { signal, passive: true });
    addEventListener("keydown", ({ key }) => key === "Escape" && hide(), { signal });
    return () => ending.abort();
  }, [root, selector]);
  return place ? (
    <p class="hint" role="tooltip" style={{ ...place, maxWidth: `${WIDTH}px` }}>
      {text}
    </p>
  ) : null;
}
