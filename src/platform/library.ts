/** The built-in library and its compiled lexicon, as packed into the extension; each read once in a context's life. */
import type { Glossary, Library } from "../lexicon/glossary.ts";
import type { Speech } from "../lexicon/speech.ts";
import { browser } from "./browser.ts";

/** Paths in the packed extension, as wxt.config.ts writes them. */
const DATA = { glossary: "data/glossary.json", speeches: "data/speeches.json", lexicon: "data/lexicon.bin" };

let library: Promise<Library> | undefined;
let lexicon: Promise<Uint8Array<ArrayBuffer>> | undefined;

export function readLibrary(): Promise<Library> {
  library ??= Promise.all([readPacked(DATA.glossary), readPacked(DATA.speeches)]).then(
    async ([glossary, speeches]) => ({
      glossary: (await glossary.json()) as Glossary,
      speeches: (await speeches.json()) as Speech[],
    }),
  );
  library.catch(() => (library = undefined));
  return library;
}

export function readLexicon(): Promise<Uint8Array<ArrayBuffer>> {
  lexicon ??= readPacked(DATA.lexicon).then(async (packed) => new Uint8Array(await packed.arrayBuffer()));
  lexicon.catch(() => (lexicon = undefined));
  return lexicon;
}

function readPacked(path: string): Promise<Response> {
  return fetch(browser.runtime.getURL(path));
}
