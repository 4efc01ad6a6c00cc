/** What the user has set: one versioned object in the extension's local storage. */
import * as v from "valibot";
import { languageFor, LANGUAGES, type Language } from "../protocol/language.ts";
import { lookSchema, type PageSettings } from "../protocol/page-settings.ts";
import { browser } from "./browser.ts";

const KEY = "settings";

export const settingsSchema = v.object({
  ...lookSchema.entries,
  version: v.literal(2),
  /** Marks at all, anywhere. */
  enabled: v.boolean(),
  /** Hosts without marks. */
  offSites: v.array(v.string()),
  /** Of the interface; "auto" is the browser's. */
  language: v.picklist(["auto", ...LANGUAGES]),
});
export type Settings = v.InferOutput<typeof settingsSchema>;

const DEFAULTS: Readonly<Settings> = {
  version: 2,
  enabled: true,
  offSites: [],
  show: "regular",
  markStyle: "underline",
  markStrength: "normal",
  occurrences: "every",
  pointing: "hover",
  pointingKey: "Alt",
  cardPlace: "card",
  minimap: false,
  definitions: "both",
  theme: "auto",
  muted: [],
  packsOff: [],
  language: "auto",
};

/**
 * What each older version was written as, and how it becomes the next. A field that was only added needs none: where it is not
 * stored it is as by default.
 */
const MIGRATIONS: Readonly<Record<number, (stored: Record<string, unknown>) => Record<string, unknown>>> = {
  // 1 had enabled, offSites and show.
  1: (stored) => ({ ...stored, version: 2 }),
};

const versioned = v.looseObject({ version: v.number() });
const ofThisVersion = v.looseObject({ version: settingsSchema.entries.version });

/** `stored`, of whichever version, as this version would have stored it; what it is has not been looked at. */
export function migrated(stored: unknown): unknown {
  let settings = stored;
  for (;;) {
    if (!v.is(versioned, settings)) return settings;
    const migrate = MIGRATIONS[settings.version];
    if (!migrate) return { ...DEFAULTS, ...settings };
    settings = migrate(settings);
  }
}

/**
 * The settings in `stored`, of whichever version; undefined if they are none that can be read. A field that can't be is as by
 * default: the next change writes all of them, and what is wrong with one would cost the reader the lists in the others.
 */
function parse(stored: unknown): Settings | undefined {
  const settings = migrated(stored);
  if (!v.is(ofThisVersion, settings)) return undefined;
  const readable = Object.entries(settingsSchema.entries).filter(([name, field]) => v.is(field, settings[name]));
  return { ...DEFAULTS, ...Object.fromEntries(readable.map(([name]) => [name, settings[name]])) };
}

/** The settings as stored; the defaults where nothing is stored, or nothing that can be read. */
export async function readSettings(): Promise<Settings> {
  const stored = await browser.storage.local.get(KEY);
  return parse(stored[KEY]) ?? { ...DEFAULTS };
}

/**
 * Changes what `change` returns and leaves the rest. One write after the other, whichever pages of the extension they come from, so
 * that none is lost. @throws Error if the browser can't store them; then they are as before.
 */
export function changeSettings(change: (settings: Settings) => Partial<Omit<Settings, "version">>): Promise<Settings> {
  return navigator.locks.request(KEY, async () => {
    const settings = await readSettings();
    const changed = { ...settings, ...change(settings) };
    await browser.storage.local.set({ [KEY]: changed });
    return changed;
  });
}

/**
 * Puts every setting back to how it was at first, but for the language: who resets them has to read what was done. Returns them as
 * they were before. @throws Error as `changeSettings` does.
 */
export async function resetSettings(): Promise<Settings> {
  let before: Settings | undefined;
  await changeSettings((current) => {
    before = current;
    return { ...DEFAULTS, language: current.language };
  });
  return before!;
}

/**
 * Calls `take` after each change, whichever part of the extension made it; and where they are no longer as `known`, which was read
 * before, for a page may take its time between.
 */
export function onSettings(take: (settings: Settings, before: Settings) => void, known?: Settings): void {
  browser.storage.local.onChanged.addListener((changes) => {
    const after = parse(changes[KEY]?.newValue);
    if (after) take(after, parse(changes[KEY]?.oldValue) ?? DEFAULTS);
  });
  if (!known) return;
  void readSettings().then((now) => {
    const keys = Object.keys(now) as (keyof Settings)[];
    if (keys.some((key) => JSON.stringify(now[key]) !== JSON.stringify(known[key]))) take(now, known);
  });
}

/** What the settings say of a page at `url`. */
export function settingsFor(url: string | undefined, settings: Settings): PageSettings {
  const { version: _, enabled, offSites, language: _language, ...look } = settings;
  return {
    ...look,
    on: enabled && !offSites.includes(siteOf(url)),
    language: languageOf(settings),
  };
}

/** The language of the interface. */
export function languageOf({ language }: Pick<Settings, "language">): Language {
  return language === "auto" ? languageFor(navigator.languages) : language;
}

/** With the site of `url` switched on or off. */
export function withSite(settings: Settings, url: string, on: boolean): Pick<Settings, "offSites"> {
  const site = siteOf(url);
  const others = settings.offSites.filter((other) => other !== site);
  return { offSites: on ? others : [...others, site] };
}

/** With a formulation marked no more, or again: `key` is a term's id, or the surface of a numeral that the glossary lacks. */
export function withMuted(settings: Settings, key: string, muted: boolean): Pick<Settings, "muted"> {
  const others = settings.muted.filter((other) => other !== key);
  return { muted: muted ? [...others, key] : others };
}

/** The host of `url`; for an address without one (file:, about:), its scheme. */
export function siteOf(url: string | undefined): string {
  if (url === undefined || !URL.canParse(url)) return "";
  const { host, protocol } = new URL(url);
  return host === "" ? protocol : host;
}

/** The site that a user names, by its host or by the address of a page of it; undefined where `typed` is neither. */
export function siteNamed(typed: string): string | undefined {
  const named = typed.trim();
  if (/^(https?|file):\/\//i.test(named)) return URL.canParse(named) ? siteOf(named) : undefined;
  const url = `https://${named}`;
  if (!URL.canParse(url)) return undefined;
  const { hostname, port } = new URL(url);
  // A single word is more likely to be a mistake than a machine of the house, which can be given by its whole address.
  const isHost = /^[a-z0-9_-]+(\.[a-z0-9_-]+)+\.?$/.test(hostname) || hostname === "localhost" || port !== "";
  return isHost || /^\[[\da-f:.]+\]$/.test(hostname) ? siteOf(url) : undefined;
}
