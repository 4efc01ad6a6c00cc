/**
 * Text in, findings out: terms, numeral formulations that the glossary lacks, frames; and how political the text is.
 *
 * One pass. Terms, the anchors of frames, closed heads of numerals and the words of the register stand in one trie; sentence ends,
 * separators and quotation marks are told of on the way. What is marked only in a political passage is decided at the end, when the
 * neighbours of its sentence are known.
 */
import { BREAK, KANA, QUOTE, SEPARATOR, type Lexicon, type LexiconTerm } from "../lexicon/lexicon.ts";
import { longestOf, matchLongest, scan, type Hits, type Visitor } from "../lexicon/match.ts";
import { CATEGORIES } from "../lexicon/term.ts";
import { countHan, isHan, isQuotationMark } from "../text/units.ts";
import type { Finding } from "./finding.ts";
import { framesAround, type FrameSpan } from "./frames.ts";
import { beginsNumber, quotedNumeral } from "./numerals.ts";
import {
  evidenceAround,
  GROUPS,
  noCounts,
  noSentences,
  PLAUSIBLE,
  POLITICAL,
  WEIGHT,
  type Group,
  type RegisterCounts,
} from "./register.ts";
import { COUNTED_HEAD, FRAME, NO_SIGN, ORDER, signsOf, VERB, type Signs } from "./signs.ts";

/** What a text says of itself. */
export interface Reading {
  /**
   * Ordered by start, then the longest first. Terms and numerals never overlap one another; a frame may contain them. None in a
   * text that is Japanese.
   */
  findings: Finding[];
  /** What the register is judged by; also of a text that is Japanese, which has none of it. */
  register: RegisterCounts;
}

/** The findings of `text`; see `Reading`. */
export function detect(lexicon: Lexicon, text: string): Finding[] {
  return read(lexicon, text).findings;
}

export function read(lexicon: Lexicon, text: string): Reading {
  const pass = new Pass(lexicon, text);
  const { marks, openings } = signsOf(lexicon);
  scan(lexicon, marks, openings, text, pass);
  return pass.close();
}

/** A Japanese text has at least one kana for every twenty Han. A stray の in a Chinese shop name is not Japanese. */
const HAN_FOR_A_KANA = 20;

const OPENING_QUOTES = "“「『‘";

/** Clauses in a row that make a run of four-character clauses, or a triad. */
const IN_A_ROW = 3;

/** Of a part of a triad, in UTF-16 code units: shorter ones are lists of names, in ordinary prose too. */
const SHORTEST_PART = 4;
const LONGEST_PART = 12;

/** Groups by their number, and their weights by it: names would be looked up for each finding. */
const G = Object.fromEntries(GROUPS.map((group, i) => [group, i])) as Record<Group, number>;
const WEIGHTS = Float64Array.from(GROUPS, (group) => WEIGHT[group]);
const NUMERAL = CATEGORIES.indexOf("numeral");

class Pass implements Visitor {
  private readonly lexicon: Lexicon;
  private readonly text: string;
  private readonly signs: Signs["signs"];
  private readonly patterns: Signs["patterns"];
  private readonly findings: Finding[] = [];
  /** Findings that are meant only in a political passage, and the number of their sentence. */
  private readonly conditional: Finding[] = [];
  private readonly sentenceOf: number[] = [];
  private readonly sentences = noSentences();
  /** By group, and by category, in the order of GROUPS and CATEGORIES. */
  private readonly groups = new Int32Array(GROUPS.length);
  private readonly categories = new Int32Array(CATEGORIES.length);
  /** How far each frame has reached. */
  private readonly frameEnds = new Map<string, number>();
  private evidence = 0;
  private sentenceStart = 0;
  private opens = true;
  private kana = 0;
  /** Where the clause begins that is being read, and how many before it were like it. */
  private clauseStart = 0;
  private fours = 0;
  private sameHeads = 0;
  private sameTails = 0;
  private head = 0;
  private tail = 0;

  constructor(lexicon: Lexicon, text: string) {
    this.lexicon = lexicon;
    this.text = text;
    const { signs, patterns } = signsOf(lexicon);
    this.signs = signs;
    this.patterns = patterns;
  }

  found(start: number, hits: Hits): number {
    const end = longestOf(this.lexicon, this.text, start, hits);
    for (let i = hits.count - 1; i >= 0; i--) {
      const sign = this.signs[hits.nodes[i]!]!;
      if (sign === NO_SIGN) continue;
      if (sign === VERB) {
        if (end === 0) this.count(G.verb);
      } else if (sign >= FRAME) {
        for (const span of framesAround(this.patterns[sign - FRAME]!, this.text, start, hits.offsets[i]!))
          this.addFrame(span);
      } else if (end === 0) {
        if (sign === ORDER && (start === 0 || !isHan(this.text.charCodeAt(start - 1)))) this.count(G.order);
        else if (sign === COUNTED_HEAD && beginsNumber(this.text, start))
          return this.addNumeral(start, hits.offsets[i]!, false);
      }
    }
    if (end === 0) return start + 1;
    if (hits.term >= 0) this.add(start, end, "term", this.lexicon.terms[hits.term]!);
    return end;
  }

  met(at: number, symbol: number): number {
    if (symbol === KANA) {
      this.kana++;
      return at + 1;
    }
    if (symbol === QUOTE) {
      const end = OPENING_QUOTES.includes(this.text[at]!) ? this.quoted(at + 1) : 0;
      return end === 0 ? at + 1 : end;
    }
    this.endClause(at, symbol === SEPARATOR);
    if (symbol !== SEPARATOR) this.endSentence(at + 1, symbol === BREAK);
    return at + 1;
  }

