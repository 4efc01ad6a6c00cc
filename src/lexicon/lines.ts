/**
 * The glossary in lines: what lists and rows show of each term, apart from the entries, so that a screen opens without them.
 *
 * Lines are packed in columns. Of 67,564 terms those are parsed in 41 ms and an array of objects in 97 (Node 24); of the 1,778
 * that are shipped in 1.1 ms, where the whole glossary takes 17.
 */
import { termLine, type TermLine } from "./entry.ts";
import type { Glossary, Pack } from "./glossary.ts";
import type { Scope, Term } from "./term.ts";

export interface GlossaryLine extends TermLine {
  /** Id. */
  pack: string;
  scope: Scope;
  /** In the corpus. */
  occurrences: number;
}

/** Plain data: it survives JSON. Every column has a value for each term, in the order of the compiled lexicon. */
export type LineColumns = { packs: Pack[] } & { [Field in keyof GlossaryLine]: GlossaryLine[Field][] };

export interface GlossaryLines {
  packs: readonly Pack[];
  /** Of the glossary's terms. */
  length: number;
  /** @throws RangeError if there is no such number. */
  at: (number: number) => GlossaryLine;
  /** Undefined for an id that the glossary lacks. */
  of: (id: string) => GlossaryLine | undefined;
}

export function columnsOf({ packs, terms, attestations }: Glossary): LineColumns {
  const occurrences = ({ id }: Term): number =>
    Object.values(attestations[id]?.places ?? {}).reduce((sum, places) => sum + places.length, 0);
  const lines = terms.map((term): GlossaryLine => ({
    ...termLine(term),
    pack: term.pack,
    scope: term.scope,
    occurrences: occurrences(term),
  }));
  return {
    packs,
    id: lines.map((line) => line.id),
    headword: lines.map((line) => line.headword),
    traditional: lines.map((line) => line.traditional),
    pinyin: lines.map((line) => line.pinyin),
    rendering: lines.map((line) => line.rendering),
    category: lines.map((line) => line.category),
    weight: lines.map((line) => line.weight),
    pack: lines.map((line) => line.pack),
    scope: lines.map((line) => line.scope),
    occurrences: lines.map((line) => line.occurrences),
  };
}

export function linesOf(columns: LineColumns): GlossaryLines {
  const numbers = new Map(columns.id.map((id, number) => [id, number]));
  const at = (number: number): GlossaryLine => {
    const id = columns.id[number];
    if (id === undefined) throw new RangeError(`The glossary has ${columns.id.length} lines; there is no ${number}.`);
    return {
      id,
      headword: columns.headword[number]!,
      traditional: columns.traditional[number]!,
      pinyin: columns.pinyin[number]!,
      rendering: columns.rendering[number]!,
      category: columns.category[number]!,
      weight: columns.weight[number]!,
      pack: columns.pack[number]!,
      scope: columns.scope[number]!,
      occurrences: columns.occurrences[number]!,
    };
  };
  return {
    packs: columns.packs,
    length: columns.id.length,
    at,
    of: (id) => {
      const number = numbers.get(id);
      return number === undefined ? undefined : at(number);
    },
  };
}

/** `lines` as they would be without some packs, for what is listed: numbers are those of `libraryWithout` the same packs. */
export function linesWithout(lines: GlossaryLines, packs: ReadonlySet<string>): GlossaryLines {
  if (packs.size === 0) return lines;
  const kept: GlossaryLine[] = [];
  for (let number = 0; number < lines.length; number++) {
    const line = lines.at(number);
    if (!packs.has(line.pack)) kept.push(line);
  }
  return {
    packs: lines.packs.filter(({ id }) => !packs.has(id)),
    length: kept.length,
    at: (number) => {
      const line = kept[number];
      if (!line) throw new RangeError(`The glossary has ${kept.length} lines; there is no ${number}.`);
      return line;
    },
    of: (id) => {
      const line = lines.of(id);
      return line && !packs.has(line.pack) ? line : undefined;
    },
  };
}
