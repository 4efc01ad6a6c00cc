/** Beside each paragraph, where there is room, the headwords that are marked in it. */
import type { RefObject } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Margin, MarginTerm } from "./margin-terms.ts";
import { readerWords } from "./words/reader.ts";

interface TermMarginProps {
  /** The text, beside which the margin stands from its upper edge on. */
  root: RefObject<HTMLElement | null>;
  margin: Margin;
  onTerm: (number: number) => void;
}

/** Pixels between the terms of one paragraph and the next, where they meet. */
const GAP = 12;

/** Characters up to which a note says how a term is read; longer ones are clauses, of words that every dictionary has. */
const READ_OUT = 8;

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
      {/* Over the notes of the printed sheet. */}
      <h2 class="margin-heading">{readerWords.notes}</h2>
      <ol ref={list} onKeyDown={(event) => list.current && moveByKey(list.current, event)}>
        {[...margin].map(([paragraph, terms]) => (
          <li key={paragraph} data-beside={paragraph}>
            <span class="margin-paragraph" aria-hidden="true">
              {readerWords.paragraph(paragraph)}
            </span>
            <TermsBeside paragraph={paragraph} terms={terms} onTerm={onTerm} />
          </li>
        ))}
      </ol>
    </div>
  );
}

interface TermsBesideProps extends Pick<TermMarginProps, "onTerm"> {
  paragraph: number;
  terms: readonly MarginTerm[];
}

/** One stop for Tab, at the term that had the focus last: a speech has hundreds. The arrows go through them. */
function TermsBeside({ paragraph, terms, onTerm }: TermsBesideProps) {
  const [last, setLast] = useState("");
  const stop = terms.some(({ headword }) => headword === last) ? last : terms[0]?.headword;
  return (
    <ul role="toolbar" aria-label={readerWords.inParagraph(paragraph)}>
      {terms.map(({ number, headword, pinyin, rendering, isEssential, isFirst }) => (
        <li key={headword} role="none" class={isFirst ? "" : "margin-again"}>
          <button
            type="button"
            class={isEssential ? "margin-term margin-term-essential" : "margin-term"}
            title={rendering || undefined}
            tabIndex={headword === stop ? 0 : -1}
            onFocus={() => setLast(headword)}
            onClick={() => onTerm(number)}
          >
            <span class="song" lang="zh-Hans">
              {headword}
            </span>
          </button>
          {rendering && (
            // On the printed sheet alone: on the screen the card has it.
            <span class="margin-note">
              {headword.length <= READ_OUT && (
                <>
                  {" "}
                  <span class="margin-pinyin" lang="zh-Latn">
                    {pinyin}
                  </span>
                </>
              )}{" "}
              <span class="margin-rendering" lang="en">
                {rendering}
              </span>
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

/** From term to term with the arrows, on into the next paragraph's; to the ends of a paragraph's own with Home and End. */
function moveByKey(list: HTMLElement, event: KeyboardEvent): void {
  const from = event.target as HTMLElement;
  const all = [...list.querySelectorAll<HTMLElement>("button")];
  const own = [...(from.closest("ul")?.querySelectorAll<HTMLElement>("button") ?? [])];
  const at = all.indexOf(from);
  const steps: Record<string, HTMLElement | undefined> = {
    ArrowDown: all[at + 1],
    ArrowRight: all[at + 1],
    ArrowUp: all[at - 1],
    ArrowLeft: all[at - 1],
    Home: own[0],
    End: own.at(-1),
  };
  if (at < 0 || event.altKey || event.ctrlKey || event.metaKey || !Object.hasOwn(steps, event.key)) return;
  event.preventDefault();
  steps[event.key]?.focus();
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
  const term = item?.querySelector<HTMLElement>("button[tabindex='0']");
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
