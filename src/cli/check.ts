/** `tifa check`: are the sources sound? */
import { build } from "../corpus/build.ts";
import { problemLine, SourceError } from "../corpus/problem.ts";
import { readSeeds } from "./seeds.ts";
import { table } from "./table.ts";
import { CATEGORIES, WEIGHTS } from "../lexicon/term.ts";

/** Prints every problem of seeds/, or what there is in it. @returns the exit code: 1 if there are problems. */
export function check(): number {
  try {
    const { glossary, speeches } = build(readSeeds()).library;
    const rows = CATEGORIES.map((category) => {
      const terms = glossary.terms.filter((term) => term.category === category);
      return [
        category,
        String(terms.length),
        ...WEIGHTS.map((weight) => String(terms.filter((term) => term.weight === weight).length)),
        String(terms.filter((term) => glossary.attestations[term.id]).length),
      ];
    });
    const all = glossary.terms.length;
    process.stdout.write(
      `${table(["category", "entries", ...WEIGHTS, "quoted"], rows)}\n\n` +
        `${glossary.packs.length} ${glossary.packs.length === 1 ? "pack" : "packs"}, ${all} entries, ${speeches.length} speeches: nothing is wrong.\n`,
    );
    return 0;
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    for (const problem of error.problems) process.stderr.write(`${problemLine(problem)}\n`);
    process.stderr.write(`${error.problems.length} problems.\n`);
    return 1;
  }
}
