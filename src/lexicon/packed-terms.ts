/**
 * The glossary's entries as they are packed beside the lines: what a line has is not there again, all English is one text pack and all
 * Chinese another, so that one entry is read without the others. src/corpus/pack-terms.ts writes them.
 */
import type { GlossaryLine, GlossaryLines } from "./lines.ts";
import {
  DETECTIONS,
  RENDERING_KINDS,
  VARIANT_KINDS,
  type Bilingual,
  type Members,
  type Rendering,
  type Term,
  type Variant,
} from "./term.ts";
import type { Texts } from "./text-pack.ts";

/** Plain data: it survives JSON. Columns have a line for each term, in the order of the glossary's lines. */
export interface TermShapes {
  /** Who uses renderings. */
  sources: string[];
  /** The same in Chinese. */
  sourcesZh: string[];
  /**
   * What an entry has, with "|" between: renderings, each the digit of its kind and the number of its source, and spaces between them;
   * members, "k" and how many, "u" or "l"; origin, "o" and its date; usage, "u"; variants, each the digit of its kind, and "!" where a
   * note goes with it; how many words it is not looked for in; the digit of its detection. What it lacks is "".
   */
  shapes: string;
  /** Numbers of related terms, with spaces between them. */
  related: string;
}

/** Between two fields of one entry in a text pack. */
export const FIELD_END = "\u0001";

export interface PackedTerms {
  shapes: TermShapes;
  /** For each term its texts, each with FIELD_END after it, in the order of `termAt`. */
  english: Texts;
  chinese: Texts;
}

/** The terms of the glossary by their numbers, each whole. @throws RangeError if there is no such number. */
export function termsOf({ shapes, english, chinese }: PackedTerms, lines: GlossaryLines): (number: number) => Term {
  const shapeOf = shapes.shapes.split("\n");
  const relatedOf = shapes.related.split("\n");
  return (number) => {
    const line = lines.at(number);
    const related = relatedOf[number]!.split(" ").flatMap((other) => (other === "" ? [] : lines.at(Number(other)).id));
    return termOf(line, shapeOf[number]!, shapes, related, english.at(number), chinese.at(number));
  };
}

function termOf(
  line: GlossaryLine,
  shape: string,
  { sources, sourcesZh }: Pick<TermShapes, "sources" | "sourcesZh">,
  related: string[],
  english: string,
  chinese: string,
): Term {
  const [renderingsHad, membersHad, originHad, usageHad, variantsHad, notInHad, detection] = shape.split("|");
  const en = fieldsOf(english);
  const zh = fieldsOf(chinese);
  const both = (): Bilingual => ({ en: en(), zh: zh() });
  const renderings = renderingsHad!.split(" ").map((had, i): Rendering => {
    const text = i === 0 ? line.rendering : en();
    const kind = RENDERING_KINDS[Number(had[0])]!;
    if (had.length === 1) return { text, kind };
    const source = Number(had.slice(1));
    return { text, kind, source: sources[source]!, sourceZh: sourcesZh[source]! };
  });
  const definition = both();
  const members = membersHad === "" ? undefined : membersOf(membersHad!, both);
  const origin =
    originHad === "" ? undefined : { ...(originHad === "o" ? {} : { date: originHad!.slice(1) }), ...both() };
  const usage = usageHad === "" ? undefined : both();
  const variants = Array.from(variantsHad!.matchAll(/\d!?/g), ([had]): Variant => {
    const [form, kind] = [zh(), VARIANT_KINDS[Number(had[0])]!];
    return had.length === 1 ? { form, kind } : { form, kind, note: en(), noteZh: zh() };
  });
  const notIn = notInHad === "" ? undefined : Array.from({ length: Number(notInHad) }, () => zh());
  const { id, pack, headword, traditional, pinyin, category, weight, scope } = line;
  return {
    id,
    pack,
    headword,
    traditional,
    pinyin,
    category,
    weight,
    detection: DETECTIONS[Number(detection)]!,
    scope,
    renderings,
    definition,
    ...(members && { members }),
    ...(origin && { origin }),
    ...(usage && { usage }),
    variants,
    ...(notIn && { notIn }),
    related,
  };
}

/** Gives one field after the other. */
function fieldsOf(text: string): () => string {
  const fields = text.split(FIELD_END);
  let at = 0;
  return () => {
    // After the last one nothing stands but its end.
    if (at + 1 >= fields.length) throw new RangeError("An entry has fewer texts than its shape says.");
    return fields[at++]!;
  };
}

function membersOf(had: string, both: () => Bilingual): Members {
  if (had === "u") return { status: "unknown" };
  if (had === "l") return { status: "local" };
  return { status: "known", items: Array.from({ length: Number(had.slice(1)) }, both) };
}
