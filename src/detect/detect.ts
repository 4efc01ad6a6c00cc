/**
 * Text in, findings out: terms, numeral formulations that the glossary lacks, frames; and how political the text is.
 *
 * One pass. Terms, the anchors of frames, closed heads of numerals and the words of the register stand in one trie; sentence ends,
 * separators and quotation marks are told of on the way. What is marked only in a political passage is decided at the end, when the
 * neighbours of its sentence are known.
 */
import { BREAK, KANA, QUOTE, SEPARATOR, type Lexicon, type LexiconTerm } from "../lexicon/lexicon.ts";
import { longestOf, nodeOf, scan, type Hits, type Visitor } from "../lexicon/match.ts";
import { END, SIGN, signAt } from "../lexicon/paths.ts";
import { CATEGORIES } from "../lexicon/term.ts";
import { isHan, isQuotationMark } from "../text/units.ts";
import type { Finding } from "./finding.ts";
import { framesAround, type FrameSpan } from "./frames.ts";
import { beginsNumber, endsHead, quotedNumeral } from "./numerals.ts";
import {
  countsOf,
  GROUPS,
  isPolitical,
  noCounts,
  PLAUSIBLE,
  POLITICAL,
  Sentences,
  SHAPED,
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
  /** Words with an everyday life, in the same order, that are meant if this text is a part of one that is political as a whole. */
  likely: readonly Finding[];
  /** What the register is judged by; also of a text that is Japanese, which has none of it. */
  register: RegisterCounts;
}

/** The findings of `text`; see `Reading`. */
export function detect(lexicon: Lexicon, text: string): Finding[] {
  return read(lexicon, text).findings;
}

/** What is found in a part of a text; `isWhole` is whether that is political as a whole. */
export function findingsOf({ findings, likely }: Reading, isWhole: boolean): Finding[] {
  if (!isWhole || likely.length === 0) return findings;
  return [...findings, ...likely].sort((a, b) => a.start - b.start || b.end - a.end);
}

export function read(lexicon: Lexicon, text: string): Reading {
  const signs = signsOf(lexicon);
  pass.begin(lexicon, signs, text);
  return pass.close(scan(lexicon, signs.paths, text, pass));
}

/** A Japanese text has at least one kana for every twenty Han. A stray の in a Chinese shop name is not Japanese. */
const HAN_FOR_A_KANA = 20;

/** “ ‘ 「 『, and the straight ones " and ＂, which close as well. */
function isOpeningQuote(unit: number): boolean {
  return unit === 0x201c || unit === 0x2018 || unit === 0x300c || unit === 0x300e || unit === 0x22 || unit === 0xff02;
}

/** Whether `start` … `end` is in quotation marks by itself, or begins with what is (“十四五”时期). */
function isQuoted(text: string, start: number, end: number): boolean {
  if (start === 0 || !isOpeningQuote(text.charCodeAt(start - 1))) return false;
  for (let at = start; at <= end; at++) if (isQuotationMark(text.charCodeAt(at))) return true;
  return false;
}

/** Clauses in a row that make a run of four-character clauses, or a triad. */
const IN_A_ROW = 3;

/** Of a part of a triad, in UTF-16 code units: shorter ones are lists of names, in ordinary prose too. */
const SHORTEST_PART = 4;
const LONGEST_PART = 12;

/** Groups by their number, and their weights by it, in tenths: names would be looked up, and fractions stored, for each finding. */
const G = Object.fromEntries(GROUPS.map((group, i) => [group, i])) as Record<Group, number>;
const TENTHS = Int32Array.from(GROUPS, (group) => Math.round(10 * WEIGHT[group]));
const CONTEXT = G.context;
const VERB_GROUP = G.verb;
const NUMERAL = CATEGORIES.indexOf("numeral");

/**
 * What is found is noted as numbers, RECORD_SIZE for a finding, and made objects of at the end: start, end, what, and the number of
 * its sentence. What is the number of a term; for a frame that of its term with FRAME_BIT; or one of these.
 */
const RECORD_SIZE = 4;
const COUNTED = -1;
const COMMON_SHAPE = -2;
const FRAME_BIT = 1 << 30;

/** More numbers than this are not kept for the next text: 4 MB. */
const MOST_KEPT = 1 << 20;

/** One reading of a text. It is used again for the next one, since a page is read in thousands of pieces. */
class Pass implements Visitor {
  private lexicon!: Lexicon;
  private signs!: Signs;
  private text = "";
  private records = new Int32Array(RECORD_SIZE * 64);
  private count = 0;
  private readonly sentences = new Sentences();
  /** How many sentences the texts before had. */
  private sentencesBefore = 1;
  /** By number of the group, and of the category. */
  private readonly groups = new Int32Array(GROUPS.length);
  private readonly categories = new Int32Array(CATEGORIES.length);
  /** How far each frame has reached, by number of its term. */
  private readonly frameEnds = new Map<number, number>();
  /** Of the sentence that is being read, in tenths. */
  private evidence = 0;
  private sentenceStart = 0;
  /** How far a word reaches that is no term and hides those in it. */
  private hidden = 0;
  private opens = true;
  private kana = 0;
  /** Where the clause begins that is being read, and how many before it were like it. */
  private clauseStart = 0;
  private fours = 0;
  private sameHeads = 0;
  private sameTails = 0;
  private head = 0;
  private tail = 0;

