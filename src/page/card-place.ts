/** Where a card stands: beside its term and never over it, inside the window. All measures are CSS pixels of the viewport. */

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

interface Size {
  width: number;
  height: number;
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
  room: Size;
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

export interface Standing {
  /** The side that the card stays on, and its upper edge there, if it is to stay. */
  kept?: { side: Side; top: number } | undefined;
  /** The line that is pointed at. */
  pointed?: Box | undefined;
}

/** The place for a card that would like to be `wanted`, beside a term whose lines are `lines` (never empty). */
export function placeCard(
  lines: readonly Box[],
  view: Box,
  wanted: Size,
  writing: "horizontal" | "vertical",
  { kept, pointed }: Standing = {},
): CardPlace {
  const sides = kept ? [kept.side] : SIDES[writing];
  if (pointed) {
    // The others begin where a line does, maybe as far away as the text is wide.
    const beside = bestOf(sides, [pointed], view, wanted, kept?.top);
    if (isReadable(beside, wanted) && !lines.some((line) => line !== pointed && overlap(line, reachOf(beside))))
      return beside;
  }
  const best = bestOf(sides, lines, view, wanted, kept?.top, pointed);
  // A term that goes on in the next column leaves no room around the whole of it.
  if (isReadable(best, wanted) || lines.length === 1) return best;
  return bestOf(sides, [pointed ?? lines[0]!], view, wanted, kept?.top);
}

/** `nearest` is the line that the card is lined up with, where that is not the one that it is nearest to. */
function bestOf(
  sides: readonly Side[],
  lines: readonly Box[],
  view: Box,
  wanted: Size,
  top: number | undefined,
  nearest?: Box,
): CardPlace {
  const places = sides.map((side) => placeAt(side, lines, view, wanted, top, nearest));
  const area = ({ width, height }: CardPlace): number => width * height;
  return (
    places.find(({ width, height }) => width >= wanted.width && height >= wanted.height) ??
    places.reduce((best, place) => {
      if (isReadable(place, wanted) !== isReadable(best, wanted)) return isReadable(place, wanted) ? place : best;
      return area(place) > area(best) ? place : best;
    })
  );
}

/** Whether it can be read in, or is as small as it would like to be. */
function isReadable({ width, height }: CardPlace, wanted: Size): boolean {
  return width >= Math.min(LEAST_WIDTH, wanted.width) && height >= Math.min(LEAST_HEIGHT, wanted.height);
}

/** All that the card may come to cover. */
function reachOf({ side, left, top, width, height, room }: CardPlace): Box {
  const isBeside = side === "left" || side === "right";
  return {
    left,
    right: left + width,
    top: side === "below" ? top : isBeside ? -Infinity : top + height - room.height,
    bottom: side === "below" ? top + room.height : isBeside ? Infinity : top + height,
  };
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top;
}

function placeAt(
  side: Side,
  lines: readonly Box[],
  view: Box,
  wanted: Size,
  keptTop: number | undefined,
  nearest?: Box,
): CardPlace {
  const room: Box = {
    left: view.left + MARGIN,
    top: view.top + MARGIN,
    right: view.right - MARGIN,
    bottom: view.bottom - MARGIN,
  };
  // The line that the card is nearest to is the one that it is lined up with.
  const line = nearest ?? (side === "above" || side === "left" ? lines[0]! : lines.at(-1)!);
  if (side === "below") room.top = Math.max(...lines.map(({ bottom }) => bottom)) + GAP;
  if (side === "above") room.bottom = Math.min(...lines.map(({ top }) => top)) - GAP;
  if (side === "right") room.left = Math.max(...lines.map(({ right }) => right)) + GAP;
  if (side === "left") room.right = Math.min(...lines.map(({ left }) => left)) - GAP;
  const isBeside = side === "left" || side === "right";
  // It grows downwards, for else it would slide under the pointer.
  if (isBeside && keptTop !== undefined) room.top = within(keptTop, room.top, room.bottom - LEAST_HEIGHT);
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
