/** The corpus as data: speeches, and where terms stand in them. All offsets are UTF-16 code units of `Speech.text`. */
import type { Bilingual } from "./term.ts";

export interface Speech {
  id: string;
  title: Bilingual;
  occasion: Bilingual;
  /** The office the speaker holds, as the text itself gives it. */
  office: Bilingual;
  /** When it was given, as far as the text itself supports; says how it is known. */
  period: Bilingual;
  /** What has been blacked out of the text, and how. */
  redactions: Bilingual;
  /** The file as shipped, decoded. */
  text: string;
}

/** One occurrence of a term in a speech, with the sentence around it. */
export interface Quote {
  /** Speech id. */
  speech: string;
  start: number;
  end: number;
  sentenceStart: number;
  sentenceEnd: number;
  /** Other speeches that have the words around the term too, word for word: no independent witnesses. */
  alsoIn: string[];
}

/** What the corpus says of one term. */
export interface Attestation {
  /** Start and end of every occurrence, in order, by speech id; speeches without any are left out. */
  places: Record<string, [start: number, end: number][]>;
  /** At most five, chosen to show: different speeches first. */
  quotes: Quote[];
  /** Verbs that stand right before the term, the most frequent first: 做到 → 两个维护. */
  verbs: { verb: string; count: number }[];
}
