/** A small graph of terms that stand in the same sentences: names one below the other, which can all be read, joined by arcs. */
import { scaleSqrt } from "d3-scale";
import { useState } from "preact/hooks";
import type { TermLine } from "../lexicon/entry.ts";
import type { Tie } from "../measure/sentence-mates.ts";
import { Hanzi } from "./hanzi.tsx";
import { headwordIn, scriptOfReader } from "./headword.ts";
import { TermLink } from "./term-link.tsx";
import { number } from "./words/common.ts";
import { termWords } from "./words/term.ts";

interface ArcGraphProps {
  /** The one that it is about first. */
  terms: readonly TermLine[];
  ties: readonly Tie[];
  addressOf: (id: string) => string;
  onTerm: (id: string) => void;
}

/** CSS pixels; term.css sets a name in ROW. */
const ROW = 28;
const WIDTH = 120;

export function ArcGraph({ terms, ties, addressOf, onTerm }: ArcGraphProps) {
  /** The term that is pointed at or has the focus: its arcs come to the fore. */
  const [near, setNear] = useState<string>();
  const rowOf = new Map(terms.map(({ id }, row) => [id, row]));
  const most = Math.max(1, ...ties.map(({ together }) => together));
  const stroke = scaleSqrt([0, most], [0, 3.5]);
  const reach = scaleSqrt([0, terms.length], [0, WIDTH - 8]);
  const nameOf = (id: string): TermLine => terms[rowOf.get(id)!]!;
  const fore = near ?? terms[0]!.id;
  const isFore = ({ a, b }: Tie): boolean => a === fore || b === fore;
  // What comes to the fore is drawn last.
  const drawn = [...ties].sort((x, y) => Number(isFore(x)) - Number(isFore(y)));
  return (
    <figure class="arc-graph">
      <figcaption>
        <b>{termWords.graph}</b> {termWords.graphHint}
      </figcaption>
      <div class="arc-graph-plot">
        <svg
          width={WIDTH}
          height={terms.length * ROW}
          viewBox={`0 0 ${WIDTH} ${terms.length * ROW}`}
          aria-hidden="true"
        >
          {drawn.map((tie) => {
            const [from, to] = [rowOf.get(tie.a)!, rowOf.get(tie.b)!].map((row) => (row + 0.5) * ROW) as [
              number,
              number,
            ];
            const out = WIDTH - 4 - reach(Math.abs(to - from) / ROW) * 1.3;
            return (
              <path
                key={`${tie.a} ${tie.b}`}
                class={isFore(tie) ? "arc arc-fore" : "arc"}
                d={`M${WIDTH - 4},${from}C${out},${from} ${out},${to} ${WIDTH - 4},${to}`}
                stroke-width={stroke(tie.together)}
              />
            );
          })}
        </svg>
        <ol onMouseLeave={() => setNear(undefined)}>
          {terms.map((term, row) => (
            <li
              key={term.id}
              data-category={term.category}
              class={row === 0 ? "arc-term arc-term-own" : "arc-term"}
              onMouseEnter={() => setNear(term.id)}
              onFocusIn={() => setNear(term.id)}
              onFocusOut={() => setNear(undefined)}
            >
              {row === 0 ? <Name term={term} /> : <TermLink term={term} address={addressOf(term.id)} onTerm={onTerm} />}
            </li>
          ))}
        </ol>
      </div>
      <details class="as-table">
        <summary>{termWords.asTable}</summary>
        <table class="figures">
          <thead>
            <tr>
              <th scope="col">{termWords.firstTerm}</th>
              <th scope="col">{termWords.secondTerm}</th>
              <th scope="col" class="figure">
                {termWords.together}
              </th>
            </tr>
          </thead>
          <tbody>
            {ties.map(({ a, b, together }) => (
              <tr key={`${a} ${b}`}>
                <td>
                  <Name term={nameOf(a)} />
                </td>
                <td>
                  <Name term={nameOf(b)} />
                </td>
                <td class="figure">{number(together)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}

function Name({ term }: { term: TermLine }) {
  return (
    <Hanzi song script={scriptOfReader()}>
      {headwordIn(scriptOfReader(), term)}
    </Hanzi>
  );
}
