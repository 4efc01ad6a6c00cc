// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from "vitest";
import { keepPlace, keepTextSize, readPlace, readTextSize } from "../../src/platform/reading.ts";

afterEach(() => {
  vi.unstubAllGlobals();
  localStorage.clear();
});

test("the place in each speech is kept, and forgotten at its beginning", () => {
  expect(readPlace("003")).toBeNull();
  keepPlace("003", { start: 120, share: 0.25 });
  keepPlace("004", { start: 7, share: 0 });
  expect([readPlace("003"), readPlace("004")]).toEqual([
    { start: 120, share: 0.25 },
    { start: 7, share: 0 },
  ]);
  keepPlace("003", null);
  expect([readPlace("003"), readPlace("004")]).toEqual([null, { start: 7, share: 0 }]);
});

test("of very many the longest ago are forgotten", () => {
  for (let i = 0; i < 150; i++) keepPlace(`speech-${i}`, { start: i, share: 0 });
  keepPlace("speech-60", { start: 1, share: 0 });
  keepPlace("one-more", { start: 1, share: 0 });
  expect(readPlace("speech-49")).toBeNull();
  expect(readPlace("speech-50")).toBeNull();
  expect(readPlace("speech-51")).toEqual({ start: 51, share: 0 });
  expect(readPlace("speech-60")).toEqual({ start: 1, share: 0 });
});

test("the size of the text is kept", () => {
  expect(readTextSize()).toBe("medium");
  keepTextSize("large");
  expect(readTextSize()).toBe("large");
});

test.each(["{", '"huge"', "[]", '[["003",{"start":-1,"share":0}]]', '[["003",{"start":1,"share":7}]]', "7"])(
  "what is stored as %s is as if nothing were",
  (stored) => {
    localStorage.setItem("text-size", stored);
    localStorage.setItem("reading-places", stored);
    expect([readTextSize(), readPlace("003")]).toEqual(["medium", null]);
  },
);

test("without storage a speech is read all the same", () => {
  const broken = (): never => {
    throw new DOMException("denied", "SecurityError");
  };
  vi.stubGlobal("localStorage", { getItem: broken, setItem: broken });
  keepTextSize("small");
  keepPlace("003", { start: 1, share: 0 });
  expect([readTextSize(), readPlace("003")]).toEqual(["medium", null]);
});