  begin(lexicon: Lexicon, signs: Signs, text: string): void {
    this.lexicon = lexicon;
    this.signs = signs;
    this.text = text;
    if (this.records.length > MOST_KEPT) this.records = new Int32Array(RECORD_SIZE * 64);
    this.count = 0;
    this.sentencesBefore += this.sentences.count;
    this.sentences.clear();
    this.groups.fill(0);
    this.categories.fill(0);
    if (this.frameEnds.size > 0) this.frameEnds.clear();
    this.evidence = this.sentenceStart = this.hidden = this.kana = 0;
    this.opens = true;
    this.clauseStart = this.fours = this.sameHeads = this.sameTails = this.head = this.tail = 0;
  }

  found(start: number, hits: Hits): number {
    const isHidden = start < this.hidden;
    const end =
      isHidden || (hits.marks & END) === 0 ? 0 : longestOf(this.lexicon, this.signs.paths, this.text, start, hits);
    if ((hits.marks & SIGN) !== 0) {
      const numeral = this.sign(start, hits, isHidden || end !== 0);
      if (numeral !== 0) return numeral;
    }
    if (end === 0) return start + 1;
    if (hits.term < 0) {
      // A frame may be heard of inside (转化为 in 成果转化为).
      this.hidden = end;
      return start + 1;
    }
    this.sayTerm(hits.term, this.signs.groups[hits.term]!);
    this.add(start, end, hits.term);
    return end;
  }

  /** The signs among `hits`; `inWord` takes only frames, as in a term or a hidden word. Returns the end of a numeral, or 0. */
  private sign(start: number, hits: Hits, inWord: boolean): number {
    const { paths, patterns } = this.signs;
    for (let i = hits.count - 1; i >= 0; i--) {
      const sign = signAt(paths.tree, hits.places[i]!);
      if (sign === NO_SIGN || (inWord && sign < FRAME)) continue;
      if (sign === VERB) {
        this.say(VERB_GROUP);
      } else if (sign >= FRAME) {
        for (const span of framesAround(patterns[sign - FRAME]!, this.text, start, hits.offsets[i]!))
          this.addFrame(span);
      } else if (sign === ORDER) {
        if (start === 0 || !isHan(this.text.charCodeAt(start - 1))) this.say(G.order);
      } else if (sign === COUNTED_HEAD && beginsNumber(this.text, start)) {
        const end = hits.offsets[i]!;
        if (endsHead(this.text, end)) return this.addNumeral(start, end, COUNTED);
      }
    }
    return 0;
  }

