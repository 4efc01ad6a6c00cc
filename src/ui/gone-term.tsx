/** Where a row leads to an entry, one that the glossary no longer has. */
import { Hanzi } from "./hanzi.tsx";
import { panelWords } from "./words/panel.ts";

export function GoneTerm({ name }: { name: string }) {
  return (
    <p class="history-open">
      <Hanzi song class="row-headword">
        {name}
      </Hanzi>{" "}
      <span class="row-rendering row-unknown">{panelWords.gone}</span>
    </p>
  );
}
