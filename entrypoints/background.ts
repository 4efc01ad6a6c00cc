import { defineBackground } from "wxt/utils/define-background";
import { marksSheet, type MarkLook } from "../src/page/marks.ts";
import { serveCommands } from "../src/platform/commands.ts";
import { applySettingsEverywhere, changeSheet, injectEngine, injectSheet } from "../src/platform/inject.ts";
import { readEntry, readLexiconText, readTraditional } from "../src/platform/library.ts";
import { openGlossary, serveLookUp } from "../src/platform/look-up.ts";
import { serve } from "../src/platform/messages.ts";
import { noteLookUp } from "../src/platform/history.ts";
import { openReader } from "../src/platform/reader-address.ts";
import { changeSettings, readSettings, settingsFor, siteOf, withMuted, withSite } from "../src/platform/settings.ts";
import { showInPanel } from "../src/platform/side-panel.ts";
import { showInToolbar } from "../src/platform/toolbar.ts";
import { userData } from "../src/platform/user-data.ts";
import { welcomeAtFirst } from "../src/platform/welcome.ts";
import { speak } from "../src/ui/words/language.ts";
import { manifestWords } from "../src/ui/words/manifest.ts";

/** Highlights are inherited from the root in Chromium, where rules for all elements would make every page slower. */
const sheetOf = (settings: MarkLook): string =>
  marksSheet(settings, import.meta.env["BROWSER"] === "firefox" ? "" : ":root");

export default defineBackground(() => {
  serve({
    style: async (_, { tab, frame }) => {
      if (!tab) return null;
      const settings = await readSettings();
      if (settingsFor(tab.url, settings).on) {
        void readLexiconText();
        await injectSheet(tab.id, frame, sheetOf(settings));
      }
      return null;
    },
    wake: async ({ styled }, { tab, frame }) => {
      if (!tab) return null;
      const settings = await readSettings();
      if (settingsFor(tab.url, settings).on) {
        // The engine will ask for it.
        void readLexiconText();
        await Promise.all([styled || injectSheet(tab.id, frame, sheetOf(settings)), injectEngine(tab.id, frame)]);
      } else await showInToolbar("off", tab.id);
      return null;
    },
    start: async (_, { tab }) => ({
      lexicon: await readLexiconText(),
      traditional: await readTraditional(),
      settings: settingsFor(tab?.url, await readSettings()),
      site: siteOf(tab?.url),
    }),
    catchUp: async ({ look }, { tab, frame }) => {
      const settings = await readSettings();
      const forPage = settingsFor(tab?.url, settings);
      if (tab) {
        await changeSheet({ tabId: tab.id, frameIds: [frame] }, sheetOf(look), sheetOf(settings));
        if (!forPage.on) await showInToolbar("off", tab.id);
      }
      return forPage;
    },
    entry: async ({ id }) => (await readEntry(id)) ?? null,
    openGlossary: async ({ query }, { tab }) => {
      await openGlossary(query, tab?.id);
      return null;
    },
    openSpeech: async ({ locator }, { tab }) => {
      await openReader(locator, tab?.id);
      return null;
    },
    lookedUp: async (lookUp, { tab }) => {
      if (tab) await noteLookUp(lookUp, tab);
      return null;
    },
    show: async ({ subject, clicked }, { tab }) => (tab ? showInPanel(subject, clicked, tab) : false),
    save: async ({ term, headword }) => {
      await userData.save({ term, headword, note: "", time: Date.now() });
      return null;
    },
    unsave: async ({ term }) => {
      await userData.unsave(term);
      return null;
    },
    isSaved: async ({ term }) => (await userData.savedTerm(term)) !== undefined,
    mute: async ({ key }) => {
      await changeSettings((settings) => withMuted(settings, key, true));
      return null;
    },
    unmute: async ({ key }) => {
      await changeSettings((settings) => withMuted(settings, key, false));
      return null;
    },
    siteOff: async (_, { tab }) => {
      if (tab?.url !== undefined) await changeSettings((settings) => withSite(settings, tab.url!, false));
      return null;
    },
    siteOn: async (_, { tab }) => {
      if (tab?.url !== undefined) await changeSettings((settings) => withSite(settings, tab.url!, true));
      return null;
    },
  });
  applySettingsEverywhere(sheetOf);
  serveCommands();
  welcomeAtFirst();
  serveLookUp((language) => {
    speak(language);
    return manifestWords;
  });
});