  met(at: number, symbol: number): number {
    if (symbol === KANA) {
      this.kana++;
      return at + 1;
    }
    if (symbol === QUOTE) {
      const end = isOpeningQuote(this.text.charCodeAt(at)) ? this.quoted(at + 1) : 0;
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
    const { end, isCommon } = numeral;
    const node = nodeOf(this.lexicon, this.text.slice(start, end));
    return this.lexicon.ends[node]! > 0 ? 0 : this.addNumeral(start, end, isCommon ? COMMON_SHAPE : COUNTED);
  }

  private addNumeral(start: number, end: number, what: number): number {
    this.say(G.numeral);
    this.add(start, end, what);
    return end;
  }

  private add(start: number, end: number, what: number): void {
    const at = RECORD_SIZE * this.count++;
    if (at === this.records.length) {
      const longer = new Int32Array(2 * at);
      longer.set(this.records);
      this.records = longer;
    }
    this.note(at, start, end, what);
  }

  private note(at: number, start: number, end: number, what: number): void {
    const { records } = this;
    records[at] = start;
    records[at + 1] = end;
    records[at + 2] = what;
    records[at + 3] = this.sentences.count;
  }

  /** A frame begins before its anchor is found: it is put before what was found in it. */
  private addFrame({ start, end, term }: FrameSpan): void {
    // The longest of one frame's forms stands: its anchor was found first.
    if (start < (this.frameEnds.get(term.number) ?? 0)) return;
    this.frameEnds.set(term.number, end);
    this.sayTerm(term.number, term.detection === "context" ? G.context : G.frame);
    this.add(start, end, term.number | FRAME_BIT);
    const { records } = this;
    const last = RECORD_SIZE * (this.count - 1);
    let at = last;
    for (; at > 0 && isAfter(records[at - RECORD_SIZE]!, records[at - RECORD_SIZE + 1]!, start, end); at -= RECORD_SIZE)
      records.copyWithin(at, at - RECORD_SIZE, at);
    if (at !== last) this.note(at, start, end, term.number | FRAME_BIT);
  }

  private sayTerm(number: number, group: number): void {
    if (group === CONTEXT) {
      // A word that is said again in the same sentence is no further evidence: ordinary texts harp on their own words.
      const sentence = this.sentencesBefore + this.sentences.count;
      const { lastIn } = this.signs;
      if (lastIn[number] === sentence) {
        this.groups[group]!++;
        return;
      }
      lastIn[number] = sentence;
    }
    this.say(group);
  }

  private say(group: number): void {
    this.groups[group]!++;
    this.evidence += TENTHS[group]!;
  }

  /** What is said of clauses that resemble one another: four characters each, or the same first or last character. */
  private endClause(end: number, goesOn: boolean): void {
    const { clauseStart } = this;
    this.clauseStart = end + 1;
    if (end === clauseStart) {
      this.fours = this.sameHeads = this.sameTails = this.head = this.tail = 0;
      return;
    }
    const { text } = this;
    let from = clauseStart;
    let to = end;
    let head = text.charCodeAt(from);
    let tail = text.charCodeAt(to - 1);
    // Quotation marks around a clause are none of it.
    if (isQuotationMark(head)) head = text.charCodeAt(++from);
    if (isQuotationMark(tail)) tail = text.charCodeAt(--to - 1);
    const length = to - from;
    this.fours = length === 4 ? this.fours + 1 : 0;
    if (this.fours === IN_A_ROW) {
      this.say(G.run);
      this.fours = 0;
    }
    const isPart = length >= SHORTEST_PART && length <= LONGEST_PART;
    this.sameHeads = isPart && head === this.head && isHan(head) ? this.sameHeads + 1 : 0;
    this.sameTails = isPart && tail === this.tail && isHan(tail) ? this.sameTails + 1 : 0;
    if (this.sameHeads === IN_A_ROW - 1 || this.sameTails === IN_A_ROW - 1) {
      this.say(G.triad);
      this.sameHeads = this.sameTails = 0;
    }
    this.head = goesOn ? head : 0;
    this.tail = goesOn ? tail : 0;
    if (!goesOn) this.fours = 0;
  }

  private endSentence(end: number, isParagraph: boolean): void {
    if (end > this.sentenceStart + 1 || this.evidence > 0) {
      this.sentences.add(this.evidence / 10, end - this.sentenceStart, this.opens);
      this.opens = false;
    }
    this.opens ||= isParagraph;
    this.evidence = 0;
    this.sentenceStart = end;
  }

  close(han: number): Reading {
    this.endSentence(this.text.length, true);
    const { text } = this;
    this.text = "";
    if (this.kana > 0 && this.kana * HAN_FOR_A_KANA >= han)
      return { findings: [], likely: NONE, register: { ...noCounts(), han } };
    const { records, categories: counts } = this;
    const { groups, categories } = this.signs;
    const { terms } = this.lexicon;
    const around = this.sentences.around();
    const isWhole = isPolitical(countsOf(han, this.groups, counts));
    let likely: Finding[] | undefined;
    // Made as long as it can become: to grow with tens of thousands of them costs as much as making them.
    const findings: Finding[] = [];
    findings.length = this.count;
    let kept = 0;
    for (let at = 0; at < RECORD_SIZE * this.count; at += RECORD_SIZE) {
      const start = records[at]!;
      const end = records[at + 1]!;
      const what = records[at + 2]!;
      if (what < 0) {
        if (around[records[at + 3]!]! < (what === COMMON_SHAPE ? PLAUSIBLE : SHAPED)) continue;
        counts[NUMERAL]!++;
        findings[kept++] = numeralAt(start, end);
      } else {
        const number = what & ~FRAME_BIT;
        if (groups[number] === CONTEXT) {
          const sum = around[records[at + 3]!]!;
          if (sum < PLAUSIBLE) continue;
          if (sum < POLITICAL && !isWhole && !isQuoted(text, start, end)) {
            (likely ??= []).push(findingOf(start, end, terms[number]!, what !== number));
            continue;
          }
        }
        counts[categories[number]!]!++;
        findings[kept++] = findingOf(start, end, terms[number]!, what !== number);
      }
    }
    findings.length = kept;
    return { findings, likely: likely ?? NONE, register: countsOf(han, this.groups, counts) };
  }
}

/** Of nearly all readings. */
const NONE: readonly Finding[] = [];

const pass = new Pass();

function numeralAt(start: number, end: number): Finding {
  return { start, end, kind: "numeral", tier: "A", term: null, category: "numeral", weight: "regular" };
}

function findingOf(start: number, end: number, { id, category, weight }: LexiconTerm, isFrame: boolean): Finding {
  return { start, end, kind: isFrame ? "frame" : "term", tier: isFrame ? "B" : "A", term: id, category, weight };
}

/** Whether `start` … `end` comes after `otherStart` … `otherEnd`. */
function isAfter(start: number, end: number, otherStart: number, otherEnd: number): boolean {
  return start > otherStart || (start === otherStart && end < otherEnd);
}
