/** An entry that takes the place of the list that it was opened from; or, for what the glossary lacks, the page's own words. */
import type { Ref } from "preact";
import { useId, useLayoutEffect, useRef } from "preact/hooks";
import type { Entry, QuoteInWords } from "../lexicon/entry.ts";
import type { Subject } from "../protocol/messages.ts";
import type { Definitions } from "../protocol/page-settings.ts";
import { CategoryLabel } from "./category.tsx";
import { EntryBody } from "./entry.tsx";
import { langOf, type Script } from "./hanzi.tsx";
import { BackIcon, SaveIcon } from "./icons.tsx";
import { PageSentence } from "./quotes.tsx";
import type { OnCopy } from "./use-copied.ts";
import { cardWords } from "./words/card.ts";
import { commonWords } from "./words/common.ts";
import { popupWords } from "./words/popup.ts";

/** `surface`: the term as the page has it, where it was opened from one. */
export type Opened = { entry: Entry; script: Script; surface?: string } | { entry: null; subject: Subject };

export interface OpenedEntryProps {
  opened: Opened;
  /** Undefined while that is not known. */
  isSaved: boolean | undefined;
  onSave: (entry: Entry, save: boolean) => void;
  onOpen: (id: string, script: Script) => void;
  onBack: () => void;
  onOpenSpeech: (quote: QuoteInWords) => void;
  /** Address of a term's page. */
  hrefOf: (id: string) => string;
  definitions: Definitions;
  onCopy: OnCopy;
}

export function OpenedEntry(props: OpenedEntryProps) {
  const { opened, isSaved, onSave, onOpen, onBack, onOpenSpeech, hrefOf, definitions, onCopy } = props;
  const headingId = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const { entry } = opened;
  const key = entry ? entry.term.id : opened.subject.surface;
  useLayoutEffect(() => {
    // In a tab it is the window that had scrolled to the row.
    scrollTo({ top: 0, behavior: "instant" });
    heading.current?.focus({ preventScroll: true });
  }, [key]);
  return (
    <section class="popup-entry" aria-labelledby={headingId}>
      <div class="popup-entry-bar">
        <button type="button" class="text-button" onClick={onBack}>
          <BackIcon />
          {commonWords.back}
        </button>
        <span class="popup-entry-ways">
          {entry && (
            <>
              <a class="text-button" href={hrefOf(entry.term.id)} target="_blank" rel="noopener">
                {popupWords.wholeEntry}
              </a>
              <button
                type="button"
                class="text-button save"
                aria-pressed={isSaved ?? false}
                disabled={isSaved === undefined}
                onClick={() => onSave(entry, !isSaved)}
              >
                <SaveIcon />
                {isSaved ? popupWords.saved : popupWords.save}
              </button>
            </>
          )}
        </span>
      </div>
      <div class="popup-scroll" key={key}>
        <p class="popup-entry-category">
          <CategoryLabel category={entry ? entry.term.category : "numeral"} />
        </p>
        {entry ? (
          <EntryBody
            entry={entry}
            surface={opened.surface}
            script={opened.script}
            headingId={headingId}
            headingRef={heading}
            definitions={definitions}
            onTerm={(related) => onOpen(related, opened.script)}
            onOpenSpeech={onOpenSpeech}
            onCopy={onCopy}
          />
        ) : (
          <UnknownNumeral subject={opened.subject} headingId={headingId} headingRef={heading} />
        )}
      </div>
    </section>
  );
}

interface UnknownNumeralProps {
  subject: Subject;
  headingId: string;
  headingRef: Ref<HTMLHeadingElement>;
}

function UnknownNumeral({ subject: { surface, sentence, script }, headingId, headingRef }: UnknownNumeralProps) {
  return (
    <article class="entry" data-category="numeral">
      <div class="entry-headline">
        <h2 ref={headingRef} id={headingId} tabIndex={-1} class="entry-headword song" lang={langOf(script)}>
          {surface}
        </h2>
      </div>
      <p class="opened-unknown">{cardWords.unknown}</p>
      <figure class="quote">
        <blockquote>
          <PageSentence sentence={sentence} surface={surface} script={script} />
        </blockquote>
        <figcaption>{cardWords.unknownSentence}</figcaption>
      </figure>
    </article>
  );
}
