import { expect, test } from "vitest";
import { noCounts, readRegister, type Group } from "../../src/detect/register.ts";

const counts = (han: number, groups: Partial<Record<Group, number>>) => ({
  ...noCounts(),
  han,
  groups: { ...noCounts().groups, ...groups },
});

test("the frames of a page are read as one, with what weighs most first", () => {
  const { han, score, parts } = readRegister([counts(600, { run: 9, verb: 3 }), counts(400, { verb: 2, frame: 1 })]);
  expect(han).toBe(1000);
  // Nine runs weigh less than five verbs.
  expect(parts.map(({ group, score: part }) => [group, part.toFixed(1)])).toEqual([
    ["verb", "10.5"],
    ["run", "2.7"],
    ["frame", "1.4"],
  ]);
  // It is the sum of its parts.
  expect(score).toBeCloseTo(10.5 + 2.7 + 1.4);
});

test("a page without Han has no register", () => {
  expect(readRegister([])).toEqual({ han: 0, score: 0, parts: [] });
});
