/**
 * The glossary in lines: what lists and rows show of each term, apart from the entries, so that a screen opens without them.
 *
 * Lines are packed in columns, and what mostly follows from something else is kept only where it doesn't: the traditional form and the
 * pinyin from the headword, character by character, and the id from the pinyin. That leaves 55 KB of 87 when they are compressed.
 */
import { isSeparator } from "../text/units.ts";
import { termLine, type TermLine } from "./entry.ts";
import type { Glossary, Pack } from "./glossary.ts";
import { SLOT } from "./lexicon.ts";
import { CATEGORIES, SCOPES, WEIGHTS, type Scope, type Term } from "./term.ts";

export interface GlossaryLine extends TermLine {
  /** Id. */
  pack: string;
  scope: Scope;
  /** In the corpus. */
  occurrences: number;
}

/** What differs from what is derived, by the term's number. */
type Exceptions = Readonly<Record<number, string>>;

/** Plain data: it survives JSON. Every column has a value for each term, in the order of the compiled lexicon. */
export interface LineColumns {
  packs: Pack[];
  /** One a line, as are the renderings. */
  headwords: string;
  renderings: string;
  /** For each a character: `FIRST` plus the place among CATEGORIES, WEIGHTS, SCOPES, the packs. */
  categories: string;
  weights: string;
  scopes: string;
  packOf: string;
  /** With spaces between them. */
  occurrences: string;
  /** Characters of headwords, and in the same order what each mostly is in traditional script, where that is another. */
  scripts: [from: string, to: string];
  /** A line for each syllable: it, and the characters that mostly are read so. */
  readings: string;
  traditional: Exceptions;
  pinyin: Exceptions;
  ids: Exceptions;
}

/** The digit 0. */
const FIRST = 0x30;

/** As many ids are looked for one by one. */
const FEW = 8;

export interface GlossaryLines {
  packs: readonly Pack[];
  /** Of the glossary's terms. */
  length: number;
  /** @throws RangeError if there is no such number. */
  at: (number: number) => GlossaryLine;
  /** Undefined for an id that the glossary lacks. */
  numberOf: (id: string) => number | undefined;
  of: (id: string) => GlossaryLine | undefined;
}

/** @throws RangeError if a headword or a rendering has more than one line, or if there are more packs than characters for them. */
export function columnsOf({ packs, terms, attestations }: Glossary): LineColumns {
  const lines = terms.map(termLine);
  const column = (values: readonly string[]): string => {
    const broken = values.find((value) => value.includes("\n"));
    if (broken !== undefined) throw new RangeError(`"${broken}" has more than one line.`);
    return values.join("\n");
  };
  const among = <T>(all: readonly T[], values: readonly T[]): string => {
    if (all.length > 0x1000) throw new RangeError(`${all.length} values are too many for a column.`);
    return values.map((value) => String.fromCharCode(FIRST + all.indexOf(value))).join("");
  };
  const occurrences = ({ id }: Term): number =>
    Object.values(attestations[id]?.places ?? {}).reduce((sum, places) => sum + places.length, 0);

  const scripts = usual(lines.map(({ headword, traditional }) => [[...headword], [...traditional]]));
  const readings = usual(
    lines.map(({ headword, pinyin }) => [spelled(headword), pinyin.replaceAll(/[,…]/g, " ").split(/ +/)]),
  );
  const traditional = exceptions(lines, (line) => [line.traditional, inTraditional(line.headword, scripts)]);
  const pinyin = exceptions(lines, (line) => [line.pinyin, pinyinOf(line.headword, readings)]);
  const changed = [...scripts].filter(([from, to]) => from !== to);
  const bySyllable = Map.groupBy(readings, ([, syllable]) => syllable);
  return {
    packs,
    headwords: column(lines.map(({ headword }) => headword)),
    renderings: column(lines.map(({ rendering }) => rendering)),
    categories: among(
      CATEGORIES,
      terms.map(({ category }) => category),
    ),
    weights: among(
      WEIGHTS,
      terms.map(({ weight }) => weight),
    ),
    scopes: among(
      SCOPES,
      terms.map(({ scope }) => scope),
    ),
    packOf: among(
      packs.map(({ id }) => id),
      terms.map(({ pack }) => pack),
    ),
    occurrences: terms.map(occurrences).join(" "),
    scripts: [changed.map(([from]) => from).join(""), changed.map(([, to]) => to).join("")],
    readings: [...bySyllable]
      .map(([syllable, pairs]) => `${syllable} ${pairs.map(([han]) => han).join("")}`)
      .join("\n"),
    traditional,
    pinyin,
    ids: exceptions(lines, (line) => [line.id, slugOf(line.pinyin)]),
  };
}

