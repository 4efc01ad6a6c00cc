/** The corpus at a glance: how the speeches differ in length, in kinds of formulations and in single ones, and what they share. */
import { scaleLinear } from "d3-scale";
import { useMemo } from "preact/hooks";
import type { Corpus as CorpusData } from "../lexicon/glossary.ts";
import type { GlossaryLines } from "../lexicon/lines.ts";
import type { Speech } from "../lexicon/speech.ts";
import { keyTerms, type KeyTerm } from "../measure/keyness.ts";
import { overviewOf, sharedPairs, type SharedPair, type SpeechOverview } from "../measure/overview.ts";
import type { SharedPassage } from "../measure/shared-passages.ts";
import { REGISTER_GROUPS } from "../protocol/register-groups.ts";
import { CategoryLabel } from "./category.tsx";
import { Phrase } from "./phrase.tsx";
import { SpeechName, SpeechTitle } from "./speech-name.tsx";
import { TermLink } from "./term-link.tsx";
import { decimal, number } from "./words/common.ts";
import { corpusWords } from "./words/corpus.ts";
import { registerWords } from "./words/register.ts";

export interface CorpusAddresses {
  term: (id: string) => string;
  speech: (id: string) => string;
  /** A passage in the first speech with the second one beside it. */
  passage: (pair: SharedPair, passage: SharedPassage) => string;
}

type PerGroup = Readonly<Record<(typeof REGISTER_GROUPS)[number], number>>;

/** How political a speech's language is: the evidence in 1,000 Han; and what it comes from, per 10,000 Han. */
export interface SpeechRegister {
  score: number;
  groups: PerGroup;
}

interface CorpusProps {
  corpus: CorpusData;
  lines: GlossaryLines;
  /** By the id of the speech. */
  registers: ReadonlyMap<string, SpeechRegister>;
  /** What each kind of evidence counts. */
  weights: PerGroup;
  addresses: CorpusAddresses;
}

export function Corpus({ corpus, lines, registers, weights, addresses }: CorpusProps) {
  const speeches = useMemo(() => overviewOf(corpus), [corpus]);
  const key = useMemo(() => keyTerms(corpus), [corpus]);
  const pairs = useMemo(() => sharedPairs(corpus.speeches), [corpus]);
  const han = speeches.reduce((sum, speech) => sum + speech.han, 0);
  return (
    <main class="corpus">
      <header class="corpus-head">
        <h1>{corpusWords.title}</h1>
        <p>
          <Phrase text={corpusWords.intro} parts={{ speeches: number(speeches.length), han: number(han) }} />
        </p>
      </header>
      <Sizes speeches={speeches} registers={registers} addresses={addresses} />
      <RegisterParts speeches={speeches} registers={registers} weights={weights} />
      <Categories speeches={speeches} />
      <section class="term-section" aria-labelledby="corpus-key">
        <div class="term-section-head">
          <h2 id="corpus-key">{corpusWords.key}</h2>
        </div>
        <div class="corpus-panels">
          {speeches.map(({ speech }) => (
            <KeyTerms
              key={speech.id}
              speech={speech}
              keys={key.get(speech.id) ?? []}
              lines={lines}
              addresses={addresses}
            />
          ))}
        </div>
        <p class="figures-note corpus-note">{corpusWords.keyHint}</p>
      </section>
      <Shared pairs={pairs} addresses={addresses} />
    </main>
  );
}

interface OverviewProps {
  speeches: readonly SpeechOverview[];
}

