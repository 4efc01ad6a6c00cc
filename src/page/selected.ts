/** What the reader has selected, also in a text field, where pages are never marked. */
import type { Anchor } from "./anchor.ts";
import { shadowOf, typeOf } from "./dom.ts";

export interface Selected {
  /** "" where there is only a caret. */
  text: string;
  anchor: Anchor;
  /** Where it begins; left out in a text field. */
  start?: { node: Text; offset: number };
}

/** Where the reader has last put the caret, or ended a selection. */
export interface Caret {
  node: Node;
  offset: number;
}

/** UTF-16 code units: no formulation is longer, and what is longer is a passage. */
const LONGEST = 200;

/** What is selected in the document, or where the caret is; undefined if there is neither. */
export function selected(): Selected | undefined {
  return selectedInField() ?? selectedInText();
}

export function caretNow(): Caret | undefined {
  const { focusNode, focusOffset } = document.getSelection() ?? { focusNode: null, focusOffset: 0 };
  return focusNode ? { node: focusNode, offset: focusOffset } : undefined;
}

export function isSameCaret(a: Caret | undefined, b: Caret | undefined): boolean {
  return a?.node === b?.node && a?.offset === b?.offset;
}

function selectedInField(): Selected | undefined {
  const field = focused(document);
  const isField =
    field instanceof HTMLTextAreaElement || (field instanceof HTMLInputElement && field.type !== "password");
  if (!isField) return undefined;
  const { selectionStart, selectionEnd, value } = field;
  // Kinds of input that have no text to select have no ends of one.
  if (selectionStart === null || selectionEnd === null || selectionStart === selectionEnd) return undefined;
  const text = value.slice(selectionStart, Math.min(selectionEnd, selectionStart + LONGEST));
  return { text, anchor: { node: field, rects: () => [...field.getClientRects()] } };
}

/** The element that has the focus, inside open shadow trees too. */
function focused(root: DocumentOrShadowRoot): Element | null {
  const element = root.activeElement;
  const shadow = element && shadowOf(element);
  return (shadow && focused(shadow)) ?? element;
}

function selectedInText(): Selected | undefined {
  const selection = document.getSelection();
  if (!selection || selection.rangeCount === 0) return undefined;
  // The page may move its own selection while the card is open. A live range goes along with the text, whatever becomes of that.
  const range = selection.getRangeAt(0).cloneRange();
  const { startContainer, startOffset } = range;
  return {
    text: selection.toString().slice(0, LONGEST),
    anchor: {
      get node() {
        return range.startContainer;
      },
      rects: () => [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0),
    },
    ...(typeOf(startContainer) === Node.TEXT_NODE && { start: { node: startContainer as Text, offset: startOffset } }),
  };
}
