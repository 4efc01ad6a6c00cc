import { beforeEach, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { besideQuery, readerQuery, readReaderQuery, speechQuery } from "../../src/platform/reader-address.ts";

vi.mock("webextension-polyfill", () => ({ default: fakeBrowser }));
beforeEach(() => fakeBrowser.reset());

const LOCATOR = { speech: "004", start: 104, end: 108, sentenceStart: 37, sentenceEnd: 184 };

test("an address leads back to its place", () => {
  const query = readerQuery(LOCATOR);
  expect(query).toBe("?speech=004&at=104-108&in=37-184");
  const { speech, ...target } = LOCATOR;
  expect(readReaderQuery(query)).toEqual({ speech, beside: null, target });
});

test("so does one of a whole speech, and of a passage with another speech beside it", () => {
  expect(readReaderQuery(speechQuery("a&b"))).toEqual({ speech: "a&b", beside: null, target: null });
  const query = besideQuery("000", "001", { first: 40, second: 900, length: 58 });
  expect(query).toBe("?speech=000&at=40-98&in=40-98&beside=001&there=900-958");
  const target = { start: 40, end: 98, sentenceStart: 40, sentenceEnd: 98 };
  expect(readReaderQuery(query)).toEqual({ speech: "000", beside: "001", target });
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
