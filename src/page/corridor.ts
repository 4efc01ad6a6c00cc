/** The way from a term into its card: a pointer that is on it has not left. */
import type { Box } from "./card-place.ts";

export interface Point {
  x: number;
  y: number;
}

/** Whether `at` lies between `from` and the card at `box`: in the hull of the two. */
export function isOnTheWay(from: Point, box: Box, at: Point): boolean {
  const corners: Point[] = [
    { x: box.left, y: box.top },
    { x: box.right, y: box.top },
    { x: box.right, y: box.bottom },
    { x: box.left, y: box.bottom },
  ];
  return corners.some((corner, i) => isInTriangle(at, from, corner, corners[(i + 1) % 4]!));
}

function isInTriangle(at: Point, a: Point, b: Point, c: Point): boolean {
  const turns = [turn(a, b, at), turn(b, c, at), turn(c, a, at)];
  return turns.every((one) => one >= 0) || turns.every((one) => one <= 0);
}

/** Above 0 where `at` is to the one side of the line from `a` to `b`, below 0 on the other. */
function turn(a: Point, b: Point, at: Point): number {
  return (b.x - a.x) * (at.y - a.y) - (b.y - a.y) * (at.x - a.x);
}
