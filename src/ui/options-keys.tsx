/** The keys as they are now, and the way to where the browser lets them be changed. */
import { KeysTable, type KeyLine } from "./keys-table.tsx";
import { optionsWords } from "./words/options.ts";

export interface KeysProps {
  keys: readonly KeyLine[];
  onChangeKeys: () => void;
}

export function OptionsKeys({ keys, onChangeKeys }: KeysProps) {
  return (
    <>
      <KeysTable keys={keys} />
      <p>
        <button type="button" class="button" onClick={onChangeKeys}>
          {optionsWords.keysChange}
        </button>
      </p>
      <p class="field-hint">{optionsWords.keysHow}</p>
    </>
  );
}
