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

/** What the corpus is measured by: of the terms no more than their lines have. */
export interface Corpus {
  glossary: {
    terms: readonly Pick<Term, "id" | "headword" | "category">[];
    attestations: Readonly<Record<string, Pick<Attestation, "places">>>;
  };
  speeches: readonly Speech[];
}

/** `library` as it would be without some packs, for what is searched and listed; it itself stays as it is. */
export function libraryWithout(library: Library, packs: ReadonlySet<string>): Library {
  if (packs.size === 0) return library;
  const { glossary } = library;
  return { ...library, glossary: { ...glossary, terms: glossary.terms.filter(({ pack }) => !packs.has(pack)) } };
}
