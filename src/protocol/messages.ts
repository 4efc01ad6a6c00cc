/**
 * Every message between the extension's parts: name, payload, result, and the guard that an incoming one must pass.
 *
 * Requests go from a page's content script or an extension page to the background; orders from the background or the popup to
 * the engine in a frame. Whoever receives a message validates it; an unknown or malformed one is refused with an error.
 */
import * as v from "valibot";
import type { Entry } from "../lexicon/entry.ts";
import { CATEGORIES, WEIGHTS } from "../lexicon/term.ts";
import type { TraditionalTable } from "../lexicon/traditional.ts";
import { lookSchema, pageSettingsSchema, type PageSettings } from "./page-settings.ts";
import { REGISTER_GROUPS } from "./register-groups.ts";

const offset = v.pipe(v.number(), v.integer(), v.minValue(0));
const id = v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,200}$/));

/** A place in a speech that the reader opens at: UTF-16 code units of the speech's text. */
const locatorSchema = v.strictObject({
  speech: id,
  start: offset,
  end: offset,
  sentenceStart: offset,
  sentenceEnd: offset,
});
export type Locator = v.InferOutput<typeof locatorSchema>;

/** What a card is about, in the page's own words. */
export const subjectSchema = v.strictObject({
  /** Null for a numeral formulation that the glossary lacks. */
  term: v.nullable(id),
  surface: v.string(),
  /** The page's sentence around it. */
  sentence: v.string(),
  /** The page's. */
  script: v.picklist(["hans", "hant"]),
});
export type Subject = v.InferOutput<typeof subjectSchema>;

/** A formulation that is not to be marked: a term's id, or the surface of a numeral that the glossary lacks. */
const mutable = v.pipe(v.string(), v.minLength(1), v.maxLength(200));

const requestSchema = v.variant("name", [
  /** The gate found Chinese in this frame, which is still coming: it will want the marks' style sheet. */
  v.strictObject({ name: v.literal("style") }),
  /** The gate found Chinese in this frame; `styled` says whether it has asked for the style sheet before. */
  v.strictObject({ name: v.literal("wake"), styled: v.boolean() }),
  /** The engine in this frame is ready to start. */
  v.strictObject({ name: v.literal("start") }),
  /** This frame is shown again as it was left, which no order has reached meanwhile; its style sheet is of this look. */
  v.strictObject({
    name: v.literal("catchUp"),
    look: v.strictObject({ markStyle: lookSchema.entries.markStyle, markStrength: lookSchema.entries.markStrength }),
  }),
  v.strictObject({ name: v.literal("entry"), id }),
  v.strictObject({ name: v.literal("openSpeech"), locator: locatorSchema }),
  /** The glossary on a page of its own, asked for what the reader selected. */
  v.strictObject({ name: v.literal("openGlossary"), query: v.pipe(v.string(), v.maxLength(200)) }),
  /** The reader has looked something up on the page: a line of the history, which private windows don't write. */
  v.strictObject({ name: v.literal("lookedUp"), term: v.nullable(id), surface: v.string(), sentence: v.string() }),
  /** Show this in the side panel instead of a card; `clicked` allows the browser to open the panel. */
  v.strictObject({ name: v.literal("show"), subject: subjectSchema, clicked: v.boolean() }),
  v.strictObject({ name: v.literal("save"), term: id, headword: v.pipe(v.string(), v.maxLength(200)) }),
  v.strictObject({ name: v.literal("unsave"), term: id }),
  v.strictObject({ name: v.literal("isSaved"), term: id }),
  v.strictObject({ name: v.literal("mute"), key: mutable }),
  v.strictObject({ name: v.literal("unmute"), key: mutable }),
  /** No marks on the site that asks; marks on it again. */
  v.strictObject({ name: v.literal("siteOff") }),
  v.strictObject({ name: v.literal("siteOn") }),
]);
export type Request = v.InferOutput<typeof requestSchema>;

export interface Results {
  style: null;
  wake: null;
  /** The compiled lexicon in base64, for messages in Chromium are JSON. */
  start: {
    lexicon: string;
    traditional: TraditionalTable;
    settings: PageSettings;
    /** What `siteOff` switches off, by its name. */
    site: string;
  };
  catchUp: PageSettings;
  entry: Entry | null;
  openSpeech: null;
  openGlossary: null;
  lookedUp: null;
  /** Whether a side panel shows it. */
  show: boolean;
  save: null;
  unsave: null;
  isSaved: boolean;
  mute: null;
  unmute: null;
  siteOff: null;
  siteOn: null;
}

const orderSchema = v.variant("name", [
  v.strictObject({ name: v.literal("summary") }),
  /** Show the occurrence `place` and open its card. */
  v.strictObject({ name: v.literal("jump"), place: offset }),
  v.strictObject({ name: v.literal("settings"), settings: pageSettingsSchema }),
  /** Go on (1) or back (-1): from where the reader is, or to the first or last of the frame. */
  v.strictObject({ name: v.literal("step"), direction: v.picklist([1, -1]), from: v.picklist(["here", "edge"]) }),
  /** Explain what is selected, or where the reader is. */
  v.strictObject({ name: v.literal("open") }),
  v.strictObject({ name: v.literal("close") }),
]);
export type Order = v.InferOutput<typeof orderSchema>;

/** All occurrences of one formulation in a frame. */
const groupSchema = v.strictObject({
  /** Null for a numeral formulation that the glossary lacks. */
  term: v.nullable(id),
  /** As it stands at its first occurrence. */
  surface: v.string(),
  kind: v.picklist(["term", "numeral", "frame"]),
  category: v.picklist(CATEGORIES),
  weight: v.picklist(WEIGHTS),
  /** Numbers that `jump` takes, in the order of the page. */
  places: v.array(offset),
});
export type FindingGroup = v.InferOutput<typeof groupSchema>;

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const counts = <const K extends readonly string[]>(
  keys: K,
): v.StrictObjectSchema<Record<K[number], typeof count>, undefined> =>
  v.strictObject(Object.fromEntries(keys.map((key) => [key, count])) as Record<K[number], typeof count>);

const summarySchema = v.strictObject({
  on: v.boolean(),
  /** What the frame's text has that its register is judged by; findings that are not shown are counted too. */
  register: v.strictObject({ han: count, groups: counts(REGISTER_GROUPS), categories: counts(CATEGORIES) }),
  /** In the order of their first occurrence. */
  groups: v.array(groupSchema),
});
export type PageSummary = v.InferOutput<typeof summarySchema>;

/** The register of a frame that is not marked. */
export function noRegister(): PageSummary["register"] {
  const zeros = <K extends string>(keys: readonly K[]): Record<K, number> =>
    Object.fromEntries(keys.map((key) => [key, 0])) as Record<K, number>;
  return { han: 0, groups: zeros(REGISTER_GROUPS), categories: zeros(CATEGORIES) };
}

export interface OrderResults {
  summary: PageSummary;
  jump: boolean;
  settings: null;
  /** Whether there was a further one. */
  step: boolean;
  /** Whether there was something to explain. */
  open: boolean;
  close: null;
}

/** @throws ValiError if `message` is not a request. */
export const asRequest = (message: unknown): Request => v.parse(requestSchema, message);

/** @throws ValiError if `message` is not an order. */
export const asOrder = (message: unknown): Order => v.parse(orderSchema, message);

/** The summary that a frame's engine sent, or undefined if it sent something else. */
export function asSummary(answer: unknown): PageSummary | undefined {
  const result = v.safeParse(summarySchema, answer);
  return result.success ? result.output : undefined;
}
