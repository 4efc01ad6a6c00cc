import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { asOrder, asRequest, asSummary, noRegister } from "../../src/protocol/messages.ts";

const LOCATOR = { speech: "004", start: 10, end: 14, sentenceStart: 0, sentenceEnd: 20 };

const SUBJECT = { term: "si-ge-yi-shi", surface: "四个意识", sentence: "增强“四个意识”。", script: "hans" };

const SETTINGS = {
  on: true,
  show: "regular",
  markStyle: "underline",
  markStrength: "normal",
  occurrences: "every",
  pointing: "hover",
  pointingKey: "Alt",
  cardPlace: "card",
  minimap: false,
  definitions: "both",
  theme: "auto",
  muted: [],
  packsOff: [],
  language: "en",
};

describe("requests", () => {
  test.each([
    { name: "style" },
    { name: "wake", styled: true },
    { name: "start" },
    { name: "catchUp", look: { markStyle: "tint", markStrength: "strong" } },
    { name: "entry", id: "si-ge-yi-shi" },
    { name: "openSpeech", locator: LOCATOR },
    { name: "openGlossary", query: "稻茬" },
    { name: "lookedUp", term: null, surface: "五清三亮", sentence: "推行“五清三亮”。" },
    { name: "show", subject: SUBJECT, clicked: true },
    { name: "save", term: "si-ge-yi-shi", headword: "四个意识" },
    { name: "unsave", term: "si-ge-yi-shi" },
    { name: "isSaved", term: "si-ge-yi-shi" },
    { name: "mute", key: "五清三亮" },
    { name: "unmute", key: "si-ge-yi-shi" },
    { name: "siteOff" },
    { name: "siteOn" },
  ])("%j is one", (message) => {
    expect(asRequest(message)).toEqual(message);
  });

  test.each([
    null,
    "wake",
    {},
    { name: "sleep" },
    { name: "wake" },
    { name: "wake", styled: false, more: 1 },
    { name: "catchUp", look: { markStyle: "blink", markStrength: "strong" } },
    { name: "catchUp", look: { markStyle: "tint", markStrength: "strong", css: "*{}" } },
    { name: "entry" },
    { name: "entry", id: "../x" },
    { name: "entry", id: "a".repeat(201) },
    { name: "openSpeech", locator: { ...LOCATOR, speech: "javascript:" } },
    { name: "openSpeech", locator: { ...LOCATOR, start: -1 } },
    { name: "openGlossary", query: "字".repeat(201) },
    { name: "openSpeech", locator: { ...LOCATOR, end: 1.5 } },
    { name: "openSpeech", locator: { ...LOCATOR, end: "14" } },
    { name: "jump", place: 1 },
    { name: "lookedUp", term: "四个意识", surface: "四个意识", sentence: "" },
    { name: "lookedUp", term: null, surface: "四个意识", sentence: "", url: "https://county.test/" },
    { name: "show", subject: { ...SUBJECT, script: "latn" }, clicked: false },
    { name: "save", term: "si-ge-yi-shi", headword: "长".repeat(201) },
    { name: "mute", key: "" },
    { name: "siteOff", site: "other.test" },
  ])("%j is none", (message) => {
    expect(() => asRequest(message)).toThrow(v.ValiError);
  });
});

describe("orders", () => {
  test.each([
    { name: "summary" },
    { name: "jump", place: 3 },
    { name: "settings", settings: SETTINGS },
    { name: "step", direction: -1, from: "here" },
  ])("%j is one", (message) => {
    expect(asOrder(message)).toEqual(message);
  });

  test.each([
    { name: "jump" },
    { name: "step", direction: 2, from: "here" },
    { name: "jump", place: NaN },
    { name: "settings", settings: { ...SETTINGS, show: "all" } },
    { name: "settings", settings: { ...SETTINGS, on: 1 } },
    { name: "wake" },
  ])("%j is none", (message) => {
    expect(() => asOrder(message)).toThrow(v.ValiError);
  });
});

test("a summary that is none is left out, not believed", () => {
  const group = {
    term: null,
    surface: "五清三亮",
    kind: "numeral",
    category: "numeral",
    weight: "regular",
    places: [0],
  };
  const summary = { on: true, register: noRegister(), groups: [group] };
  expect(asSummary(summary)).toEqual(summary);
  expect(asSummary({ ...summary, groups: [{ ...group, surface: 7 }] })).toBeUndefined();
  expect(asSummary({ ...summary, register: { ...summary.register, han: -1 } })).toBeUndefined();
  expect(asSummary({ ...summary, register: { ...summary.register, groups: { verb: 1 } } })).toBeUndefined();
  expect(asSummary(undefined)).toBeUndefined();
});
