/** Writing the history of look-ups. */
import type { AskingTab } from "./messages.ts";
import { userData } from "./user-data.ts";

/** Notes a look-up on the page in `tab`; of a private window nothing is kept. */
export async function noteLookUp(
  { term, surface, sentence }: { term: string | null; surface: string; sentence: string },
  { title, url = "", isPrivate }: AskingTab,
): Promise<void> {
  if (isPrivate) return;
  await userData.lookedUp({ term, surface, sentence, title, url, time: Date.now() });
}
