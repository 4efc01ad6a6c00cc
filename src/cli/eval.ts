/** `tifa eval DIR`: how well detection does on texts that people have read. */
import { globSync, existsSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import * as v from "valibot";
import { read } from "../detect/detect.ts";
import type { Finding, Tier } from "../detect/finding.ts";
import { addCounts, GROUPS, noCounts, registerOf, type RegisterCounts } from "../detect/register.ts";
import { openLibrary } from "./library.ts";
import { readText, TextError } from "./read-text.ts";
import { ROOT } from "./seeds.ts";
import { table } from "./table.ts";

/**
 * A stretch that readers marked, as a line of a .jsonl file. Offsets are UTF-16 code units of the file, which stands beside the rows
 * or in seeds/speeches.
 */
const goldSchema = v.object({
  file: v.string(),
  start: v.pipe(v.number(), v.integer(), v.minValue(0)),
  end: v.pipe(v.number(), v.integer()),
  surface: v.string(),
  category: v.string(),
  /** Whether it stands inside another row. */
  nested: v.boolean(),
  /** Whether two readers, working apart, both marked it. */
  agreed: v.boolean(),
});
type Gold = v.InferOutput<typeof goldSchema>;

interface Text {
  path: string;
  text: string;
  findings: Finding[];
  register: RegisterCounts;
}

/**
 * Prints, for the rows of the .jsonl files under `folder`, recall, precision and F1, and for its .txt files the findings by tier per
 * 10,000 Han and what the register is judged by; with `details` the findings themselves too.
 * @returns the exit code.
 * @throws TextError for a folder without either, or a file or row that can't be read.
 */
export function evaluate(folder: string, details: boolean): number {
  const find = (pattern: string): string[] => globSync(pattern, { cwd: folder }).sort();
  const [rowFiles, textFiles] = [find("**/*.jsonl"), find("**/*.txt")];
  if (rowFiles.length + textFiles.length === 0) {
    throw new TextError(
      `${folder}: there is neither a .jsonl file with rows in it nor a .txt file; name another folder.`,
    );
  }
  const { lexicon } = openLibrary();
  const texts = new Map<string, Text>();
  const textAt = (path: string): Text => {
    const known = texts.get(path);
    if (known) return known;
    const text = readText(path, relative(folder, path));
    const opened = { path, text, ...read(lexicon, text) };
    texts.set(path, opened);
    return opened;
  };
  const gold = rowFiles.flatMap((file) => readRows(join(folder, file), file));
  if (gold.length > 0) process.stdout.write(`${goldTables(gold, textAt, details)}\n`);
  if (textFiles.length > 0) {
    const plain = textFiles.map((file) => textAt(resolve(folder, file)));
    process.stdout.write(`${textTables(folder, plain, details)}\n`);
  }
  return 0;
}

type PlacedGold = Gold & { path: string };

function readRows(path: string, shown: string): PlacedGold[] {
  return readText(path, shown)
    .split("\n")
    .flatMap((line, i) => {
      if (line.trim() === "") return [];
      const wrong = (what: string): TextError => new TextError(`${shown}:${i + 1}: ${what}`);
      let row: Gold;
      try {
        row = v.parse(goldSchema, JSON.parse(line));
      } catch (error) {
        throw wrong(
          `is no row: ${(error as Error).message}. A row has file, start, end, surface, category, nested, agreed.`,
        );
      }
      const places = [join(dirname(path), row.file), join(ROOT, "seeds/speeches", row.file)];
      const place = places.find((candidate) => existsSync(candidate));
      if (place === undefined) throw wrong(`there is no ${row.file} beside the rows or in seeds/speeches`);
      return [{ ...row, path: place }];
    });
}

/** Whether two stretches of one text have a character in common. */
const overlap = (a: { start: number; end: number }, b: { start: number; end: number }): boolean =>
  a.start < b.end && b.start < a.end;

/**
 * Recall is of the rows that two readers agreed on and that stand in no other; a row is found if a finding overlaps it. A finding is
 * right if it overlaps any row. Precision of a category is that of the findings whose rows have it.
 */
function goldTables(gold: readonly PlacedGold[], textAt: (path: string) => Text, details: boolean): string {
  const wanted = gold.filter(({ agreed, nested }) => agreed && !nested);
  const paths = [...new Set(gold.map(({ path }) => path))];
  const findings = paths.flatMap((path) => {
    const { text, findings: found } = textAt(path);
    return found.map((finding) => ({ ...finding, path, surface: text.slice(finding.start, finding.end) }));
  });
  const isFound = (row: PlacedGold): boolean =>
    findings.some((finding) => finding.path === row.path && overlap(finding, row));
  const isRight = (finding: (typeof findings)[number]): boolean =>
    gold.some((row) => row.path === finding.path && overlap(finding, row));
  const right = findings.filter(isRight);
  const precision = right.length / findings.length;
  const line = (name: string, rows: readonly PlacedGold[]): string[] => {
    const recall = rows.filter(isFound).length / rows.length;
    return [name, String(rows.length), percent(recall), percent((2 * recall * precision) / (recall + precision))];
  };
  const categories = [...new Set(wanted.map(({ category }) => category))].sort();
  const rows = [
    ...categories.map((category) =>
      line(
        category,
        wanted.filter((row) => row.category === category),
      ),
    ),
    line(
      "all but frames",
      wanted.filter(({ category }) => category !== "frame"),
    ),
    line("all", wanted),
  ];
  const kinds = [...new Set(findings.map(({ kind, category }) => (kind === "term" ? category : kind)))].sort();
  const precisions = kinds.map((kind) => {
    const these = findings.filter((finding) => (finding.kind === "term" ? finding.category : finding.kind) === kind);
    return [kind, String(these.length), percent(these.filter(isRight).length / these.length)];
  });
  const parts = [
    `Against rows that two readers marked (${paths.map((path) => basename(path)).join(", ")}):\n`,
    table(["rows of", "agreed", "recall", "F1"], rows),
    "",
    table(["findings of", "found", "precision"], [...precisions, ["all", String(findings.length), percent(precision)]]),
    "",
  ];
  if (details) {
    const missed = wanted.filter((row) => !isFound(row));
    parts.push(
      `Missed:\n${missed.map((row) => `  ${placed(row.path, textAt(row.path).text, row)}  ${row.category}`).join("\n")}\n`,
    );
    const wrong = findings.filter((finding) => !isRight(finding));
    parts.push(
      `In no row:\n${wrong.map((finding) => `  ${placed(finding.path, textAt(finding.path).text, finding)}  ${finding.kind} ${finding.category} ${finding.weight}`).join("\n")}\n`,
    );
  }
  return parts.join("\n");
}

function textTables(folder: string, texts: readonly Text[], details: boolean): string {
  const nameOf = ({ path }: Text): string => relative(folder, path);
  const folders = Map.groupBy(texts, (text) => dirname(nameOf(text)));
  const line = (name: string, these: readonly Text[]): string[] => {
    const counts = these.map(({ register }) => register).reduce(addCounts, noCounts());
    const found = these.flatMap(({ findings }) => findings);
    const of = (tier: Tier): number => found.filter((finding) => finding.tier === tier).length;
    const rate = (count: number): string => (counts.han === 0 ? "–" : ((count * 10_000) / counts.han).toFixed(2));
    return [
      name,
      counts.han.toLocaleString("en"),
      String(of("A")),
      rate(of("A")),
      String(of("B")),
      rate(of("B")),
      registerOf(counts).score.toFixed(0),
    ];
  };
  const rows = [...folders].flatMap(([name, these]) => [
    ...these.map((text) => line(nameOf(text), [text])),
    ...(these.length > 1 ? [line(`${name}/ together`, these)] : []),
  ]);
  const rates = [...folders].map(
    ([name, these]) =>
      [name, registerOf(these.map(({ register }) => register).reduce(addCounts, noCounts())).groups] as const,
  );
  const parts = [
    "Findings on plain text, each and per 10,000 Han, and the score of the register:\n",
    table(["text", "Han", "tier A", "per 10,000", "tier B", "per 10,000", "register"], rows),
    "",
    "What the register is judged by, per 10,000 Han:\n",
    table(
      ["group", ...rates.map(([name]) => name)],
      GROUPS.map((group) => [group, ...rates.map(([, groups]) => groups[group].toFixed(2))]),
    ),
    "",
  ];
  if (details) {
    for (const text of texts) {
      parts.push(
        `${nameOf(text)}:\n${text.findings.map((finding) => `  ${placed(text.path, text.text, finding)}  ${finding.tier} ${finding.kind} ${finding.category} ${finding.weight}`).join("\n")}\n`,
      );
    }
  }
  return parts.join("\n");
}

/** A finding in the words around it: 000.txt:12–16 …学习〔贯彻落实〕党的…. */
function placed(path: string, text: string, { start, end }: { start: number; end: number }): string {
  const flat = (part: string): string => part.replace(/\s+/g, " ");
  return (
    `${basename(path)}:${start}–${end}  ` +
    `…${flat(text.slice(Math.max(0, start - 12), start))}〔${flat(text.slice(start, end))}〕${flat(text.slice(end, end + 12))}…`
  );
}

function percent(share: number): string {
  return Number.isNaN(share) ? "–" : `${(100 * share).toFixed(1)} %`;
}
