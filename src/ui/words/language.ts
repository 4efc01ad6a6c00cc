/** The language of the interface, and how strings in several languages are written down. */

import type { Language } from "../../protocol/language.ts";

let current: Language = "en";

/** The language that is spoken. */
export function language(): Language {
  return current;
}

/** From now on every string is in `next`; what is on the screen already has to be drawn anew. */
export function speak(next: Language): void {
  current = next;
}

/**
 * Strings of one part of the interface, read in the language that is spoken. Each part has a file of its own, so that the card on
 * a page doesn't carry the words of every screen.
 *
 * `{name}` stands in a string where a component puts something of its own: a headword in its own script, a number (see Phrase).
 */
export function worded<T extends object>(inLanguages: Readonly<Record<Language, T>>): Readonly<T> {
  return new Proxy(inLanguages.en, { get: (_, key) => Reflect.get(inLanguages[current], key) as unknown });
}
