/** The findings of a page by formulation, each place with a number by which it can be gone to. */
import type { Finding } from "../detect/finding.ts";
import type { FoundBlock, Place } from "./known.ts";
import { keyOf, surfaceOf } from "./subject.ts";

/** All occurrences of one formulation; `places` are numbers that `placeOf` takes. */
export interface Group extends Pick<Finding, "term" | "kind" | "category" | "weight"> {
  surface: string;
  places: number[];
}

export class Summary {
  /** Places by number; a number is never given twice. Blocks that the page has removed are not kept from being collected. */
  private readonly places = new Map<number, { block: WeakRef<FoundBlock>; finding: Finding }>();
  private readonly numbers = new WeakMap<Finding, number>();
  private lastNumber = 0;

  /** Groups of `places`, in the order of their first occurrence. */
  of(places: readonly Place[]): Group[] {
    this.places.clear();
    const groups = new Map<string, Group>();
    for (const place of places) {
      const { term, kind, category, weight } = place.finding;
      const key = keyOf(place);
      const group = groups.get(key) ?? { term, kind, category, weight, surface: surfaceOf(place), places: [] };
      group.places.push(this.numberOf(place));
      groups.set(key, group);
    }
    return [...groups.values()];
  }

  placeOf(number: number): Place | undefined {
    const place = this.places.get(number);
    const block = place?.block.deref();
    return place && block && { block, finding: place.finding };
  }

  /** The number that `placeOf` takes for `place`. */
  numberOf(place: Place): number {
    const number = this.numbers.get(place.finding) ?? ++this.lastNumber;
    this.numbers.set(place.finding, number);
    this.places.set(number, { block: new WeakRef(place.block), finding: place.finding });
    return number;
  }
}
