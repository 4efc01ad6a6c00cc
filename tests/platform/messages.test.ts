/** Asking the background. */
import { beforeEach, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { ask } from "../../src/platform/messages.ts";

vi.mock("webextension-polyfill", () => ({ default: fakeBrowser }));
beforeEach(() => fakeBrowser.reset());

const save = { name: "save", term: "si-ge-yi-shi", headword: "四个意识" } as const;

// As a browser answers where there are listeners, and all of them keep silent.
test("what only others have heard is not taken for done", async () => {
  vi.spyOn(fakeBrowser.runtime, "sendMessage").mockResolvedValue(undefined);
  await expect(ask(save)).rejects.toThrow("did not answer");
});

test("the answer is what the background says, nothing included", async () => {
  vi.spyOn(fakeBrowser.runtime, "sendMessage").mockResolvedValue(null as never);
  expect(await ask(save)).toBeNull();
});
