/** A list as long as it likes, of which only the rows in sight are in the document. All rows are equally high. */
import type { ComponentChild, RefObject } from "preact";
import { useImperativeHandle, useLayoutEffect, useRef, useState } from "preact/hooks";

/** Rows kept beyond either edge, so that a fast wheel meets no blank. */
const BEYOND = 8;

export interface RowsHandle {
  /** Scrolls a row into sight and gives it the focus. */
  focus: (number: number) => void;
  /** Scrolls a row into the middle; to the first row for 0. */
  show: (number: number) => void;
}

interface VirtualRowsProps {
  count: number;
  /** CSS pixels. */
  height: number;
  label: string;
  /** What scrolls; the list may stand below other things in it. */
  scroller: RefObject<HTMLElement | null>;
  /** What stands over the top of the scroller and covers rows, CSS pixels. */
  covered: () => number;
  /** The row that Tab reaches. It stays in the document, so that it can't lose the focus by being scrolled away. */
  active: number;
  handle: RefObject<RowsHandle | null>;
  render: (number: number) => ComponentChild;
}

export function VirtualRows({ count, height, label, scroller, covered, active, handle, render }: VirtualRowsProps) {
  const list = useRef<HTMLOListElement>(null);
  const [range, setRange] = useState<[from: number, to: number]>([0, 30]);
  const wanted = useRef<number | undefined>(undefined);

  useLayoutEffect(() => {
    const box = scroller.current;
    if (!box) return undefined;
    const look = (): void => {
      const above = box.scrollTop - list.current!.offsetTop;
      const from = Math.max(0, Math.floor(above / height) - BEYOND);
      const to = Math.min(count, Math.ceil((above + box.clientHeight) / height) + BEYOND);
      setRange((last) => (last[0] === from && last[1] === to ? last : [from, to]));
    };
    look();
    box.addEventListener("scroll", look, { passive: true });
    const sizes = new ResizeObserver(look);
    sizes.observe(box);
    return () => {
      box.removeEventListener("scroll", look);
      sizes.disconnect();
    };
  }, [count, height, scroller]);

  useLayoutEffect(() => {
    if (wanted.current === undefined) return;
    const row = list.current!.querySelector<HTMLElement>(`[data-number="${wanted.current}"] a`);
    if (!row) return;
    wanted.current = undefined;
    row.focus({ preventScroll: true });
  });

  useImperativeHandle(
    handle,
    () => ({
      focus: (number) => {
        const box = scroller.current!;
        const top = list.current!.offsetTop + number * height;
        const least = top + height - box.clientHeight;
        const most = top - covered();
        if (box.scrollTop > most) box.scrollTop = number === 0 ? 0 : most;
        else if (box.scrollTop < least) box.scrollTop = least;
        wanted.current = number;
        const row = list.current!.querySelector<HTMLElement>(`[data-number="${number}"] a`);
        if (row) {
          wanted.current = undefined;
          row.focus({ preventScroll: true });
        }
      },
      show: (number) => {
        const box = scroller.current!;
        const top = list.current!.offsetTop + (number + 0.5) * height;
        box.scrollTop = number === 0 ? 0 : top - box.clientHeight / 2;
      },
    }),
    [height, scroller, covered],
  );

  const numbers = Array.from({ length: Math.max(0, Math.min(range[1], count) - range[0]) }, (_, i) => range[0] + i);
  if (active < count && !numbers.includes(active)) numbers.push(active);
  return (
    <ol ref={list} class="virtual-rows" aria-label={label} style={{ height: `${count * height}px` }}>
      {numbers.map((number) => (
        <li
          key={number}
          data-number={number}
          aria-setsize={count}
          aria-posinset={number + 1}
          style={{ top: `${number * height}px`, height: `${height}px` }}
        >
          {render(number)}
        </li>
      ))}
    </ol>
  );
}
