import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { inSlices } from "../../src/ui/in-slices.ts";

/** Work of so many steps of some milliseconds. */
function* steps(count: number, took: number): Generator<undefined, string> {
  for (let i = 0; i < count; i++) {
    elapsed += took;
    yield undefined;
  }
  return "done";
}

let elapsed = 0;

beforeEach(() => {
  elapsed = 0;
  vi.useFakeTimers({ toFake: ["setTimeout"] });
  vi.spyOn(performance, "now").mockImplementation(() => elapsed);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

test("lets others have a turn after each ten milliseconds of work", async () => {
  const done = inSlices(steps(5, 4), new AbortController().signal);
  expect(vi.getTimerCount()).toBe(1);
  expect(elapsed).toBe(12);
  await vi.advanceTimersToNextTimerAsync();
  await expect(done).resolves.toBe("done");
  expect(elapsed).toBe(20);
});

test("does all of what is short at once", async () => {
  const done = inSlices(steps(2, 4), new AbortController().signal);
  expect(vi.getTimerCount()).toBe(0);
  await expect(done).resolves.toBe("done");
});

test("does no more once nobody waits for it", async () => {
  const ending = new AbortController();
  const done = inSlices(steps(50, 4), ending.signal);
  ending.abort(new Error("gone"));
  await Promise.all([expect(done).rejects.toThrow("gone"), vi.advanceTimersToNextTimerAsync()]);
  expect(elapsed).toBe(12);
});
