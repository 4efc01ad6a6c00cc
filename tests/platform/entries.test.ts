/** Entries that are asked for before they are wanted, and asked for once. */
import { expect, test, vi } from "vitest";
import { Entries } from "../../src/platform/entries.ts";
import { makeEntry } from "../ui/entries.ts";

const fetching = () =>
  vi.fn<(id: string) => Promise<ReturnType<typeof makeEntry> | null>>(async (id) => makeEntry({ id }));

test("an entry that was expected is there when it is wanted", async () => {
  const fetch = fetching();
  const entries = new Entries(fetch);
  entries.expect("a");
  expect((await entries.of("a"))?.term.id).toBe("a");
  expect(fetch).toHaveBeenCalledOnce();
});

test("one that could not be had is asked for again, and nobody hears of it but who wanted it", async () => {
  const fetch = fetching();
  fetch.mockRejectedValueOnce(new Error("asleep"));
  const entries = new Entries(fetch);
  entries.expect("a");
  await expect(entries.of("a")).rejects.toThrow("asleep");
  expect((await entries.of("a"))?.term.id).toBe("a");
});

test("what was wanted long ago is forgotten", async () => {
  const fetch = fetching();
  const entries = new Entries(fetch);
  for (let i = 0; i <= 40; i++) await entries.of(`term-${i}`);
  await entries.of("term-40");
  expect(fetch).toHaveBeenCalledTimes(41);
  await entries.of("term-0");
  expect(fetch).toHaveBeenCalledTimes(42);
});