function Sizes({ speeches, registers, addresses }: OverviewProps & Pick<CorpusProps, "registers" | "addresses">) {
  const width = scaleLinear([0, Math.max(...speeches.map(({ han }) => han))], [0, 100]);
  return (
    <section class="term-section" aria-labelledby="corpus-size">
      <div class="term-section-head">
        <h2 id="corpus-size">{corpusWords.size}</h2>
      </div>
      <table class="figures corpus-sizes">
        <thead>
          <tr>
            <th scope="col">{corpusWords.speech}</th>
            <th scope="col" class="figure">
              {corpusWords.han}
            </th>
            <th scope="col" class="figure">
              {corpusWords.sentences}
            </th>
            <th scope="col" class="figure">
              {corpusWords.occurrences}
            </th>
            <th scope="col" class="figure">
              {corpusWords.density}
            </th>
            <th scope="col" class="figure">
              {corpusWords.different}
            </th>
            <th scope="col" class="figure">
              {corpusWords.register}
            </th>
          </tr>
        </thead>
        <tbody>
          {speeches.map(({ speech, han, sentences, formulations, density, different }) => (
            <tr key={speech.id}>
              <th scope="row">
                <a class="corpus-speech" href={addresses.speech(speech.id)}>
                  <SpeechName speech={speech} />
                </a>
                <Bar share={width(han)} />
              </th>
              <Figure label={corpusWords.han}>{number(han)}</Figure>
              <Figure label={corpusWords.sentences}>{number(sentences)}</Figure>
              <Figure label={corpusWords.occurrences}>{number(formulations)}</Figure>
              <Figure label={corpusWords.density}>{decimal(density, 0)}</Figure>
              <Figure label={corpusWords.different}>{number(different)}</Figure>
              <Figure label={corpusWords.register}>{decimal(registers.get(speech.id)!.score, 0)}</Figure>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** What the register is judged by, speech by speech. */
function RegisterParts({ speeches, registers, weights }: OverviewProps & Pick<CorpusProps, "registers" | "weights">) {
  return (
    <details class="as-table corpus-register">
      <summary>{corpusWords.registerParts}</summary>
      <p class="figures-note corpus-note">{corpusWords.registerHint}</p>
      {/* As wide as it has to be; what scrolls can be reached by the keyboard. */}
      <div class="figures-scroll" tabIndex={0} role="region" aria-label={corpusWords.registerParts}>
        <table class="figures">
          <thead>
            <tr>
              <th scope="col">{corpusWords.evidence}</th>
              <th scope="col" class="figure">
                {corpusWords.weight}
              </th>
              {speeches.map(({ speech }) => (
                <th key={speech.id} scope="col" class="figure">
                  {speech.id}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {REGISTER_GROUPS.map((group) => (
              <tr key={group}>
                <th scope="row">{registerWords.group[group]}</th>
                <td class="figure">{decimal(weights[group], 1)}</td>
                {speeches.map(({ speech }) => (
                  <td key={speech.id} class="figure">
                    {decimal(registers.get(speech.id)!.groups[group], 1)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

/** A number with its column's name, which is seen where the table is too narrow for columns. */
function Figure({ label, children }: { label: string; children: string }) {
  return (
    <td class="figure" data-label={label}>
      {children}
    </td>
  );
}

/** A length beside the number that says it. `share` is per cent of the room. */
function Bar({ share }: { share: number }) {
  return (
    <svg class="bar" width="100%" height="6" aria-hidden="true">
      <rect width={`${share}%`} height="6" />
    </svg>
  );
}

/** All panels have one scale, so that bars can be compared across them. */
function Categories({ speeches }: OverviewProps) {
  const most = Math.max(1, ...speeches.flatMap(({ categories }) => categories.map(({ density }) => density)));
  const width = scaleLinear([0, most], [0, 100]).nice();
  return (
    <section class="term-section" aria-labelledby="corpus-categories">
      <div class="term-section-head">
        <h2 id="corpus-categories">{corpusWords.categories}</h2>
      </div>
      <div class="corpus-panels">
        {speeches.map(({ speech, categories }) => (
          <table key={speech.id} class="figures corpus-categories">
            <caption>
              <SpeechName speech={speech} />
            </caption>
            <thead class="unseen-head">
              <tr>
                <th scope="col">{corpusWords.category}</th>
                <th scope="col">{corpusWords.density}</th>
              </tr>
            </thead>
            <tbody>
              {categories.map(({ category, density }) => (
                <tr key={category} data-category={category}>
                  <th scope="row">
                    <CategoryLabel category={category} />
                  </th>
                  <td>
                    <span class="corpus-bar">
                      <Bar share={width(density)} />
                      <span class="figure">{decimal(density, 0)}</span>
                    </span>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        ))}
      </div>
      <p class="figures-note corpus-note">{corpusWords.categoriesHint}</p>
    </section>
  );
}

/** Terms that are shown of each speech. */
const MOST_KEYS = 10;

interface KeyTermsProps extends Pick<CorpusProps, "lines" | "addresses"> {
  speech: Speech;
  keys: readonly KeyTerm[];
}

function KeyTerms({ speech, keys, lines, addresses }: KeyTermsProps) {
  return (
    <table class="figures corpus-keys">
      <caption>
        <SpeechName speech={speech} />
      </caption>
      <thead>
        <tr>
          <th scope="col">{corpusWords.term}</th>
          <th scope="col" class="figure">
            {corpusWords.here}
          </th>
          <th scope="col" class="figure">
            {corpusWords.elsewhere}
          </th>
          <th scope="col" class="figure">
            {corpusWords.likelihood}
          </th>
          <th scope="col" class="figure">
            {corpusWords.ratio}
          </th>
        </tr>
      </thead>
      <tbody>
        {keys.length === 0 && (
          <tr>
            <td colSpan={5}>{corpusWords.keyNone}</td>
          </tr>
        )}
        {keys.slice(0, MOST_KEYS).map(({ term, here, elsewhere, likelihood, ratio }) => (
          <tr key={term}>
            <th scope="row">
              <TermLink term={lines.of(term)!} address={addresses.term(term)} />
            </th>
            <td class="figure">{number(here)}</td>
            <td class="figure">{number(elsewhere)}</td>
            <td class="figure">{decimal(likelihood, 1)}</td>
            <td class="figure">{decimal(ratio, 1)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Shared({ pairs, addresses }: { pairs: readonly SharedPair[] } & Pick<CorpusProps, "addresses">) {
  return (
    <section class="term-section" aria-labelledby="corpus-shared">
      <div class="term-section-head">
        <h2 id="corpus-shared">{corpusWords.shared}</h2>
      </div>
      {pairs.length === 0 ? (
        <p>{corpusWords.sharedNone}</p>
      ) : (
        <>
          <p class="figures-note corpus-note">{corpusWords.sharedHint}</p>
          {pairs.map((pair) => (
            <Pair key={`${pair.first.id} ${pair.second.id}`} pair={pair} addresses={addresses} />
          ))}
        </>
      )}
    </section>
  );
}

const PLOT_HEIGHT = 44;

function Pair({ pair, addresses }: { pair: SharedPair } & Pick<CorpusProps, "addresses">) {
  const { first, second, passages } = pair;
  const longest = Math.max(first.text.length, second.text.length);
  // Per cent of the plot's own width, which is stretched to the page's.
  const x = scaleLinear([0, longest], [0, 100]);
  return (
    <div class="corpus-pair">
      <h3>
        <Phrase
          text={corpusWords.pair}
          parts={{
            first: <SpeechTitle speech={first} />,
            firstId: <span class="speech-id">{first.id}</span>,
            second: <SpeechTitle speech={second} />,
            secondId: <span class="speech-id">{second.id}</span>,
          }}
        />
      </h3>
      <svg
        class="corpus-ribbons"
        width="100%"
        height={PLOT_HEIGHT}
        viewBox={`0 0 100 ${PLOT_HEIGHT}`}
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        <rect class="spread-speech" y="0" height="4" width={x(first.text.length)} />
        <rect class="spread-speech" y={PLOT_HEIGHT - 4} height="4" width={x(second.text.length)} />
        {passages.map((passage) => {
          const [a, b, c, d] = [
            passage.first,
            passage.first + passage.length,
            passage.second + passage.length,
            passage.second,
          ].map(x) as [number, number, number, number];
          return (
            <path
              key={passage.first}
              class="ribbon"
              d={`M${a},0H${b}V4L${c},${PLOT_HEIGHT - 4}V${PLOT_HEIGHT}H${d}V${PLOT_HEIGHT - 4}L${a},4Z`}
            />
          );
        })}
      </svg>
      <ol>
        {passages.map((passage) => (
          <li key={passage.first}>
            <blockquote class="song" lang="zh-Hans">
              {first.text.slice(passage.first, passage.first + passage.length)}
            </blockquote>
            <p class="corpus-passage-ways">
              <span>{corpusWords.length(passage.length)}</span>
              <a class="link" href={addresses.passage(pair, passage)}>
                {corpusWords.sideBySide}
              </a>
            </p>
          </li>
        ))}
      </ol>
    </div>
  );
}
