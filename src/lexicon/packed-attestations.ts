/**
 * What the corpus says of the terms, as it is packed: places in the order of their speech, and of a quote only which place it shows,
 * for its sentence follows from the text.
 */
import { sentenceAt, sentences } from "../text/sentences.ts";
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

/** Attestations by term id. */
export function attestationsOf(
  { places, quotes, verbs }: PackedAttestations,
  lines: GlossaryLines,
  speeches: readonly Speech[],
): Record<string, Attestation> {
  const byNumber: Record<number, Attestation> = {};
  places.forEach((flat, i) => {
    const { id } = speeches[i]!;
    let start = 0;
    for (let at = 0; at < flat.length; at += 3) {
      const [further, term, length] = flat.slice(at, at + 3) as [number, number, number];
      start += further;
      const attestation = (byNumber[term] ??= { places: {}, quotes: [], verbs: [] });
      (attestation.places[id] ??= []).push([start, start + length]);
    }
  });
  const spans = speeches.map(({ text }) => sentences(text));
  const quoteOf = (of: Attestation, [speech, place, ...alsoIn]: PackedQuote): Quote => {
    const { id } = speeches[speech]!;
    const [start, end] = of.places[id]![place]!;
    return {
      speech: id,
      start,
      end,
      sentenceStart: sentenceAt(spans[speech]!, start)!.start,
      sentenceEnd: sentenceAt(spans[speech]!, end - 1)!.end,
      alsoIn: alsoIn.map((other) => speeches[other]!.id),
    };
  };
  return Object.fromEntries(
    Object.entries(byNumber).map(([number, attestation]) => {
      const term = Number(number);
      attestation.quotes = (quotes[term] ?? []).map((quote) => quoteOf(attestation, quote));
      attestation.verbs = (verbs[term] ?? []).map(([verb, count]) => ({ verb, count }));
      return [lines.at(term).id, attestation];
    }),
  );
}

/** What `attestationsOf` reads. */
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
