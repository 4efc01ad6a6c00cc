/** The packs that the glossary is made of; each can be switched off. */
import { useMemo } from "preact/hooks";
import type { GlossaryLines } from "../lexicon/lines.ts";
import type { OptionsProps } from "./options.tsx";
import { Check } from "./field.tsx";
import { inLanguage } from "./words/common.ts";
import { optionsWords } from "./words/options.ts";

interface PacksProps extends Pick<OptionsProps, "onPack"> {
  lines: GlossaryLines;
  packsOff: readonly string[];
}

export function OptionsPacks({ packsOff, onPack, lines }: PacksProps) {
  const entries = useMemo(() => entriesOf(lines), [lines]);
  return (
    <>
      <ul class="packs">
        {lines.packs.map(({ id, name, version, licence, description }) => (
          <li key={id} class="pack">
            <Check
              label={inLanguage(name)}
              hint={inLanguage(description)}
              checked={!packsOff.includes(id)}
              onChange={(on) => onPack(id, on)}
            />
            <p class="pack-about">{optionsWords.packAbout(version, licence, entries.get(id) ?? 0)}</p>
          </li>
        ))}
      </ul>
      {lines.packs.every(({ id }) => packsOff.includes(id)) && (
        <p class="options-warning" role="status">
          {optionsWords.packsNone}
        </p>
      )}
    </>
  );
}

/** Numbers of entries by pack. */
function entriesOf(lines: GlossaryLines): Map<string, number> {
  const entries = new Map<string, number>();
  for (let i = 0; i < lines.length; i++) {
    const { pack } = lines.at(i);
    entries.set(pack, (entries.get(pack) ?? 0) + 1);
  }
  return entries;
}
