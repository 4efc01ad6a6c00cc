/** One field of all terms joined into one string, so that a search is an indexOf over it and never a loop over terms. */

import { foldUnit } from "../text/fold.ts";
import { isBlank, isHan, isLineBreak, isQuotationMark, isSeparator } from "../text/units.ts";
import { whole } from "./steps.ts";

/** What parts of a field begin and end with. */
const EDGE = "\n";
const EDGE_UNIT = 0x0a;
/** Arguments that a call may safely have. */
const CHUNK = 0x2000;

export interface JoinedField {
  text: string;
  /** Offset in `text` after the last unit of each term's parts. */
  ends: Uint32Array;
}

/** Where in its part a hit lies. */
export interface Hit {
  /** The part begins with it. */
  atStart: boolean;
  /** The part ends with it. */
  atEnd: boolean;
  /** Offset in the joined text. */
  at: number;
}

/** Gathers a field: for each term in turn its parts, then `endTerm`. */
export class FieldWriter {
  private units: Uint16Array;
  private length = 1;
  private readonly ends: number[] = [];

  /** `room`: how many units it may come to, to begin with. */
  constructor(room = CHUNK) {
    this.units = new Uint16Array(room);
    this.units[0] = EDGE_UNIT;
  }

  /** How long the joined text is so far. */
  get offset(): number {
    return this.length;
  }

  /** A part as it stands. */
  part(text: string): void {
    this.makeRoom(text.length + 1);
    for (let i = 0; i < text.length; i++) this.units[this.length++] = text.charCodeAt(i);
    this.units[this.length++] = EDGE_UNIT;
  }

  /** A part without separators, quotation marks and blanks, folded; each of its lines is a part. */
  folded(text: string): void {
    const { units } = this.makeRoom(text.length + 1);
    const table = foldings();
    for (let i = 0; i < text.length; i++) {
      const unit = table[text.charCodeAt(i)]!;
      if (unit !== DROPPED) units[this.length++] = unit;
    }
    units[this.length++] = EDGE_UNIT;
  }

  /** The runs of hanzi in a text that is not Chinese, each a folded part. */
  hanzi(text: string): void {
    const { units } = this.makeRoom(2 * text.length + 1);
    const table = foldings();
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      if (isHan(unit)) units[this.length++] = table[unit]!;
      else if (units[this.length - 1] !== EDGE_UNIT) units[this.length++] = EDGE_UNIT;
    }
    if (units[this.length - 1] !== EDGE_UNIT) units[this.length++] = EDGE_UNIT;
  }

  /**
   * A part as words of Latin letters and digits, lower case, without accents and apostrophes, run together; the first unit of each
   * is set as an initial: "People’s-war" is "PeoplesWar". Initials are rare, so that a search need not stop at every space.
   */
  words(text: string): void {
    this.latin(text, initialOf);
  }

  /** A part as the words of `text` run together without initials; answers at which offsets each begins. */
  syllables(text: string): number[] {
    const begins: number[] = [];
    this.latin(text, (letter) => {
      begins.push(this.length);
      return letter;
    });
    return begins;
  }

  private latin(text: string, first: (letter: number) => number): void {
    const { units } = this.makeRoom(text.length + 1);
    const latin = latins();
    let isOpen = false;
    for (let i = 0; i < text.length; i++) {
      const letter = latin[text.charCodeAt(i)]!;
      if (letter === DROPPED) continue;
      if (letter === 0) {
        isOpen = false;
        continue;
      }
      const unit = isOpen ? letter : first(letter);
      units[this.length++] = unit;
      isOpen = true;
    }
    units[this.length++] = EDGE_UNIT;
  }

  /** What has been written at `offset`. */
  unitAt(offset: number): number {
    return this.units[offset]!;
  }

  endTerm(): void {
    this.ends.push(this.length);
  }

  /** The field; the writer is of no further use. */
  field(): JoinedField {
    return whole(this.joining());
  }

  /** The same in small steps. */
  *joining(): Generator<undefined, JoinedField> {
    let text = "";
    for (let from = 0; from < this.length; from += CHUNK) {
      text += String.fromCharCode(...this.units.subarray(from, Math.min(from + CHUNK, this.length)));
      yield;
    }
    return { text, ends: Uint32Array.from(this.ends) };
  }

  private makeRoom(more: number): this {
    if (this.length + more > this.units.length) {
      const longer = new Uint16Array(2 * (this.length + more));
      longer.set(this.units);
      this.units = longer;
    }
    return this;
  }
}

