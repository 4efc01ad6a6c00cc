/** What is packed into the extension of a library: the files of its folder data/, as src/platform/library.ts reads them. */
import type { Library } from "../lexicon/glossary.ts";
import { columnsOf } from "../lexicon/lines.ts";
import { packAttestations } from "../lexicon/packed-attestations.ts";
import { packTerms } from "./pack-terms.ts";

export interface PackedFile {
  name: string;
  contents: string | Uint8Array<ArrayBuffer>;
}

export function packLibrary({ glossary, speeches }: Library, lexicon: Uint8Array<ArrayBuffer>): PackedFile[] {
  const { shapes, english, chinese } = packTerms(glossary.terms);
  const attestations = packAttestations(glossary.terms, glossary.attestations, speeches);
  return [
    { name: "lexicon.bin", contents: lexicon },
    { name: "lines.json", contents: JSON.stringify(columnsOf(glossary)) },
    { name: "entries.json", contents: JSON.stringify(shapes) },
    { name: "english.bin", contents: english },
    { name: "chinese.bin", contents: chinese },
    { name: "attestations.json", contents: JSON.stringify(attestations) },
    { name: "speeches.json", contents: JSON.stringify(speeches) },
  ];
}
