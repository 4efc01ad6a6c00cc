/** A button that copies, and says in its own place whether it did. */
import { useCopied } from "./use-copied.ts";
import { commonWords } from "./words/common.ts";

interface CopyButtonProps {
  label: string;
  /** The whole of what the label is short for. */
  name?: string;
  onCopy: () => Promise<void>;
}

export function CopyButton({ label, name, onCopy }: CopyButtonProps) {
  const [said, copy] = useCopied();
  return (
    <button type="button" class="text-button copy-button" title={name} onClick={() => copy(onCopy)}>
      {/* Both words take their room, so that the bar keeps still. */}
      <span class={said === undefined ? "" : "copy-button-away"}>{label}</span>
      <span class="copy-button-said" aria-live="polite">
        {said && commonWords[said]}
      </span>
    </button>
  );
}
