/**
 * Every English string of the interface. Another language is another object of the same type.
 *
 * `{name}` stands where a component puts something of its own: a headword in its own script, a number set apart (see Phrase).
 */
import type { Category, RenderingKind, Scope, VariantKind, Weight } from "../lexicon/term.ts";

/** "1 formulation", "7 formulations"; thousands are set apart. */
function counted(n: number, one: string, many: string): string {
  return `${number(n)} ${n === 1 ? one : many}`;
}

function number(n: number): string {
  return n.toLocaleString("en");
}

/** "once", "twice", "12 times" at the head of a line. */
function times(n: number): string {
  if (n === 1) return "Once";
  return n === 2 ? "Twice" : `${number(n)} times`;
}

const MONTHS = "January February March April May June July August September October November December".split(" ");

/** "2012-11-29" as "29 November 2012"; less where less is known. */
function date(iso: string): string {
  const [year = iso, month, day] = iso.split("-");
  return [day && String(Number(day)), month && MONTHS[Number(month) - 1], year].filter(Boolean).join(" ");
}

const categories: Record<Category, string> = {
  doctrine: "Doctrine",
  numeral: "Numeral formulation",
  policy: "Policy",
  institution: "Institution",
  slogan: "Slogan",
  jargon: "Jargon",
  frame: "Frame",
};

const renderingKinds: Record<RenderingKind, string> = {
  official: "official",
  common: "common",
  literal: "literal",
  working: "Tifa’s own, no official one known",
};

const shortRenderingKinds: Record<RenderingKind, string> = {
  official: "official",
  common: "common",
  literal: "literal",
  working: "Tifa’s own",
};

const scopes: Record<Scope, string> = {
  national: "National",
  province: "Used in one province",
  county: "Used in one county",
};

const variantNotes: Record<VariantKind, string> = {
  alias: "The page has {page}; the fixed form is {fixed}.",
  short: "The page has {page}, short for {fixed}.",
  misprint: "The page has {page}, a misprint for {fixed}.",
  order: "The page has {page}; the usual order is {fixed}.",
};

const shows: Record<Weight, string> = {
  essential: "Essential",
  regular: "Regular",
  background: "Everything",
};

const showHints: Record<Weight, string> = {
  essential: "Only what a sentence can’t be understood without",
  regular: "What is worth knowing, too",
  background: "Common jargon, too",
};

export const words = {
  number,
  name: { zh: "提法", en: "Tifa" },

  category: categories,
  scope: scopes,

  entryGone: "The glossary no longer has this entry. Reload the page.",
  extensionGone: "Tifa was updated or removed while this page was open. Reload the page.",

  card: {
    back: "Back",
    close: "Close",
    copy: "Copy",
    copyLabel: "Copy headword and rendering",
    copied: "Copied",
    loading: "Looking it up…",
    error: "The explanation could not be opened.",
    unknown: "Looks like a numeral formulation; it is not in the glossary.",
    unknownSentence: "On this page",
  },

  entry: {
    otherScript: "the same in the other script",
    kind: renderingKinds,
    shortKind: shortRenderingKinds,
    otherRenderings: "Other renderings",
    definition: "Definition",
    variant: variantNotes,
    members: "Members",
    local: "Local; the text does not say what it counts.",
    unknownMembers: "Its members are not known for certain.",
    origin: "Origin",
    usage: "Usage",
    quotes: "In the speeches",
    none: "In none of the speeches yet.",
    counts: (occurrences: number, speeches: number): string =>
      `${times(occurrences)} in ${speeches === 1 ? "one" : number(speeches)} of the speeches`,
    openSpeech: "Open in the speech",
    verbs: "After {verbs}",
    alsoIn: "The same passage, word for word, in {titles}",
    wholeSentence: "Whole sentence",
    shorter: "Shorter",
    related: "See also",
    from: "Glossary: {pack}",
    date,
  },

  popup: {
    everywhere: "Everywhere",
    onSite: (host: string): string => `On ${host}`,
    search: "Search the glossary",
    searchHint: "Search hanzi, pinyin or English",
    clear: "Clear the search",
    results: (n: number): string => counted(n, "entry", "entries"),
    firstResults: (n: number): string => `The first ${number(n)}; type more to narrow.`,
    noResults: "Nothing in the glossary for “{query}”.",
    noResultsHint: "Try fewer characters, pinyin without tones, or a word of the English rendering.",
    page: "This page",
    formulations: (n: number): string => counted(n, "formulation", "formulations"),
    occurrences: (n: number): string => `in ${counted(n, "place", "places")}`,
    show: "How much to mark",
    showShort: "Mark",
    showOption: shows,
    showHint: showHints,
    order: "Order",
    byPlace: "In order",
    byCount: "By count",
    jump: (surface: string): string => `Go to ${surface}`,
    jumpHint: "Go to the first place",
    next: (surface: string): string => `Next place of ${surface}`,
    previous: (surface: string): string => `Previous place of ${surface}`,
    explain: (surface: string): string => `Explain ${surface}`,
    explainShort: "Explain",
    placeOf: (n: number, all: number): string => `${number(n)} / ${number(all)}`,
    placesLabel: (all: number): string => counted(all, "place", "places"),
    unknown: "Not in the glossary",
    showAll: (n: number): string => `Show all ${number(n)}`,
    back: "Back",
    loading: "Reading the page…",
    empty: {
      found: {
        title: "No formulations found on this page.",
        hint: "Choose “Everything” above to mark common jargon too, or search the glossary.",
        hintAtMost: "The glossary can still be searched above.",
      },
      offSite: {
        title: "Tifa is off on this site.",
        hint: "Switch it on above to mark this site’s pages.",
      },
      offEverywhere: {
        title: "Tifa is off.",
        hint: "Switch on “Everywhere” above to mark pages again.",
      },
      "no-access": {
        title: "The browser keeps this page to itself.",
        hint: "Extensions can’t read its settings, its add-on store or a new tab. Open a web page, then Tifa again.",
      },
      "not-chinese": {
        title: "There is no Chinese text on this page.",
        hint: "Tifa reads pages with at least a few lines of Chinese. If more has appeared since, close and open this again.",
      },
      unreadable: {
        title: "This page could not be read.",
        hint: "Reload the page, then open Tifa again.",
      },
    },
  },

  reader: {
    speeches: "Speeches",
    about: "About this speech",
    occasion: "Occasion",
    office: "Office",
    period: "Period",
    redactions: "Redactions",
    missing: "There is no such speech.",
    missingHint: "The link may be from another version of the glossary. Choose a speech from the list.",
    openedAt: "Opened at",
    noPlace: "That place is not in this version of the speech.",
    copyLink: "Copy link to this sentence",
    copyQuotation: "Copy quotation with source",
    copied: "Copied",
    notCopied: "Could not copy",
    text: "The speech",
  },
};
