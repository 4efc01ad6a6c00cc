/**
 * Everything that the user has made, as one file: the settings, the saved terms with their notes, the history.
 *
 * A file is looked at whole before anything of it is taken: one field that is not as it should be, and nothing is. Settings of an
 * older version are brought to this one, as those that are stored are.
 */
import * as v from "valibot";
import type { BackupProblem, Expected, FieldPath, Found, Restored } from "../protocol/backup.ts";
import { userRecordsSchema, type SavedTerm, type UserRecords } from "../protocol/user-records.ts";
import { changeSettings, migrated, resetSettings, settingsSchema, type Settings } from "./settings.ts";
import { browser } from "./browser.ts";
import { MOST_LOOK_UPS, userData } from "./user-data.ts";
import { dropWayBack, keepWayBack, readWayBack, type WayBack } from "./way-back.ts";

const FORMAT = "tifa-backup";
const VERSION = 1;

/** The file says so itself; what else it is has not been looked at. */
const claimed = v.looseObject({ format: v.literal(FORMAT), version: v.pipe(v.number(), v.integer(), v.minValue(1)) });

const backupSchema = v.strictObject({
  format: v.literal(FORMAT),
  version: v.literal(VERSION),
  /** ISO 8601. */
  made: v.pipe(v.string(), v.isoTimestamp()),
  /** Tifa's own version, for whoever looks into the file. */
  by: v.pipe(v.string(), v.maxLength(100)),
  // Strict, unlike what is stored: a setting that is not known here would be lost without a word.
  settings: v.strictObject(settingsSchema.entries),
  ...userRecordsSchema.entries,
});
export type Backup = v.InferOutput<typeof backupSchema>;

/** All of it as it is now, as the text of a file. */
export async function makeBackup(settings: Settings, now: Date): Promise<string> {
  const backup: Backup = {
    format: FORMAT,
    version: VERSION,
    made: now.toISOString(),
    by: browser.runtime.getManifest().version,
    settings,
    ...(await userData.exportAll()),
  };
  return JSON.stringify(backup, null, 1);
}

/** Bytes of the largest file that is looked at: ten times what a full history and a thousand long notes come to. */
const LARGEST = 100_000_000;

/** The backup in a file, or why there is none. */
export async function backupIn(
  file: Pick<File, "size" | "text">,
): Promise<{ backup: Backup } | { problem: BackupProblem }> {
  const { size } = file;
  if (size > LARGEST) return { problem: { kind: "too-large", size, largest: LARGEST } };
  try {
    return readBackup(await file.text());
  } catch (error) {
    return { problem: { kind: "unreadable", reason: String(error) } };
  }
}

/** The backup in the text of a file, or why there is none. */
export function readBackup(text: string): { backup: Backup } | { problem: BackupProblem } {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return { problem: { kind: "not-json" } };
  }
  if (!v.is(claimed, parsed)) return { problem: { kind: "foreign" } };
  if (parsed.version > VERSION) return { problem: { kind: "newer", version: parsed.version } };
  const result = v.safeParse(backupSchema, { ...parsed, settings: migrated(parsed["settings"]) });
  return result.success ? { backup: result.output } : { problem: problemOf(result.issues[0]) };
}

/** UTF-16 code units of a wrong value that are shown. */
const SHOWN = 60;

/** @throws Error for an issue that nothing is known to be said of: the schema asks for what it didn't ask for before. */
function problemOf(issue: v.BaseIssue<unknown>): BackupProblem {
  const path: FieldPath = (issue.path ?? []).map(({ key }) => key as string | number);
  if (issue.expected === "never") return { kind: "unknown-field", path };
  if (issue.received === "undefined") return { kind: "missing", path };
  if (issue.type === "check") return { kind: "twice", headword: shown(savedTwice(issue.input as SavedTerm[])) };
  const expected = expectedBy(issue);
  const isTooLong = typeof expected === "object" && "longest" in expected;
  const found = isTooLong ? { characters: (issue.input as string).length } : foundIn(issue.input);
  return { kind: "field", path, expected, found };
}

function expectedBy({ type, expected, requirement }: v.BaseIssue<unknown>): Expected {
  switch (type) {
    case "string":
      return "text";
    case "boolean":
      return "true-or-false";
    case "array":
      return "list";
    case "strict_object":
      return "record";
    case "iso_timestamp":
      return "date";
    // Every number in a backup is a time, but the one of its version.
    case "number":
    case "integer":
    case "min_value":
    case "max_value":
      return "milliseconds";
    case "max_length":
      return { longest: requirement as number };
    case "literal":
    case "picklist":
      return { choices: expected!.replaceAll(/[()"]/g, "").split(" | ") };
    default:
      throw new Error(`${type} is not known`);
  }
}

/** What is in a field, as JSON can have it. */
function foundIn(value: unknown): Found {
  if (value === null) return "nothing";
  if (Array.isArray(value)) return "list";
  if (typeof value === "object") return "record";
  return typeof value === "string" ? { text: shown(value) } : { value: value as number | boolean };
}

const shown = (text: string): string => (text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text);

/** The headword of the first term that has been there before. */
function savedTwice(saved: readonly SavedTerm[]): string {
  const terms = saved.map(({ term }) => term);
  return saved.find(({ term }, i) => terms.indexOf(term) < i)!.headword;
}

/** What was done to everything at once, and what undoes it; `restored` is null where the settings were reset. */
export interface Undoable<R extends Restored | null = Restored | null> {
  restored: R;
  undo: () => Promise<void>;
}

/**
 * Puts a backup in the place of everything, or leaves everything as it was.
 * @throws Error if the browser can't store it; then everything is as it was.
 */
export async function restoreBackup(backup: Backup): Promise<Undoable<Restored>> {
  const { settings, lookUps, saved, made } = backup;
  const before = await replaceAll(settings, { lookUps, saved });
  const lookUpsLeftOut = Math.max(0, lookUps.length - MOST_LOOK_UPS);
  return kept({
    ...before,
    time: Date.now(),
    restored: { made, saved: saved.length, lookUps: lookUps.length - lookUpsLeftOut, lookUpsLeftOut },
  });
}

/** Puts every setting but the language back to how it was at first. @throws Error if the browser can't store it; then they are as before. */
export async function resetAll(): Promise<Undoable<null>> {
  return kept({ settings: await resetSettings(), records: null, time: Date.now(), restored: null });
}

/** What was done last, if that can still be undone. */
export async function lastUndoable(): Promise<Undoable | undefined> {
  const wayBack = await readWayBack(Date.now());
  return wayBack && undoableOf(wayBack);
}

async function kept<R extends Restored | null>(wayBack: WayBack & { restored: R }): Promise<Undoable<R>> {
  // Where there is no room for it, it lasts as long as the page.
  await keepWayBack(wayBack).catch(() => undefined);
  return undoableOf(wayBack);
}

function undoableOf<R extends Restored | null>({
  restored,
  settings,
  records,
}: WayBack & { restored: R }): Undoable<R> {
  return {
    restored,
    undo: async () => {
      if (records) await replaceAll(settings, records);
      else await changeSettings(() => settings);
      await dropWayBack();
    },
  };
}

async function replaceAll(
  settings: Settings,
  records: UserRecords,
): Promise<{ settings: Settings; records: UserRecords }> {
  const recordsBefore = await userData.importAll(records);
  try {
    let settingsBefore: Settings | undefined;
    await changeSettings((current) => {
      settingsBefore = current;
      return settings;
    });
    return { settings: settingsBefore!, records: recordsBefore };
  } catch (error) {
    await userData.importAll(recordsBefore);
    throw error;
  }
}
