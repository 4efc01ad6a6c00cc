/** The terms that the reader has saved, with notes; and taken along to other programs. */
import { useEffect, useRef, useState } from "preact/hooks";
import type { GlossaryLines } from "../lexicon/lines.ts";
import { EXPORT_FORMATS, type ExportFormat } from "../lexicon/term-export.ts";
import type { SavedTerm } from "../protocol/user-records.ts";
import { GoneTerm } from "./gone-term.tsx";
import { Hanzi } from "./hanzi.tsx";
import { headwordIn, scriptOfReader } from "./headword.ts";
import { CloseIcon } from "./icons.tsx";
import { Notice } from "./notice.tsx";
import { dayOf } from "./words/common.ts";
import { panelWords } from "./words/panel.ts";

interface SavedListProps {
  /** The newest first; undefined while they are on their way, an Error where they can't be read. */
  saved: readonly SavedTerm[] | Error | undefined;
  lines: GlossaryLines;
  onOpen: (id: string) => void;
  onNote: (term: string, note: string) => void;
  onRemove: (term: string) => void;
  onExport: (format: ExportFormat) => void;
}

export function SavedList({ saved, lines, onOpen, onNote, onRemove, onExport }: SavedListProps) {
  if (saved === undefined) return <p class="popup-loading">{panelWords.loading}</p>;
  if (saved instanceof Error) return <Notice title={panelWords.unreadable} hint={saved.message} />;
  if (saved.length === 0) return <Notice {...panelWords.noSaved} />;
  return (
    <section class="saved-terms" aria-label={panelWords.saved}>
      <div class="saved-head">
        <p role="status">{panelWords.terms(saved.length)}</p>
        <p class="saved-export">
          {panelWords.exportAs}
          {EXPORT_FORMATS.map((format) => (
            <button
              key={format}
              type="button"
              class="text-button"
              title={panelWords.formatHint[format]}
              onClick={() => onExport(format)}
            >
              {panelWords.format[format]}
            </button>
          ))}
        </p>
      </div>
      <ol class="rows">
        {saved.map((one) => (
          <SavedRow key={one.term} saved={one} lines={lines} onOpen={onOpen} onNote={onNote} onRemove={onRemove} />
        ))}
      </ol>
    </section>
  );
}

interface SavedRowProps extends Pick<SavedListProps, "lines" | "onOpen" | "onNote" | "onRemove"> {
  saved: SavedTerm;
}

function SavedRow({ saved: { term, headword, note, time }, lines, onOpen, onNote, onRemove }: SavedRowProps) {
  const line = lines.of(term);
  const name = line ? headwordIn(scriptOfReader(), line) : headword;
  return (
    <li class="row saved-row" data-category={line?.category}>
      <div class="saved-main">
        {line ? (
          <button type="button" class="history-open" data-row onClick={() => onOpen(term)}>
            <Hanzi song script={scriptOfReader()} class="row-headword">
              {name}
            </Hanzi>{" "}
            <span class="row-pinyin" lang="zh-Latn">
              {line.pinyin}
            </span>{" "}
            <span class="row-rendering" lang="en">
              {line.rendering}
            </span>
          </button>
        ) : (
          <GoneTerm name={name} />
        )}
        <Note note={note} label={panelWords.noteOn(name)} onNote={(next) => onNote(term, next)} />
        <p class="history-place">{panelWords.savedOn(dayOf(time))}</p>
      </div>
      <button
        type="button"
        class="icon-button"
        aria-label={panelWords.remove(name)}
        title={panelWords.removeShort}
        onClick={() => onRemove(term)}
      >
        <CloseIcon />
      </button>
    </li>
  );
}

/** Kept with every letter that is typed, so that none is lost when the panel is closed. */
function Note({ note, label, onNote }: { note: string; label: string; onNote: (note: string) => void }) {
  const [text, setText] = useState(note);
  /** What was typed here and has not come back yet. */
  const typed = useRef<string[]>([]);
  useEffect(() => {
    // What comes back is older than what is being typed; what was not typed here was written elsewhere, in another panel.
    const at = typed.current.indexOf(note);
    if (at < 0) setText(note);
    else typed.current.splice(0, at + 1);
  }, [note]);
  return (
    <textarea
      class="note"
      rows={1}
      value={text}
      aria-label={label}
      placeholder={panelWords.noteHint}
      onInput={(event) => {
        const { value } = event.currentTarget;
        setText(value);
        typed.current.push(value);
        onNote(value);
      }}
    />
  );
}
