/** A term as a page: the entry whole, and all that the corpus says of it. */
import type { Ref } from "preact";
import { useId, useMemo } from "preact/hooks";
import type { GlossaryPlace } from "../lexicon/browse.ts";
import { occurrencesOf, type Entry } from "../lexicon/entry.ts";
import type { Corpus } from "../lexicon/glossary.ts";
import type { GlossaryLines } from "../lexicon/lines.ts";
import type { Term } from "../lexicon/term.ts";
import { concordanceOf } from "../measure/concordance.ts";
import { collocatesOf, type SentenceTerms } from "../measure/sentence-mates.ts";
import type { Definitions } from "../protocol/page-settings.ts";
import { CategoryLabel } from "./category.tsx";
import { Company } from "./company.tsx";
import { Concordance } from "./concordance.tsx";
import { CopyButton } from "./copy-button.tsx";
import { Headword, InBoth, Labelled } from "./entry.tsx";
import { headwordIn, scriptOfReader } from "./headword.ts";
import { Members } from "./members.tsx";
import { Notice } from "./notice.tsx";
import { Phrase } from "./phrase.tsx";
import { Chinese } from "./prose.tsx";
import { Remark } from "./remark.tsx";
import { Renderings } from "./renderings.tsx";
import { Spread } from "./spread.tsx";
import { TermLink } from "./term-link.tsx";
import { commonWords, date, inLanguage } from "./words/common.ts";
import { entryWords } from "./words/entry.ts";
import { termWords } from "./words/term.ts";

/** A place in a speech, as the reader opens it. */
export interface ReaderPlace {
  speech: string;
  start: number;
  end: number;
  sentenceStart: number;
  sentenceEnd: number;
}

export interface TermAddresses {
  glossary: (place: Partial<GlossaryPlace>) => string;
  reader: (place: ReaderPlace) => string;
}

interface TermPageProps {
  entry: Entry;
  corpus: Corpus;
  lines: GlossaryLines;
  sentences: SentenceTerms;
  definitions: Definitions;
  isSaved: boolean;
  addresses: TermAddresses;
  headingRef: Ref<HTMLHeadingElement>;
  onTerm: (id: string) => void;
  onSave: (save: boolean) => void;
  onCopy: (text: string) => Promise<void>;
  /** The last line of the text is its source, which is that place. */
  onCopyQuotation: (text: string, place: ReaderPlace) => Promise<void>;
}

export function TermPage(props: TermPageProps) {
  const {
    entry,
    corpus,
    lines,
    sentences,
    definitions,
    isSaved,
    addresses,
    headingRef,
    onTerm,
    onSave,
    onCopy,
    onCopyQuotation,
  } = props;
  const headingId = useId();
  const { term, related } = entry;
  const { id } = term;
  const { speeches } = corpus;
  const occurrences = useMemo(() => occurrencesOf(corpus, id), [corpus, id]);
  const concordance = useMemo(() => concordanceOf(occurrences, speeches), [occurrences, speeches]);
  const company = useMemo(() => collocatesOf(sentences, id), [sentences, id]);
  return (
    <article class="term-page entry" data-category={term.category} aria-labelledby={headingId}>
      <header class="term-head">
        <div class="term-bar">
          <CategoryLabel category={term.category} />
          {term.scope !== "national" && <span class="badge">{commonWords.scope[term.scope]}</span>}
          <span class="term-ways">
            <CopyButton label={termWords.copyEntry} onCopy={() => onCopy(copied(term))} />
            <button type="button" class="text-button" aria-pressed={isSaved} onClick={() => onSave(!isSaved)}>
              {isSaved ? termWords.saved : termWords.save}
            </button>
          </span>
        </div>
        <Headword script={scriptOfReader()} term={term} id={headingId} headingRef={headingRef} />
        <p class="entry-pinyin" lang="zh-Latn">
          {term.pinyin}
        </p>
      </header>
      <Renderings renderings={term.renderings} onCopy={onCopy} />
      <InBoth class="entry-definition" text={term.definition} definitions={definitions} />
      {term.members && <Members members={term.members} />}
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
      <Verbs entry={entry} />
      <Variants term={term} />
      {related.length > 0 && (
        <Labelled label={entryWords.related}>
          <ul class="term-links">
            {related.map((line) => (
              <li key={line.id}>
                <TermLink term={line} address={addresses.glossary({ term: line.id })} onTerm={onTerm} />{" "}
                <span class="term-link-rendering" lang="en">
                  {line.rendering}
                </span>
              </li>
            ))}
          </ul>
        </Labelled>
      )}
      {concordance.length === 0 ? (
        <Notice title={termWords.noQuotes} hint={term.pack === "county-speeches" ? "" : termWords.noQuotesHint} />
      ) : (
        <>
          <Spread occurrences={occurrences} speeches={speeches} />
          <Concordance
            lines={concordance}
            speeches={speeches}
            addressOf={addresses.reader}
            onCopyQuotation={onCopyQuotation}
          />
          <Company
            id={id}
            company={company}
            sentences={sentences}
            lineOf={(other) => lines.of(other)!}
            addressOf={(other) => addresses.glossary({ term: other })}
            onTerm={onTerm}
          />
        </>
      )}
      <p class="entry-pack">
        <Phrase text={entryWords.from} parts={{ pack: inLanguage(entry.packName) }} />
      </p>
    </article>
  );
}

function Variants({ term }: { term: Term }) {
  if (term.variants.length === 0) return null;
  return (
    <Labelled label={termWords.variants}>
      <ul class="term-variants">
        {term.variants.map(({ form, kind, note, noteZh }) => (
          <li key={form}>
            <Chinese song text={form} /> <span class="rendering-kind">{termWords.variantKind[kind]}</span>
            {note !== undefined && (
              <>
                {" "}
                <span class="entry-variant-note">
                  <Remark en={note} zh={noteZh} />
                </span>
              </>
            )}
          </li>
        ))}
      </ul>
    </Labelled>
  );
}

function Verbs({ entry: { verbs } }: { entry: Entry }) {
  if (verbs.length === 0) return null;
  return (
    <p class="attested-verbs">
      <Phrase
        text={entryWords.verbs}
        parts={{
          verbs: <Chinese text={verbs.map(({ verb, count }) => (count > 1 ? `${verb} ×${count}` : verb)).join("、")} />,
        }}
      />
    </p>
  );
}

/** A line as a translator's notes have it. */
function copied(term: Term): string {
  return entryWords.oneLine(headwordIn(scriptOfReader(), term), term.pinyin, term.renderings[0]?.text ?? "");
}
