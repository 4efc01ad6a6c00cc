/** The English of a term: the best rendering as the line that the eye meets after the headword, the others after it. */
import type { Rendering } from "../lexicon/term.ts";
import { Mixed } from "./mixed.tsx";
import { entryWords } from "./words/entry.ts";

/** A whole sentence set as large as "Four Consciousnesses" would fill the card. */
const LONG = 48;

export function Renderings({ renderings }: { renderings: readonly Rendering[] }) {
  const [first, ...others] = renderings;
  if (!first) return null;
  return (
    <div class="renderings">
      <p class="rendering">
        <span lang="en" class={first.text.length > LONG ? "rendering-text rendering-long" : "rendering-text"}>
          <Mixed text={first.text} />
        </span>{" "}
        <Kind rendering={first} />
      </p>
      {others.length > 0 && (
        <ul class="renderings-other" aria-label={entryWords.otherRenderings}>
          {others.map((rendering) => (
            <li key={rendering.text}>
              <span lang="en" class="rendering-text">
                <Mixed text={rendering.text} />
              </span>{" "}
              <Kind rendering={rendering} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** How far a rendering can be trusted, and by whose word. */
function Kind({ rendering: { kind, source } }: { rendering: Rendering }) {
  return (
    <span class="rendering-kind" title={entryWords.kind[kind]}>
      <span class="rendering-kind-word">{entryWords.shortKind[kind]}</span>
      {source !== undefined && (
        <>
          {entryWords.sourceJoint}
          <Mixed text={source} />
        </>
      )}
    </span>
  );
}
