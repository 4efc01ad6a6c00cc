/** What was just taken away, and the way to have it back; stays until it is closed or something else is taken away. */
import { useRef } from "preact/hooks";
import { CloseIcon } from "./icons.tsx";
import { commonWords } from "./words/common.ts";
import { panelWords } from "./words/panel.ts";

interface UndoBarProps {
  /** What was done; "" where there is nothing to undo. */
  text: string;
  onUndo: () => void;
  onClose: () => void;
  /** The bar goes, and with it the button that has the focus: it is to go elsewhere, if there is somewhere. */
  onLeave: () => void;
}

export function UndoBar({ text, onUndo, onClose, onLeave }: UndoBarProps) {
  const place = useRef<HTMLDivElement>(null);
  const pressed = (act: () => void) => () => {
    place.current!.focus();
    onLeave();
    act();
  };
  return (
    // There before it says anything: a screen reader tells of what changes in it.
    <div ref={place} class={text === "" ? "undo undo-empty" : "undo"} role="status" tabIndex={-1}>
      {text !== "" && (
        <>
          <span class="undo-text">{text}</span>
          <button type="button" class="link" onClick={pressed(onUndo)}>
            {panelWords.undo}
          </button>
          <button type="button" class="icon-button" aria-label={commonWords.close} onClick={pressed(onClose)}>
            <CloseIcon />
          </button>
        </>
      )}
    </div>
  );
}
