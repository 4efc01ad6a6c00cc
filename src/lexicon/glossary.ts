/** The glossary as shipped: packs, their terms, and what the corpus says of each. Plain data: it survives JSON. */
import type { Attestation, Speech } from "./speech.ts";
import type { Bilingual, Term } from "./term.ts";

export interface Pack {
  id: string;
  name: Bilingual;
  version: string;
  licence: string;
  description: Bilingual;
}

export interface Glossary {
  packs: Pack[];
  /** In the order of the compiled lexicon. */
  terms: Term[];
  /** By term id; terms that no speech has are left out. */
  attestations: Record<string, Attestation>;
}

/** Everything that the build makes of seeds/, but the compiled lexicon. */
export interface Library {
  glossary: Glossary;
  speeches: Speech[];
}
