/** `tifa annotate FILE…`: the findings of each file. */
import { resolve } from "node:path";
import { detect } from "../detect/detect.ts";
import type { Finding } from "../detect/finding.ts";
import { openLibrary } from "./library.ts";
import { readText, TextError } from "./read-text.ts";
import { table } from "./table.ts";

export const ANNOTATE_FORMATS = ["table", "jsonl"] as const;

export interface Row extends Omit<Finding, "term"> {
  file: string;
  surface: string;
  /** Headword; null for a numeral formulation that the glossary lacks. */
  term: string | null;
}

/**
 * Prints the findings of `files` (`-` is standard input), paths taken from `folder`. A file that can't be read is told of
 * on standard error, and the others are still done.
 * @returns the exit code: 1 if a file could not be read.
 */
export function annotate(files: readonly string[], format: (typeof ANNOTATE_FORMATS)[number], folder: string): number {
  const { library, lexicon } = openLibrary();
  const headwordOf = new Map(library.glossary.terms.map((term) => [term.id, term.headword]));
  let failed = false;
  for (const file of files) {
    let text: string;
    try {
      text = readText(file === "-" ? "-" : resolve(folder, file), file === "-" ? "standard input" : file);
    } catch (error) {
      if (!(error instanceof TextError)) throw error;
      process.stderr.write(`${error.message}\n`);
      failed = true;
      continue;
    }
    const rows = detect(lexicon, text).map(({ start, end, kind, tier, term, category, weight }): Row => ({
      file,
      start,
      end,
      surface: text.slice(start, end),
      kind,
      tier,
      term: term === null ? null : headwordOf.get(term)!,
      category,
      weight,
    }));
    process.stdout.write(
      format === "jsonl" ? rows.map((row) => `${JSON.stringify(row)}\n`).join("") : inTable(file, rows),
    );
  }
  return failed ? 1 : 0;
}

function inTable(file: string, rows: readonly Row[]): string {
  const cells = rows.map(({ start, end, surface, kind, tier, term, category, weight }) => [
    `${start}–${end}`,
    surface.replace(/\s+/g, " "),
    term ?? "not in the glossary",
    kind,
    tier,
    category,
    weight,
  ]);
  const heads = ["offsets", "surface", "headword", "kind", "tier", "category", "weight"];
  return `${file}: ${rows.length} findings\n${rows.length > 0 ? `${table(heads, cells)}\n` : ""}\n`;
}
