/**
 * The history of look-ups and the saved terms, in IndexedDB: one database for the whole extension, with a version.
 *
 * Each change is one transaction, so that a browser that is killed in the middle leaves what was before or what comes after. What
 * a reader made is on the disk when its promise is fulfilled; a look-up of the last moments may be lost with the machine's power.
 */
import { openDB, type DBSchema, type IDBPDatabase, type IDBPTransaction, type StoreNames } from "idb";
import {
  keepable,
  keepableNote,
  type KeptLookUp,
  type LookUp,
  type SavedTerm,
  type UserRecords,
} from "../protocol/user-records.ts";

/** Look-ups that are kept; the oldest go first. */
export const MOST_LOOK_UPS = 5000;

interface Schema extends DBSchema {
  lookUps: { key: number; value: KeptLookUp; indexes: { place: [string, string] } };
  saved: { key: string; value: SavedTerm };
}

type Upgrade = (database: IDBPDatabase<Schema>, transaction: UpgradeTransaction) => void;
type UpgradeTransaction = IDBPTransaction<Schema, ("lookUps" | "saved")[], "versionchange">;

const NAME = "tifa";

/** The n-th makes version n of what is stored version n + 1; 0 is an empty database. Those that readers have are never changed. */
export const UPGRADES: readonly Upgrade[] = [
  (database) => {
    const lookUps = database.createObjectStore("lookUps", { keyPath: "id", autoIncrement: true });
    // Where it was looked up: the same place again is the same look-up.
    lookUps.createIndex("place", ["url", "surface"]);
    database.createObjectStore("saved", { keyPath: "term" });
  },
];

/** Each says that it changed something, and nothing more: whoever shows it reads it again. */
const CHANNEL = "tifa-user-data";
const ON_DISK: IDBTransactionOptions = { durability: "strict" };

export class UserData {
  private readonly upgrades: readonly Upgrade[];
  private readonly listeners = new Set<() => void>();
  private opening: Promise<IDBPDatabase<Schema>> | undefined;
  private channel: BroadcastChannel | undefined;

  constructor(upgrades: readonly Upgrade[] = UPGRADES) {
    this.upgrades = upgrades;
  }

  /** Puts a look-up at the top of the history, instead of an earlier one of the same words in the same sentence of the page. */
  async lookedUp(lookUp: LookUp): Promise<void> {
    const kept = keepable(lookUp);
    await this.write(["lookUps"], async (transaction) => {
      const { store } = transaction;
      const before = await store.index("place").getAll([kept.url, kept.surface]);
      for (const { id, sentence } of before) if (sentence === kept.sentence) await store.delete(id);
      await store.add(kept as KeptLookUp);
      await dropOldest(transaction);
    });
    this.changed();
  }

  /** The newest first. */
  async lookUps(): Promise<KeptLookUp[]> {
    return (await (await this.open()).getAll("lookUps")).reverse();
  }

  /** Takes look-ups away, or all, and returns them, so that it can be undone. */
  async forget(which: readonly number[] | "all"): Promise<KeptLookUp[]> {
    const gone = await this.write(
      ["lookUps"],
      async ({ store }) => {
        const rows = await store.getAll();
        const these = which === "all" ? rows : rows.filter(({ id }) => which.includes(id));
        for (const { id } of these) await store.delete(id);
        return these;
      },
      ON_DISK,
    );
    this.changed();
    return gone;
  }

  /** Puts look-ups back where they were. */
  async remember(gone: readonly KeptLookUp[]): Promise<void> {
    await this.write(
      ["lookUps"],
      async (transaction) => {
        for (const lookUp of gone) await transaction.store.put(lookUp);
        await dropOldest(transaction);
      },
      ON_DISK,
    );
    this.changed();
  }

  /** The newest first. */
  async savedTerms(): Promise<SavedTerm[]> {
    return (await (await this.open()).getAll("saved")).sort((a, b) => b.time - a.time);
  }

  async savedTerm(term: string): Promise<SavedTerm | undefined> {
    return (await this.open()).get("saved", term);
  }

  /** Saves a term, or puts back one that was removed; one that is saved already keeps its note and its time. */
  async save(saved: SavedTerm): Promise<void> {
    await this.write(
      ["saved"],
      async ({ store }) => {
        if (!(await store.get(saved.term))) await store.put(saved);
      },
      ON_DISK,
    );
    this.changed();
  }

  /** Removes a saved term and returns it, so that it can be undone; undefined if there is none. */
  async unsave(term: string): Promise<SavedTerm | undefined> {
    const saved = await this.write(
      ["saved"],
      async ({ store }) => {
        const gone = await store.get(term);
        await store.delete(term);
        return gone;
      },
      ON_DISK,
    );
    if (saved) this.changed();
    return saved;
  }

