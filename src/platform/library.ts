/**
 * The built-in library and its compiled lexicon, as src/corpus/pack.ts packs them into the extension; each file is read when it is
 * first asked for, once in a context's life. What a screen shows first is in the lines, which are small.
 */
import { bareLine, entryOfTerm, type Entry } from "../lexicon/entry.ts";
import type { Corpus } from "../lexicon/glossary.ts";
import { linesOf, type GlossaryLines, type LineColumns } from "../lexicon/lines.ts";
import { attestationOf, placesOf, type PackedAttestations } from "../lexicon/packed-attestations.ts";
import { termsOf, type TermShapes } from "../lexicon/packed-terms.ts";
import type { Speech } from "../lexicon/speech.ts";
import type { Term } from "../lexicon/term.ts";
import { textsOf, type Texts } from "../lexicon/text-pack.ts";
import type { TraditionalTable } from "../lexicon/traditional.ts";
import type { SpeechRegisters } from "../protocol/registers.ts";
import { toBase64 } from "./base64.ts";
import { browser } from "./browser.ts";

/** The lines of the glossary's terms. */
export const readLines = once("data/lines.json", async (packed) => linesOf((await packed.json()) as LineColumns));

export const readSpeeches = once("data/speeches.json", (packed) => packed.json() as Promise<Speech[]>);

/** How the glossary's Chinese is written in traditional script. */
export const readTraditional = once("data/traditional.json", (packed) => packed.json() as Promise<TraditionalTable>);

export const readRegisters = once("data/registers.json", (packed) => packed.json() as Promise<SpeechRegisters>);

export const readLexicon = once("data/lexicon.bin", async (packed) => new Uint8Array(await packed.arrayBuffer()));

/** The same in base64, as an engine is sent it. */
export const readLexiconText = once("data/lexicon.bin", async (packed) =>
  toBase64(new Uint8Array(await packed.arrayBuffer())),
);

const readPackedTerms = once("data/entries.json", (packed) => packed.json() as Promise<TermShapes>);
const readEnglish = once("data/english.bin", readTexts);
const readChinese = once("data/chinese.bin", readTexts);
const readPackedAttestations = once("data/attestations.json", (packed) => packed.json() as Promise<PackedAttestations>);

/** The terms by their numbers in `readLines`, each read when it is asked for. */
const readTermAt = onceMade(async () => {
  const [shapes, english, chinese, lines] = await Promise.all([
    readPackedTerms(),
    readEnglish(),
    readChinese(),
    readLines(),
  ]);
  return termsOf({ shapes, english, chinese }, lines);
});

const NONE: ReadonlySet<string> = new Set();

/** What is about to be wanted is on its way; whether it can be had is said to whoever does want it. */
export function expect(...reads: (() => Promise<unknown>)[]): void {
  for (const read of reads) read().catch(() => undefined);
}

/** What `readEntry` reads. */
export const ENTRY_PARTS = [readLines, readTermAt, readPackedAttestations, readSpeeches];

/** What `readCorpus` reads. */
export const CORPUS_PARTS = [readLines, readPackedAttestations, readSpeeches];

/**
 * The entry of `id`, with nothing in it of packs that are off; undefined if the glossary has none. It may be of such a pack itself:
 * that is asked for where it was looked up or saved before.
 */
export async function readEntry(id: string, packsOff = NONE): Promise<Entry | undefined> {
  const [lines, termAt, attestations, speeches] = await Promise.all([
    readLines(),
    readTermAt(),
    readPackedAttestations(),
    readSpeeches(),
  ]);
  const number = lines.numberOf(id);
  if (number === undefined) return undefined;
  return entryOfTerm(termAt(number), {
    packs: lines.packs,
    speeches,
    attestation: attestationOf(attestations, number, speeches),
    lineOf: (other) => {
      const line = lines.of(other);
      return line && !packsOff.has(line.pack) ? bareLine(line) : undefined;
    },
  });
}

/** The terms of the packs that are not off, in the order of their lines; each is read only when its turn comes. */
export async function readTerms(packsOff = NONE): Promise<Iterable<Term>> {
  const [lines, termAt] = await Promise.all([readLines(), readTermAt()]);
  return {
    *[Symbol.iterator]() {
      for (let number = 0; number < lines.length; number++) {
        const term = termAt(number);
        if (!packsOff.has(term.pack)) yield term;
      }
    },
  };
}

/** What is looked through and opened from a search. */
export interface SearchedPacks {
  /** Ids of the packs that are left out. */
  off: ReadonlySet<string>;
  readTerms: () => Promise<Iterable<Term>>;
  readEntry: (id: string) => Promise<Entry | undefined>;
}

let lastSearched: SearchedPacks | undefined;

/** Search without some packs: the same object for as long as those are the same, so that what was made for it still holds. */
export function searchedWithout(packsOff: readonly string[]): SearchedPacks {
  const off = new Set(packsOff);
  if (lastSearched && off.symmetricDifference(lastSearched.off).size === 0) return lastSearched;
  return (lastSearched = { off, readTerms: () => readTerms(off), readEntry: (id) => readEntry(id, off) });
}

/** What the corpus says of the terms whose lines are `lines`. */
export async function readCorpus(lines: GlossaryLines): Promise<Corpus> {
  const [all, packed, speeches] = await Promise.all([readLines(), readPackedAttestations(), readSpeeches()]);
  const terms = Array.from({ length: lines.length }, (_, number) => lines.at(number));
  return { glossary: { terms, attestations: placesOf(packed, all, speeches) }, speeches };
}

async function readTexts(packed: Response): Promise<Texts> {
  return textsOf(new Uint8Array(await packed.arrayBuffer()));
}

/** Reads a file of the packed extension, at the first call; again if that fails. */
function once<T>(path: string, take: (packed: Response) => Promise<T>): () => Promise<T> {
  return onceMade(() => fetch(browser.runtime.getURL(path)).then(take));
}

/** Makes it at the first call; again if that fails. */
function onceMade<T>(make: () => Promise<T>): () => Promise<T> {
  let read: Promise<T> | undefined;
  return () => {
    read ??= make();
    read.catch(() => (read = undefined));
    return read;
  };
}
