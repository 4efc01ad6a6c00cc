/**
 * What the corpus says of the terms, as it is packed: places in the order of their speech, and of a quote only which place it shows,
 * for its sentence follows from the text.
 */
import { sentenceAt, sentences, type Span } from "../text/sentences.ts";
import type { GlossaryLines } from "./lines.ts";
import type { Attestation, Quote, Speech } from "./speech.ts";

/** Plain data: it survives JSON. */
export interface PackedAttestations {
  /** By speech, as they are shipped: for each place how far its start is from the last one's, its term's number, and its length. */
  places: number[][];
  /** By the term's number. */
  quotes: Record<number, PackedQuote[]>;
  verbs: Record<number, [verb: string, count: number][]>;
}

/** Number of the speech, which of the term's places there, and the numbers of the speeches that have it too. */
export type PackedQuote = [speech: number, place: number, ...alsoIn: number[]];

/** Where each term stands, by its id. */
export function placesOf(
  { places }: PackedAttestations,
  lines: GlossaryLines,
  speeches: readonly Speech[],
): Record<string, Pick<Attestation, "places">> {
  const byId: Record<string, Pick<Attestation, "places">> = {};
  const byNumber = new Map<number, Attestation["places"]>();
  places.forEach((flat, i) =>
    eachPlace(flat, (term, start, end) => {
      let its = byNumber.get(term);
      if (!its) {
        byNumber.set(term, (its = {}));
        byId[lines.at(term).id] = { places: its };
      }
      (its[speeches[i]!.id] ??= []).push([start, end]);
    }),
  );
  return byId;
}

/** All that is said of the term with this number; undefined where no speech has it. */
export function attestationOf(
  { places, quotes, verbs }: PackedAttestations,
  number: number,
  speeches: readonly Speech[],
): Attestation | undefined {
  const its: Attestation["places"] = {};
  places.forEach((flat, i) =>
    eachPlace(flat, (term, start, end) => {
      if (term === number) (its[speeches[i]!.id] ??= []).push([start, end]);
    }),
  );
  if (Object.keys(its).length === 0) return undefined;
  const spans = speeches.map((): Span[] | undefined => undefined);
  const quoteOf = ([speech, place, ...alsoIn]: PackedQuote): Quote => {
    const { id, text } = speeches[speech]!;
    const [start, end] = its[id]![place]!;
    const found = (spans[speech] ??= sentences(text));
    return {
      speech: id,
      start,
      end,
      sentenceStart: sentenceAt(found, start)!.start,
      sentenceEnd: sentenceAt(found, end - 1)!.end,
      alsoIn: alsoIn.map((other) => speeches[other]!.id),
    };
  };
  return {
    places: its,
    quotes: (quotes[number] ?? []).map(quoteOf),
    verbs: (verbs[number] ?? []).map(([verb, count]) => ({ verb, count })),
  };
}

function eachPlace(flat: readonly number[], take: (term: number, start: number, end: number) => void): void {
  for (let at = 0, start = 0; at < flat.length; at += 3) {
    start += flat[at]!;
    take(flat[at + 1]!, start, start + flat[at + 2]!);
  }
}

/** What `placesOf` and `attestationOf` read. */
export function packAttestations(
  terms: readonly { id: string }[],
  attestations: Readonly<Record<string, Attestation>>,
  speeches: readonly Speech[],
): PackedAttestations {
  const numbers = new Map(speeches.map(({ id }, number) => [id, number]));
  const packed: PackedAttestations = { places: [], quotes: {}, verbs: {} };
  packed.places = speeches.map(({ id }) => {
    const all = terms.flatMap((term, number) =>
      (attestations[term.id]?.places[id] ?? []).map(([start, end]) => ({ start, number, length: end - start })),
    );
    all.sort((a, b) => a.start - b.start);
    return all.flatMap(({ start, number, length }, i) => [start - (all[i - 1]?.start ?? 0), number, length]);
  });
  terms.forEach(({ id }, number) => {
    const attestation = attestations[id];
    if (!attestation) return;
    packed.quotes[number] = attestation.quotes.map(({ speech, start, alsoIn }) => [
      numbers.get(speech)!,
      attestation.places[speech]!.findIndex(([first]) => first === start),
      ...alsoIn.map((other) => numbers.get(other)!),
    ]);
    if (attestation.verbs.length > 0) packed.verbs[number] = attestation.verbs.map(({ verb, count }) => [verb, count]);
  });
  return packed;
}
