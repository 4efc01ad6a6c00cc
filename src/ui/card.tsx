/** The explanation at the cursor: one formulation, in a shadow root on a page that knows nothing of it. */
import type { ComponentChildren, Ref } from "preact";
import { useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Entry, QuoteInWords } from "../lexicon/entry.ts";
import type { PageSettings } from "../protocol/page-settings.ts";
import { CategoryLabel } from "./category.tsx";
import { EntryBody, InnerTerms, type InnerTerm } from "./entry.tsx";
import { Hanzi, langOf, type Script } from "./hanzi.tsx";
import { headwordIn } from "./headword.ts";
import { BackIcon, CloseIcon, CopyIcon, MoreIcon, PinIcon, SaveIcon } from "./icons.tsx";
import { Phrase } from "./phrase.tsx";
import { PageSentence } from "./quotes.tsx";
import type { TermLink } from "./term-links.tsx";
import { useCopied, type OnCopy } from "./use-copied.ts";
import { cardWords } from "./words/card.ts";
import { commonWords } from "./words/common.ts";
import { entryWords } from "./words/entry.ts";
import { language } from "./words/language.ts";

export type CardContent =
  | { state: "loading"; surface: string }
  | { state: "entry"; entry: Entry; surface: string }
  /** A numeral formulation that the glossary lacks; words that the reader selected and the glossary lacks. */
  | { state: "unknown" | "missing"; surface: string; sentence: string }
  | { state: "error"; surface: string; message: string };

/** A brief line about what was just done; `name` stands where the text has {name}. */
export interface CardLine {
  text: string;
  name?: string;
  undo?: () => void;
}

/** What can be done with what the card shows; a tool that is left out has no button. */
export interface CardTools {
  copy?: OnCopy;
  save?: { on: boolean; set: (on: boolean, entry: Entry) => void };
  /** `move` by CSS pixels, which pins it too. */
  pin?: { on: boolean; set: (on: boolean) => void; move: (by: Step) => void };
  /** `key` is what the formulation is muted by, `name` what it is called. */
  mute?: (key: string, name: string) => void;
  site?: { name: string; switchOff: () => void };
  search?: (query: string) => void;
}

/** CSS pixels to the right and down. */
interface Step {
  x: number;
  y: number;
}

export interface CardProps {
  content: CardContent;
  /** The page's script: headwords stand in it, with the other one beside them. */
  script: Script;
  theme?: PageSettings["theme"];
  definitions?: PageSettings["definitions"];
  /** Terms inside the one that was found. */
  inner?: readonly InnerTerm[];
  line?: CardLine | undefined;
  tools?: CardTools;
  linksIn?: ((text: string) => readonly TermLink[]) | undefined;
  onSpeak?: ((text: string) => void) | undefined;
  canGoBack: boolean;
  onBack: () => void;
  /** Another term was chosen; it is to be opened in place. */
  onTerm: (id: string) => void;
  onOpenSpeech: (quote: QuoteInWords) => void;
  onClose: () => void;
}

const NO_TOOLS: CardTools = {};
const NO_TERMS: readonly InnerTerm[] = [];

