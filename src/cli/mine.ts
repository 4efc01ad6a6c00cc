/** `tifa mine FILE…`: what in the files may be a formulation. */
import { basename, resolve } from "node:path";
import { mine, type Candidate } from "../corpus/mine.ts";
import { formsOf, keyOf } from "../lexicon/spelling.ts";
import { openLibrary } from "./library.ts";
import { readText } from "./read-text.ts";
import { table } from "./table.ts";
import { openJieba } from "./words.ts";

export const MINE_FORMATS = ["table", "jsonl", "csv"] as const;

export interface MineChoices {
  format: (typeof MINE_FORMATS)[number];
  /** At most so many candidates; all if undefined. */
  limit: number | undefined;
  /** Only those that the glossary lacks and nobody has turned down. */
  missing: boolean;
}

/** Prints the candidates of `files`, paths taken from `folder`. @throws TextError if one can't be read. */
export function mineFiles(files: readonly string[], folder: string, { format, limit, missing }: MineChoices): number {
  const texts = files.map((file) => ({
    name: basename(file),
    text: readText(file === "-" ? file : resolve(folder, file), file),
  }));
  const { library, rejected } = openLibrary();
  const { terms } = library.glossary;
  const { tag } = openJieba(terms);
  const key = (form: string): string => keyOf(form).units.join();
  const headwords = new Map(terms.flatMap((term) => formsOf(term).map((form) => [key(form), term.headword])));
  const reasons = new Map(rejected.map(({ candidate, reason }) => [key(candidate), reason]));
  const candidates = mine({
    texts,
    tag,
    headwordOf: (surface) => headwords.get(key(surface)) ?? null,
    rejectionOf: (surface) => reasons.get(key(surface)) ?? null,
    onProgress: showProgress(texts.reduce((sum, { text }) => sum + text.length, 0)),
  }).filter((candidate) => !missing || (candidate.headword === null && candidate.rejected === null));
  const shown = candidates.slice(0, limit);
  process.stdout.write(PRINTERS[format](shown));
  return 0;
}

const PRINTERS: Record<MineChoices["format"], (candidates: readonly Candidate[]) => string> = {
  jsonl: (candidates) => candidates.map((candidate) => `${JSON.stringify(candidate)}\n`).join(""),
  csv: (candidates) =>
    [HEADS, ...candidates.map((candidate) => [...cells(candidate), candidate.sample])]
      .map((row) => `${row.map(quoted).join(",")}\r\n`)
      .join(""),
  table: (candidates) => `${table(HEADS.slice(0, -1), candidates.map(cells))}\n\n${candidates.length} candidates.\n`,
};

const HEADS = ["candidate", "count", "speeches", "agree", "extractors", "headword", "turned down", "sample"];

function cells({ surface, count, speeches, extractors, headword, rejected }: Candidate): string[] {
  return [
    surface,
    `${count}`,
    `${speeches.length}`,
    `${extractors.length}`,
    extractors.join(" "),
    headword ?? "",
    rejected ?? "",
  ];
}

/** A cell of CSV: quoted where it must be, and never the beginning of a formula. */
function quoted(cell: string): string {
  const harmless = /^[=+@-]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** A bar on standard error where somebody watches, for input that takes a while. */
function showProgress(characters: number): (share: number) => void {
  if (!process.stderr.isTTY || characters < 500_000) return () => {};
  return (share) => {
    const full = Math.round(share * 30);
    process.stderr.write(
      `\r${"█".repeat(full)}${"░".repeat(30 - full)} ${Math.round(share * 100)} %${share === 1 ? "\n" : ""}`,
    );
  };
}
