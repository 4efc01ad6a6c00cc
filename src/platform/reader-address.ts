/** The reader: its address, which can be kept as a link, and its tabs. */
import type { Locator } from "../protocol/messages.ts";
import { browser } from "./browser.ts";

/** Opens a speech at a sentence, in a tab of its own, which leads back to the one it was asked from when it is closed. */
export async function openReader(locator: Locator, opener?: number): Promise<void> {
  const url = browser.runtime.getURL(`/reader.html${readerQuery(locator)}`);
  await browser.tabs.create({ url, ...(opener === undefined ? {} : { openerTabId: opener }) });
}

/** The reader's address from "?" on. `at` is the term, `in` its sentence: UTF-16 code units of the speech. */
export function readerQuery({ speech, start, end, sentenceStart, sentenceEnd }: Locator): string {
  return `?${new URLSearchParams({ speech, at: `${start}-${end}`, in: `${sentenceStart}-${sentenceEnd}` }).toString()}`;
}

/** The reader's address of a whole speech, from "?" on. */
export function speechQuery(speech: string): string {
  return `?${new URLSearchParams({ speech }).toString()}`;
}

/**
 * The reader's address with a second speech beside the first, from "?" on: a passage that both have word for word. `at` and `in` are
 * the passage in the first, `there` is the passage in the second.
 */
export function besideQuery(
  speech: string,
  beside: string,
  { first, second, length }: { first: number; second: number; length: number },
): string {
  const [here, there] = [first, second].map((start) => `${start}-${start + length}`) as [string, string];
  return `?${new URLSearchParams({ speech, at: here, in: here, beside, there }).toString()}`;
}

/** What a reader's address says. */
export interface ReaderAddress {
  speech: string | null;
  /** The speech to be set beside it. */
  beside: string | null;
  target: Omit<Locator, "speech"> | null;
}

/** What the query of a reader's address says, "?" and all; a target only where both spans are whole numbers in order. */
export function readReaderQuery(query: string): ReaderAddress {
  const parameters = new URLSearchParams(query);
  const term = span(parameters.get("at"));
  const sentence = span(parameters.get("in"));
  return {
    speech: parameters.get("speech"),
    beside: parameters.get("beside"),
    target: term && sentence && { start: term[0], end: term[1], sentenceStart: sentence[0], sentenceEnd: sentence[1] },
  };
}

function span(value: string | null): [number, number] | null {
  const match = /^(\d{1,9})-(\d{1,9})$/.exec(value ?? "");
  const [start, end] = [Number(match?.[1]), Number(match?.[2])];
  return start < end ? [start, end] : null;
}
