/** The English of a term: the best rendering as the line that the eye meets after the headword, the others after it. */
import type { Rendering } from "../lexicon/term.ts";
import { CloseIcon, CopyIcon, DoneIcon } from "./icons.tsx";
import { English } from "./prose.tsx";
import { Remark } from "./remark.tsx";
import { useCopied, type OnCopy } from "./use-copied.ts";
import { commonWords } from "./words/common.ts";
import { entryWords } from "./words/entry.ts";

/** A whole sentence set as large as "Four Consciousnesses" would fill the card. */
const LONG = 48;

interface RenderingsProps {
  renderings: readonly Rendering[];
  /** Takes one alone, as a translator's text wants it. */
  onCopy?: OnCopy | undefined;
}

export function Renderings({ renderings, onCopy }: RenderingsProps) {
  const [first, ...others] = renderings;
  if (!first) return null;
  return (
    <div class="renderings">
      <p class="rendering">
        <span lang="en" class={first.text.length > LONG ? "rendering-text rendering-long" : "rendering-text"}>
          <English text={first.text} />
        </span>{" "}
        <Kind rendering={first} />
        <Copy rendering={first} onCopy={onCopy} />
      </p>
      {others.length > 0 && (
        <ul class="renderings-other" aria-label={entryWords.otherRenderings}>
          {others.map((rendering) => (
            <li key={rendering.text}>
              <span lang="en" class="rendering-text">
                <English text={rendering.text} />
              </span>{" "}
              <Kind rendering={rendering} />
              <Copy rendering={rendering} onCopy={onCopy} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** How far a rendering can be trusted, and by whose word. */
function Kind({ rendering: { kind, source, sourceZh } }: { rendering: Rendering }) {
  return (
    <span class="rendering-kind" title={entryWords.kind[kind]}>
      <span class="rendering-kind-word">{entryWords.shortKind[kind]}</span>
      {source !== undefined && (
        <>
          {entryWords.sourceJoint}
          <Remark en={source} zh={sourceZh} />
        </>
      )}
    </span>
  );
}

function Copy({ rendering: { text }, onCopy }: { rendering: Rendering; onCopy: OnCopy | undefined }) {
  const [said, copy] = useCopied();
  if (!onCopy) return null;
  const label = entryWords.copyOf(text);
  return (
    <>
      <button
        type="button"
        class={said ? "icon-button rendering-copy rendering-said" : "icon-button rendering-copy"}
        aria-label={label}
        title={label}
        onClick={() => copy(() => onCopy(text))}
      >
        {said === "copied" ? <DoneIcon /> : said === "notCopied" ? <CloseIcon /> : <CopyIcon />}
      </button>
      <span class="unseen" aria-live="polite">
        {said && commonWords[said]}
      </span>
    </>
  );
}
