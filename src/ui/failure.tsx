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
      (error: unknown) => setReason(error instanceof Error ? error.message : String(error)),
    );
  }, []);
  return { reason, attempt, close: () => setReason(null) };
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
