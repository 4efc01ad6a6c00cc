/** Looking something up from anywhere in the browser: a selection's menu, a key, the address bar. Each opens the glossary. */
import { termLine, type TermLine } from "../lexicon/entry.ts";
import { indexTerms, search, type SearchIndex } from "../lexicon/search.ts";
import { escapeXml } from "../lexicon/xml.ts";
import type { Language } from "../protocol/language.ts";
import { browser } from "./browser.ts";
import { glossaryAddress } from "./desk-address.ts";
import { readTerms } from "./library.ts";
import { languageOf, onSettings, readSettings } from "./settings.ts";

const MENU = "look-up";
/** Of a selection. What is longer is no term, and no address has room for it. */
const LONGEST = 200;
const MOST_SUGGESTIONS = 6;

/** What is said in the browser's own menu and address bar. */
export interface LookUpWords {
  /** With `%s`, where the browser puts the selection. */
  menu: string;
  /** In the address bar before anything is typed. */
  prompt: string;
}

/** Takes look-ups from now on; `wordsIn` speaks the language of the interface. */
export function serveLookUp(wordsIn: (language: Language) => LookUpWords): void {
  serveMenu(wordsIn);
  serveAddressBar(wordsIn);
  browser.commands.onCommand.addListener((command: string) => {
    if (command === MENU) void lookUpSelection();
  });
}

function serveMenu(wordsIn: (language: Language) => LookUpWords): void {
  const title = async (): Promise<string> => wordsIn(languageOf(await readSettings())).menu;
  // It stays until the extension is updated; the background comes and goes.
  browser.runtime.onInstalled.addListener(() => {
    void title().then(async (named) => {
      await browser.contextMenus.removeAll();
      browser.contextMenus.create({ id: MENU, title: named, contexts: ["selection"] });
    });
  });
  onSettings((settings, before) => {
    if (settings.language !== before.language)
      void title().then((named) => browser.contextMenus.update(MENU, { title: named }));
  });
  browser.contextMenus.onClicked.addListener(({ menuItemId, selectionText }, tab) => {
    if (menuItemId === MENU) void openGlossary(selectionText ?? "", tab?.id);
  });
}

async function lookUpSelection(): Promise<void> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  await openGlossary(tab?.id === undefined ? "" : await selectionIn(tab.id), tab?.id);
}

/** What is selected in the frames of a tab; "" where nothing is, or where the tab is closed to extensions. */
async function selectionIn(tab: number): Promise<string> {
  const frames = await browser.scripting
    .executeScript({
      target: { tabId: tab, allFrames: true },
      func: () => {
        const { activeElement: field } = document;
        if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return String(getSelection());
        // What is selected in a field is not of the document's selection; a password is nobody's affair.
        const { type, value, selectionStart, selectionEnd } = field;
        return type === "password" ? "" : value.slice(selectionStart ?? 0, selectionEnd ?? 0);
      },
    })
    .catch(() => []);
  const texts = frames.flatMap(({ result }: { result?: unknown }) => (typeof result === "string" ? result : []));
  return texts.find((text) => text.trim() !== "") ?? "";
}

/** The glossary in a tab of its own, asked for `text`; beside the tab that it was asked from. */
export async function openGlossary(text: string, opener?: number): Promise<void> {
  const query = text.replace(/\s+/g, " ").trim().slice(0, LONGEST);
  const url = browser.runtime.getURL(glossaryAddress({ query }));
  await browser.tabs.create({ url, ...(opener === undefined ? {} : { openerTabId: opener }) });
}

function serveAddressBar(wordsIn: (language: Language) => LookUpWords): void {
  let index: Promise<SearchIndex> | undefined;
  const suggestionsFor = async (query: string): Promise<{ content: string; description: string }[]> => {
    index ??= readTerms().then(indexTerms);
    const isTraditional = languageOf(await readSettings()) === "zh-Hant";
    return search(await index, query, MOST_SUGGESTIONS)
      .map(termLine)
      .map((line) => ({
        content: line.headword,
        description: describe(line, isTraditional ? line.traditional : line.headword),
      }));
  };
  browser.omnibox.onInputStarted.addListener(() => {
    void readSettings().then((settings) =>
      browser.omnibox.setDefaultSuggestion({ description: asDescription(wordsIn(languageOf(settings)).prompt) }),
    );
  });
  browser.omnibox.onInputChanged.addListener((query, suggest) => {
    void suggestionsFor(query).then(suggest);
  });
  browser.omnibox.onInputEntered.addListener((text, disposition) => {
    const url = browser.runtime.getURL(glossaryAddress({ query: text.slice(0, LONGEST) }));
    if (disposition === "currentTab") void browser.tabs.update({ url });
    else void browser.tabs.create({ url, active: disposition === "newForegroundTab" });
  });
}

/** Chromium reads descriptions as XML, with words of its own for what stands out; in Firefox they are text. */
const readsXml = (): boolean => browser.runtime.getURL("").startsWith("chrome-extension:");

const asDescription = (text: string): string => (readsXml() ? escapeXml(text) : text);

function describe({ pinyin, rendering }: TermLine, headword: string): string {
  return readsXml()
    ? `<match>${escapeXml(headword)}</match> <dim>${escapeXml(pinyin)}</dim> ${escapeXml(rendering)}`
    : `${headword} ${pinyin} ${rendering}`;
}
