import { defineBackground } from "wxt/utils/define-background";
import { entryOf } from "../src/lexicon/entry.ts";
import { toBase64 } from "../src/platform/base64.ts";
import { serveCommands } from "../src/platform/commands.ts";
import { applySettingsEverywhere, injectEngine } from "../src/platform/inject.ts";
import { readLexicon, readLibrary } from "../src/platform/library.ts";
import { serve } from "../src/platform/messages.ts";
import { readSettings, settingsFor } from "../src/platform/settings.ts";
import { openReader } from "../src/platform/reader-address.ts";

export default defineBackground(() => {
  serve({
    wake: async (_, { tab, frame }) => {
      if (tab && settingsFor(tab.url, await readSettings()).on) await injectEngine(tab.id, frame);
      return null;
    },
    start: async (_, { tab }) => ({
      lexicon: toBase64(await readLexicon()),
      settings: settingsFor(tab?.url, await readSettings()),
    }),
    entry: async ({ id }) => entryOf(await readLibrary(), id) ?? null,
    openSpeech: async ({ locator }, { tab }) => {
      await openReader(locator, tab?.id);
      return null;
    },
  });
  applySettingsEverywhere();
  serveCommands();
});
