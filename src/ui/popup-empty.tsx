/** Why there is nothing to list, and what to do about it. */
import type { ComponentChildren } from "preact";
import { Phrase } from "./phrase.tsx";
import { popupWords } from "./words/popup.ts";

export type NoPage = "no-access" | "not-chinese" | "unreadable";

interface NoticeProps {
  title: string;
  hint: string;
  parts?: Record<string, ComponentChildren>;
}

const NO_PARTS = {};

export function Notice({ title, hint, parts = NO_PARTS }: NoticeProps) {
  return (
    <div class="notice" role="status">
      <p class="notice-title">
        <Phrase text={title} parts={parts} />
      </p>
      <p>{hint}</p>
    </div>
  );
}

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
