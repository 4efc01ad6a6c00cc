/** What the user has made: how much it is, saved as one file, brought back from one; and the settings as they were at first. */
import { useId } from "preact/hooks";
import { optionsWords } from "./words/options.ts";

export interface DataProps {
  /** Null until it is known. */
  use: { saved: number; lookUps: number; bytes: number | undefined } | null;
  onBackup: () => void;
  onRestore: (file: File) => void;
  onReset: () => void;
}

export function OptionsData({ use, onBackup, onRestore, onReset }: DataProps) {
  return (
    <>
      {/* Its line is there before it is known, so that nothing moves. */}
      <p class="data-use">
        {use && optionsWords.kept(use.saved, use.lookUps)}
        {use?.bytes !== undefined && ` · ${optionsWords.onDisk(use.bytes)}`}&nbsp;
      </p>
      <dl class="data-ways">
        <Way label={optionsWords.backup} hint={optionsWords.backupHint} onClick={onBackup} />
        <RestoreWay onRestore={onRestore} />
        <Way label={optionsWords.reset} hint={optionsWords.resetHint} onClick={onReset} />
      </dl>
    </>
  );
}

function Way({ label, hint, onClick }: { label: string; hint: string; onClick: () => void }) {
  const id = useId();
  return (
    <div>
      <dt>
        <button type="button" class="button" aria-describedby={id} onClick={onClick}>
          {label}
        </button>
      </dt>
      <dd id={id} class="field-hint">
        {hint}
      </dd>
    </div>
  );
}

/** The field for files is the browser's own, and says things in the browser's language: what is seen is its label. */
function RestoreWay({ onRestore }: Pick<DataProps, "onRestore">) {
  const id = useId();
  return (
    <div>
      <dt>
        <label class="button file-button">
          {optionsWords.restore}
          <input
            type="file"
            class="unseen"
            accept=".json,application/json"
            aria-describedby={id}
            onChange={(event) => {
              const field = event.currentTarget;
              const file = field.files?.[0];
              // The same file again is a new choice.
              field.value = "";
              if (file) onRestore(file);
            }}
          />
        </label>
      </dt>
      <dd id={id} class="field-hint">
        {optionsWords.restoreHint}
      </dd>
    </div>
  );
}
