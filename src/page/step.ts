/** Which place is next, or before: from the one that the reader is at, else from what can be seen. */
import { isSeen, rectsOf } from "./rects.ts";
import type { Place } from "./known.ts";

/** The place after (1) or before (-1) `here` among `places`, which are in the order of the page; undefined if there is none. */
export function placeFrom(places: readonly Place[], direction: 1 | -1, here: Place | undefined): Place | undefined {
  const index = here ? places.findIndex((place) => isSame(place, here)) : -1;
  if (index >= 0) return places[index + direction];
  return direction === 1
    ? (places.find(isSeen) ?? places.find((place) => (rectsOf(place)[0]?.top ?? -1) >= 0))
    : (places.findLast(isSeen) ??
        places.findLast((place) => (rectsOf(place)[0]?.bottom ?? innerHeight + 1) <= innerHeight));
}

/** Whether both are the same text, also where it has been read again in the meantime. */
export function isSame(a: Place, b: Place): boolean {
  return (
    a.block.segments[0]!.node === b.block.segments[0]!.node &&
    a.finding.start === b.finding.start &&
    a.finding.end === b.finding.end
  );
}
