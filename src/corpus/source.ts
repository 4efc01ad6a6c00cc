/** The source files of a corpus and its glossary, as validated data that still knows the line it stands on. */
import * as v from "valibot";
import { LineCounter, parseDocument, isMap, isSeq, type Node } from "yaml";
import {
  CATEGORIES,
  DETECTIONS,
  RENDERING_KINDS,
  SCOPES,
  VARIANT_KINDS,
  WEIGHTS,
  type Bilingual,
} from "../lexicon/term.ts";
import type { Problem } from "./problem.ts";
import { typographic } from "./typographic.ts";

/** A file of the seeds: its path as shown in errors, and its text. */
export interface SourceFile {
  path: string;
  text: string;
}

const filled = v.pipe(v.string(), v.trim(), v.nonEmpty("is empty; write it or leave the field out"));
const english = v.pipe(filled, v.transform(typographic));
const bilingual = v.strictObject({ en: english, zh: filled });
const slug = v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "should be a slug of a-z, 0-9 and single hyphens"));
const oneOf = <const T extends readonly string[]>(values: T) =>
  v.picklist(values, (issue) => `should be one of ${values.join(", ")}, not ${issue.received}`);

const rendering = v.pipe(
  v.strictObject({ text: english, kind: oneOf(RENDERING_KINDS), source: v.optional(english) }),
  v.check(
    ({ kind, source }) => kind !== "official" || source !== undefined,
    "an official rendering needs its source: who uses it",
  ),
);

/** An entry as its editor writes it; seeds/entry.schema.json is made from this. */
export const entrySchema = v.strictObject({
  id: slug,
  headword: filled,
  category: oneOf(CATEGORIES),
  weight: oneOf(WEIGHTS),
  detection: v.optional(oneOf(DETECTIONS), "always"),
  scope: v.optional(oneOf(SCOPES), "national"),
  renderings: v.pipe(v.array(rendering), v.minLength(1, "at least one rendering is needed")),
  definition: bilingual,
  members: v.optional(v.union([v.pipe(v.array(bilingual), v.minLength(2)), oneOf(["unknown", "local"])])),
  origin: v.optional(
    v.strictObject({
      date: v.optional(
        v.pipe(
          v.string(),
          v.regex(/^\d{4}(-\d\d){0,2}$/, "should be YYYY, YYYY-MM or YYYY-MM-DD, in quotes if it is only a year"),
        ),
      ),
      en: english,
      zh: filled,
    }),
  ),
  usage: v.optional(bilingual),
  variants: v.optional(
    v.array(
      v.pipe(
        v.strictObject({
          form: filled,
          kind: oneOf(VARIANT_KINDS),
          note: v.optional(english),
          noteZh: v.optional(filled),
        }),
        v.check(
          ({ note, noteZh }) => (note === undefined) === (noteZh === undefined),
          "a note is in both languages; add noteZh to note, or note to noteZh",
        ),
      ),
    ),
    [],
  ),
  notIn: v.optional(v.array(filled)),
  related: v.optional(v.array(filled), []),
  traditional: v.optional(filled),
  pinyin: v.optional(filled),
});

const packSchema = v.strictObject({
  id: slug,
  name: bilingual,
  version: v.pipe(v.string(), v.regex(/^\d+\.\d+\.\d+$/, "should be three numbers, as in 1.0.0")),
  licence: filled,
  description: bilingual,
});

const speechSchema = v.strictObject({
  id: slug,
  file: filled,
  title: bilingual,
  occasion: bilingual,
  office: bilingual,
  period: bilingual,
  redactions: bilingual,
});

const rejectedSchema = v.strictObject({ candidate: filled, reason: filled });

/** A candidate that mining proposes and an editor has turned down. */
export type RejectedSource = v.InferOutput<typeof rejectedSchema>;
export type EntrySource = v.InferOutput<typeof entrySchema>;
export type PackSource = v.InferOutput<typeof packSchema>;
export type SpeechSource = v.InferOutput<typeof speechSchema>;

