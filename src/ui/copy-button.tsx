/** A button that copies, and says in its own place whether it did. */
import { useEffect, useState } from "preact/hooks";
import { readerWords } from "./words/reader.ts";

const SAID_MS = 2000;

interface CopyButtonProps {
  label: string;
  /** The whole of what the label is short for. */
  name?: string;
  onCopy: () => Promise<void>;
}

export function CopyButton({ label, name, onCopy }: CopyButtonProps) {
  const [said, setSaid] = useState<"copied" | "notCopied">();
  useEffect(() => {
    if (said === undefined) return undefined;
    const timer = setTimeout(() => setSaid(undefined), SAID_MS);
    return () => clearTimeout(timer);
  }, [said]);
  return (
    <button
      type="button"
      class="text-button copy-button"
      title={name}
      onClick={() => {
        onCopy().then(
          () => setSaid("copied"),
          () => setSaid("notCopied"),
        );
      }}
    >
      {/* Both words take their room, so that the bar keeps still. */}
      <span class={said === undefined ? "" : "copy-button-away"}>{label}</span>
      <span class="copy-button-said" aria-live="polite">
        {said && readerWords[said]}
      </span>
    </button>
  );
}
