/** A passage of a speech to try the marks on; what it says of itself stands below. */
import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import type { Sample } from "./sample.ts";
import { inLanguage } from "./words/common.ts";
import { language } from "./words/language.ts";
import { optionsWords } from "./words/options.ts";

interface SampleFigureProps {
  sample: Sample;
  /** The text is in the document. */
  onReady: (root: HTMLElement) => void;
  children: ComponentChildren;
}

export function SampleFigure({ sample, onReady, children }: SampleFigureProps) {
  const text = useRef<HTMLParagraphElement>(null);
  // Kept aside: a new closure is no new text.
  const ready = useRef(onReady);
  useLayoutEffect(() => ready.current(text.current!), []);
  return (
    <figure class="sample" aria-label={optionsWords.sample}>
      <p ref={text} class="sample-text song" lang="zh-Hans">
        {sample.text}
      </p>
      <figcaption>{children}</figcaption>
    </figure>
  );
}

export function SampleTitle({ sample }: Pick<SampleFigureProps, "sample">) {
  return <cite lang={language()}>{inLanguage(sample.title)}</cite>;
}
