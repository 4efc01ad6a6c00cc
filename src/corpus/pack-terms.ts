/** The glossary's entries in, what is packed of them out; src/lexicon/packed-terms.ts says what that is. */
import { FIELD_END, type TermShapes } from "../lexicon/packed-terms.ts";
import { DETECTIONS, RENDERING_KINDS, VARIANT_KINDS, type Term } from "../lexicon/term.ts";
import { packTexts } from "./pack-texts.ts";

interface PackedFiles {
  shapes: TermShapes;
  english: Uint8Array<ArrayBuffer>;
  chinese: Uint8Array<ArrayBuffer>;
}

/** @throws RangeError if a text has the character that stands between texts. */
export function packTerms(terms: readonly Term[]): PackedFiles {
  const numbers = new Map(terms.map(({ id }, number) => [id, number]));
  const sources = new Map(
    terms.flatMap(({ renderings }) =>
      renderings.flatMap(({ source, sourceZh }) => (source === undefined ? [] : [[source, sourceZh!]])),
    ),
  );
  const sourceNumbers = new Map([...sources.keys()].map((source, number) => [source, number]));
  const packed = terms.map((term) => packTerm(term, sourceNumbers));
  return {
    shapes: {
      sources: [...sources.keys()],
      sourcesZh: [...sources.values()],
      shapes: packed.map(({ shape }) => shape).join("\n"),
      related: terms.map(({ related }) => related.map((id) => numbers.get(id)).join(" ")).join("\n"),
    },
    english: packTexts(packed.map(({ english }) => english)),
    chinese: packTexts(packed.map(({ chinese }) => chinese)),
  };
}

function packTerm(
  { renderings, definition, members, origin, usage, variants, notIn, detection }: Term,
  sources: ReadonlyMap<string, number>,
): { shape: string; english: string; chinese: string } {
  const items = members?.status === "known" ? members.items : [];
  const both = [definition, ...items, ...(origin ? [origin] : []), ...(usage ? [usage] : [])];
  const shape = [
    renderings
      .map(({ kind, source }) => `${RENDERING_KINDS.indexOf(kind)}${source === undefined ? "" : sources.get(source)}`)
      .join(" "),
    members ? (members.status === "known" ? `k${items.length}` : members.status[0]) : "",
    origin ? `o${origin.date ?? ""}` : "",
    usage ? "u" : "",
    variants.map(({ kind, note }) => `${VARIANT_KINDS.indexOf(kind)}${note === undefined ? "" : "!"}`).join(""),
    notIn ? notIn.length : "",
    DETECTIONS.indexOf(detection),
  ].join("|");
  const english = [
    ...renderings.slice(1).map(({ text }) => text),
    ...both.map(({ en }) => en),
    ...variants.flatMap(({ note }) => note ?? []),
  ];
  const chinese = [
    ...both.map(({ zh }) => zh),
    ...variants.flatMap(({ form, noteZh }) => [form, ...(noteZh === undefined ? [] : [noteZh])]),
    ...(notIn ?? []),
  ];
  return { shape, english: joined(english), chinese: joined(chinese) };
}

function joined(texts: readonly string[]): string {
  const broken = texts.find((text) => text.includes(FIELD_END));
  if (broken !== undefined) throw new RangeError(`"${broken}" has the character that ends a text.`);
  return texts.map((text) => text + FIELD_END).join("");
}
