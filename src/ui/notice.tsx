/** What is said where there is nothing to show: what is so, and what to do about it. */
import type { ComponentChildren } from "preact";
import { Phrase } from "./phrase.tsx";

interface NoticeProps {
  title: string;
  /** "" where nothing is to be done. */
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
      {hint !== "" && <p>{hint}</p>}
    </div>
  );
}
