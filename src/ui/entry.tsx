/** An entry of the glossary as it is read, in the card and in the popup: headword, rendering, definition, what the speeches have. */
import type { ComponentChildren, Ref } from "preact";
import { useMemo } from "preact/hooks";
import type { Entry, QuoteInWords } from "../lexicon/entry.ts";
import { isFrameForm } from "../lexicon/lexicon.ts";
import type { Bilingual, Term } from "../lexicon/term.ts";
import type { Definitions } from "../protocol/page-settings.ts";
import { Hanzi, langOf, type Script } from "./hanzi.tsx";
import { headwordIn, otherHeadword } from "./headword.ts";
import { Members } from "./members.tsx";
import { SpeakIcon } from "./icons.tsx";
import { Phrase } from "./phrase.tsx";
import { BesidePage, Chinese, useProseScript } from "./prose.tsx";
import { Quotes } from "./quotes.tsx";
import { Remark } from "./remark.tsx";
import { Renderings } from "./renderings.tsx";
import { Linked, TermLinksContext, type TermLink } from "./term-links.tsx";
import type { OnCopy } from "./use-copied.ts";
import { variantOf } from "./variant.ts";
import { commonWords, date, inLanguage, number } from "./words/common.ts";
import { entryWords } from "./words/entry.ts";
import { language } from "./words/language.ts";

export interface EntryBodyProps {
  entry: Entry;
  /** The term as the page has it; left out where the entry was not opened from a page. */
  surface?: string | undefined;
  script: Script;
  /** Id of the headword, for whoever is labelled by it. */
  headingId: string;
  headingRef?: Ref<HTMLHeadingElement>;
  onTerm: (id: string) => void;
  onOpenSpeech: (quote: QuoteInWords) => void;
  /** The terms in a text of the entry, so that they lead to their own entries. */
  linksIn?: ((text: string) => readonly TermLink[]) | undefined;
  /** Definitions and notes in both languages, or in the reader's own alone. */
  definitions?: Definitions;
  /** Terms that stand inside the one that the page has. */
  inner?: readonly InnerTerm[];
  /** Says the headword aloud. */
  onSpeak?: ((text: string) => void) | undefined;
  onCopy?: OnCopy | undefined;
}

/** A term inside the one that was found, as the page has it. */
export interface InnerTerm {
  term: string;
  surface: string;
}

const NO_TERMS: readonly InnerTerm[] = [];

export function EntryBody({ linksIn, onTerm, entry, ...props }: EntryBodyProps) {
  const links = useMemo(
    () => ({
      onTerm,
      // An entry doesn't lead to itself.
      linksIn: (text: string) => (linksIn?.(text) ?? []).filter(({ term }) => term !== entry.term.id),
    }),
    [linksIn, onTerm, entry],
  );
  return (
    <TermLinksContext.Provider value={links}>
      <BesidePage script={props.script}>
        <Article {...props} entry={entry} onTerm={onTerm} />
      </BesidePage>
    </TermLinksContext.Provider>
  );
}

function Article({
  entry,
  surface,
  script,
  headingId,
  headingRef,
  onTerm,
  onOpenSpeech,
  definitions = "both",
  inner = NO_TERMS,
  onSpeak,
  onCopy,
}: Omit<EntryBodyProps, "linksIn">) {
  const { term } = entry;
  return (
    <article class="entry" data-category={term.category}>
      <header class="entry-head">
        <Headword script={script} term={term} id={headingId} {...(headingRef ? { headingRef } : {})} />
        <p class="entry-pinyin">
          <span lang="zh-Latn">{term.pinyin}</span>
          {onSpeak && (
            <button
              type="button"
              class="icon-button entry-speak"
              aria-label={entryWords.listen}
              title={entryWords.listen}
              onClick={() => onSpeak(headwordIn(script, term).replaceAll("…", "，"))}
            >
              <SpeakIcon />
            </button>
          )}
        </p>
      </header>
      {surface !== undefined && <VariantNote term={term} surface={surface} script={script} />}
      <Renderings renderings={term.renderings} onCopy={onCopy} />
      <InBoth class="entry-definition" text={term.definition} definitions={definitions} />
      {term.members && <Members members={term.members} />}
      <InnerTerms inner={inner} script={script} onTerm={onTerm} />
      <Attested entry={entry} onOpenSpeech={onOpenSpeech} />
      {term.origin && (
        <Labelled
          label={term.origin.date === undefined ? entryWords.origin : entryWords.originOn(date(term.origin.date))}
        >
          <InBoth text={term.origin} definitions={definitions} />
        </Labelled>
      )}
      {term.usage && (
        <Labelled label={entryWords.usage}>
          <InBoth text={term.usage} definitions={definitions} />
        </Labelled>
      )}
      <Related entry={entry} onTerm={onTerm} />
      <p class="entry-pack">
        <Phrase text={entryWords.from} parts={{ pack: inLanguage(entry.packName) }} />
      </p>
    </article>
  );
}

interface HeadwordProps {
  script: Script;
  term: Term;
  id: string;
  headingRef?: Ref<HTMLHeadingElement>;
}

