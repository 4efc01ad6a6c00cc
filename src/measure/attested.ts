/** What the corpus has of the glossary. */
import type { Corpus } from "../lexicon/glossary.ts";
import type { Attestation } from "../lexicon/speech.ts";

/** The terms of the glossary that a speech has, with their places; what is attested of a pack that is off is left out. */
export function attestedTerms({
  terms,
  attestations,
}: Corpus["glossary"]): { term: string; places: Attestation["places"] }[] {
  return terms.flatMap(({ id }) => {
    const places = attestations[id]?.places;
    return places ? [{ term: id, places }] : [];
  });
}
