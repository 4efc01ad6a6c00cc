/** Reading a backup: what is wrong with a file that is none, or a damaged one, in words that lead to the place. Plain data. */

/** The way to a field from the outside in: "saved", 3, "time". What is in a list is counted from 0. */
export type FieldPath = readonly (string | number)[];

/** What should stand in a field. */
export type Expected =
  | "text"
  | "true-or-false"
  | "list"
  /** Fields with names. */
  | "record"
  /** As ISO 8601 writes it. */
  | "date"
  /** Since 1970, a whole number. */
  | "milliseconds"
  /** A text, characters at most. */
  | { longest: number }
  | { choices: readonly string[] };

/** What stands there: a text with its beginning, and one that is too long with its length alone. */
export type Found =
  "list" | "record" | "nothing" | { text: string } | { characters: number } | { value: number | boolean };

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
  | { kind: "field"; path: FieldPath; expected: Expected; found: Found }
  | { kind: "missing"; path: FieldPath }
  /** A term that is saved more than once. */
  | { kind: "twice"; headword: string }
  /** A field that no backup of this version has. */
  | { kind: "unknown-field"; path: FieldPath };

/** What was restored. */
export interface Restored {
  /** ISO 8601, as the backup has it. */
  made: string;
  saved: number;
  lookUps: number;
  /** Look-ups of the file that were left out: the oldest, beyond as many as are kept. */
  lookUpsLeftOut: number;
}
