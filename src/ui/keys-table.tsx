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
        {keys.map(({ command, description, shortcut }) => (
          <tr key={command}>
            <th scope="row">{nameOf(command) ?? description}</th>
            <td>
              {shortcut === "" ? <span class="keys-none">{optionsWords.keysNone}</span> : <Key text={shortcut} />}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What a command does, in the language of the interface, which may be another than the browser's. */
function nameOf(command: string): string | undefined {
  if (command === "_execute_action") return optionsWords.openPopup;
  return Object.hasOwn(manifestWords, command) ? manifestWords[command as keyof typeof manifestWords] : undefined;
}

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
