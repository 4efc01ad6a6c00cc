/** How a speech is read: the size of its text, and the place that the reader left it at. */

export const TEXT_SIZES = ["small", "medium", "large"] as const;
export type TextSize = (typeof TEXT_SIZES)[number];

/** What stood at the top of the window. It holds in windows of every width. */
export interface ReadingPlace {
  /** Where its paragraph begins: UTF-16 code units of the speech. */
  start: number;
  /** How much of the paragraph's height had gone by, from −1 to 1; less than 0 in the space before it. */
  share: number;
}
