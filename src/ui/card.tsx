/** The explanation at the cursor: one formulation, in a shadow root on a page that knows nothing of it. */
import type { ComponentChildren, Ref } from "preact";
import { useEffect, useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Entry, QuoteInWords } from "../lexicon/entry.ts";
import { CategoryLabel } from "./category.tsx";
import { EntryBody } from "./entry.tsx";
import { langOf, type Script } from "./hanzi.tsx";
import { headwordIn } from "./headword.ts";
import { BackIcon, CloseIcon } from "./icons.tsx";
import { PageSentence } from "./quotes.tsx";
import { cardWords } from "./words/card.ts";
import { commonWords } from "./words/common.ts";

export type CardContent =
  | { state: "loading"; surface: string }
  | { state: "entry"; entry: Entry; surface: string }
  | { state: "unknown"; surface: string; sentence: string }
  | { state: "error"; surface: string; message: string };

export interface CardProps {
  content: CardContent;
  /** The page's script: headwords stand in it, with the other one beside them. */
  script: Script;
  canGoBack: boolean;
  onBack: () => void;
  /** A related term was chosen; it is to be opened in place. */
  onTerm: (id: string) => void;
  onOpenSpeech: (quote: QuoteInWords) => void;
  onClose: () => void;
  onCopy?: (text: string) => void;
}

export function Card({ content, script, canGoBack, onBack, onTerm, onOpenSpeech, onClose, onCopy }: CardProps) {
  const headingId = useId();
  const { card, heading, inPlace } = useFollowingFocus(content);
  return (
    <div
      ref={card}
      class="tifa-card"
      role="dialog"
      tabIndex={-1}
      aria-labelledby={headingId}
      aria-busy={content.state === "loading"}
    >
      <div class="card-bar">
        {canGoBack && (
          <button
            type="button"
            class="icon-button"
            aria-label={commonWords.back}
            title={commonWords.back}
            onClick={() => inPlace(onBack)}
          >
            <BackIcon />
          </button>
        )}
        {content.state === "entry" && <CategoryLabel category={content.entry.term.category} />}
        {content.state === "unknown" && <CategoryLabel category="numeral" />}
        <span class="card-bar-end">
          {content.state === "entry" && onCopy && <CopyButton text={copyText(content.entry, script)} onCopy={onCopy} />}
          <button
            type="button"
            class="icon-button"
            aria-label={commonWords.close}
            title={commonWords.close}
            onClick={onClose}
          >
            <CloseIcon />
          </button>
        </span>
      </div>
      {/* A new key, so that every entry begins at its top. */}
      <div class="card-scroll" key={content.state === "entry" ? content.entry.term.id : content.state}>
        {content.state === "entry" ? (
          <EntryBody
            entry={content.entry}
            surface={content.surface}
            script={script}
            headingId={headingId}
            headingRef={heading}
            onTerm={(id) => inPlace(() => onTerm(id))}
            onOpenSpeech={onOpenSpeech}
          />
        ) : (
          <Bare surface={content.surface} script={script} headingId={headingId} headingRef={heading}>
            {content.state === "loading" && <p class="card-loading">{cardWords.loading}</p>}
            {content.state === "unknown" && (
              <>
                <p class="card-unknown">{cardWords.unknown}</p>
                <figure class="quote">
                  <blockquote>
                    <PageSentence sentence={content.sentence} surface={content.surface} script={script} />
                  </blockquote>
                  <figcaption>{cardWords.unknownSentence}</figcaption>
                </figure>
              </>
            )}
            {content.state === "error" && (
              <p class="card-error" role="alert">
                {cardWords.error} <span class="card-error-message">{content.message}</span>
              </p>
            )}
          </Bare>
        )}
      </div>
    </div>
  );
}

interface BareProps {
  surface: string;
  script: Script;
  headingId: string;
  headingRef: Ref<HTMLHeadingElement>;
  children: ComponentChildren;
}

/** A card that has only the page's own words; the headword where an entry has it, so that nothing jumps when that comes. */
function Bare({ surface, script, headingId, headingRef, children }: BareProps) {
  return (
    <div class="entry">
      <div class="entry-headline">
        <h2 ref={headingRef} id={headingId} tabIndex={-1} class="entry-headword song" lang={langOf(script)}>
          {surface}
        </h2>
      </div>
      {children}
    </div>
  );
}

/**
 * The focus of a reader who is in the card: when they open another term in place, what they chose it with goes, and so does the
 * headword when the entry comes; they are to find themselves at the headword again. A card takes the focus by nothing else; it
 * opens under the pointer of people who type elsewhere.
 */
function useFollowingFocus(content: CardContent) {
  const card = useRef<HTMLDivElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  /** What stood in the card when another term was asked for. */
  const left = useRef<CardContent>(undefined);
  const shown = useRef(content);
  const wasAtHeading = useRef(false);
  // Before the headword of what stood here goes.
  if (shown.current !== content) wasAtHeading.current = isFocused(heading.current);
  useLayoutEffect(() => {
    shown.current = content;
    const wasLeft = left.current !== undefined && left.current !== content;
    if (wasLeft) left.current = undefined;
    // They may have gone elsewhere while it was on its way.
    if ((wasLeft && hasFocus(card.current!)) || wasAtHeading.current) heading.current?.focus({ preventScroll: true });
    wasAtHeading.current = false;
  }, [content]);
  const inPlace = (open: () => void): void => {
    if (hasFocus(card.current!)) {
      left.current = content;
      // Held by what stays: a button that vanishes would drop it on the page.
      card.current!.focus({ preventScroll: true });
    }
    open();
  };
  return { card, heading, inPlace };
}

function isFocused(element: HTMLElement | null): boolean {
  return element !== null && (element.getRootNode() as Document | ShadowRoot).activeElement === element;
}

function hasFocus(card: HTMLElement): boolean {
  const { activeElement } = card.getRootNode() as Document | ShadowRoot;
  return card.contains(activeElement);
}

const COPIED_MS = 1500;

function CopyButton({ text, onCopy }: { text: string; onCopy: (text: string) => void }) {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return undefined;
    const timer = setTimeout(() => setCopied(false), COPIED_MS);
    return () => clearTimeout(timer);
  }, [copied]);
  return (
    <button
      type="button"
      class="text-button"
      title={cardWords.copyLabel}
      onClick={() => {
        onCopy(text);
        setCopied(true);
      }}
    >
      <span aria-live="polite">{copied ? cardWords.copied : cardWords.copy}</span>
    </button>
  );
}

/** A line as a translator's notes have it: 四个意识 (sì gè yì shí): the Four Consciousnesses */
function copyText({ term }: Entry, script: Script): string {
  return `${headwordIn(script, term)} (${term.pinyin}): ${term.renderings[0]?.text ?? ""}`;
}
