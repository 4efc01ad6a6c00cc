/** From offsets of a speech's text to a range over the paragraphs that show it. */

/**
 * The range of `start … end` (UTF-16 code units of `Speech.text`) under `root`, whose paragraphs have `data-start`. Ends that
 * fall between paragraphs, on line breaks or blank lines, are drawn in to the text. Null if nothing of the span is shown.
 *
 * A StaticRange, because live ranges are charged for at every later change of the document.
 */
export function spanToRange(root: HTMLElement, start: number, end: number): StaticRange | null {
  if (start >= end) return null;
  let first: Point | undefined;
  let last: Point | undefined;
  const paragraphs = [...root.querySelectorAll<HTMLElement>("[data-start]")];
  for (const paragraph of paragraphs.slice(firstAt(paragraphs, start))) {
    const offset = Number(paragraph.dataset["start"]);
    const length = paragraph.textContent.length;
    if (offset + length <= start) continue;
    if (offset >= end) break;
    first ??= pointIn(paragraph, Math.max(start - offset, 0), "after");
    last = pointIn(paragraph, Math.min(end - offset, length), "before");
  }
  if (!first || !last) return null;
  return new StaticRange({
    startContainer: first.node,
    startOffset: first.offset,
    endContainer: last.node,
    endOffset: last.offset,
  });
}

/** Number of the last of `paragraphs` that begins at `offset` or before it; 0 if none does. */
function firstAt(paragraphs: readonly HTMLElement[], offset: number): number {
  let low = 0;
  let high = paragraphs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (Number(paragraphs[middle]!.dataset["start"]) <= offset) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}

interface Point {
  node: Text;
  offset: number;
}

/**
 * The place `offset` units into `paragraph`. Where it falls between two text nodes it is put into the one `after` it, for a
 * start, or `before` it, for an end.
 */
function pointIn(paragraph: HTMLElement, offset: number, side: "before" | "after"): Point | undefined {
  const texts = paragraph.ownerDocument.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
  let passed = 0;
  let found: Point | undefined;
  for (let node = texts.nextNode() as Text | null; node; node = texts.nextNode() as Text | null) {
    if (offset <= passed + node.length) {
      found = { node, offset: offset - passed };
      if (side === "before" || offset < passed + node.length) return found;
    }
    passed += node.length;
  }
  return found;
}

/**
 * The span of `range` (UTF-16 code units of the speech's text) as far as it is over the paragraphs under `root`; null if it is over none
 * of their text.
 */
export function rangeToSpan(root: HTMLElement, range: Range): { start: number; end: number } | null {
  let start: number | undefined;
  let end: number | undefined;
  for (const paragraph of root.querySelectorAll<HTMLElement>("[data-start]")) {
    if (!range.intersectsNode(paragraph)) continue;
    const texts = paragraph.ownerDocument.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
    let at = Number(paragraph.dataset["start"]);
    for (let node = texts.nextNode() as Text | null; node; node = texts.nextNode() as Text | null) {
      if (range.intersectsNode(node)) {
        const from = node === range.startContainer ? range.startOffset : 0;
        const to = node === range.endContainer ? range.endOffset : node.length;
        if (from < to) {
          start ??= at + from;
          end = at + to;
        }
      }
      at += node.length;
    }
  }
  return start === undefined || end === undefined ? null : { start, end };
}
