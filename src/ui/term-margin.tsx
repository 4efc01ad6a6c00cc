/** Beside each paragraph, where there is room, the headwords that are marked in it. */
import type { RefObject } from "preact";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import type { Margin } from "./margin-terms.ts";
import { readerWords } from "./words/reader.ts";

interface TermMarginProps {
  /** The text, beside which the margin stands from its upper edge on. */
  root: RefObject<HTMLElement | null>;
  margin: Margin;
  onTerm: (number: number) => void;
}

/** Pixels between the terms of one paragraph and the next, where they meet. */
const GAP = 12;

export function TermMargin({ root, margin, onTerm }: TermMarginProps) {
  const list = useRef<HTMLOListElement>(null);
  useLayoutEffect(() => {
    const place = (): void => {
      if (root.current && list.current) putBeside(root.current, list.current);
    };
    place();
    // The text is set anew with another size, another window, or when its font has come.
    const watcher = new ResizeObserver(place);
    if (root.current) watcher.observe(root.current);
    if (list.current) watcher.observe(list.current);
    return () => watcher.disconnect();
  }, [root, margin]);
  useEffect(() => {
    const text = root.current;
    const go = (event: KeyboardEvent): void => {
      const next = list.current && termBeside(list.current, event);
      if (!next) return;
      event.preventDefault();
      next.focus();
    };
    text?.addEventListener("keydown", go);
    return () => text?.removeEventListener("keydown", go);
  }, [root]);
  return (
    <div class="term-margin" role="group" aria-label={readerWords.margin}>
      <ol ref={list}>
        {[...margin].map(([paragraph, terms]) => (
          <li key={paragraph} data-beside={paragraph}>
            <ul aria-label={readerWords.inParagraph(paragraph)}>
              {terms.map(({ number, headword, rendering, isEssential }) => (
                <li key={headword}>
                  <button
                    type="button"
                    class={isEssential ? "margin-term margin-term-essential" : "margin-term"}
                    title={rendering || undefined}
                    onClick={() => onTerm(number)}
                  >
                    <span class="song" lang="zh-Hans">
                      {headword}
                    </span>
                  </button>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </div>
  );
}

/**
 * Where Tab leads from a paragraph that has the focus, as it has where a quotation was opened: to the terms beside it, or the next ones. In
 * the document all terms come after all of the text, so it would lead to those at the beginning.
 */
function termBeside(list: HTMLElement, { key, shiftKey, target }: KeyboardEvent): HTMLElement | undefined {
  if (key !== "Tab" || shiftKey || !(target instanceof HTMLElement)) return undefined;
  const number = Number(target.dataset["number"]);
  // What is in the paragraph comes first.
  if (!(number > 0) || target.querySelector("[tabindex]")) return undefined;
  const item = [...list.querySelectorAll<HTMLElement>("[data-beside]")].find(
    ({ dataset }) => Number(dataset["beside"]) >= number,
  );
  const term = item?.querySelector("button");
  return term?.checkVisibility() ? term : undefined;
}

/** Each at the height of its paragraph, or under the one before it where that is longer. */
function putBeside(root: HTMLElement, list: HTMLElement): void {
  const top = root.getBoundingClientRect().top;
  // All is measured before anything is moved.
  const places = [...list.querySelectorAll<HTMLElement>("[data-beside]")].map((item) => ({
    item,
    height: item.offsetHeight,
    at: root.querySelector(`[data-number="${item.dataset["beside"]}"]`)?.getBoundingClientRect().top ?? top,
  }));
  let free = 0;
  for (const { item, height, at } of places) {
    const from = Math.max(at - top, free);
    item.style.top = `${from}px`;
    free = from + height + GAP;
  }
}
