/** The way from a term into its card: a pointer that is on it has not left. */
import type { Box } from "./card-place.ts";

export interface Point {
  x: number;
  y: number;
}

/** CSS pixels by which a hand strays from its way. */
const STRAY = 4;

/** Whether `at` lies between `from` and the card at `box`: in the hull of the two, or next to it. */
export function isOnTheWay(from: Point, box: Box, at: Point): boolean {
  const starts = cornersOf({
    left: from.x - STRAY,
    top: from.y - STRAY,
    right: from.x + STRAY,
    bottom: from.y + STRAY,
  });
  const corners = cornersOf(box);
  return starts.some((start) => corners.some((corner, i) => isInTriangle(at, start, corner, corners[(i + 1) % 4]!)));
}

function cornersOf({ left, top, right, bottom }: Box): Point[] {
  return [
    { x: left, y: top },
    { x: right, y: top },
    { x: right, y: bottom },
    { x: left, y: bottom },
  ];
}

function isInTriangle(at: Point, a: Point, b: Point, c: Point): boolean {
  const turns = [turn(a, b, at), turn(b, c, at), turn(c, a, at)];
  return turns.every((one) => one >= 0) || turns.every((one) => one <= 0);
}

/** Above 0 where `at` is to the one side of the line from `a` to `b`, below 0 on the other. */
function turn(a: Point, b: Point, at: Point): number {
  return (b.x - a.x) * (at.y - a.y) - (b.y - a.y) * (at.x - a.x);
}
