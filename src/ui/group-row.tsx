/** One formulation of the page: what it is, where it stands, the way through its places. */
import { useState } from "preact/hooks";
import type { GlossaryLine } from "../lexicon/lines.ts";
import type { FrameGroup } from "../protocol/page-findings.ts";
import { UnseenCategory } from "./category.tsx";
import { Hanzi, type Script } from "./hanzi.tsx";
import { headwordIn, scriptOfSurface } from "./headword.ts";
import { ExplainIcon, NextIcon, PreviousIcon } from "./icons.tsx";
import { number } from "./words/common.ts";
import { popupWords } from "./words/popup.ts";

export type PopupGroup = FrameGroup & {
  /** Absent for a numeral formulation that the glossary lacks. */
  entry?: GlossaryLine;
};

interface GroupRowProps {
  group: PopupGroup;
  /** With how often the speeches have it. */
  attested?: boolean;
  /** `n` counts the group's places from 0; `leave` for the page, or stay to go on from here. */
  onJump: (n: number, leave: boolean) => void;
  /** In the script that the page has it in. */
  onExplain: (id: string, script: Script) => void;
}

export function GroupRow({ group, attested = false, onJump, onExplain }: GroupRowProps) {
  const { entry, surface, places, category } = group;
  /** Where the reader was taken last; undefined before the first jump. */
  const [at, setAt] = useState<number>();
  const script = entry ? scriptOfSurface(surface, entry) : "hans";
  const name = entry ? headwordIn(script, entry) : surface;
  const go = (n: number, leave: boolean): void => {
    const place = (n + places.length) % places.length;
    setAt(place);
    onJump(place, leave);
  };
  return (
    <li class="row" data-category={category}>
      <button type="button" class="row-main" data-row title={popupWords.jumpHint} onClick={() => go(0, true)}>
        <Hanzi song script={script} class="row-headword">
          {name}
        </Hanzi>{" "}
        {entry ? (
          <span class="row-rendering" lang="en">
            {entry.rendering}
          </span>
        ) : (
          <span class="row-rendering row-unknown">{popupWords.unknown}</span>
        )}
        {attested && entry && <span class="row-attested">{popupWords.inSpeeches(entry.occurrences)}</span>}
        <UnseenCategory category={category} />
      </button>
      {places.length > 1 && (
        <span class="row-steps">
          <button
            type="button"
            class="icon-button"
            aria-label={popupWords.previous(name)}
            onClick={() => go((at ?? places.length) - 1, false)}
          >
            <PreviousIcon />
          </button>
          <button
            type="button"
            class="icon-button"
            aria-label={popupWords.next(name)}
            onClick={() => go((at ?? -1) + 1, false)}
          >
            <NextIcon />
          </button>
        </span>
      )}
      <Count at={at} all={places.length} />
      {entry && (
        <button
          type="button"
          class="icon-button row-explain"
          aria-label={popupWords.explain(name)}
          title={popupWords.explainShort}
          onClick={() => onExplain(entry.id, script)}
        >
          <ExplainIcon />
        </button>
      )}
    </li>
  );
}

/** How many places there are, or which of them the reader is at. */
function Count({ at, all }: { at: number | undefined; all: number }) {
  const isAt = at !== undefined && all > 1;
  return (
    <span class="row-count">
      {/* The longest that it may say keeps its room, so that the steppers stay under the pointer. */}
      {all > 1 && <span class="row-count-room" data-room={popupWords.placeOf(all, all)} />}
      {!isAt && (
        <span>
          <span aria-hidden="true">{number(all)}</span>
          <span class="unseen">{popupWords.placesLabel(all)}</span>
        </span>
      )}
      {/* Empty when its row comes: a screen reader would read out what is in it, forty times for forty rows. */}
      <span aria-live="polite">{isAt && popupWords.placeOf(at + 1, all)}</span>
    </span>
  );
}
