/** What was just taken away, and the way to have it back; stays until it is closed or something else is taken away. */
import { CloseIcon } from "./icons.tsx";
import { commonWords } from "./words/common.ts";
import { panelWords } from "./words/panel.ts";

interface UndoBarProps {
  /** What was done; "" where there is nothing to undo. */
  text: string;
  onUndo: () => void;
  onClose: () => void;
}

export function UndoBar({ text, onUndo, onClose }: UndoBarProps) {
  return (
    // There before it says anything: a screen reader tells of what changes in it.
    <div class={text === "" ? "undo undo-empty" : "undo"} role="status">
      {text !== "" && (
        <>
          <span class="undo-text">{text}</span>
          <button type="button" class="link" onClick={onUndo}>
            {panelWords.undo}
          </button>
          <button type="button" class="icon-button" aria-label={commonWords.close} onClick={onClose}>
            <CloseIcon />
          </button>
        </>
      )}
    </div>
  );
}
