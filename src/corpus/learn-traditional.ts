/** A library in, the table out by which its readers write it in traditional script; src/lexicon/traditional.ts says what that is. */
import type { Library } from "../lexicon/glossary.ts";
import { traditionalBy, type TraditionalTable } from "../lexicon/traditional.ts";
import { toTraditional } from "./traditional.ts";

/** One character in a text, and what it is there in traditional script. */
interface Place {
  text: string;
  at: number;
  is: string;
}

/** Of what is looked at around a character. */
const LONGEST = 16;

const HAN = /\p{Script=Han}/gu;

/** Fields of terms that are in traditional script already, or never shown. */
const OTHERS = new Set(["traditional", "notIn"]);

/** The table for all that a library's editors wrote, the Chinese in their English too. */
export function traditionalTableOf({ glossary, speeches }: Library): TraditionalTable {
  const { packs, terms, attestations } = glossary;
  const verbs = Object.values(attestations).map((attestation) => attestation.verbs);
  const about = speeches.map((speech) => ({ ...speech, text: "" }));
  return learnTraditional(textsIn([packs, terms, verbs, about]));
}

function textsIn(value: unknown): string[] {
  if (typeof value === "string") return value.search(HAN) >= 0 ? [value] : [];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([field, inner]) => (OTHERS.has(field) ? [] : textsIn(inner)));
}

/** The table by which every one of `texts` comes out as `toTraditional` makes it. @throws Error if there is none. */
export function learnTraditional(texts: readonly string[]): TraditionalTable {
  const asked = new Map(texts.map((text) => [text, toTraditional(text)]));
  const places = Map.groupBy([...asked].flatMap(placesIn), ({ text, at }) => text[at]!);
  const characters: TraditionalTable["characters"] = ["", ""];
  const contexts: string[] = [];
  for (const [character, all] of places) {
    const [usual, ...others] = [...Map.groupBy(all, ({ is }) => is)].sort(([, a], [, b]) => b.length - a.length);
    if (usual![0] !== character) {
      characters[0] += character;
      characters[1] += usual![0];
    }
    for (const [is, those] of others) {
      const elsewhere = all.filter((place) => place.is !== is);
      contexts.push([character + is, ...contextsOf(those, elsewhere)].join("\t"));
    }
  }
  const table = { characters, contexts: contexts.join("\n") };
  const write = traditionalBy(table);
  for (const [text, is] of asked) {
    if (write(text) !== is)
      throw new Error(`${text} is ${is} in traditional script; the table makes ${write(text)} of it.`);
  }
  return table;
}

function placesIn([text, traditional]: [string, string]): Place[] {
  if (text.length !== traditional.length) throw new Error(`${text} and ${traditional} differ in length.`);
  return Array.from(text.matchAll(HAN), ({ index: at }) => ({ text, at, is: traditional[at]! }));
}

/** Stretches of text that stand around the character in `those` places and nowhere in `elsewhere`: short ones, and few. */
function contextsOf(those: readonly Place[], elsewhere: readonly Place[]): string[] {
  const chosen: string[] = [];
  let left = new Set(those);
  for (let length = 2; left.size > 0 && length <= LONGEST; length++) {
    const not = new Set(elsewhere.flatMap((place) => around(place, length, those[0]!.is)));
    const found = new Map<string, Set<Place>>();
    for (const place of left) {
      for (const context of around(place, length, place.is)) {
        if (!not.has(context)) found.set(context, (found.get(context) ?? new Set()).add(place));
      }
    }
    for (;;) {
      const [most] = [...found].sort(([, a], [, b]) => b.intersection(left).size - a.intersection(left).size);
      if (!most || most[1].isDisjointFrom(left)) break;
      chosen.push(most[0]);
      left = left.difference(most[1]);
    }
  }
  return chosen;
}

/** Every stretch of `length` around the character, with `is` in its place. */
function around({ text, at }: Place, length: number, is: string): string[] {
  return (
    Array.from({ length }, (_, before) => at - before)
      .filter((start) => start >= 0 && start + length <= text.length)
      .map((start) => text.slice(start, at) + is + text.slice(at + 1, start + length))
      // Tabs and lines stand between contexts.
      .filter((context) => context.indexOf(is) === context.lastIndexOf(is) && !/[\t\n]/.test(context))
  );
}
