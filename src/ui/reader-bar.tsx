/** Over the text, always in sight: what is being read, and what can be done with it. */
import type { ComponentChildren, Ref } from "preact";
import type { Speech } from "../lexicon/speech.ts";
import type { Bilingual } from "../lexicon/term.ts";
import { TEXT_SIZES, type TextSize } from "../protocol/reading.ts";
import { CopyButton } from "./copy-button.tsx";
import { SearchIcon } from "./icons.tsx";
import { Chinese } from "./prose.tsx";
import { quotation, quoted, type Passage } from "./quotation.ts";
import { Segmented } from "./segmented.tsx";
import type { ReaderTarget } from "./target.ts";
import { inLanguage } from "./words/common.ts";
import { readerWords } from "./words/reader.ts";

/** Opens the find bar, beside its button; README.md and the button's hint name it. */
const FIND_KEY = "Alt+Shift+F";

interface ReaderBarProps {
  speech: Speech | null;
  /** Whether the list of speeches is open, where it has to be asked for, and its id. */
  contents: { isOpen: boolean; id: string; onToggle: () => void };
  contentsRef: Ref<HTMLButtonElement>;
  size: TextSize;
  onSize: (size: TextSize) => void;
  onFind: () => void;
  beside: BesideChoice;
  children?: ComponentChildren;
}

export function ReaderBar({ speech, contents, contentsRef, size, onSize, onFind, beside, children }: ReaderBarProps) {
  return (
    <div class="reader-bar" role="region" aria-label={readerWords.reading}>
      <div class="reader-bar-line">
        <button
          ref={contentsRef}
          type="button"
          class="text-button reader-bar-contents"
          aria-expanded={contents.isOpen}
          aria-controls={contents.id}
          onClick={contents.onToggle}
        >
          {readerWords.contents}
        </button>
        {/* A running head, as in a book. */}
        <p class="reader-bar-title">{speech && <Chinese song text={speech.title.zh} />}</p>
        {speech && (
          <div class="reader-bar-ways">
            <Segmented
              quiet
              label={readerWords.size}
              options={TEXT_SIZES.map((value) => ({
                value,
                label: readerWords.sizes[value],
                hint: readerWords.sizeHints[value],
              }))}
              value={size}
              onChange={onSize}
            />
            <Beside {...beside} />
            <button
              type="button"
              class="text-button reader-bar-find"
              aria-label={readerWords.find}
              aria-keyshortcuts={FIND_KEY}
              title={`${beside.chosen === null ? readerWords.findIn : readerWords.findInBoth} (${FIND_KEY})`}
              onClick={onFind}
            >
              <SearchIcon />
              <span>{readerWords.find}</span>
            </button>
          </div>
        )}
      </div>
      {children}
    </div>
  );
}

/** The speeches that have passages of this one too, and the one that is set beside it. */
interface BesideChoice {
  others: readonly { id: string; title: Bilingual; passages: number }[];
  chosen: string | null;
  onChoose: (id: string | null) => void;
}

function Beside({ others, chosen, onChoose }: BesideChoice) {
  if (others.length === 0 && chosen === null) return null;
  return (
    <select
      class="beside"
      aria-label={readerWords.beside}
      title={readerWords.beside}
      value={chosen ?? ""}
      onChange={({ currentTarget }) => onChoose(currentTarget.value || null)}
    >
      <option value="">{chosen === null ? `${readerWords.beside}…` : readerWords.besideNone}</option>
      {others.map(({ id, title, passages }) => (
        <option key={id} value={id}>
          {readerWords.besideOption(inLanguage(title), passages)}
        </option>
      ))}
    </select>
  );
}

interface OpenedAtProps {
  speech: Speech;
  target: ReaderTarget;
  onCopyLink: () => Promise<void>;
  onCopyQuotation: (text: string, passage: Passage) => Promise<void>;
}

/** The sentence that the speech was opened at. */
export function OpenedAt({ speech, target, onCopyLink, onCopyQuotation }: OpenedAtProps) {
  const sentence = speech.text.slice(target.sentenceStart, target.sentenceEnd).trim();
  const passage = { start: target.sentenceStart, end: target.sentenceEnd };
  return (
    <div class="reader-bar-line">
      <p class="reader-bar-quote" title={sentence}>
        {readerWords.openedAt}{" "}
        <span lang="zh-Hans" class="song">
          {quoted(sentence)}
        </span>
      </p>
      <span class="reader-bar-ways">
        <CopyButton label={readerWords.copyLink} onCopy={onCopyLink} />
        <CopyButton
          label={readerWords.copyQuotation}
          onCopy={() => onCopyQuotation(quotation(speech, passage), passage)}
        />
      </span>
    </div>
  );
}