/** Calls `take` for hits of `needle`, term by term; it answers whether it has seen enough of the term. */
export function eachHit(
  { text, ends }: JoinedField,
  needle: string,
  take: (term: number, hit: Hit) => boolean | undefined,
): void {
  if (needle === "") return;
  let term = 0;
  for (let at = text.indexOf(needle); at >= 0;) {
    while (ends[term]! <= at) term++;
    const after = at + needle.length;
    const isEnough = take(term, { at, atStart: text[at - 1] === EDGE, atEnd: text[after] === EDGE });
    at = text.indexOf(needle, isEnough ? ends[term]! : at + 1);
  }
}

/** The parts of a term in a field, as they stand in the joined text. */
export function partsOf({ text, ends }: JoinedField, term: number): string {
  return text.slice(term === 0 ? 0 : ends[term - 1]! - 1, ends[term]);
}

/** In the tables: what is left out. */
const DROPPED = 1;

let foldingTable: Uint16Array | undefined;
let latinTable: Uint8Array | undefined;

/** For each UTF-16 unit what it is folded to. Made when something is searched: a page that opens has no time for it. */
const foldings = (): Uint16Array => (foldingTable ??= makeFoldings());

function makeFoldings(): Uint16Array {
  const table = Uint16Array.from({ length: 0x10000 }, (_, unit) => foldUnit(unit));
  const drop = (from: number, to: number): void => {
    for (let unit = from; unit < to; unit++) {
      if (isLineBreak(unit)) table[unit] = EDGE_UNIT;
      else if (isBlank(unit) || isQuotationMark(unit) || isSeparator(unit)) table[unit] = DROPPED;
    }
  };
  // Between the two there are only letters.
  drop(0, 0x3100);
  drop(0xfe00, 0x10000);
  return table;
}

/** For each UTF-16 unit the lower-case ASCII letter or digit that it is searched as; 0 for one that parts words. */
const latins = (): Uint8Array => (latinTable ??= makeLatins());

function makeLatins(): Uint8Array {
  const table = new Uint8Array(0x10000);
  const blocks: [number, number][] = [
    [0x30, 0x24f],
    [0x1e00, 0x1eff],
  ];
  for (const [from, to] of blocks) {
    for (let unit = from; unit <= to; unit++) {
      const plain = String.fromCharCode(unit).normalize("NFD")[0]!.toLowerCase();
      if (/[a-z0-9]/.test(plain)) table[unit] = plain.charCodeAt(0);
    }
  }
  // Combining marks, the soft hyphen and apostrophes: people’s is found as peoples, and by people.
  for (let unit = 0x300; unit <= 0x36f; unit++) table[unit] = DROPPED;
  for (const unit of [0x27, 0xad, 0x2019]) table[unit] = DROPPED;
  return table;
}

/** Capitals for letters, À to É for digits. */
function initialOf(letter: number): number {
  return letter >= 0x61 ? letter - 0x20 : letter + 0x90;
}

/** The words of `text` as a field has them, each with its initial. */
export function wordsOf(text: string): string[] {
  const writer = new FieldWriter(text.length + 2);
  writer.words(text);
  return writer.field().text.match(/[A-Z\u00c0-\u00c9][a-z0-9]*/g) ?? [];
}

/** `text` without separators, quotation marks and blanks, folded. */
export function folded(text: string): string {
  const writer = new FieldWriter(text.length + 2);
  writer.folded(text);
  return writer.field().text.slice(EDGE.length, -EDGE.length);
}
