/** Text in, findings out: terms, numeral formulations that the glossary lacks, frames. */
import type { Lexicon, LexiconTerm } from "../lexicon/lexicon.ts";
import { matchLongest } from "../lexicon/match.ts";
import type { Span } from "../text/sentences.ts";
import { isHan, isKana } from "../text/units.ts";
import type { Finding, FindingKind, Tier } from "./finding.ts";
import { frameSpans } from "./frames.ts";
import { numeralSpans } from "./numerals.ts";
import { isPolitical } from "./register.ts";

/** A finding that may yet turn out to be meant plainly. */
interface Candidate {
  finding: Finding;
  conditional: boolean;
}

/**
 * The findings of `text`, ordered by start and then the longest first. Terms and numerals never overlap one another; a frame
 * may contain them. Each line is a passage of its own for the question whether words with an everyday life are meant.
 */
export function detect(lexicon: Lexicon, text: string): Finding[] {
  if (isJapanese(text)) return [];
  const terms = matchLongest(lexicon, text).map((match) => candidate(match, "term", "A", lexicon.terms[match.term]!));
  const candidates = [
    ...terms,
    ...clearOf(terms, numeralSpans(text)).map(numeralCandidate),
    ...frameSpans(lexicon.frames, text).map((span) => candidate(span, "frame", "B", span.term)),
  ];
  candidates.sort((a, b) => a.finding.start - b.finding.start || b.finding.end - a.finding.end);
  return inContext(text, candidates);
}

/** Those of `spans` that overlap none of `terms`; both are in order, and none overlaps another of its own kind. */
function clearOf(terms: readonly Candidate[], spans: readonly Span[]): Span[] {
  let next = 0;
  return spans.filter(({ start, end }) => {
    while (next < terms.length && terms[next]!.finding.end <= start) next++;
    return next === terms.length || terms[next]!.finding.start >= end;
  });
}

function candidate({ start, end }: Span, kind: FindingKind, tier: Tier, term: LexiconTerm): Candidate {
  const { id, category, weight, detection } = term;
  return { finding: { start, end, kind, tier, term: id, category, weight }, conditional: detection === "context" };
}

function numeralCandidate({ start, end }: Span): Candidate {
  const finding: Finding = {
    start,
    end,
    kind: "numeral",
    tier: "A",
    term: null,
    category: "numeral",
    weight: "regular",
  };
  return { finding, conditional: false };
}

/** The findings of `candidates` without those that are marked only in a political passage and stand in another. */
function inContext(text: string, candidates: readonly Candidate[]): Finding[] {
  const kept: Finding[] = [];
  let at = 0;
  for (let start = 0; at < candidates.length;) {
    const newline = text.indexOf("\n", start);
    const end = newline < 0 ? text.length : newline + 1;
    const passage: Candidate[] = [];
    while (at < candidates.length && candidates[at]!.finding.start < end) passage.push(candidates[at++]!);
    const certain = passage.filter(({ conditional }) => !conditional);
    const all =
      certain.length < passage.length &&
      isPolitical(
        text.slice(start, end),
        certain.map(({ finding }) => finding.weight),
      );
    for (const { finding } of all ? passage : certain) kept.push(finding);
    start = end;
  }
  return kept;
}

/** Kana among the Han: at least a twentieth of them. A stray の in a Chinese shop name is not Japanese. */
function isJapanese(text: string): boolean {
  let kana = 0;
  let han = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (isKana(unit)) kana++;
    else if (isHan(unit)) han++;
  }
  return kana > 0 && kana * 20 >= han;
}
