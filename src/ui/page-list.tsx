/** What was found on this page: how much, what, and the way to each place. */
import { useMemo, useState } from "preact/hooks";
import { GroupRow, type PopupGroup } from "./group-row.tsx";
import type { Script } from "./hanzi.tsx";
import { Segmented } from "./segmented.tsx";
import { popupWords } from "./words/popup.ts";

/** More rows than this are drawn only when asked for: a popup must open at once. */
const FIRST = 200;

type Order = "place" | "count";

interface PageListProps {
  groups: readonly PopupGroup[];
  onJump: (group: PopupGroup, n: number, leave: boolean) => void;
  onExplain: (id: string, script: Script) => void;
}

export function PageList({ groups, onJump, onExplain }: PageListProps) {
  const [order, setOrder] = useState<Order>("place");
  const [all, setAll] = useState(false);
  const ordered = useMemo(
    () => (order === "place" ? groups : [...groups].sort((a, b) => b.places.length - a.places.length)),
    [groups, order],
  );
  const shown = all ? ordered : ordered.slice(0, FIRST);
  const places = groups.reduce((sum, group) => sum + group.places.length, 0);
  return (
    <section class="page-list" aria-label={popupWords.page}>
      <div class="page-list-head">
        <p class="page-list-counts">
          <b>{popupWords.formulations(groups.length)}</b> {popupWords.occurrences(places)}
        </p>
        <Segmented
          quiet
          label={popupWords.order}
          options={[
            { value: "place", label: popupWords.byPlace },
            { value: "count", label: popupWords.byCount },
          ]}
          value={order}
          onChange={setOrder}
        />
      </div>
      <ol class="rows">
        {shown.map((group) => (
          <GroupRow
            key={`${group.frame} ${group.places[0]}`}
            group={group}
            onJump={(n, leave) => onJump(group, n, leave)}
            onExplain={onExplain}
          />
        ))}
      </ol>
      {shown.length < ordered.length && (
        <button type="button" class="text-button show-all" onClick={() => setAll(true)}>
          {popupWords.showAll(ordered.length)}
        </button>
      )}
    </section>
  );
}