/** The other script stands outside the heading, so that a dialog named by it is not named twice. */
export function Headword({ script, term, id, headingRef }: HeadwordProps) {
  const other = otherHeadword(script, term);
  return (
    <div class="entry-headline">
      <h2
        {...(headingRef ? { ref: headingRef } : {})}
        id={id}
        tabIndex={-1}
        class={headwordClass(term)}
        lang={langOf(script)}
      >
        {headwordIn(script, term)}
      </h2>
      {other !== undefined && (
        <Hanzi song script={script === "hant" ? "hans" : "hant"} class="entry-other">
          {other}
        </Hanzi>
      )}
    </div>
  );
}

/** A long formula set as large as 四个意识 would fill the card, and a whole sentence as large as that. */
function headwordClass({ headword }: Term): string {
  const classes = ["entry-headword", "song"];
  if (headword.length > 10 || isFrameForm(headword)) classes.push("entry-headword-long");
  if (headword.length > 16) classes.push("entry-headword-sentence");
  return classes.join(" ");
}

/** English and Chinese, the reader's own language first, or that alone. */
export function InBoth({
  text,
  definitions = "both",
  class: extra,
}: {
  text: Bilingual;
  definitions?: Definitions;
  class?: string;
}) {
  const script = useProseScript();
  const english = (
    <p key="en" lang="en">
      <Linked text={text.en} isEnglish />
    </p>
  );
  const chinese = (
    <p key="zh" lang={langOf(script)}>
      <Linked text={text.zh} />
    </p>
  );
  const [mine, other] = language() === "en" ? [english, chinese] : [chinese, english];
  return (
    <div class={extra ? `both ${extra}` : "both"}>
      {mine}
      {definitions === "both" && other}
    </div>
  );
}

/** Terms that stand inside the one that was found, each on its own. */
export function InnerTerms({
  inner,
  script,
  onTerm,
}: {
  inner: readonly InnerTerm[];
  script: Script;
  onTerm: (id: string) => void;
}) {
  if (inner.length === 0) return null;
  return (
    <section class="related">
      <h3>{entryWords.inner}</h3>
      <ul>
        {inner.map(({ term, surface }) => (
          <li key={term}>
            <button type="button" onClick={() => onTerm(term)}>
              <Hanzi script={script}>{surface}</Hanzi>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function Labelled({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    <section class="labelled">
      <h3>{label}</h3>
      {children}
    </section>
  );
}

const PAIRS = ["“”", "‘’", "「」", "『』"];

/** With the quotation mark that closes what is opened in it: a mark ends at the last letter (枫桥经验 of “枫桥经验”). */
function closed(surface: string): string {
  const opened = PAIRS.filter(([opening, closing]) => surface.lastIndexOf(opening!) > surface.lastIndexOf(closing!));
  return surface + opened.map(([, closing]) => closing).join("");
}

function VariantNote({ term, surface, script }: { term: Term; surface: string; script: Script }) {
  const variant = variantOf(term, surface);
  if (!variant) return null;
  return (
    <p class="entry-variant">
      <Phrase
        text={entryWords.variant[variant.kind]}
        parts={{
          page: <Hanzi script={script}>{closed(surface)}</Hanzi>,
          note: variant.note !== undefined && (
            <span class="entry-variant-note">
              {entryWords.noteJoint[0]}
              <Remark en={variant.note} zh={variant.noteZh} />
              {entryWords.noteJoint[1]}
            </span>
          ),
          fixed: <Hanzi script={script}>{headwordIn(script, term)}</Hanzi>,
        }}
      />
    </p>
  );
}

/** What the corpus says: scope, counts, quotes. */
function Attested({ entry, onOpenSpeech }: Pick<EntryBodyProps, "entry" | "onOpenSpeech">) {
  const { term, counts, verbs, quotes } = entry;
  const occurrences = counts.reduce((sum, { count }) => sum + count, 0);
  return (
    <section class="attested">
      <h3>
        {occurrences === 0 ? entryWords.none : entryWords.counts(occurrences, counts.length)}
        {term.scope !== "national" && <span class="badge">{commonWords.scope[term.scope]}</span>}
      </h3>
      {verbs.length > 0 && (
        <p class="attested-verbs">
          <Phrase
            text={entryWords.verbs}
            parts={{ verbs: <Chinese text={verbs.map(({ verb }) => verb).join("、")} /> }}
          />
        </p>
      )}
      {counts.length > 1 && (
        <details class="counts">
          <summary>{entryWords.bySpeech}</summary>
          <ol>
            {counts.map(({ speech, title, count }) => (
              <li key={speech}>
                <span class="counts-title" title={title.en}>
                  <Chinese song text={title.zh} />
                </span>
                <span class="counts-number">{number(count)}</span>
              </li>
            ))}
          </ol>
        </details>
      )}
      {quotes.length > 0 && <Quotes quotes={quotes} onOpenSpeech={onOpenSpeech} />}
    </section>
  );
}

function Related({ entry, onTerm }: Pick<EntryBodyProps, "entry" | "onTerm">) {
  const script = useProseScript();
  if (entry.related.length === 0) return null;
  return (
    <section class="related">
      <h3>{entryWords.related}</h3>
      <ul>
        {entry.related.map((line) => (
          <li key={line.id}>
            <button type="button" title={line.rendering} onClick={() => onTerm(line.id)}>
              <Hanzi script={script}>{headwordIn(script, line)}</Hanzi>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
