/** Why there is nothing to list, and what to do about it. */
import { Notice } from "./notice.tsx";
import { popupWords } from "./words/popup.ts";

export type NoPage = "no-access" | "not-chinese" | "unreadable";

export function NoPageNotice({ reason }: { reason: NoPage }) {
  return <Notice {...popupWords.empty[reason]} />;
}

export function OffNotice({ enabled }: { enabled: boolean }) {
  return <Notice {...(enabled ? popupWords.empty.offSite : popupWords.empty.offEverywhere)} />;
}

/** `atMost`: everything is marked already, so choosing more is no help. */
export function NothingFound({ atMost }: { atMost: boolean }) {
  const { title, hint, hintAtMost } = popupWords.empty.found;
  return <Notice title={title} hint={atMost ? hintAtMost : hint} />;
}
