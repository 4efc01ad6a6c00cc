/** Source files in, the library and its compiled lexicon out. */
import type { Library, Pack } from "../lexicon/glossary.ts";
import { compileForDetection } from "../detect/compile.ts";
import { loadLexicon } from "../lexicon/lexicon.ts";
import type { Speech } from "../lexicon/speech.ts";
import type { Term } from "../lexicon/term.ts";
import { attest } from "./attest.ts";
import type { Tagger } from "./extract.ts";
import { checkCited, checkRejected, checkTerms } from "./check.ts";
import { completeTerm } from "./complete.ts";
import type { WordEdges } from "./straddles.ts";
import { SourceError, type Problem } from "./problem.ts";
import {
  parseCited,
  parseEntries,
  parsePack,
  parseRejected,
  parseSpeeches,
  type EntrySource,
  type Placed,
  type RejectedSource,
  type SourceFile,
} from "./source.ts";

/** The files of seeds/, read and decoded. */
export interface Sources {
  /** One folder of seeds/glossary each. */
  packs: { pack: SourceFile; entries: SourceFile[]; rejected?: SourceFile }[];
  /** glossary/sources.yaml: who uses renderings, with the Chinese. */
  cited: SourceFile;
  speechIndex: SourceFile;
  /** The speeches; the last part of the path is what the index calls `file`. */
  speeches: SourceFile[];
}

export interface Built {
  library: Library;
  /** Candidates that are no entries, and why. */
  rejected: RejectedSource[];
  lexicon: Uint8Array<ArrayBuffer>;
}

/** What the build knows of the language; without it, less is made. */
export interface Language {
  /** Cuts words, as jieba does; without it no verbs are attested. */
  tag?: Tagger;
  /** What keeps terms from being found across words, as `straddles` makes it; without it they are found there too. */
  wordEdges?: (terms: readonly Term[]) => WordEdges;
}

const NO_EDGES: WordEdges = { blocked: [], boundaries: "" };

/** @throws SourceError with every problem of the sources, if there is one. */
export function build(sources: Sources, { tag = () => [], wordEdges = () => NO_EDGES }: Language = {}): Built {
  const problems: Problem[] = [];
  const take = <T>({ rows, problems: more }: { rows: Placed<T>[]; problems: Problem[] }): Placed<T>[] => {
    problems.push(...more);
    return rows;
  };
  const cited = take(parseCited(sources.cited));
  const citedZh = new Map(cited.map(({ value: { en, zh } }) => [en, zh]));
  const packs: Pack[] = [];
  const rows: Placed<EntrySource>[] = [];
  const terms: Term[] = [];
  for (const source of sources.packs) {
    const pack = take(parsePack(source.pack))[0]?.value;
    if (pack) packs.push(pack);
    for (const row of source.entries.flatMap((file) => take(parseEntries(file)))) {
      rows.push(row);
      terms.push(completeTerm(pack?.id ?? "", row.value, citedZh));
    }
  }
  const rejected = sources.packs.flatMap((source) => (source.rejected ? take(parseRejected(source.rejected)) : []));
  problems.push(
    ...checkTerms(rows, terms),
    ...checkCited(cited, rows, sources.cited.path),
    ...checkRejected(rejected, terms),
  );
  const speeches = joinSpeeches(sources, take, problems);
  if (problems.length > 0) throw new SourceError(problems);

  relate(rows, terms);
  const options = wordEdges(terms);
  // What is never marked by itself is still quoted.
  const everything = compileForDetection(
    terms.map((term) => ({ ...term, detection: "always" as const })),
    options,
  );
  const attestations = attest(loadLexicon(everything), terms, speeches, tag);
  return {
    library: { glossary: { packs, terms, attestations }, speeches },
    rejected: rejected.map(({ value }) => value),
    lexicon: compileForDetection(terms, options),
  };
}

/** The speeches of the index with their texts. A file that the index lacks, or the other way round, is a problem. */
function joinSpeeches(
  { speechIndex, speeches }: Sources,
  take: <T>(parsed: { rows: Placed<T>[]; problems: Problem[] }) => Placed<T>[],
  problems: Problem[],
): Speech[] {
  const textOf = new Map(speeches.map(({ path, text }) => [path.slice(path.lastIndexOf("/") + 1), text]));
  const joined: Speech[] = [];
  const ids = new Set<string>();
  for (const { value, file, line } of take(parseSpeeches(speechIndex))) {
    const { file: name, ...about } = value;
    const text = textOf.get(name);
    textOf.delete(name);
    if (ids.has(value.id))
      problems.push({ file, line, entry: value.id, field: "id", message: "is the id of another speech too" });
    ids.add(value.id);
    if (text === undefined) {
      problems.push({ file, line, entry: value.id, field: "file", message: `there is no ${name} beside the index` });
    } else {
      joined.push({ ...about, text });
    }
  }
  for (const name of textOf.keys()) {
    problems.push({ file: speechIndex.path, message: `${name} has no row; add one that says what the speech is` });
  }
  return joined;
}

/** Turns related headwords into ids, and makes them go both ways. */
function relate(rows: readonly Placed<EntrySource>[], terms: readonly Term[]): void {
  const termOf = new Map(terms.map((term) => [term.headword, term]));
  rows.forEach(({ value }, i) => {
    for (const headword of value.related) link(terms[i]!, termOf.get(headword)!);
  });
}

function link(a: Term, b: Term): void {
  if (!a.related.includes(b.id)) a.related.push(b.id);
  if (!b.related.includes(a.id)) b.related.push(a.id);
}
