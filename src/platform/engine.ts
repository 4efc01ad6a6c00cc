/** An engine's side of the protocol: a page that is there or not, as the settings say, and obeys orders while it is. */
import { withoutPacks, type Lexicon } from "../lexicon/lexicon.ts";
import { noRegister, type FindingGroup, type PageSummary } from "../protocol/messages.ts";
import type { PageSettings } from "../protocol/page-settings.ts";
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

export interface Engine {
  /** Starts the page; settings that were ordered in the meantime are newer than these. */
  begin: (lexicon: Lexicon, settings: PageSettings) => void;
  /** Stops the page and opens it anew: what it was opened for is another. */
  restart: () => void;
}

/**
 * Obeys from now on. `open` makes the page; it may call `restart` when its document has been written anew, and calls `changed` when
 * its summary is another. `onChange` is told so too, with the page, or without one while the page is not marked.
 */
export function obeyFor<Opened extends EnginePage>(
  open: (lexicon: Lexicon, settings: PageSettings, restart: () => void, changed: () => void) => Opened,
  onChange: (page: Opened | undefined) => void = () => undefined,
): Engine {
  let lexicon: Lexicon | undefined;
  let settings: PageSettings | undefined;
  let page: Opened | undefined;
  /** The packs that the page was opened without. */
  let packsOff: readonly string[] = [];
  const tellWatchers = serveWatchers();
  const changed = (): void => {
    tellWatchers();
    onChange(page);
  };

  const apply = (): void => {
    if (!lexicon || !settings) return;
    if (!settings.on || settings.packsOff.join() !== packsOff.join()) {
      page?.stop();
      page = undefined;
    }
    if (page) {
      page.obey(settings);
    } else if (settings.on) {
      ({ packsOff } = settings);
      page = open(withoutPacks(lexicon, new Set(packsOff)), settings, restart, changed);
    }
    changed();
  };
  const restart = (): void => {
    page?.stop();
    page = undefined;
    apply();
  };

  obey({
    settings: ({ settings: ordered }) => {
      settings = ordered;
      apply();
      return null;
    },
    summary: async () => {
      await page?.settled();
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
  return {
    restart,
    begin: (loaded, asked) => {
      lexicon = loaded;
      settings ??= asked;
      apply();
    },
  };
}