/** For each character what mostly stands for it; of pairs that are not of one length nothing can be said. */
function usual(pairs: readonly [from: string[], to: string[]][]): Map<string, string> {
  const counts = new Map<string, Map<string, number>>();
  for (const [from, to] of pairs) {
    if (from.length !== to.length) continue;
    from.forEach((one, i) => {
      const those = counts.get(one) ?? new Map<string, number>();
      counts.set(one, those.set(to[i]!, (those.get(to[i]!) ?? 0) + 1));
    });
  }
  return new Map([...counts].map(([from, to]) => [from, [...to].sort(([, a], [, b]) => b - a)[0]![0]]));
}

const isMark = (character: string): boolean => character === SLOT || isSeparator(character.charCodeAt(0));

/** The characters of a headword that are read. */
const spelled = (headword: string): string[] => [...headword].filter((character) => !isMark(character));

const inTraditional = (headword: string, scripts: ReadonlyMap<string, string>): string =>
  Array.from(headword, (character) => scripts.get(character) ?? character).join("");

/** As the build writes it: a space between syllables, and the slot and separators for themselves. */
function pinyinOf(headword: string, readings: ReadonlyMap<string, string>): string {
  let pinyin = "";
  for (const character of headword) {
    if (character === SLOT) pinyin += ` ${SLOT}`;
    else if (isMark(character)) pinyin += ",";
    else pinyin += ` ${readings.get(character) ?? character}`;
  }
  return pinyin.trim();
}

/** The syllables without their tones, a hyphen between them. */
function slugOf(pinyin: string): string {
  let slug = "";
  for (const syllable of pinyin.split(/[ ,…]+/))
    if (syllable !== "") slug += slug === "" ? toneless(syllable) : `-${toneless(syllable)}`;
  return slug;
}

/** Some hundred syllables make up all words. */
const bare = new Map<string, string>();

/** A syllable without its tone, in lower case. */
export function toneless(syllable: string): string {
  let plain = bare.get(syllable);
  if (plain === undefined)
    bare.set(
      syllable,
      (plain = syllable
        .normalize("NFD")
        .replace(/\p{Mn}/gu, "")
        .toLowerCase()),
    );
  return plain;
}

function exceptions<T>(rows: readonly T[], pair: (row: T) => [is: string, derived: string]): Record<number, string> {
  return Object.fromEntries(
    rows.flatMap((row, number) => {
      const [is, derived] = pair(row);
      return is === derived ? [] : [[number, is]];
    }),
  );
}

