/** Where the speeches have the term: each sentence verbatim, the term set off, and the way into the speech. */
import { useState } from "preact/hooks";
import type { QuoteInWords } from "../lexicon/entry.ts";
import type { Bilingual } from "../lexicon/term.ts";
import { excerptOf } from "./excerpt.ts";
import { Hanzi, type Script } from "./hanzi.tsx";
import { Phrase } from "./phrase.tsx";
import { Chinese } from "./prose.tsx";
import { inLanguage } from "./words/common.ts";
import { entryWords } from "./words/entry.ts";

/** More would bury the rest of a card; the speech itself has them all. */
const MOST = 3;

interface QuotesProps {
  quotes: readonly QuoteInWords[];
  onOpenSpeech: (quote: QuoteInWords) => void;
}

export function Quotes({ quotes, onOpenSpeech }: QuotesProps) {
  return (
    <ol class="quotes">
      {bySpeech(quotes.slice(0, MOST)).map(({ speech, title, quotes: these }) => (
        <li key={speech}>
          <p class="quote-title" title={title.en}>
            <Chinese song text={title.zh} />
          </p>
          {these.map((quote) => (
            <QuoteItem key={quote.start} quote={quote} onOpen={() => onOpenSpeech(quote)} />
          ))}
        </li>
      ))}
    </ol>
  );
}

/** A speech is named once, over what it has to say; the speeches stand in the order of their best quotes. */
function bySpeech(quotes: readonly QuoteInWords[]): { speech: string; title: Bilingual; quotes: QuoteInWords[] }[] {
  return [...Map.groupBy(quotes, ({ speech }) => speech)].map(([speech, these]) => ({
    speech,
    title: these[0]!.title,
    quotes: these,
  }));
}

function QuoteItem({ quote, onOpen }: { quote: QuoteInWords; onOpen: () => void }) {
  const { sentence, title, alsoInTitles } = quote;
  const [whole, setWhole] = useState(false);
  const start = quote.start - quote.sentenceStart;
  const end = quote.end - quote.sentenceStart;
  const excerpt = excerptOf(sentence, start, end);
  const cut = excerpt.from > 0 || excerpt.to < sentence.length;
  const { from, to } = whole ? { from: 0, to: sentence.length } : excerpt;
  return (
    <figure class="quote">
      <blockquote lang="zh-Hans" class="song">
        {from > 0 && <Cut />}
        {/* A sentence that opens a paragraph brings its indent along. */}
        {sentence.slice(from, start).trimStart()}
        <mark>{sentence.slice(start, end)}</mark>
        {sentence.slice(end, to)}
        {to < sentence.length && <Cut />}
      </blockquote>
      <figcaption>
        <span class="quote-ways">
          <button
            type="button"
            class="link"
            aria-label={`${entryWords.openSpeech}: ${inLanguage(title)}`}
            onClick={onOpen}
          >
            {entryWords.openSpeech}
          </button>
          {cut && (
            <button type="button" class="link" aria-expanded={whole} onClick={() => setWhole(!whole)}>
              {whole ? entryWords.shorter : entryWords.wholeSentence}
            </button>
          )}
        </span>
        {alsoInTitles.length > 0 && (
          <span class="quote-also">
            <Phrase
              text={entryWords.alsoIn}
              parts={{ titles: alsoInTitles.map(inLanguage).join(entryWords.titleJoint) }}
            />
          </span>
        )}
      </figcaption>
    </figure>
  );
}

/** Ours, not the sentence's: kept apart by colour and by being a single …, for Chinese text doubles it. */
function Cut() {
  return <span class="quote-cut">…</span>;
}

/** A sentence of the page itself with the formulation set off. */
export function PageSentence({ sentence, surface, script }: { sentence: string; surface: string; script: Script }) {
  const at = sentence.indexOf(surface);
  if (at < 0) {
    return (
      <Hanzi song script={script}>
        {sentence}
      </Hanzi>
    );
  }
  const { from, to } = excerptOf(sentence, at, at + surface.length);
  return (
    <Hanzi song script={script}>
      {from > 0 && <Cut />}
      {sentence.slice(from, at).trimStart()}
      <mark>{surface}</mark>
      {sentence.slice(at + surface.length, to)}
      {to < sentence.length && <Cut />}
    </Hanzi>
  );
}
