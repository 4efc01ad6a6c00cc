/**
 * Which finding is under the pointer.
 *
 * The caret API names a text position in a fifth of a millisecond whatever is painted; asking the registry what is at a point takes
 * a hundred times as long. But the caret snaps to text that is far away, so the glyphs' own rectangles have the last word.
 */
import { typeOf } from "./dom.ts";
import { holds, rectsOf } from "./rects.ts";
import type { Place } from "./known.ts";
import type { Scan } from "./scan.ts";

/** The shortest shown finding whose glyphs are at the point (CSS pixels of the viewport), or no further than `around` from it. */
export function placeAt(
  scan: Scan,
  isShown: (place: Place) => boolean,
  x: number,
  y: number,
  around: number,
): Place | undefined {
  const caret = document.caretPositionFromPoint(x, y, { shadowRoots: [...scan.shadows] });
  if (!caret || typeOf(caret.offsetNode) !== Node.TEXT_NODE) return undefined;
  const block = scan.blockAt(caret.offsetNode as Text);
  const segment = block?.segments.find(({ node }) => node === caret.offsetNode);
  if (!block || !segment) return undefined;
  const offset = segment.start + caret.offset;
  return block.findings
    .filter((finding) => finding.start <= offset && offset <= finding.end)
    .sort((a, b) => a.end - a.start - (b.end - b.start))
    .map((finding): Place => ({ block, finding }))
    .find((place) => isShown(place) && rectsOf(place).some((rect) => holds(rect, x, y, around)));
}
