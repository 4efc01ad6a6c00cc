/**
 * How speeches are read, kept in this browser. In localStorage, because it is small and has to be there before the first paint: a text
 * that jumps to another size or place after it has been seen is worse than one that is not remembered.
 */
import * as v from "valibot";
import { TEXT_SIZES, type ReadingPlace, type TextSize } from "../protocol/reading.ts";

const SIZE = "text-size";
const PLACES = "reading-places";

/** Speeches whose places are kept; the one that was read longest ago goes first. */
const MOST = 100;

const sizeSchema = v.picklist(TEXT_SIZES);
const placesSchema = v.array(
  v.tuple([
    v.pipe(v.string(), v.maxLength(200)),
    v.object({
      start: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
      share: v.pipe(v.number(), v.minValue(-1), v.maxValue(1)),
    }),
  ]),
);

export function readTextSize(): TextSize {
  const size = read(SIZE);
  return v.is(sizeSchema, size) ? size : "medium";
}

export function keepTextSize(size: TextSize): void {
  keep(SIZE, size);
}

/** Null where the speech was never read, or left at its beginning. */
export function readPlace(speech: string): ReadingPlace | null {
  return places().find(([id]) => id === speech)?.[1] ?? null;
}

export function keepPlace(speech: string, place: ReadingPlace | null): void {
  const others = places().filter(([id]) => id !== speech);
  keep(PLACES, place ? [...others, [speech, place] as const].slice(-MOST) : others);
}

function places(): v.InferOutput<typeof placesSchema> {
  const stored = read(PLACES);
  return v.is(placesSchema, stored) ? stored : [];
}

/** Storage may be switched off or full, or hold what is no JSON; then nothing is remembered. */
function read(key: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(key) ?? "null");
  } catch {
    return null;
  }
}

function keep(key: string, value: unknown): void {
  try {
    localStorage.setItem(key, JSON.stringify(value));
  } catch {
    return;
  }
}
