/** An engine's side of the protocol: a page that is there or not, as the settings say, and obeys orders while it is. */
import { withoutPacks, type Lexicon } from "../lexicon/lexicon.ts";
import { noRegister, type FindingGroup, type PageSummary } from "../protocol/messages.ts";
import type { PageSettings } from "../protocol/page-settings.ts";
import { isOrphaned } from "./browser.ts";
import { obey } from "./messages.ts";
import { serveWatchers } from "./watch.ts";

/** What is ordered of a page. */
export interface EnginePage {
  settled: () => Promise<void>;
  summary: () => FindingGroup[];
  register: () => PageSummary["register"];
  jump: (place: number) => boolean;
  step: (direction: 1 | -1, from: "here" | "edge") => boolean;
  explainHere: () => boolean;
  close: () => void;
  obey: (settings: PageSettings) => void;
  stop: () => void;
}

/** Milliseconds that an answer waits for a page to be read, for some are never done; watchers are told of what is found later. */
const PATIENCE = 1000;

export interface EngineOptions<Opened extends EnginePage> {
  /** What the page is opened with. Where it could not be had it is asked for again with the next order of settings. */
  start: () => Promise<{ lexicon: Lexicon; settings: PageSettings }>;
  /** The settings as they are now, for a page that last heard of `before`. */
  catchUp: (before: PageSettings) => Promise<PageSettings>;
  /** Told when the page's summary is another, with the page, or without one while it is not marked. */
  onChange?: (page: Opened | undefined) => void;
}

export interface Engine {
  /** Opens the page; anew, where it is open: what it was opened for is another. */
  begin: () => void;
}

/**
 * Obeys from now on. `open` makes the page; it may call `restart` when its document has been written anew, and calls `changed` when
 * its summary is another.
 */
export function obeyFor<Opened extends EnginePage>(
  open: (lexicon: Lexicon, settings: PageSettings, restart: () => void, changed: () => void) => Opened,
  { start, catchUp, onChange }: EngineOptions<Opened>,
): Engine {
  let lexicon: Lexicon | undefined;
  let settings: PageSettings | undefined;
  let page: Opened | undefined;
  let hasBegun = false;
  let isStarting = false;
  /** The packs that the page was opened without. */
  let packsOff: readonly string[] = [];
  const tellWatchers = serveWatchers();
  const changed = (): void => {
    tellWatchers();
    onChange?.(page);
  };

  const apply = (): void => {
    if (!hasBegun) return;
    if (!lexicon || !settings) {
      startOnce();
      return;
    }
    if (!settings.on || settings.packsOff.join() !== packsOff.join()) {
      page?.stop();
      page = undefined;
    }
    if (page) {
      page.obey(settings);
    } else if (settings.on) {
      ({ packsOff } = settings);
      page = open(withoutPacks(lexicon, new Set(packsOff)), settings, begin, changed);
    }
    changed();
  };
  const startOnce = (): void => {
    if (isStarting) return;
    isStarting = true;
    start().then(
      (started) => {
        ({ lexicon } = started);
        // What was ordered in the meantime is newer.
        settings ??= started.settings;
        apply();
      },
      (error: unknown) => {
        isStarting = false;
        // An extension that was updated or removed in this very moment is no error.
        // oxlint-disable-next-line eslint/no-console
        if (!isOrphaned()) console.error("Tifa can't start on this page.", error);
      },
    );
  };
  const begin = (): void => {
    page?.stop();
    page = undefined;
    hasBegun = true;
    apply();
  };

  // No order reaches a page that the browser keeps for the way back.
  addEventListener("pageshow", ({ isTrusted, persisted }) => {
    if (!isTrusted || !persisted) return;
    const before = settings;
    if (!before) {
      apply();
      return;
    }
    catchUp(before).then(
      (now) => {
        if (settings !== before) return;
        settings = now;
        apply();
      },
      // The extension was updated or removed meanwhile, which the page sees by itself.
      () => undefined,
    );
  });
  obey({
    settings: ({ settings: ordered }) => {
      settings = ordered;
      apply();
      return null;
    },
    summary: async () => {
      await Promise.race([page?.settled(), new Promise((resolve) => setTimeout(resolve, PATIENCE))]);
      return { on: page !== undefined, register: page?.register() ?? noRegister(), groups: page?.summary() ?? [] };
    },
    jump: ({ place }) => page?.jump(place) ?? false,
    step: ({ direction, from }) => page?.step(direction, from) ?? false,
    open: () => page?.explainHere() ?? false,
    close: () => {
      page?.close();
      return null;
    },
  });
  return { begin };
}