export function Card({
  content,
  script,
  theme = "auto",
  definitions = "both",
  inner = NO_TERMS,
  line,
  tools = NO_TOOLS,
  linksIn,
  onSpeak,
  canGoBack,
  onBack,
  onTerm,
  onOpenSpeech,
  onClose,
}: CardProps) {
  const headingId = useId();
  const { card, heading, scroll, goOn, goBack } = useTrail(content);
  const openInPlace = (id: string): void => goOn(() => onTerm(id));
  return (
    <div
      ref={card}
      class="tifa-card"
      role="dialog"
      tabIndex={-1}
      aria-labelledby={headingId}
      aria-busy={content.state === "loading"}
      lang={language()}
      data-theme={theme === "auto" ? undefined : theme}
    >
      <div class="card-bar" {...(tools.pin && draggedBy(tools.pin.move))}>
        {canGoBack && (
          <BarButton label={commonWords.back} onClick={() => goBack(onBack)}>
            <BackIcon />
          </BarButton>
        )}
        {content.state === "entry" && <CategoryLabel category={content.entry.term.category} />}
        {content.state === "unknown" && <CategoryLabel category="numeral" />}
        <Tools content={content} script={script} tools={tools} onClose={onClose} />
      </div>
      <Line line={line} script={script} />
      {/* A new key, so that every entry begins at its top. */}
      <div ref={scroll} class="card-scroll" key={content.state === "entry" ? content.entry.term.id : content.state}>
        {content.state === "entry" ? (
          <EntryBody
            entry={content.entry}
            surface={content.surface}
            script={script}
            headingId={headingId}
            headingRef={heading}
            onTerm={openInPlace}
            onOpenSpeech={onOpenSpeech}
            linksIn={linksIn}
            definitions={definitions}
            inner={inner}
            onSpeak={onSpeak}
            onCopy={tools.copy}
          />
        ) : (
          <Bare surface={content.surface} script={script} headingId={headingId} headingRef={heading}>
            {content.state === "loading" && <p class="card-loading">{cardWords.loading}</p>}
            {content.state === "missing" && (
              <>
                <p class="card-unknown">{cardWords.missing}</p>
                <NearSearch words={content.surface} search={tools.search} />
              </>
            )}
            {content.state === "unknown" && (
              <>
                <p class="card-unknown">{cardWords.unknown}</p>
                <NearSearch words={content.surface} search={tools.search} />
                <figure class="quote">
                  <blockquote>
                    <PageSentence sentence={content.sentence} surface={content.surface} script={script} />
                  </blockquote>
                  <figcaption>{cardWords.unknownSentence}</figcaption>
                </figure>
                <InnerTerms inner={inner} script={script} onTerm={openInPlace} />
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

/** The way into the glossary for what it lacks. */
function NearSearch({ words, search }: { words: string; search: CardTools["search"] }) {
  return (
    search && (
      <button type="button" class="link" onClick={() => search(words)}>
        {cardWords.search}
      </button>
    )
  );
}

interface ToolsProps {
  content: CardContent;
  script: Script;
  tools: CardTools;
  onClose: () => void;
}

function Tools({ content, script, tools: { copy, save, pin, mute, site }, onClose }: ToolsProps) {
  const entry = content.state === "entry" ? content.entry : undefined;
  const name = entry ? headwordIn(script, entry.term) : content.surface;
  const muting = entry !== undefined || content.state === "unknown" ? mute : undefined;
  return (
    <span class="card-bar-end">
      {entry && copy && <CopyButton label={cardWords.copy} text={copyText(entry, script)} onCopy={copy} />}
      {content.state === "unknown" && copy && <CopyButton label={entryWords.copyOf(name)} text={name} onCopy={copy} />}
      {entry && save && (
        <BarButton
          label={save.on ? cardWords.unsave : cardWords.save}
          pressed={save.on}
          onClick={() => save.set(!save.on, entry)}
        >
          <SaveIcon on={save.on} />
        </BarButton>
      )}
      {pin && (
        <BarButton
          label={pin.on ? cardWords.unpin : cardWords.pin}
          pressed={pin.on}
          onClick={() => pin.set(!pin.on)}
          onKeyDown={(event) => {
            const by = pin.on && STEPS[event.key];
            if (!by) return;
            event.preventDefault();
            pin.move(by);
          }}
        >
          <PinIcon on={pin.on} />
        </BarButton>
      )}
      {(muting ?? site) && (
        <More>
          {muting && (
            <button type="button" onClick={() => muting(entry?.term.id ?? content.surface, name)}>
              <Phrase text={cardWords.mute} parts={{ name: <Hanzi script={script}>{name}</Hanzi> }} />
            </button>
          )}
          {site && (
            <button type="button" onClick={site.switchOff}>
              <Phrase text={cardWords.siteOff} parts={{ site: site.name }} />
              <span class="card-more-hint">{cardWords.siteOffHint}</span>
            </button>
          )}
        </More>
      )}
      <BarButton label={commonWords.close} onClick={onClose}>
        <CloseIcon />
      </BarButton>
    </span>
  );
}

/** What the arrow keys move a pinned card by, for those who can't drag it. */
const STEPS: Readonly<Record<string, Step>> = {
  ArrowLeft: { x: -24, y: 0 },
  ArrowRight: { x: 24, y: 0 },
  ArrowUp: { x: 0, y: -24 },
  ArrowDown: { x: 0, y: 24 },
};

/** A press that moves less than this is a click: CSS pixels. */
const SHAKE = 4;

/** Handlers of what the card is dragged by. Its buttons are pressed, not dragged. */
function draggedBy(move: (by: Step) => void) {
  return {
    onPointerDown: ({ currentTarget: bar, target, button, clientX, clientY, pointerId }: PointerEvent) => {
      if (!(bar instanceof HTMLElement) || button !== 0 || (target as Element).closest("button")) return;
      let at: Step = { x: clientX, y: clientY };
      let isDragged = false;
      const end = new AbortController();
      const { signal } = end;
      bar.setPointerCapture(pointerId);
      bar.addEventListener(
        "pointermove",
        (event) => {
          const by = { x: event.clientX - at.x, y: event.clientY - at.y };
          isDragged ||= Math.hypot(by.x, by.y) >= SHAKE;
          if (!isDragged) return;
          at = { x: event.clientX, y: event.clientY };
          move(by);
        },
        { signal },
      );
      for (const name of ["pointerup", "pointercancel"]) bar.addEventListener(name, () => end.abort(), { signal });
    },
  };
}

interface BarButtonProps {
  label: string;
  /** For a button that is on or off. */
  pressed?: boolean;
  onClick: () => void;
  onKeyDown?: (event: KeyboardEvent) => void;
  children: ComponentChildren;
}

function BarButton({ label, pressed, onClick, onKeyDown, children }: BarButtonProps) {
  return (
    <button
      type="button"
      class="icon-button"
      aria-label={label}
      title={label}
      aria-pressed={pressed}
      onClick={onClick}
      onKeyDown={onKeyDown}
    >
      {children}
    </button>
  );
}

/** What is seldom wanted, behind a button. Not a menu: a list of buttons that is there or not, in the order of Tab. */
function More({ children }: { children: ComponentChildren }) {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const close = (): void => {
    button.current!.focus({ preventScroll: true });
    setOpen(false);
  };
  useLayoutEffect(() => {
    if (!isOpen) return undefined;
    // From wherever in the card: not every browser gives the focus to a button that is clicked.
    const root = button.current!.getRootNode();
    const escape = (event: Event): void => {
      if ((event as KeyboardEvent).key !== "Escape") return;
      event.preventDefault();
      close();
    };
    root.addEventListener("keydown", escape);
    return () => root.removeEventListener("keydown", escape);
  }, [isOpen]);
  return (
    <span
      class="card-more"
      onFocusOut={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget as Node | null)) setOpen(false);
      }}
    >
      <button
        ref={button}
        type="button"
        class="icon-button"
        aria-label={cardWords.more}
        title={cardWords.more}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        <MoreIcon />
      </button>
      <span
        id={id}
        class="card-more-list"
        hidden={!isOpen}
        // What was pressed goes: whoever pressed it by a key is next to what that did, and to its Undo.
        onClick={close}
      >
        {children}
      </span>
    </span>
  );
}

/** Its place is there before it says anything: a screen reader tells of what changes in it, and the focus of its button stays there. */
function Line({ line, script }: { line: CardLine | undefined; script: Script }) {
  const place = useRef<HTMLDivElement>(null);
  const undo = (): void => {
    // Unless the pointer pressed it, in a browser that gives buttons no focus for that.
    if (hasFocus(place.current!)) place.current!.focus({ preventScroll: true });
    line?.undo?.();
  };
  return (
    <div ref={place} class="card-line-place" role="status" tabIndex={-1}>
      {line && (
        <p class="card-line">
          <span>
            <Phrase text={line.text} parts={{ name: <Hanzi script={script}>{line.name}</Hanzi> }} />
          </span>
          {line.undo && (
            <button type="button" class="link" onClick={undo}>
              {cardWords.undo}
            </button>
          )}
        </p>
      )}
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

/** Where an entry was left for another: how far down, in CSS pixels, and by which of its buttons. */
interface Left {
  scrolled: number;
  button: number;
}

/**
 * The focus of a reader who is in the card: when they open another term in place, what they chose it with goes, and so does the
 * headword when the entry comes; they are to find themselves at the headword again, and back where they were when they come back.
 * A card takes the focus by nothing else; it opens under the pointer of people who type elsewhere.
 */
function useTrail(content: CardContent) {
  const card = useRef<HTMLDivElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const scroll = useRef<HTMLDivElement>(null);
  /** The places that lead back, the last one last. */
  const trail = useRef<Left[]>([]);
  /** What stood in the card when another term was asked for, whether the reader was in it, and the place that they go back to. */
  const left = useRef<{ content: CardContent; hadFocus: boolean; to: Left | undefined }>(undefined);
  const shown = useRef(content);
  const wasAtHeading = useRef(false);
  // Before the headword of what stood here goes.
  if (shown.current !== content) wasAtHeading.current = isFocused(heading.current);
  useLayoutEffect(() => {
    shown.current = content;
    const wasLeft = left.current && left.current.content !== content ? left.current : undefined;
    if (wasLeft) left.current = undefined;
    const to = wasLeft?.to;
    if (to) scroll.current!.scrollTop = to.scrolled;
    // They may have gone elsewhere while it was on its way.
    if ((wasLeft?.hadFocus && hasFocus(card.current!)) || wasAtHeading.current) {
      const button = to && buttonsIn(scroll.current!)[to.button];
      (button ?? heading.current)?.focus({ preventScroll: true });
    }
    wasAtHeading.current = false;
  }, [content]);
  const leave = (to: Left | undefined, open: () => void): void => {
    const hadFocus = hasFocus(card.current!);
    left.current = { content, hadFocus, to };
    // Held by what stays: a button that vanishes would drop it on the page.
    if (hadFocus) card.current!.focus({ preventScroll: true });
    open();
  };
  const goOn = (open: () => void): void => {
    const { scrollTop } = scroll.current!;
    trail.current.push({ scrolled: scrollTop, button: buttonsIn(scroll.current!).findIndex(isFocused) });
    leave(undefined, open);
  };
  const goBack = (open: () => void): void => leave(trail.current.pop(), open);
  return { card, heading, scroll, goOn, goBack };
}

/** Terms in running text among them, which are none to the browser (term-links.tsx). */
function buttonsIn(element: HTMLElement): HTMLElement[] {
  return [...element.querySelectorAll<HTMLElement>("button, [role=button]")];
}

function isFocused(element: HTMLElement | null): boolean {
  return element !== null && (element.getRootNode() as Document | ShadowRoot).activeElement === element;
}

function hasFocus(element: HTMLElement): boolean {
  const { activeElement } = element.getRootNode() as Document | ShadowRoot;
  return element.contains(activeElement);
}

function CopyButton({ label, text, onCopy }: { label: string; text: string; onCopy: OnCopy }) {
  const [said, copy] = useCopied();
  return (
    <>
      <span class="card-copied" aria-live="polite">
        {said && commonWords[said]}
      </span>
      <BarButton label={label} onClick={() => copy(() => onCopy(text))}>
        <CopyIcon />
      </BarButton>
    </>
  );
}

/** A line as a translator's notes have it: 四个意识 (sì gè yì shí): the Four Consciousnesses */
function copyText({ term }: Entry, script: Script): string {
  return entryWords.oneLine(headwordIn(script, term), term.pinyin, term.renderings[0]?.text ?? "");
}
