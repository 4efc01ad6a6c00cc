/**
 * The built-in library and its compiled lexicon, as packed into the extension; each part is read when it is first asked for, once
 * in a context's life. What a screen shows first is in the lines, which are small; entries and search need the whole.
 */
import type { Glossary, Library } from "../lexicon/glossary.ts";
import { linesOf, type LineColumns } from "../lexicon/lines.ts";
import type { Speech } from "../lexicon/speech.ts";
import { toBase64 } from "./base64.ts";
import { browser } from "./browser.ts";

/** The lines of the glossary's terms. */
export const readLines = once("data/lines.json", async (packed) => linesOf((await packed.json()) as LineColumns));

export const readSpeeches = once("data/speeches.json", (packed) => packed.json() as Promise<Speech[]>);

export const readLexicon = once("data/lexicon.bin", async (packed) => new Uint8Array(await packed.arrayBuffer()));

/** The same in base64, as an engine is sent it. */
export const readLexiconText = once("data/lexicon.bin", async (packed) =>
  toBase64(new Uint8Array(await packed.arrayBuffer())),
);

const readGlossary = once("data/glossary.json", (packed) => packed.json() as Promise<Glossary>);

let library: Promise<Library> | undefined;

export function readLibrary(): Promise<Library> {
  library ??= Promise.all([readGlossary(), readSpeeches()]).then(([glossary, speeches]) => ({ glossary, speeches }));
  library.catch(() => (library = undefined));
  return library;
}

/** Reads a file of the packed extension, as wxt.config.ts writes it, at the first call; again if that fails. */
function once<T>(path: string, take: (packed: Response) => Promise<T>): () => Promise<T> {
  let read: Promise<T> | undefined;
  return () => {
    read ??= fetch(browser.runtime.getURL(path)).then(take);
    read.catch(() => (read = undefined));
    return read;
  };
}
