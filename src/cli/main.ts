/** `tifa`: the terminal's way in. */
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { problemLine, SourceError } from "../corpus/problem.ts";
import { annotate, ANNOTATE_FORMATS } from "./annotate.ts";
import { check } from "./check.ts";
import { evaluate } from "./eval.ts";
import { lookup, LOOKUP_FORMATS } from "./lookup.ts";
import { mineFiles, MINE_FORMATS } from "./mine.ts";
import { TextError } from "./read-text.ts";

const USAGE = `tifa annotate FILE… [--format table|jsonl]   the formulations in each file; - is standard input
tifa lookup QUERY [--format text|json]       entries by hanzi, pinyin or English
tifa mine FILE… [--format table|jsonl|csv] [--limit N] [--missing]
                                             what in the files may be a formulation
tifa eval DIR [--details]                    how well the texts in a folder are marked
tifa check                                   validate the glossary and the corpus
`;

/** What was asked for can't be done as asked; the message says what can. */
class UsageError extends Error {}

function main(args: readonly string[]): number {
  const { positionals, values } = parse(args);
  const [command, ...rest] = positionals;
  // npm runs scripts in the package's folder; files are meant from where the user stands.
  const folder = process.env["INIT_CWD"] ?? process.cwd();
  switch (command) {
    case "annotate": {
      if (rest.length === 0) throw new UsageError("annotate needs at least one file, or - for standard input.");
      return annotate(rest, oneOf(ANNOTATE_FORMATS, values.format), folder);
    }
    case "lookup": {
      if (rest.length === 0) throw new UsageError("lookup needs a query: hanzi, pinyin or English.");
      return lookup(rest.join(" "), oneOf(LOOKUP_FORMATS, values.format));
    }
    case "mine": {
      if (rest.length === 0) throw new UsageError("mine needs at least one file.");
      const { limit, missing = false } = values;
      if (limit !== undefined && !/^[1-9]\d*$/.test(limit))
        throw new UsageError(`--limit is a whole number, not ${limit}.`);
      const choices = {
        format: oneOf(MINE_FORMATS, values.format),
        limit: limit === undefined ? undefined : Number(limit),
        missing,
      };
      return mineFiles(rest, folder, choices);
    }
    case "eval": {
      const [dir, ...more] = rest;
      if (dir === undefined || more.length > 0) throw new UsageError("eval needs one folder.");
      return evaluate(resolve(folder, dir), values.details ?? false);
    }
    case "check":
      return check();
    case undefined:
      process.stdout.write(USAGE);
      return values.help ? 0 : 2;
    default:
      throw new UsageError(`there is no command ${command}.`);
  }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        format: { type: "string" },
        limit: { type: "string" },
        missing: { type: "boolean" },
        details: { type: "boolean" },
        help: { type: "boolean", short: "h" },
      },
    });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

/** The format asked for; the first one if none was. */
function oneOf<const T extends string>(formats: readonly T[], asked: string | undefined): T {
  const format = formats.find((candidate) => candidate === (asked ?? formats[0]));
  if (format === undefined) throw new UsageError(`--format is one of ${formats.join(", ")}, not ${asked!}.`);
  return format;
}

// `tifa annotate … | head` closes the pipe when it has enough: no error of ours.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit(0);
});

try {
  process.exitCode = main(process.argv.slice(2));
} catch (error) {
  if (error instanceof UsageError) {
    process.stderr.write(`tifa: ${error.message}\n${USAGE}`);
    process.exitCode = 2;
  } else if (error instanceof SourceError) {
    process.stderr.write(`The glossary could not be built:\n${error.problems.map(problemLine).join("\n")}\n`);
    process.exitCode = 1;
  } else if (error instanceof TextError) {
    process.stderr.write(`tifa: ${error.message}\n`);
    process.exitCode = 1;
  } else {
    throw error;
  }
}