/** A row of a source file with the place that errors about it name. */
export interface Placed<T> {
  value: T;
  file: string;
  line: number;
}

interface Parsed<T> {
  rows: Placed<T>[];
  problems: Problem[];
}

/** The entries of a glossary file, a list. Rows that are wrong are left out and told of in `problems`. */
export function parseEntries(file: SourceFile): Parsed<EntrySource> {
  return parseRows(file, entrySchema, "headword");
}

/** The speeches of speeches/index.yaml, a list. */
export function parseSpeeches(file: SourceFile): Parsed<SpeechSource> {
  return parseRows(file, speechSchema, "id");
}

/** A rejected.yaml, a list. */
export function parseRejected(file: SourceFile): Parsed<RejectedSource> {
  return parseRows(file, rejectedSchema, "candidate");
}

/** A sources.yaml, a list: who uses renderings, in both languages. */
export function parseCited(file: SourceFile): Parsed<Bilingual> {
  return parseRows(file, bilingual, "en");
}

/** A pack.yaml: one map. */
export function parsePack(file: SourceFile): Parsed<PackSource> {
  return parseRows(file, packSchema, "id");
}

function parseRows<S extends v.GenericSchema>(
  { path, text }: SourceFile,
  schema: S,
  nameField: string,
): Parsed<v.InferOutput<S>> {
  const lines = new LineCounter();
  // "core" without timestamps: 2021-11 stays a string.
  const document = parseDocument(text, { lineCounter: lines, schema: "core" });
  const lineOf = (node: unknown): number => lines.linePos((node as Node | null)?.range?.[0] ?? 0).line;
  const problems: Problem[] = document.errors.map((error) => ({
    file: path,
    line: lines.linePos(error.pos[0]).line,
    message: `not valid YAML: ${error.message.split("\n")[0]!}`,
  }));
  if (problems.length > 0) return { rows: [], problems };
  const root = document.contents;
  const nodes = isSeq(root) ? root.items : isMap(root) ? [root] : [];
  if (nodes.length === 0)
    problems.push({ file: path, message: "should be a list of entries; it is empty or something else" });
  const rows: Placed<v.InferOutput<S>>[] = [];
  for (const node of nodes) {
    const raw: unknown = (node as Node).toJS(document);
    const result = v.safeParse(schema, raw);
    if (result.success) {
      rows.push({ value: result.output, file: path, line: lineOf(node) });
      continue;
    }
    const entry = nameOf(raw, nameField);
    for (const issue of result.issues) {
      const keys = (issue.path ?? []).map((item) => item.key as string | number);
      problems.push({
        file: path,
        line: lineOf(isMap(node) && keys.length > 0 ? (deepest(node, keys) ?? node) : node),
        ...(entry === undefined ? {} : { entry }),
        ...(keys.length > 0 ? { field: keys.join(".") } : {}),
        message: messageOf(issue),
      });
    }
  }
  return { rows, problems };
}

/** valibot's own words for a missing and an unknown field, in ours. */
function messageOf({ type, expected, received, message }: v.BaseIssue<unknown>): string {
  if (type === "strict_object" && expected === "never") return "is no field; check its spelling";
  if (received === "undefined") return "is missing";
  return message;
}

function nameOf(raw: unknown, field: string): string | undefined {
  const name = typeof raw === "object" && raw !== null ? (raw as Record<string, unknown>)[field] : undefined;
  return typeof name === "string" ? name : undefined;
}

/** The node at `keys` below `node`, or the last one on the way to it. */
function deepest(node: Node, keys: readonly (string | number)[]): Node | undefined {
  let at: Node = node;
  for (const key of keys) {
    if (!isMap(at) && !isSeq(at)) return at;
    const next = at.get(key, true);
    if (!next) return at;
    at = next as Node;
  }
  return at;
}
