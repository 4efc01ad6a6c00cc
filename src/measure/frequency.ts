/** Frequencies as they are compared between texts of different lengths. */

/** Occurrences per 10,000 Han characters; 0 for a text that has none. Words would depend on who cuts them. */
export function perTenThousand(count: number, han: number): number {
  return han === 0 ? 0 : (count * 10_000) / han;
}
