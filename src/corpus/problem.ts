/** What is wrong with a source file, in words that say where and what to do. */

export interface Problem {
  file: string;
  /** From 1; left out where the whole file is meant. */
  line?: number;
  /** Headword of the entry, or title of the speech. */
  entry?: string;
  field?: string;
  /** What was expected, what is there, what to do. */
  message: string;
}

/** One line: file:line: entry, field: message. */
export function problemLine({ file, line, entry, field, message }: Problem): string {
  const where = line === undefined ? file : `${file}:${line}`;
  const what = [entry, field].filter((part) => part !== undefined).join(", ");
  return what === "" ? `${where}: ${message}` : `${where}: ${what}: ${message}`;
}

/** Thrown where the sources cannot be built; the message lists every problem, a line each. */
export class SourceError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(problemLine).join("\n"));
    this.name = "SourceError";
    this.problems = problems;
  }
}
