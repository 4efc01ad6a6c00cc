/** The terms that stand in a sentence with this one: how typical they are of it, and which of them stand with each other. */
import { useMemo } from "preact/hooks";
import type { TermLine } from "../lexicon/entry.ts";
import { tiesAmong, type Collocate, type SentenceTerms } from "../measure/sentence-mates.ts";
import { ArcGraph } from "./arc-graph.tsx";
import { TermLink } from "./term-link.tsx";
import { useShowAll } from "./use-show-all.ts";
import { decimal, number } from "./words/common.ts";
import { termWords } from "./words/term.ts";

interface CompanyProps {
  id: string;
  /** The most typical first. */
  company: readonly Collocate[];
  sentences: SentenceTerms;
  lineOf: (id: string) => TermLine;
  addressOf: (id: string) => string;
  onTerm: (id: string) => void;
}

/** Rows that are shown at first, and terms in the graph beside this one. */
const FIRST = 12;
const IN_GRAPH = 12;
/** Two terms that met once may have met by chance. */
const OFTEN = 2;

export function Company({ id, company, sentences, lineOf, addressOf, onTerm }: CompanyProps) {
  const { all, list, showAll } = useShowAll<HTMLTableSectionElement>("tr");
  const graph = useMemo(() => {
    const often = company.filter(({ together }) => together >= OFTEN);
    const chosen = (often.length >= 3 ? often : company).slice(0, IN_GRAPH);
    const ids = [id, ...chosen.map(({ term }) => term)];
    return { ids, ties: tiesAmong(sentences, ids) };
  }, [id, company, sentences]);
  const shown = all ? company : company.slice(0, FIRST);
  return (
    <section class="term-section">
      <div class="term-section-head">
        <h3>{termWords.company}</h3>
      </div>
      {company.length === 0 ? (
        <p>{termWords.companyNone}</p>
      ) : (
        <>
          <table class="figures company">
            <thead>
              <tr>
                <th scope="col">{termWords.term}</th>
                <th scope="col" class="figure">
                  {termWords.together}
                </th>
                <th scope="col" class="figure">
                  {termWords.sentences}
                </th>
                <th scope="col" class="figure">
                  {termWords.logDice}
                </th>
              </tr>
            </thead>
            <tbody ref={list}>
              {shown.map((mate) => {
                const other = lineOf(mate.term);
                return (
                  <tr key={mate.term}>
                    <th scope="row">
                      <TermLink term={other} address={addressOf(mate.term)} onTerm={onTerm} />{" "}
                      <span class="term-link-rendering" lang="en">
                        {other.rendering}
                      </span>
                    </th>
                    <td class="figure">{number(mate.together)}</td>
                    <td class="figure">{number(mate.sentences)}</td>
                    <td class="figure">{decimal(mate.logDice, 1)}</td>
                  </tr>
                );
              })}
            </tbody>
          </table>
          {shown.length < company.length && (
            <button type="button" class="link" onClick={showAll}>
              {termWords.showAll(company.length)}
            </button>
          )}
          <p class="figures-note">{termWords.companyHint}</p>
          <ArcGraph terms={graph.ids.map(lineOf)} ties={graph.ties} addressOf={addressOf} onTerm={onTerm} />
        </>
      )}
    </section>
  );
}
