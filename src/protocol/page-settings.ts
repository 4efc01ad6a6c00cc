/** What the user may turn of how pages are marked and cards are shown, as the engine in a page gets it. */
import * as v from "valibot";
import { WEIGHTS } from "../lexicon/term.ts";
import { LANGUAGES } from "./language.ts";

/** A line under the term, or a tint behind it. */
export const MARK_STYLES = ["underline", "tint"] as const;
export const MARK_STRENGTHS = ["faint", "normal", "strong"] as const;
/** Every occurrence of a formulation, only its first on the page, or none until it is asked for. */
export const OCCURRENCES = ["every", "first", "none"] as const;
/** What opens a card: the pointer at rest, a click or tap alone, or the pointer while a key is held. */
export const POINTINGS = ["hover", "click", "key"] as const;
export const POINTING_KEYS = ["Alt", "Control", "Shift"] as const;
/** Where an explanation opens. */
export const CARD_PLACES = ["card", "panel"] as const;
/** Definitions in both languages of the glossary, or in the reader's own alone. */
export const DEFINITIONS = ["both", "mine"] as const;
export type Definitions = (typeof DEFINITIONS)[number];
export const THEMES = ["auto", "light", "dark"] as const;

/** The settings that mean the same in every page, as they are stored. */
export const lookSchema = v.object({
  /** The lightest weight that is marked: "regular" marks essential and regular ones. */
  show: v.picklist(WEIGHTS),
  markStyle: v.picklist(MARK_STYLES),
  markStrength: v.picklist(MARK_STRENGTHS),
  occurrences: v.picklist(OCCURRENCES),
  pointing: v.picklist(POINTINGS),
  /** Held while pointing; only for `pointing: "key"`. */
  pointingKey: v.picklist(POINTING_KEYS),
  cardPlace: v.picklist(CARD_PLACES),
  minimap: v.boolean(),
  definitions: v.picklist(DEFINITIONS),
  theme: v.picklist(THEMES),
  /** Formulations not to be marked: the term's id, or the surface of a numeral that the glossary lacks. */
  muted: v.array(v.pipe(v.string(), v.maxLength(200))),
  /** Ids of packs whose terms are as if they were not in the glossary. */
  packsOff: v.array(v.pipe(v.string(), v.maxLength(200))),
});

export const pageSettingsSchema = v.strictObject({
  ...lookSchema.entries,
  /** Marks at all, on this site. */
  on: v.boolean(),
  /** Of the interface. */
  language: v.picklist(LANGUAGES),
});
export type PageSettings = v.InferOutput<typeof pageSettingsSchema>;
