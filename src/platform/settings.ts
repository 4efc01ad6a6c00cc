/** What the user has set: one versioned object in the extension's local storage. */
import * as v from "valibot";
import { languageFor, LANGUAGES, type Language } from "../protocol/language.ts";
import { lookSchema, type PageSettings } from "../protocol/page-settings.ts";
import { browser } from "./browser.ts";

const KEY = "settings";

const schema = v.object({
  ...lookSchema.entries,
  version: v.literal(2),
  /** Marks at all, anywhere. */
  enabled: v.boolean(),
  /** Hosts without marks. */
  offSites: v.array(v.string()),
  /** Of the interface; "auto" is the browser's. */
  language: v.picklist(["auto", ...LANGUAGES]),
});
export type Settings = v.InferOutput<typeof schema>;

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
  language: "auto",
};

/** What each older version was written as, and how it becomes the next. */
const MIGRATIONS: Readonly<Record<number, (stored: Record<string, unknown>) => Record<string, unknown>>> = {
  // 1 had enabled, offSites and show.
  1: (stored) => ({ ...DEFAULTS, ...stored, version: 2 }),
};

/** The settings in `stored`, of whichever version; undefined if they are none that can be read. */
function parse(stored: unknown): Settings | undefined {
  let settings = stored;
  for (;;) {
    const version = v.safeParse(v.object({ version: v.number() }), settings);
    const migrate = version.success ? MIGRATIONS[version.output.version] : undefined;
    if (!migrate) break;
    settings = migrate(settings as Record<string, unknown>);
  }
  const result = v.safeParse(schema, settings);
  return result.success ? result.output : undefined;
}

/** The settings as stored; the defaults where nothing is stored, or nothing that can be read. */
export async function readSettings(): Promise<Settings> {
  const stored = await browser.storage.local.get(KEY);
  return parse(stored[KEY]) ?? { ...DEFAULTS };
}

let writing: Promise<unknown> = Promise.resolve();

/** Changes what `change` returns and leaves the rest; one write after the other, so that none is lost. */
export function changeSettings(change: (settings: Settings) => Partial<Omit<Settings, "version">>): Promise<Settings> {
  const write = writing.then(async () => {
    const settings = await readSettings();
    const changed = { ...settings, ...change(settings) };
    await browser.storage.local.set({ [KEY]: changed });
    return changed;
  });
  writing = write.catch(() => undefined);
  return write;
}

/** Calls `take` after each change, whichever part of the extension made it. */
export function onSettings(take: (settings: Settings, before: Settings) => void): void {
  browser.storage.local.onChanged.addListener((changes) => {
    const after = parse(changes[KEY]?.newValue);
    if (after) take(after, parse(changes[KEY]?.oldValue) ?? DEFAULTS);
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
