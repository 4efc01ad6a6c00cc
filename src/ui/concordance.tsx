/** Every occurrence of a term on a line of its own, the term in the middle: keyword in context. */
import { useMemo, useState } from "preact/hooks";
import type { Speech } from "../lexicon/speech.ts";
import {
  CONCORDANCE_ORDERS,
  inConcordanceOrder,
  type ConcordanceLine,
  type ConcordanceOrder,
} from "../measure/concordance.ts";
import { CopyButton } from "./copy-button.tsx";
import { quotation } from "./quotation.ts";
import { Segmented } from "./segmented.tsx";
import { linesOf } from "./speech-lines.ts";
import type { ReaderPlace } from "./term-page.tsx";
import { useShowAll } from "./use-show-all.ts";
import { inLanguage } from "./words/common.ts";
import { entryWords } from "./words/entry.ts";
import { readerWords } from "./words/reader.ts";
import { termWords } from "./words/term.ts";

interface ConcordanceProps {
  lines: readonly ConcordanceLine[];
  speeches: readonly Speech[];
  addressOf: (place: ReaderPlace) => string;
  onCopyQuotation: (text: string, place: ReaderPlace) => Promise<void>;
}

/** More are shown when they are asked for. */
const FIRST = 100;

export function Concordance({ lines, speeches, addressOf, onCopyQuotation }: ConcordanceProps) {
  const [order, setOrder] = useState<ConcordanceOrder>("speech");
  const { all, list, showAll } = useShowAll<HTMLOListElement>("li");
  const sorted = useMemo(() => inConcordanceOrder(lines, order), [lines, order]);
  const paragraphOf = useMemo(() => paragraphNumbers(speeches), [speeches]);
  const speechOf = new Map(speeches.map((speech) => [speech.id, speech]));
  const shown = all ? sorted : sorted.slice(0, FIRST);
  return (
    <section class="term-section">
      <div class="term-section-head">
        <h3>{termWords.concordance}</h3>
        <Segmented
          quiet
          label={termWords.orderLabel}
          options={CONCORDANCE_ORDERS.map((value) => ({ value, label: termWords.orders[value] }))}
          value={order}
          onChange={setOrder}
        />
      </div>
      <ol ref={list} class={`kwic kwic-by-${order}`}>
        {shown.map(({ occurrence, left, keyword, right }) => {
          const { speech: id, start, end, sentenceStart, sentenceEnd } = occurrence;
          const place = { speech: id, start, end, sentenceStart, sentenceEnd };
          const speech = speechOf.get(id)!;
          const paragraph = paragraphOf(id, start);
          return (
            <li key={`${id} ${start}`}>
              <a
                class="kwic-line song"
                lang="zh-Hans"
                href={addressOf(place)}
                title={`${speech.text.slice(sentenceStart, sentenceEnd).trim()}\n${entryWords.openSpeech}: ${inLanguage(speech.title)}`}
              >
                <span class="kwic-left">
                  <span>{left}</span>
                </span>
                <span class="kwic-rest">
                  <mark class="kwic-keyword">{keyword}</mark>
                  <span class="kwic-right">{right}</span>
                </span>
              </a>
              <span class="kwic-locator" title={inLanguage(speech.title)}>
                {id} {readerWords.paragraph(paragraph)}
              </span>
              <span class="kwic-copy" title={termWords.copyQuotation}>
                <CopyButton
                  label={termWords.copy}
                  onCopy={() => onCopyQuotation(quotation(speech, { start: sentenceStart, end: sentenceEnd }), place)}
                />
              </span>
            </li>
          );
        })}
      </ol>
      {shown.length < sorted.length && (
        <button type="button" class="link" onClick={showAll}>
          {termWords.showAll(sorted.length)}
        </button>
      )}
    </section>
  );
}

/** The number of the paragraph that an offset of a speech lies in, as the reader counts them. */
function paragraphNumbers(speeches: readonly Speech[]): (speech: string, offset: number) => number {
  const startsOf = new Map(
    speeches.map(({ id, text, title }) => [id, linesOf(text, title.zh).map((line) => line.start)]),
  );
  return (speech, offset) => startsOf.get(speech)!.filter((start) => start <= offset).length;
}