  /** Writes the note of a saved term; nothing where it has been removed in the meantime. */
  async note(term: string, note: string): Promise<void> {
    const isThere = await this.write(
      ["saved"],
      async ({ store }) => {
        const saved = await store.get(term);
        if (saved) await store.put({ ...saved, note: keepableNote(note) });
        return saved !== undefined;
      },
      ON_DISK,
    );
    if (isThere) this.changed();
  }

  /** Everything, as it was at one moment. */
  async exportAll(): Promise<UserRecords> {
    return readAll((await this.open()).transaction(["lookUps", "saved"], "readonly"));
  }

  /** Puts `records` in the place of everything, or leaves everything as it is; returns what was there. */
  async importAll({ lookUps, saved }: UserRecords): Promise<UserRecords> {
    const before = await this.write(
      ["lookUps", "saved"],
      async (transaction) => {
        const all = await readAll(transaction);
        const stores = { lookUps: transaction.objectStore("lookUps"), saved: transaction.objectStore("saved") };
        await stores.lookUps.clear();
        await stores.saved.clear();
        for (const lookUp of lookUps.slice(-MOST_LOOK_UPS)) await stores.lookUps.add(lookUp as KeptLookUp);
        for (const one of saved) await stores.saved.add(one);
        return all;
      },
      ON_DISK,
    );
    this.changed();
    return before;
  }

  /** Calls `take` after each change, whichever page of the extension made it, until `signal` is aborted. */
  onChange(take: () => void, signal: AbortSignal): void {
    this.listeners.add(take);
    this.join();
    signal.addEventListener("abort", () => {
      this.listeners.delete(take);
      if (this.listeners.size > 0) return;
      this.channel?.close();
      this.channel = undefined;
    });
  }

  /** Does `work` in one transaction: all of it, or nothing. @throws what the browser refuses it with. */
  private async write<S extends [StoreNames<Schema>, ...StoreNames<Schema>[]], R>(
    stores: S,
    work: (transaction: IDBPTransaction<Schema, S, "readwrite">) => Promise<R>,
    options?: IDBTransactionOptions,
  ): Promise<R> {
    const transaction = (await this.open()).transaction(stores, "readwrite", options);
    let isOver = false;
    const end = (): void => void (isOver = true);
    // Heard by somebody also where `work` fails first, or the browser logs it as nobody's.
    transaction.done.then(end, end);
    try {
      const result = await work(transaction);
      await transaction.done;
      return result;
    } catch (error) {
      // Where a record is refused before it is asked for, the transaction would end by itself, half done.
      if (!isOver) transaction.abort();
      throw error;
    }
  }

  private open(): Promise<IDBPDatabase<Schema>> {
    if (this.opening) return this.opening;
    const opening = openDB<Schema>(NAME, this.upgrades.length, {
      upgrade: (database, from, to, transaction) => {
        for (const upgrade of this.upgrades.slice(from, to ?? undefined)) upgrade(database, transaction);
      },
      // A newer Tifa waits to bring the data to its version: a page of the older one stands back.
      blocking: () => void this.standBack(),
      terminated: () => (this.opening = undefined),
    });
    this.opening = opening;
    opening.catch(() => (this.opening = undefined));
    return opening;
  }

  private async standBack(): Promise<void> {
    const { opening } = this;
    this.opening = undefined;
    (await opening)?.close();
  }

  private changed(): void {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- It is a window's that has one.
    this.join().postMessage(null);
    for (const take of this.listeners) take();
  }

  private join(): BroadcastChannel {
    if (!this.channel) {
      this.channel = new BroadcastChannel(CHANNEL);
      this.channel.addEventListener("message", () => {
        for (const take of this.listeners) take();
      });
    }
    return this.channel;
  }
}

/** The reader's own, in every page of the extension and its background. */
export const userData = new UserData();

async function dropOldest(transaction: IDBPTransaction<Schema, ["lookUps"], "readwrite">): Promise<void> {
  const { store } = transaction;
  const over = (await store.count()) - MOST_LOOK_UPS;
  if (over <= 0) return;
  for (const id of await store.getAllKeys(undefined, over)) await store.delete(id);
}

async function readAll(
  transaction: IDBPTransaction<Schema, ("lookUps" | "saved")[], "readonly" | "readwrite">,
): Promise<UserRecords> {
  const lookUps = await transaction.objectStore("lookUps").getAll();
  const saved = await transaction.objectStore("saved").getAll();
  return { lookUps: lookUps.map(withoutNumber), saved };
}

/** A number means something in this database alone. */
function withoutNumber(kept: KeptLookUp): LookUp {
  const { id: _, ...lookUp } = kept;
  return lookUp;
}
