/** What open tabs are told when the settings change. */
import { beforeEach, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { applySettingsEverywhere } from "../../src/platform/inject.ts";
import { changeSettings } from "../../src/platform/settings.ts";

const order = vi.hoisted(() => vi.fn<(tab: number, message: object) => Promise<null>>(async () => null));
vi.mock("webextension-polyfill", () => ({ default: fakeBrowser }));
vi.mock("../../src/platform/messages.ts", () => ({ order }));
vi.mock("../../src/platform/toolbar.ts", () => ({
  showInToolbar: () => new Promise((resolve) => setTimeout(resolve, 30)),
}));
beforeEach(() => fakeBrowser.reset());

test("of two changes at once the later one is told last, however long the toolbar takes", async () => {
  vi.spyOn(fakeBrowser.tabs, "query").mockResolvedValue([{ id: 1, url: "https://county.test/" }] as never);
  applySettingsEverywhere(() => "");
  await changeSettings(() => ({ enabled: false }));
  await changeSettings(() => ({ theme: "dark" }));
  await vi.waitFor(() => expect(order).toHaveBeenCalledTimes(2));
  expect(order.mock.calls).toMatchObject([
    [1, { settings: { theme: "auto" } }],
    [1, { settings: { theme: "dark" } }],
  ]);
});
