import { beforeEach, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { readerQuery, readReaderQuery } from "../../src/platform/reader-address.ts";

vi.mock("webextension-polyfill", () => ({ default: fakeBrowser }));
beforeEach(() => fakeBrowser.reset());

const LOCATOR = { speech: "004", start: 104, end: 108, sentenceStart: 37, sentenceEnd: 184 };

test("an address leads back to its place", () => {
  const query = readerQuery(LOCATOR);
  expect(query).toBe("?speech=004&at=104-108&in=37-184");
  const { speech, ...target } = LOCATOR;
  expect(readReaderQuery(query)).toEqual({ speech, target });
});

test.each([
  ["", null, false],
  ["?speech=004", "004", false],
  ["?speech=004&at=104-108", "004", false],
  ["?speech=004&at=108-104&in=37-184", "004", false],
  ["?speech=004&at=-1-4&in=37-184", "004", false],
  ["?speech=004&at=a-b&in=37-184", "004", false],
  ["?speech=%3Cscript%3E&at=1-2&in=1-2", "<script>", true],
])("%s", (query, speech, hasTarget) => {
  const read = readReaderQuery(query);
  expect(read.speech).toBe(speech);
  expect(read.target !== null).toBe(hasTarget);
});
