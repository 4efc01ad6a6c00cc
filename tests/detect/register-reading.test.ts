import { expect, test } from "vitest";
import { noCounts, readRegister, type Group } from "../../src/detect/register.ts";

const counts = (han: number, groups: Partial<Record<Group, number>>) => ({
  ...noCounts(),
  han,
  groups: { ...noCounts().groups, ...groups },
});

test("the frames of a page are read as one, with what weighs most first", () => {
  const { han, score, reasons } = readRegister([counts(600, { run: 9, verb: 3 }), counts(400, { verb: 2, frame: 1 })]);
  expect(han).toBe(1000);
  // Nine runs weigh less than five verbs.
  expect(reasons).toEqual([
    { group: "verb", rate: 5 },
    { group: "run", rate: 9 },
    { group: "frame", rate: 1 },
  ]);
  expect(score).toBeCloseTo(5 * 2.1 + 9 * 0.3 + 1.4 - 24);
});

test("a page without Han has no register", () => {
  expect(readRegister([])).toEqual({ han: 0, score: 0, reasons: [] });
});
