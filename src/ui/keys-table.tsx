/** The keys of the commands, as they are now. */
import { manifestWords } from "./words/manifest.ts";
import { optionsWords } from "./words/options.ts";

export interface KeyLine {
  command: string;
  /** In the browser's language. */
  description: string;
  /** As the browser writes it; "" for none. */
  shortcut: string;
}

export function KeysTable({ keys }: { keys: readonly KeyLine[] }) {
  return (
    <table class="keys">
      <thead class="unseen">
        <tr>
          <th scope="col">{optionsWords.command}</th>
          <th scope="col">{optionsWords.shortcut}</th>
        </tr>
      </thead>
      <tbody>
        {keys.toSorted(inOrder).map(({ command, description, shortcut }) => (
          <tr key={command}>
            <th scope="row">{NAMES[command]?.() ?? description}</th>
            <td>
              {shortcut === "" ? <span class="keys-none">{optionsWords.keysNone}</span> : <Key text={shortcut} />}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What each command does, in the language of the interface, which may be another than the browser's; the most used first. */
const NAMES: Readonly<Record<string, () => string>> = {
  next: () => manifestWords.next,
  previous: () => manifestWords.previous,
  open: () => manifestWords.open,
  close: () => manifestWords.close,
  "look-up": () => manifestWords.lookUp,
  switch: () => manifestWords.switch,
  _execute_action: () => optionsWords.openPopup,
};
const ORDER = Object.keys(NAMES);

const inOrder = (a: KeyLine, b: KeyLine): number => ORDER.indexOf(a.command) - ORDER.indexOf(b.command);

/** A Mac writes ⌥⇧N, all others Alt+Shift+N. */
function Key({ text }: { text: string }) {
  return (
    <kbd>
      {text.split("+").map((part, i) => (
        <kbd key={i}>{part}</kbd>
      ))}
    </kbd>
  );
}
