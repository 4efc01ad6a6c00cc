/** What could not be stored, said where the reader acted. */
import { useCallback, useState } from "preact/hooks";
import { CloseIcon } from "./icons.tsx";
import { Phrase } from "./phrase.tsx";
import { commonWords } from "./words/common.ts";

/** Waits for what the reader did to be done, and tells them if it could not be. */
export type Attempt = (work: Promise<unknown>) => void;

/** The last failure, by its reason; it goes when something is done again, or when it is closed. */
export function useFailure(): { reason: string | null; attempt: Attempt; close: () => void } {
  const [reason, setReason] = useState<string | null>(null);
  const attempt = useCallback<Attempt>((work) => {
    work.then(
      () => setReason(null),
      (error: unknown) => setReason(reasonOf(error)),
    );
  }, []);
  return { reason, attempt, close: () => setReason(null) };
}

/** Why it failed, to be put into a sentence: what the browser says of it; its name where it says nothing, as of a full disk. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.message.replace(/\.$/, "") || error.name;
}

/** In the document before it says anything, so that screen readers hear what comes into it. */
export function FailureBar({ reason, onClose }: { reason: string | null; onClose: () => void }) {
  return (
    <div class={reason === null ? "failure failure-empty" : "failure"} role="alert">
      {reason !== null && (
        <>
          <p>
            <Phrase text={commonWords.notStored} parts={{ reason }} />
          </p>
          <button type="button" class="icon-button" aria-label={commonWords.close} onClick={onClose}>
            <CloseIcon />
          </button>
        </>
      )}
    </div>
  );
}
