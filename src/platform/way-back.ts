/**
 * The way back from the last restore or reset: what was there before, kept for a day so that no reload and no crash takes it away. In
 * a database of its own, for it may be as large as everything else, and its loss would be no loss of the user's.
 */
import { openDB, type DBSchema, type IDBPDatabase } from "idb";
import * as v from "valibot";
import { userRecordsSchema } from "../protocol/user-records.ts";
import { migrated, settingsSchema } from "./settings.ts";

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

const wayBackSchema = v.object({
  /** Milliseconds since 1970. */
  time: count,
  /** What was restored; null where the settings were reset. */
  restored: v.nullable(
    v.object({ made: v.string(), saved: count, lookUps: count, lookUpsLeftOut: v.optional(count, 0) }),
  ),
  /** What was there before; no records where only settings were put back. */
  settings: settingsSchema,
  records: v.nullable(userRecordsSchema),
});
export type WayBack = v.InferOutput<typeof wayBackSchema>;

interface Schema extends DBSchema {
  last: { key: string; value: unknown };
}

/** Milliseconds: after that a way back would take away more than it brings. */
const DAY = 24 * 60 * 60 * 1000;

const NAME = "tifa-way-back";
const KEY = "last";

/** Keeps it instead of an earlier one. @throws Error if the browser can't store it. */
export async function keepWayBack(wayBack: WayBack): Promise<void> {
  await using((database) => database.put("last", wayBack, KEY));
}

/** The one that is kept; undefined where there is none, or none that can be read. */
export async function readWayBack(now: number): Promise<WayBack | undefined> {
  const kept = await using((database) => database.get("last", KEY));
  if (!v.is(v.looseObject({ settings: v.unknown() }), kept)) return undefined;
  const result = v.safeParse(wayBackSchema, { ...kept, settings: migrated(kept.settings) });
  return result.success && now - result.output.time < DAY ? result.output : undefined;
}

export async function dropWayBack(): Promise<void> {
  await using((database) => database.delete("last", KEY));
}

/** Opened for one thing at a time: no page keeps a newer Tifa from bringing it to another version. */
async function using<T>(work: (database: IDBPDatabase<Schema>) => Promise<T>): Promise<T> {
  const database = await openDB<Schema>(NAME, 1, { upgrade: (made) => void made.createObjectStore("last") });
  try {
    return await work(database);
  } finally {
    database.close();
  }
}
