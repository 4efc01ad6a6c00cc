/** One formulation of the page: what it is, where it stands, the way through its places. */
import { useState } from "preact/hooks";
import type { TermLine } from "../lexicon/entry.ts";
import type { FindingGroup } from "../protocol/messages.ts";
import { Hanzi } from "./hanzi.tsx";
import { headwordIn, scriptOfSurface } from "./headword.ts";
import { ExplainIcon, NextIcon, PreviousIcon } from "./icons.tsx";
import { words } from "./words.ts";

export type PopupGroup = FindingGroup & {
  /** The frame of the tab that it stands in. */
  frame: number;
  /** Absent for a numeral formulation that the glossary lacks. */
  entry?: TermLine;
};

interface GroupRowProps {
  group: PopupGroup;
  /** `n` counts the group's places from 0. */
  onJump: (n: number) => void;
  onExplain: (id: string) => void;
}

export function GroupRow({ group, onJump, onExplain }: GroupRowProps) {
  const { entry, surface, places, category } = group;
  /** Where the reader was taken last; undefined before the first jump. */
  const [at, setAt] = useState<number>();
  const script = entry ? scriptOfSurface(surface, entry) : "hans";
  const name = entry ? headwordIn(script, entry) : surface;
  const go = (n: number): void => {
    const place = (n + places.length) % places.length;
    setAt(place);
    onJump(place);
  };
  return (
    <li class="row" data-category={category}>
      <button type="button" class="row-main" data-row title={words.popup.jumpHint} onClick={() => go(0)}>
        <Hanzi song script={script} class="row-headword">
          {name}
        </Hanzi>{" "}
        <span class={entry ? "row-rendering" : "row-rendering row-unknown"}>
          {entry?.rendering ?? words.popup.unknown}
        </span>
      </button>
      <span class="row-steps">
        {places.length > 1 && (
          <button
            type="button"
            class="icon-button"
            aria-label={words.popup.previous(name)}
            onClick={() => go((at ?? places.length) - 1)}
          >
            <PreviousIcon />
          </button>
        )}
        <span class="row-count" aria-live="polite">
          {at === undefined || places.length === 1 ? (
            <>
              <span aria-hidden="true">{words.number(places.length)}</span>
              <span class="unseen">{words.popup.placesLabel(places.length)}</span>
            </>
          ) : (
            words.popup.placeOf(at + 1, places.length)
          )}
        </span>
        {places.length > 1 && (
          <button
            type="button"
            class="icon-button"
            aria-label={words.popup.next(name)}
            onClick={() => go((at ?? -1) + 1)}
          >
            <NextIcon />
          </button>
        )}
      </span>
      {entry && (
        <button
          type="button"
          class="icon-button row-explain"
          aria-label={words.popup.explain(name)}
          title={words.popup.explainShort}
          onClick={() => onExplain(entry.id)}
        >
          <ExplainIcon />
        </button>
      )}
    </li>
  );
}
