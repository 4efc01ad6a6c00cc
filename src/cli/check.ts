/** `tifa check`: are the sources sound, and how complete are they? */
import { build } from "../corpus/build.ts";
import { problemLine, SourceError } from "../corpus/problem.ts";
import type { Glossary } from "../lexicon/glossary.ts";
import { CATEGORIES, WEIGHTS, type Term } from "../lexicon/term.ts";
import { readSeeds } from "./seeds.ts";
import { table } from "./table.ts";

/** Prints every problem of seeds/, or what there is in it. @returns the exit code: 1 if there are problems. */
export function check(): number {
  try {
    const { glossary, speeches } = build(readSeeds()).library;
    const { packs, terms } = glossary;
    process.stdout.write(
      `${overview(glossary)}\n\n${packs.length} ${packs.length === 1 ? "pack" : "packs"}, ${terms.length} entries, ` +
        `${speeches.length} speeches: nothing is wrong.\n`,
    );
    return 0;
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    for (const problem of error.problems) process.stderr.write(`${problemLine(problem)}\n`);
    process.stderr.write(`${error.problems.length} problems.\n`);
    return 1;
  }
}

/** Entries by pack and category, and how many of them have what an entry may have. */
function overview({ packs, terms, attestations }: Glossary): string {
  const counts: Record<string, (term: Term) => boolean> = {
    ...Object.fromEntries(WEIGHTS.map((weight) => [weight, (term: Term) => term.weight === weight])),
    official: ({ renderings }) => renderings.some(({ kind }) => kind === "official"),
    members: ({ members }) => members?.status === "known",
    origin: ({ origin }) => origin !== undefined,
    usage: ({ usage }) => usage !== undefined,
    quoted: ({ id }) => attestations[id] !== undefined,
  };
  const row = (pack: string, category: string, counted: readonly Term[]): string[] => [
    pack,
    category,
    String(counted.length),
    ...Object.values(counts).map((holds) => String(counted.filter(holds).length)),
  ];
  const rows = packs.flatMap(({ id }) =>
    CATEGORIES.map((category) =>
      row(
        id,
        category,
        terms.filter((term) => term.pack === id && term.category === category),
      ),
    ).filter(([, , entries]) => entries !== "0"),
  );
  return table(["pack", "category", "entries", ...Object.keys(counts)], [...rows, row("all", "", terms)]);
}
