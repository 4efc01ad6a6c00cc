// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test } from "vitest";
import { needed } from "../../src/ui/needed.tsx";
import { speak } from "../../src/ui/words/language.ts";
import { named } from "./mount.ts";

beforeEach(() => {
  document.body.replaceChildren(Object.assign(document.createElement("div"), { id: "root" }));
});
afterEach(() => speak("en"));

test("what could be read is handed on, and nothing is drawn", async () => {
  expect(await needed(Promise.resolve(7), () => Promise.reject(new Error("asked for")))).toBe(7);
  expect(document.body.textContent).toBe("");
});

test("what can't be read is told of in the reader's language, with a way to try again", async () => {
  const why = new Error("The disk is asleep.");
  await expect(needed(Promise.reject(why), async () => speak("zh-Hans"))).rejects.toBe(why);
  expect(document.body.textContent).toContain("无法打开词库。");
  expect(named(document.body, "重新载入")).toBeDefined();
});

test("where the language can't be read either, it is told of in English", async () => {
  const why = new Error("The disk is asleep.");
  await expect(needed(Promise.reject(why), () => Promise.reject(why))).rejects.toBe(why);
  expect(document.body.textContent).toContain("The glossary could not be opened.");
});