export function linesOf(columns: LineColumns): GlossaryLines {
  const { packs, categories, weights, scopes, packOf } = columns;
  // No terms, no lines; a single term has one.
  const length = categories.length;
  const headwords = columns.headwords.split("\n");
  const renderings = columns.renderings.split("\n");
  const occurrences = columns.occurrences.split(" ");
  const traditionalOf = [...columns.scripts[1]];
  const scripts = new Map(Array.from(columns.scripts[0], (from, i) => [from, traditionalOf[i]!]));
  const readings = new Map(
    columns.readings.split("\n").flatMap((line) => {
      const [syllable = "", characters = ""] = line.split(" ");
      return Array.from(characters, (character): [string, string] => [character, syllable]);
    }),
  );
  const pinyinAt = (number: number): string => columns.pinyin[number] ?? pinyinOf(headwords[number]!, readings);
  const made: GlossaryLine[] = [];
  /** Of the ids that have come up. */
  const numbers = new Map<string, number>();
  /** As `slugOf` its pinyin, several times faster where that is derived. */
  const slugAt = (number: number): string => {
    const pinyin = columns.pinyin[number];
    if (pinyin !== undefined) return slugOf(pinyin);
    let slug = "";
    for (const character of headwords[number]!) {
      if (isMark(character)) continue;
      const syllable = toneless(readings.get(character) ?? character);
      slug += slug === "" ? syllable : `-${syllable}`;
    }
    return slug;
  };
  const idAt = (number: number): string => made[number]?.id ?? columns.ids[number] ?? slugAt(number);
  const at = (number: number): GlossaryLine => (made[number] ??= make(number));
  const make = (number: number): GlossaryLine => {
    const headword = number < length ? headwords[number] : undefined;
    if (headword === undefined) throw new RangeError(`The glossary has ${length} lines; there is no ${number}.`);
    const pinyin = pinyinAt(number);
    const id = idAt(number);
    numbers.set(id, number);
    return {
      id,
      headword,
      traditional: columns.traditional[number] ?? inTraditional(headword, scripts),
      pinyin,
      rendering: renderings[number]!,
      category: CATEGORIES[categories.charCodeAt(number) - FIRST]!,
      weight: WEIGHTS[weights.charCodeAt(number) - FIRST]!,
      pack: packs[packOf.charCodeAt(number) - FIRST]!.id,
      scope: SCOPES[scopes.charCodeAt(number) - FIRST]!,
      occurrences: Number(occurrences[number]),
    };
  };
  let scans = 0;
  /**
   * A card asks for a handful of ids: of most terms the first syllable says that they are others. A list asks for hundreds, and then all
   * ids are made at once: for 160 of 2,800 that takes a sixth of the time.
   */
  const numberOf = (id: string): number | undefined => {
    if (numbers.has(id) || scans > FEW) return numbers.get(id);
    if (++scans > FEW) {
      for (let number = 0; number < length; number++) numbers.set(idAt(number), number);
      return numbers.get(id);
    }
    for (let number = 0; number < length; number++) {
      if (made[number]) continue;
      const first = readings.get(headwords[number]![0]!);
      const isDerived =
        columns.ids[number] === undefined && columns.pinyin[number] === undefined && first !== undefined;
      if ((isDerived && !id.startsWith(toneless(first))) || idAt(number) !== id) continue;
      numbers.set(id, number);
      return number;
    }
    return undefined;
  };
  return {
    packs,
    length,
    at,
    numberOf,
    of: (id) => {
      const number = numberOf(id);
      return number === undefined ? undefined : at(number);
    },
  };
}

/** `lines` as they would be without some packs, for what is listed: numbers are those of `libraryWithout` the same packs. */
export function linesWithout(lines: GlossaryLines, packs: ReadonlySet<string>): GlossaryLines {
  if (packs.size === 0) return lines;
  const kept: GlossaryLine[] = [];
  const numbers = new Map<string, number>();
  for (let number = 0; number < lines.length; number++) {
    const line = lines.at(number);
    if (packs.has(line.pack)) continue;
    numbers.set(line.id, kept.length);
    kept.push(line);
  }
  return {
    packs: lines.packs.filter(({ id }) => !packs.has(id)),
    length: kept.length,
    at: (number) => {
      const line = kept[number];
      if (!line) throw new RangeError(`The glossary has ${kept.length} lines; there is no ${number}.`);
      return line;
    },
    numberOf: (id) => numbers.get(id),
    of: (id) => kept[numbers.get(id) ?? -1],
  };
}