  /** A numeral formulation in quotation marks opened before `start`, unless the glossary has it: its end, or 0. */
  private quoted(start: number): number {
    const numeral = quotedNumeral(this.text, start);
    if (!numeral) return 0;
    const { end, isSeries } = numeral;
    const [match] = matchLongest(this.lexicon, this.text.slice(start, end));
    return match?.start === 0 && match.end === end - start ? 0 : this.addNumeral(start, end, isSeries);
  }

  private addNumeral(start: number, end: number, isConditional: boolean): number {
    const finding: Finding = {
      start,
      end,
      kind: "numeral",
      tier: "A",
      term: null,
      category: "numeral",
      weight: "regular",
    };
    this.findings.push(finding);
    this.count(G.numeral);
    if (isConditional) this.addConditional(finding);
    else this.categories[NUMERAL]!++;
    return end;
  }

  private add(start: number, end: number, kind: "term" | "frame", term: LexiconTerm): Finding {
    const { id, category, weight, detection } = term;
    const finding: Finding = { start, end, kind, tier: kind === "frame" ? "B" : "A", term: id, category, weight };
    this.findings.push(finding);
    if (detection === "context") {
      // A word that is said again in the same sentence is no further evidence: ordinary texts harp on their own words.
      this.groups[G.context]!++;
      if (!this.isRepeated(finding)) this.evidence += WEIGHTS[G.context]!;
      this.addConditional(finding);
    } else {
      this.categories[CATEGORIES.indexOf(category)]!++;
      this.count(kind === "frame" ? G.frame : G[weight]);
    }
    return finding;
  }

  private isRepeated({ term }: Finding): boolean {
    const sentence = this.sentences.evidence.length;
    for (let i = this.conditional.length - 1; i >= 0 && this.sentenceOf[i] === sentence; i--) {
      if (this.conditional[i]!.term === term) return true;
    }
    return false;
  }

  private addConditional(finding: Finding): void {
    this.conditional.push(finding);
    this.sentenceOf.push(this.sentences.evidence.length);
  }

  /** A frame begins before its anchor is found: it is put before what was found in it. */
  private addFrame({ start, end, term }: FrameSpan): void {
    const { findings } = this;
    // The longest of one frame's forms stands: its anchor was found first.
    if (start < (this.frameEnds.get(term.id) ?? 0)) return;
    this.frameEnds.set(term.id, end);
    const finding = this.add(start, end, "frame", term);
    let at = findings.length - 1;
    while (at > 0 && isAfter(findings[at - 1]!, finding)) findings[at] = findings[--at]!;
    findings[at] = finding;
  }

  private count(group: number): void {
    this.groups[group]!++;
    this.evidence += WEIGHTS[group]!;
  }

  /** What is said of clauses that resemble one another: four characters each, or the same first or last character. */
  private endClause(end: number, goesOn: boolean): void {
    const { text } = this;
    // Quotation marks around a clause are none of it.
    const from = isQuotationMark(text.charCodeAt(this.clauseStart)) ? this.clauseStart + 1 : this.clauseStart;
    const to = isQuotationMark(text.charCodeAt(end - 1)) ? end - 1 : end;
    const length = to - from;
    const head = text.charCodeAt(from);
    const tail = text.charCodeAt(to - 1);
    this.fours = length === 4 ? this.fours + 1 : 0;
    if (this.fours === IN_A_ROW) {
      this.count(G.run);
      this.fours = 0;
    }
    const isPart = length >= SHORTEST_PART && length <= LONGEST_PART;
    this.sameHeads = isPart && head === this.head && isHan(head) ? this.sameHeads + 1 : 0;
    this.sameTails = isPart && tail === this.tail && isHan(tail) ? this.sameTails + 1 : 0;
    if (this.sameHeads === IN_A_ROW - 1 || this.sameTails === IN_A_ROW - 1) {
      this.count(G.triad);
      this.sameHeads = this.sameTails = 0;
    }
    this.head = goesOn ? head : 0;
    this.tail = goesOn ? tail : 0;
    if (!goesOn) this.fours = 0;
    this.clauseStart = end + 1;
  }

  private endSentence(end: number, isParagraph: boolean): void {
    if (end > this.sentenceStart + 1 || this.evidence > 0) {
      const { evidence, lengths, opens } = this.sentences;
      evidence.push(this.evidence);
      lengths.push(end - this.sentenceStart);
      opens.push(this.opens);
      this.opens = false;
    }
    this.opens ||= isParagraph;
    this.evidence = 0;
    this.sentenceStart = end;
  }

  close(): Reading {
    const { text, findings, conditional } = this;
    this.endSentence(text.length, true);
    const register = { ...noCounts(), han: countHan(text) };
    if (this.kana > 0 && this.kana * HAN_FOR_A_KANA >= register.han) return { findings: [], register };
    const dropped = new Set<Finding>();
    if (conditional.length > 0) {
      const around = evidenceAround(this.sentences);
      conditional.forEach((finding, i) => {
        if (around[this.sentenceOf[i]!]! >= (finding.kind === "numeral" ? PLAUSIBLE : POLITICAL))
          this.categories[CATEGORIES.indexOf(finding.category)]!++;
        else dropped.add(finding);
      });
    }
    GROUPS.forEach((group, i) => (register.groups[group] = this.groups[i]!));
    CATEGORIES.forEach((category, i) => (register.categories[category] = this.categories[i]!));
    if (dropped.size > 0) {
      let kept = 0;
      for (const finding of findings) if (!dropped.has(finding)) findings[kept++] = finding;
      findings.length = kept;
    }
    return { findings, register };
  }
}

function isAfter(a: Finding, b: Finding): boolean {
  return a.start > b.start || (a.start === b.start && a.end < b.end);
}
