/** Where a card stands: beside its term and never over it, inside the window. All measures are CSS pixels of the viewport. */

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export type Side = "below" | "above" | "left" | "right";

export interface CardPlace {
  side: Side;
  /** The card's left upper corner. */
  left: number;
  top: number;
  /** What it takes up there. */
  width: number;
  height: number;
  /** What it may take up there when it grows. */
  room: { width: number; height: number };
}

/** Between term and card, and between card and window edge. */
export const GAP = 6;
export const MARGIN = 8;

/** Less than this can't be read in; a window that has not even that is covered. */
const LEAST_WIDTH = 240;
const LEAST_HEIGHT = 96;

/** Sides by preference: where the next line of the text goes, so that what is being read stays in sight. */
const SIDES: Readonly<Record<"horizontal" | "vertical", readonly Side[]>> = {
  horizontal: ["below", "above", "right", "left"],
  vertical: ["left", "right", "below", "above"],
};

/**
 * The place for a card that would like to be `wanted`, beside a term whose lines are `lines` (never empty). `kept` is the side that
 * it stays on, if it is to stay.
 */
export function placeCard(
  lines: readonly Box[],
  view: Box,
  wanted: { width: number; height: number },
  writing: "horizontal" | "vertical",
  kept?: Side,
): CardPlace {
  const sides = kept ? [kept] : SIDES[writing];
  const best = bestOf(sides, lines, view, wanted);
  // A term that goes on in the next column leaves no room around the whole of it.
  return isReadable(best) || lines.length === 1 ? best : bestOf(sides, lines.slice(0, 1), view, wanted);
}

function bestOf(
  sides: readonly Side[],
  lines: readonly Box[],
  view: Box,
  wanted: { width: number; height: number },
): CardPlace {
  const places = sides.map((side) => placeAt(side, lines, view, wanted));
  const area = ({ width, height }: CardPlace): number => width * height;
  return (
    places.find(({ width, height }) => width >= wanted.width && height >= wanted.height) ??
    places.reduce((best, place) => {
      if (isReadable(place) !== isReadable(best)) return isReadable(place) ? place : best;
      return area(place) > area(best) ? place : best;
    })
  );
}

const isReadable = ({ width, height }: CardPlace): boolean => width >= LEAST_WIDTH && height >= LEAST_HEIGHT;

function placeAt(side: Side, lines: readonly Box[], view: Box, wanted: { width: number; height: number }): CardPlace {
  const room: Box = {
    left: view.left + MARGIN,
    top: view.top + MARGIN,
    right: view.right - MARGIN,
    bottom: view.bottom - MARGIN,
  };
  // The line that the card is nearest to is the one that it is lined up with.
  const line = side === "above" || side === "left" ? lines[0]! : lines.at(-1)!;
  if (side === "below") room.top = Math.max(...lines.map(({ bottom }) => bottom)) + GAP;
  if (side === "above") room.bottom = Math.min(...lines.map(({ top }) => top)) - GAP;
  if (side === "right") room.left = Math.max(...lines.map(({ right }) => right)) + GAP;
  if (side === "left") room.right = Math.min(...lines.map(({ left }) => left)) - GAP;
  const isBeside = side === "left" || side === "right";
  const width = fit(room.right - room.left, wanted.width, LEAST_WIDTH);
  const height = fit(room.bottom - room.top, wanted.height, LEAST_HEIGHT);
  const left = isBeside
    ? side === "left"
      ? room.right - width
      : room.left
    : within(line.left, room.left, room.right - width);
  const top = isBeside
    ? within(line.top, room.top, room.bottom - height)
    : side === "above"
      ? room.bottom - height
      : room.top;
  return {
    side,
    width,
    height,
    room: { width: Math.max(width, room.right - room.left), height: Math.max(height, room.bottom - room.top) },
    left: within(left, view.left + MARGIN, view.right - MARGIN - width),
    top: within(top, view.top + MARGIN, view.bottom - MARGIN - height),
  };
}

function fit(room: number, wanted: number, least: number): number {
  return Math.min(wanted, Math.max(room, Math.min(least, wanted) - 1));
}

export function within(at: number, from: number, to: number): number {
  return Math.max(from, Math.min(at, to));
}
