/** The languages of the interface. */

export const LANGUAGES = ["en", "zh-Hans", "zh-Hant"] as const;
export type Language = (typeof LANGUAGES)[number];

/** The first of `wanted` (BCP 47, the most wanted first) that the interface has; English where there is none. */
export function languageFor(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const [primary, ...rest] = tag.toLowerCase().split("-");
    if (primary === "en") return "en";
    // A script says more than a region: zh-Hans-HK is simplified.
    if (primary === "zh") {
      if (rest.includes("hans")) return "zh-Hans";
      return rest.some((part) => ["hant", "tw", "hk", "mo"].includes(part)) ? "zh-Hant" : "zh-Hans";
    }
  }
  return "en";
}
