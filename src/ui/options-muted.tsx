/** The formulations that are not to be marked, and the way back for each. */
import type { GlossaryLine, GlossaryLines } from "../lexicon/lines.ts";
import { Hanzi } from "./hanzi.tsx";
import { headwordIn, scriptOfReader } from "./headword.ts";
import { Listed } from "./listed.tsx";
import type { OptionsProps } from "./options.tsx";
import { English } from "./prose.tsx";
import { optionsWords } from "./words/options.ts";

interface MutedProps extends Pick<OptionsProps, "onUnmute"> {
  lines: GlossaryLines;
  muted: readonly string[];
}

export function OptionsMuted({ lines, muted, onUnmute }: MutedProps) {
  return (
    <Listed length={muted.length} none={optionsWords.mutedNone}>
      {/* The last one first: that is the one that is looked for. */}
      {muted.toReversed().map((key) => (
        <MutedRow key={key} surface={key} line={lines.of(key)} onUnmute={onUnmute} />
      ))}
    </Listed>
  );
}

interface RowProps extends Pick<OptionsProps, "onUnmute"> {
  /** The key it is muted by, which is what the page has where the glossary lacks it. */
  surface: string;
  line: GlossaryLine | undefined;
}

function MutedRow({ surface, line, onUnmute }: RowProps) {
  const headword = line ? headwordIn(scriptOfReader(), line) : surface;
  return (
    <li>
      <span class="listed-name">
        <Hanzi song script={line ? scriptOfReader() : "hans"}>
          {headword}
        </Hanzi>
        <span class="listed-about" lang={line ? "en" : undefined}>
          {line ? <English text={line.rendering} /> : optionsWords.mutedUnknown}
        </span>
      </span>
      <button
        type="button"
        class="text-button"
        aria-label={optionsWords.unmuteLabel(headword)}
        onClick={() => onUnmute(surface, headword)}
      >
        {optionsWords.unmute}
      </button>
    </li>
  );
}
