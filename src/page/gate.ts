/**
 * Is this page for Tifa? Runs on every page of the web, so it reads as little as it can and imports nothing.
 *
 * A sentence of Chinese is some twenty Han characters. Kana beside them, or a page that calls itself Japanese, means Japanese.
 */

const ENOUGH = 20;

/** More text than this, in UTF-16 code units, is not read at once: a page whose first part has no Han is asked again as it grows. */
const MOST = 200_000;

/** Calls `found` once, when `document` has enough Chinese: now, or when it arrives. */
export function watchForChinese(document: Document, found: () => void): void {
  if (/^ja\b/i.test(document.documentElement?.lang ?? "")) return;
  const { body } = document;
  if (hasChinese(body ?? document.documentElement)) {
    found();
    return;
  }
  const waiting = new Set<Node>();
  let scheduled = false;
  const observer = new MutationObserver((records) => {
    for (const { target, addedNodes } of records) {
      if (addedNodes.length === 0) waiting.add(target);
      for (const node of addedNodes) waiting.add(node);
    }
    if (scheduled) return;
    scheduled = true;
    setTimeout(look, 300);
  });
  const look = (): void => {
    scheduled = false;
    const arrived = [...waiting];
    waiting.clear();
    if (!arrived.some((node) => node.isConnected && mayHaveHan(node)) || !hasChinese(document.body)) return;
    observer.disconnect();
    found();
  };
  observer.observe(document, { childList: true, characterData: true, subtree: true });
}

function mayHaveHan(node: Node): boolean {
  return /[\u4e00-\u9fff]/.test(node.textContent ?? "");
}

/** Whether the text in `root`, scripts and styles aside, has enough Han, and no kana to speak of. */
function hasChinese(root: Node | null): boolean {
  if (!root) return false;
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  let han = 0;
  let kana = 0;
  let read = 0;
  for (let node = walker.nextNode(); node && read < MOST; node = walker.nextNode()) {
    const text = node.nodeValue!;
    if (/^\s*$/.test(text) || /^(script|style|noscript)$/.test(node.parentElement?.localName ?? "")) continue;
    read += text.length;
    han += text.match(/[\u4e00-\u9fff]/g)?.length ?? 0;
    kana += text.match(/[\u3041-\u30fa]/g)?.length ?? 0;
    if (han >= ENOUGH && kana * 10 < han && han + kana > 200) return true;
  }
  return han >= ENOUGH && kana * 10 < han;
}
