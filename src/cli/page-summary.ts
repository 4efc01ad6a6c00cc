/** What the extension found on a page that is open in Chromium. */
import { setTimeout } from "node:timers/promises";
import type { Page, Worker } from "playwright-core";
import type { Glossary } from "../lexicon/glossary.ts";
import { asSummary, type FindingGroup } from "../protocol/messages.ts";
import { table } from "./table.ts";

/** What the background script sees; only what is used here. */
declare const chrome: {
  tabs: {
    query(filter: object): Promise<{ id?: number; url?: string }[]>;
    sendMessage(tab: number, message: object, options: { frameId: number }): Promise<unknown>;
  };
  scripting: {
    executeScript(script: {
      target: { tabId: number; allFrames: true };
      func: () => void;
    }): Promise<{ frameId: number }[]>;
  };
};

/** Milliseconds: how long an engine may take to come, how long all may take, and how long the answer must stay the same. */
const COMING = 8_000;
const SETTLING = 30_000;
const STILL = 600;

/** The findings of all frames once they no longer change; undefined if no frame has an engine, so none is in Chinese. */
export async function settledFindings(background: Worker, page: Page): Promise<FindingGroup[] | undefined> {
  const begun = Date.now();
  let before = "";
  for (;;) {
    const findings = await findingsNow(background, page.url());
    const now = JSON.stringify(findings);
    const passed = Date.now() - begun;
    if ((findings && now === before) || passed > (findings ? SETTLING : COMING)) return findings;
    before = now;
    await setTimeout(STILL);
  }
}

async function findingsNow(background: Worker, address: string): Promise<FindingGroup[] | undefined> {
  const answers = await background.evaluate(async (url) => {
    const tab = (await chrome.tabs.query({})).find((candidate) => candidate.url === url);
    if (tab?.id === undefined) return [];
    const { id } = tab;
    const frames = await chrome.scripting.executeScript({
      target: { tabId: id, allFrames: true },
      func: () => undefined,
    });
    return Promise.all(
      // A frame without an engine rejects: there is no one to receive the message.
      frames.map(({ frameId }) => chrome.tabs.sendMessage(id, { name: "summary" }, { frameId }).catch(() => undefined)),
    );
  }, address);
  const summaries = answers.flatMap((answer) => asSummary(answer) ?? []);
  return summaries.length === 0 ? undefined : summaries.flatMap(({ groups }) => groups);
}

/** One line a formulation, in the order of the page, and the total. */
export function findingsTable(findings: readonly FindingGroup[], glossary: Glossary): string {
  const termById = new Map(glossary.terms.map((term) => [term.id, term]));
  const rows = findings.map(({ term: id, surface, category, places }) => {
    const term = id === null ? undefined : termById.get(id);
    return [
      term?.headword ?? surface,
      term?.renderings[0]?.text ?? "not in the glossary",
      category,
      String(places.length),
    ];
  });
  const total = findings.reduce((sum, { places }) => sum + places.length, 0);
  return `${table(["formulation", "rendering", "category", "places"], rows)}\n\n${findings.length} formulations, ${total} places.`;
}
