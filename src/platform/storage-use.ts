/** How much the user's own data is. */
import { userData } from "./user-data.ts";

export interface StorageUse {
  lookUps: number;
  saved: number;
  /** On the disk, with what the browser needs around it; undefined where it doesn't say. */
  bytes: number | undefined;
}

export async function readStorageUse(): Promise<StorageUse> {
  const [{ lookUps, saved }, { usage }] = await Promise.all([userData.exportAll(), navigator.storage.estimate()]);
  return { lookUps: lookUps.length, saved: saved.length, bytes: usage };
}
