/** What the user has set: one versioned object in the extension's local storage. */
import * as v from "valibot";
import { WEIGHTS } from "../lexicon/term.ts";
import type { PageSettings } from "../protocol/messages.ts";
import { browser } from "./browser.ts";

const KEY = "settings";

const schema = v.object({
  version: v.literal(1),
  /** Marks at all, anywhere. */
  enabled: v.boolean(),
  /** Hosts without marks. */
  offSites: v.array(v.string()),
  /** The lightest weight that is marked. */
  show: v.picklist(WEIGHTS),
});
export type Settings = v.InferOutput<typeof schema>;

const DEFAULTS: Settings = { version: 1, enabled: true, offSites: [], show: "regular" };

/** The settings as stored; the defaults where nothing is stored, or nothing that can be read. */
export async function readSettings(): Promise<Settings> {
  const stored = await browser.storage.local.get(KEY);
  const result = v.safeParse(schema, stored[KEY]);
  return result.success ? result.output : { ...DEFAULTS };
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
    const after = v.safeParse(schema, changes[KEY]?.newValue);
    const before = v.safeParse(schema, changes[KEY]?.oldValue);
    if (after.success) take(after.output, before.success ? before.output : DEFAULTS);
  });
}

/** What the settings say of a page at `url`. */
export function settingsFor(url: string | undefined, { enabled, offSites, show }: Settings): PageSettings {
  return { on: enabled && !offSites.includes(siteOf(url)), show };
}

/** With the site of `url` switched on or off. */
export function withSite(settings: Settings, url: string, on: boolean): Pick<Settings, "offSites"> {
  const site = siteOf(url);
  const others = settings.offSites.filter((other) => other !== site);
  return { offSites: on ? others : [...others, site] };
}

/** The host of `url`; for an address without one (file:, about:), its scheme. */
export function siteOf(url: string | undefined): string {
  if (url === undefined || !URL.canParse(url)) return "";
  const { host, protocol } = new URL(url);
  return host === "" ? protocol : host;
}
