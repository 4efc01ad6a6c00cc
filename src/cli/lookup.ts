/** `tifa lookup QUERY`: entries by hanzi, pinyin or English; a longer passage is cut into words and these are looked up. */
import { entryOf, occurrencesOf, type Entry } from "../lexicon/entry.ts";
import type { Library } from "../lexicon/glossary.ts";
import { formsOf, keyOf } from "../lexicon/spelling.ts";
import { indexTerms, search } from "../lexicon/search.ts";
import type { Term } from "../lexicon/term.ts";
import { countHan } from "../text/units.ts";
import { openLibrary } from "./library.ts";
import { openJieba } from "./words.ts";

export const LOOKUP_FORMATS = ["text", "json"] as const;

const MOST = 20;

/** Prints the entries that `query` may mean. @returns the exit code: 1 if there are none. */
export function lookup(query: string, format: (typeof LOOKUP_FORMATS)[number]): number {
  const { library } = openLibrary();
  const entries = answer(library, query).map((term) => entryOf(library, term.id)!);
  if (format === "json") {
    process.stdout.write(
      `${JSON.stringify(
        entries.map((entry) => flat(library, entry)),
        null,
        2,
      )}\n`,
    );
  } else if (entries.length > 0) {
    process.stdout.write(`${entries.map(inWords).join("\n\n")}\n`);
  }
  if (entries.length > 0) return 0;
  process.stderr.write(`${query}: not in the glossary, nor any part of it.\n`);
  return 1;
}

/** The one entry that is spelled so; else what search finds; else the entries of the passage's words. */
function answer({ glossary }: Library, query: string): Term[] {
  const key = (form: string): string => keyOf(form).units.join();
  const exact = glossary.terms.filter((term) => formsOf(term).some((form) => key(form) === key(query)));
  if (exact.length > 0 && key(query) !== "") return exact;
  const found = search(indexTerms(glossary.terms), query, MOST);
  return found.length > 0 || countHan(query) === 0 ? found : partsOf(glossary.terms, query);
}

/** The entries of the words that jieba cuts `passage` into. */
function partsOf(terms: readonly Term[], passage: string): Term[] {
  const { cut } = openJieba(terms);
  const index = indexTerms(terms);
  const words = cut(passage, true).filter((word) => countHan(word) > 1);
  return [...new Set(words.flatMap((word) => search(index, word, 3)))].slice(0, MOST);
}

/** The entry as one record: the term's own fields first, and at the end every place in the corpus. */
function flat(library: Library, { term, packName, counts, verbs, quotes, related }: Entry) {
  return { ...term, packName, counts, verbs, quotes, related, occurrences: occurrencesOf(library, term.id) };
}

function inWords({ term, counts, verbs, quotes, related }: Entry): string {
  const lines = [
    `${term.headword}${term.traditional === term.headword ? "" : `  ${term.traditional}`}  ${term.pinyin}`,
    `  ${term.category}, ${term.weight}${term.scope === "national" ? "" : `, of ${term.scope} make`}`,
    ...term.renderings.map(({ text, kind, source }) => `  · ${text} (${kind}${source ? `, ${source}` : ""})`),
    `  ${term.definition.en}`,
    `  ${term.definition.zh}`,
  ];
  if (term.members?.status === "known") {
    lines.push(...term.members.items.map(({ zh, en }, i) => `    ${i + 1}. ${zh}  ${en}`));
  } else if (term.members) {
    lines.push(
      term.members.status === "local"
        ? "    Local; the text does not say what it counts."
        : "    Its members are not known.",
    );
  }
  if (term.origin) lines.push(`  First used: ${[term.origin.date, term.origin.en].filter(Boolean).join(", ")}`);
  if (term.usage) lines.push(`  ${term.usage.en}`);
  if (term.variants.length > 0)
    lines.push(`  Also: ${term.variants.map(({ form, kind }) => `${form} (${kind})`).join(", ")}`);
  if (related.length > 0) lines.push(`  See: ${related.map((other) => other.headword).join(", ")}`);
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  lines.push(
    total === 0
      ? "  In none of the speeches."
      : `  ${total === 1 ? "Once" : `${total} times`} in ${counts.length} of the speeches:`,
  );
  if (verbs.length > 0) lines.push(`  After ${verbs.map(({ verb, count }) => `${verb} (${count})`).join(", ")}`);
  lines.push(...quotes.map(({ sentence, speech, start }) => `    “${sentence}” (${speech}, at ${start})`));
  return lines.join("\n");
}
