/** What was found on this page: how much, of what kinds, and the way to each place. */
import { useMemo, useState } from "preact/hooks";
import { WEIGHTS, type Category } from "../lexicon/term.ts";
import { CategoryFilter } from "./category-filter.tsx";
import { GroupRow, type PopupGroup } from "./group-row.tsx";
import type { Script } from "./hanzi.tsx";
import { Segmented } from "./segmented.tsx";
import { useShowAll } from "./use-show-all.ts";
import { popupWords } from "./words/popup.ts";

/** More rows than this are drawn only when asked for: a popup must open at once. */
const FIRST = 200;

type Order = "place" | "count" | "rarity";

/** Groups come in the order of the page, and equal ones stay in it. */
const COMPARE: Record<Order, (a: PopupGroup, b: PopupGroup) => number> = {
  place: () => 0,
  count: (a, b) => b.places.length - a.places.length,
  // Of two that the speeches have equally often, the one that a reader needs more.
  rarity: (a, b) =>
    (a.entry?.occurrences ?? -1) - (b.entry?.occurrences ?? -1) ||
    WEIGHTS.indexOf(a.weight) - WEIGHTS.indexOf(b.weight),
};

interface PageListProps {
  groups: readonly PopupGroup[];
  onJump: (group: PopupGroup, n: number, leave: boolean) => void;
  onExplain: (id: string, script: Script) => void;
}

export function PageList({ groups, onJump, onExplain }: PageListProps) {
  const [order, setOrder] = useState<Order>("place");
  const [category, setCategory] = useState<Category>();
  const { all, list, showAll } = useShowAll<HTMLOListElement>(".row");
  // A page that changes may no longer have any of that kind.
  const only = groups.some((group) => group.category === category) ? category : undefined;
  const ordered = useMemo(
    () => groups.filter((group) => only === undefined || group.category === only).sort(COMPARE[order]),
    [groups, order, only],
  );
  const shown = all ? ordered : ordered.slice(0, FIRST);
  const places = ordered.reduce((sum, group) => sum + group.places.length, 0);
  return (
    <section class="page-list" aria-label={popupWords.page}>
      <CategoryFilter groups={groups} value={only} onChange={setCategory} />
      <div class="page-list-head">
        <p class="page-list-counts" role="status">
          <b>{popupWords.formulations(ordered.length)}</b> {popupWords.occurrences(places)}
        </p>
        <Segmented
          quiet
          label={popupWords.order}
          options={[
            { value: "place", label: popupWords.byPlace },
            { value: "count", label: popupWords.byCount },
            { value: "rarity", label: popupWords.byRarity, hint: popupWords.byRarityHint },
          ]}
          value={order}
          onChange={setOrder}
        />
      </div>
      {order === "rarity" && <p class="page-list-note">{popupWords.byRarityHint}</p>}
      <ol ref={list} class="rows">
        {shown.map((group) => (
          <GroupRow
            key={`${group.frame} ${group.places[0]}`}
            group={group}
            attested={order === "rarity"}
            onJump={(n, leave) => onJump(group, n, leave)}
            onExplain={onExplain}
          />
        ))}
      </ol>
      {shown.length < ordered.length && (
        <button type="button" class="text-button show-all" onClick={showAll}>
          {popupWords.showAll(ordered.length)}
        </button>
      )}
    </section>
  );
}
