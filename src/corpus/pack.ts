/** What is packed into the extension of a library: the files of its folder data/, as src/platform/library.ts reads them. */
import { read } from "../detect/detect.ts";
import { registerOf } from "../detect/register.ts";
import type { Library } from "../lexicon/glossary.ts";
import { loadLexicon } from "../lexicon/lexicon.ts";
import { columnsOf } from "../lexicon/lines.ts";
import { packAttestations } from "../lexicon/packed-attestations.ts";
import { traditionalTableOf } from "./learn-traditional.ts";
import { packTerms } from "./pack-terms.ts";

export interface PackedFile {
  name: string;
  contents: string | Uint8Array<ArrayBuffer>;
}

export function packLibrary(library: Library, lexicon: Uint8Array<ArrayBuffer>): PackedFile[] {
  const { glossary, speeches } = library;
  const { shapes, english, chinese } = packTerms(glossary.terms);
  const attestations = packAttestations(glossary.terms, glossary.attestations, speeches);
  const loaded = loadLexicon(lexicon);
  // The corpus page shows them: without, it would wait for the lexicon and read all speeches anew each time.
  const registers = Object.fromEntries(speeches.map(({ id, text }) => [id, registerOf(read(loaded, text).register)]));
  return [
    { name: "lexicon.bin", contents: lexicon },
    { name: "lines.json", contents: JSON.stringify(columnsOf(glossary)) },
    { name: "entries.json", contents: JSON.stringify(shapes) },
    { name: "english.bin", contents: english },
    { name: "chinese.bin", contents: chinese },
    { name: "attestations.json", contents: JSON.stringify(attestations) },
    { name: "registers.json", contents: JSON.stringify(registers) },
    { name: "speeches.json", contents: JSON.stringify(speeches) },
    { name: "traditional.json", contents: JSON.stringify(traditionalTableOf(library)) },
  ];
}
