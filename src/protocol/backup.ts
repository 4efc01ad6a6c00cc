/** Reading a backup: what is wrong with a file that is none, or a damaged one, in words that lead to the place. Plain data. */

/** Why a file can't be restored. Nothing of such a file is taken. */
export type BackupProblem =
  /** More bytes than any backup has. */
  | { kind: "too-large"; size: number; largest: number }
  /** The browser can't read the file. */
  | { kind: "unreadable"; reason: string }
  /** No JSON at all: another kind of file, or the rest of one that was cut off. */
  | { kind: "not-json" }
  /** JSON, but not a backup of Tifa's. */
  | { kind: "foreign" }
  /** Made by a Tifa that knows more than this one. */
  | { kind: "newer"; version: number }
  /** `field` as a path, "saved[3].time"; what should stand there, as a type or a condition, and what does. */
  | { kind: "field"; field: string; expected: string; found: string }
  /** A list in which a term stands more than once. */
  | { kind: "twice"; field: string }
  /** A field that no backup of this version has. */
  | { kind: "unknown-field"; field: string };

/** What was restored. */
export interface Restored {
  /** ISO 8601, as the backup has it. */
  made: string;
  saved: number;
  lookUps: number;
}
