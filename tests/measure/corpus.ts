/** A library made of sentences, in which a term stands wherever its headword does. */
import type { Library } from "../../src/lexicon/glossary.ts";
import type { Attestation } from "../../src/lexicon/speech.ts";
import type { Term } from "../../src/lexicon/term.ts";
import { term } from "../lexicon/terms.ts";

const both = (text: string): { en: string; zh: string } => ({ en: text, zh: text });

export const idOf = (headword: string): string => term(headword).id;

export function libraryOf(texts: Record<string, string>, ...terms: (string | Term)[]): Library {
  const all = terms.map((entry) => (typeof entry === "string" ? term(entry) : entry));
  const attestations: Record<string, Attestation> = {};
  for (const { id, headword } of all) {
    const places: Attestation["places"] = {};
    for (const [speech, text] of Object.entries(texts)) {
      for (let at = text.indexOf(headword); at >= 0; at = text.indexOf(headword, at + 1)) {
        (places[speech] ??= []).push([at, at + headword.length]);
      }
    }
    if (Object.keys(places).length > 0) attestations[id] = { places, quotes: [], verbs: [] };
  }
  return {
    glossary: {
      packs: [{ id: "test", name: both("Test"), version: "1", licence: "MIT", description: both("Test") }],
      terms: all,
      attestations,
    },
    speeches: Object.entries(texts).map(([id, text]) => ({
      id,
      title: { en: `Speech ${id}`, zh: `讲话${id}` },
      occasion: both("o"),
      office: both("o"),
      period: both("p"),
      redactions: both("r"),
      text,
    })),
  };
}
