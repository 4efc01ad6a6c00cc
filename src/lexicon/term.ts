/** What an entry of the glossary is, as validated and completed at build. Plain data: it survives JSON. */

export const CATEGORIES = ["doctrine", "numeral", "policy", "institution", "slogan", "jargon", "frame"] as const;
export type Category = (typeof CATEGORIES)[number];

/** How much a reader misses who doesn't know the term; "how much to mark" is set by it. Heaviest first. */
export const WEIGHTS = ["essential", "regular", "background"] as const;
export type Weight = (typeof WEIGHTS)[number];

/** When a term is marked: wherever it stands, only where the passage is political, or never by itself. */
export const DETECTIONS = ["always", "context", "never"] as const;
export type Detection = (typeof DETECTIONS)[number];

export const SCOPES = ["national", "province", "county"] as const;
export type Scope = (typeof SCOPES)[number];

/** `official` has a source; `working` is Tifa's own, to be replaced by an official one when there is one. */
export const RENDERING_KINDS = ["official", "common", "literal", "working"] as const;
export type RenderingKind = (typeof RENDERING_KINDS)[number];

export const VARIANT_KINDS = ["alias", "short", "misprint", "order"] as const;
export type VariantKind = (typeof VARIANT_KINDS)[number];

/** One text in the two languages of the glossary; Chinese is in simplified script. */
export interface Bilingual {
  en: string;
  zh: string;
}

export interface Rendering {
  text: string;
  kind: RenderingKind;
  /** Who uses it; always there for `official`. */
  source?: string;
  /** The same in Chinese. */
  sourceZh?: string;
}

export interface Variant {
  form: string;
  kind: VariantKind;
  note?: string;
  /** The same in Chinese; there where `note` is. */
  noteZh?: string;
}

/** The items that a numeral formulation counts, in order; or why they are not given. */
export type Members = { status: "known"; items: Bilingual[] } | { status: "unknown" | "local" };

/** First use, where it is certain. `date` is YYYY, YYYY-MM or YYYY-MM-DD. */
export interface Origin extends Bilingual {
  date?: string;
}

export interface Term {
  /** Stable slug, [a-z0-9-]. */
  id: string;
  /** Id of the pack it comes from. */
  pack: string;
  /** Simplified script. */
  headword: string;
  traditional: string;
  /** With tone marks, a space between syllables. */
  pinyin: string;
  category: Category;
  weight: Weight;
  detection: Detection;
  scope: Scope;
  /** Never empty; the best first. */
  renderings: Rendering[];
  definition: Bilingual;
  members?: Members;
  origin?: Origin;
  usage?: Bilingual;
  variants: Variant[];
  /** Longer words that have a spelling of the term in them and mean something else: it is not looked for there. */
  notIn?: string[];
  /** Ids; if a names b, b names a. */
  related: string[];
}
