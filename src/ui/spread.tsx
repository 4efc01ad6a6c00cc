/** Where in the speeches a term stands, and how often: a dispersion plot whose rows are those of the table that says it in numbers. */
import { scaleLinear } from "d3-scale";
import type { Occurrence } from "../lexicon/entry.ts";
import type { Speech } from "../lexicon/speech.ts";
import { spreadOf } from "../measure/spread.ts";
import { Phrase } from "./phrase.tsx";
import { SpeechName } from "./speech-name.tsx";
import { decimal, number } from "./words/common.ts";
import { termWords } from "./words/term.ts";

interface SpreadProps {
  occurrences: readonly Occurrence[];
  speeches: readonly Speech[];
}

export function Spread({ occurrences, speeches }: SpreadProps) {
  const { rows, frequency, dispersion } = spreadOf(occurrences, speeches);
  const longest = Math.max(...speeches.map(({ text }) => text.length));
  // Per cent of the column, so that the plot is as wide as there is room.
  const x = scaleLinear([0, longest], [0, 100]);
  return (
    <section class="term-section">
      <div class="term-section-head">
        <h3>{termWords.spread}</h3>
        {dispersion !== undefined && (
          <p class="measure" title={termWords.dispersionHint}>
            <Phrase text={termWords.dispersion} parts={{ value: decimal(dispersion, 2) }} />
          </p>
        )}
      </div>
      <table class="figures spread">
        <thead>
          <tr>
            <th scope="col">{termWords.speech}</th>
            <th scope="col" class="spread-where">
              {termWords.place}
            </th>
            <th scope="col" class="figure">
              {termWords.times}
            </th>
            <th scope="col" class="figure">
              {termWords.perTenThousand}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ speech, starts, frequency: here }) => (
            <tr key={speech.id} class={starts.length === 0 ? "figures-none" : ""}>
              <th scope="row">
                <SpeechName speech={speech} />
              </th>
              <td class="spread-where">
                <svg class="spread-plot" width="100%" height="18" aria-hidden="true">
                  <rect class="spread-speech" x="0" y="8" height="2" width={`${x(speech.text.length)}%`} />
                  {starts.map((start) => (
                    <line key={start} class="spread-stroke" x1={`${x(start)}%`} x2={`${x(start)}%`} y1="1" y2="17" />
                  ))}
                </svg>
              </td>
              <td class="figure">{number(starts.length)}</td>
              <td class="figure">{decimal(here, 1)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{termWords.all}</th>
            <td class="spread-where" />
            <td class="figure">{number(occurrences.length)}</td>
            <td class="figure">{decimal(frequency, 1)}</td>
          </tr>
        </tfoot>
      </table>
      <p class="figures-note">
        {termWords.spreadHint} {dispersion !== undefined && termWords.dispersionHint}
      </p>
    </section>
  );
}
