// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ShadowLook } from "../../src/page/shadow-look.ts";

let now = 0;
beforeEach(() => {
  now = 0;
  // Each look takes a millisecond by this clock.
  vi.spyOn(performance, "now").mockImplementation(() => now++);
  const [empty, full, late] = [
    document.createElement("div"),
    document.createElement("div"),
    document.createElement("x-late"),
  ];
  empty.id = "empty";
  full.id = "full";
  for (const one of [full, late]) one.textContent = "文字";
  document.body.replaceChildren(empty, full, late);
});
afterEach(() => void vi.restoreAllMocks());

const element = (selector: string): Element => document.querySelector(selector)!;

function hostsOf(look: ShadowLook): string[] {
  const hosts: string[] = [];
  for (const _ of look.look([document], (host) => hosts.push(host.id || host.localName)));
  return hosts;
}

function lookThatHasRead(): ShadowLook {
  const look = new ShadowLook(() => undefined);
  for (const selector of ["#empty", "#full", "x-late"]) look.note(element(selector));
  // The first is at all.
  expect(hostsOf(look)).toEqual([]);
  for (const selector of ["#empty", "#full", "x-late"]) element(selector).attachShadow({ mode: "open" });
  return look;
}

test("what was empty or has a custom element's name is found at once, all others when all are looked at again", () => {
  const look = lookThatHasRead();
  expect(hostsOf(look)).toEqual(["empty", "x-late"]);
  now += 10_000;
  expect(hostsOf(look)).toEqual(["empty", "full", "x-late"]);
});

test("all are looked at when that is asked for, and what has gone is forgotten", () => {
  const look = lookThatHasRead();
  element("#empty").remove();
  expect(hostsOf(look)).toEqual(["x-late"]);
  look.lookAtAll();
  expect(hostsOf(look)).toEqual(["full", "x-late"]);
});
