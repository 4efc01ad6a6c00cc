/**
 * Text in, findings out: terms, numeral formulations that the glossary lacks, frames; and how political the text is.
 *
 * One pass. Terms, the anchors of frames, closed heads of numerals and the words of the register stand in one trie; sentence ends,
 * separators and quotation marks are told of on the way. What is marked only in a political passage is decided at the end, when the
 * neighbours of its sentence are known.
 */
import { BREAK, END, KANA, QUOTE, SEPARATOR, type Lexicon, type LexiconTerm } from "../lexicon/lexicon.ts";
import { longestOf, nodeOf, scan, type Hits, type Visitor } from "../lexicon/match.ts";
import { CATEGORIES } from "../lexicon/term.ts";
import { fold } from "../text/fold.ts";
import { isHan, isQuotationMark } from "../text/units.ts";
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
import { COUNTED_HEAD, FRAME, NO_SIGN, ORDER, SIGN_MARK, signsOf, VERB, type Signs } from "./signs.ts";

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
  return pass.close(scan(lexicon, signsOf(lexicon), text, pass));
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

/**
 * What is found is noted as numbers, RECORD_SIZE for a finding, and made objects of at the end: start, end, what, and the number of
 * its sentence. What is the number of a term; for a frame that of its term with FRAME_BIT; or one of these.
 */
const RECORD_SIZE = 4;
const COUNTED = -1;
const SERIES = -2;
const FRAME_BIT = 1 << 30;

/** The records of the text that was read last: memory for the next one. */
let spare = new Int32Array(RECORD_SIZE * 64);

/** More than these are not kept: 1 MB. */
const MOST_KEPT = 1 << 18;

class Pass implements Visitor {
  private readonly lexicon: Lexicon;
  private readonly text: string;
  private readonly signs: Signs;
  private records = spare;
  private count = 0;
  private readonly sentences = noSentences();
  /** By number of the group. */
  private readonly groups = new Int32Array(GROUPS.length);
  /** How far each frame has reached. */
  private readonly frameEnds = new Map<number, number>();
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
    this.signs = signsOf(lexicon);
  }

  found(start: number, hits: Hits): number {
    const end = (hits.marks & END) === 0 ? 0 : longestOf(this.lexicon, this.text, start, hits);
    if ((hits.marks & SIGN_MARK) !== 0) {
      const numeral = this.sign(start, hits, end !== 0);
      if (numeral !== 0) return numeral;
    }
    if (end === 0) return start + 1;
    if (hits.term >= 0) {
      this.sayTerm(hits.term, this.signs.groups[hits.term]!);
      this.add(start, end, hits.term);
    }
    return end;
  }

  /** The signs among `hits`; of most only a frame is one in a term. Returns the end of a numeral, or 0. */
  private sign(start: number, hits: Hits, isTerm: boolean): number {
    const { signs, patterns } = this.signs;
    for (let i = hits.count - 1; i >= 0; i--) {
      const sign = signs[hits.nodes[i]!]!;
      if (sign >= FRAME) {
        for (const span of framesAround(patterns[sign - FRAME]!, this.text, start, hits.offsets[i]!))
          this.addFrame(span);
      } else if (sign === NO_SIGN || isTerm) {
        continue;
      } else if (sign === VERB) {
        this.say(G.verb);
      } else if (sign === ORDER) {
        if (start === 0 || !isHan(this.text.charCodeAt(start - 1))) this.say(G.order);
      } else if (sign === COUNTED_HEAD && beginsNumber(this.text, start)) {
        return this.addNumeral(start, hits.offsets[i]!, COUNTED);
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
    const node = nodeOf(this.lexicon, fold(this.text.slice(start, end)));
    return this.lexicon.ends[node]! > 0 ? 0 : this.addNumeral(start, end, isSeries ? SERIES : COUNTED);
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
    const { records } = this;
    records[at] = start;
    records[at + 1] = end;
    records[at + 2] = what;
    records[at + 3] = this.sentences.evidence.length;
  }

  /** A frame begins before its anchor is found: it is put before what was found in it. */
  private addFrame({ start, end, term }: FrameSpan): void {
    // The longest of one frame's forms stands: its anchor was found first.
    if (start < (this.frameEnds.get(term.number) ?? 0)) return;
    this.frameEnds.set(term.number, end);
    const what = term.number | FRAME_BIT;
    this.sayTerm(what, term.detection === "context" ? G.context : G.frame);
    this.add(start, end, what);
    const { records } = this;
    const last = RECORD_SIZE * (this.count - 1);
    let at = last;
    while (at > 0 && isAfter(records[at - RECORD_SIZE]!, records[at - RECORD_SIZE + 1]!, start, end)) at -= RECORD_SIZE;
    if (at === last) return;
    const record = records.slice(last, last + RECORD_SIZE);
    records.copyWithin(at + RECORD_SIZE, at, last);
    records.set(record, at);
  }

  private sayTerm(what: number, group: number): void {
    // A word that is said again in the same sentence is no further evidence: ordinary texts harp on their own words.
    if (group === G.context && this.isRepeated(what)) this.groups[group]!++;
    else this.say(group);
  }

  private isRepeated(what: number): boolean {
    const { records } = this;
    const sentence = this.sentences.evidence.length;
    for (let at = RECORD_SIZE * (this.count - 1); at >= 0 && records[at + 3] === sentence; at -= RECORD_SIZE) {
      if (records[at + 2] === what) return true;
    }
    return false;
  }

  private say(group: number): void {
    this.groups[group]!++;
    this.evidence += WEIGHTS[group]!;
  }

  /** What is said of clauses that resemble one another: four characters each, or the same first or last character. */
  private endClause(end: number, goesOn: boolean): void {
    const { clauseStart } = this;
    this.clauseStart = end + 1;
    const { text } = this;
    // Quotation marks around a clause are none of it.
    const from = isQuotationMark(text.charCodeAt(clauseStart)) ? clauseStart + 1 : clauseStart;
    const to = isQuotationMark(text.charCodeAt(end - 1)) ? end - 1 : end;
    const length = to - from;
    const head = text.charCodeAt(from);
    const tail = text.charCodeAt(to - 1);
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

  close(han: number): Reading {
    this.endSentence(this.text.length, true);
    const register = { ...noCounts(), han };
    const findings: Finding[] = [];
    if (this.records.length <= MOST_KEPT) spare = this.records;
    if (this.kana > 0 && this.kana * HAN_FOR_A_KANA >= han) return { findings, register };
    const { records } = this;
    const { groups, categories } = this.signs;
    const { terms } = this.lexicon;
    const around = evidenceAround(this.sentences);
    const counts = new Int32Array(CATEGORIES.length);
    for (let at = 0; at < RECORD_SIZE * this.count; at += RECORD_SIZE) {
      const start = records[at]!;
      const end = records[at + 1]!;
      const what = records[at + 2]!;
      const evidence = around[records[at + 3]!]!;
      if (what < 0) {
        if (what === SERIES && evidence < PLAUSIBLE) continue;
        counts[NUMERAL]!++;
        findings.push(numeralAt(start, end));
      } else {
        const number = what & ~FRAME_BIT;
        if (groups[number] === G.context && evidence < POLITICAL) continue;
        counts[categories[number]!]!++;
        findings.push(findingOf(start, end, terms[number]!, what !== number));
      }
    }
    GROUPS.forEach((group, i) => (register.groups[group] = this.groups[i]!));
    CATEGORIES.forEach((category, i) => (register.categories[category] = counts[i]!));
    return { findings, register };
  }
}

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
