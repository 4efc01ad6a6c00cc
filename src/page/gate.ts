/**
 * Is this page for Tifa? Runs on every page of the web, so it reads as little as it can and imports nothing.
 *
 * A sentence of Chinese is some twenty Han characters. Kana beside them, or a page that calls itself Japanese, means Japanese.
 *
 * Reading a megabyte of text takes several milliseconds, however it is done. So only a third of one is spent when the page is
 * there, which is enough for some thirty thousand characters, and as much again when something arrives, which is read first, and
 * when the reader scrolls on. The tree is read with the prototypes' own methods, for a form's fields hide its properties.
 */

const ENOUGH = 20;

/** With fewer characters than this it is not sure whether kana are still to come. */
const SURE = 200;

/** Milliseconds: what may be read in at once, and how long to wait before that is done again. */
const BUDGET = 0.3;
const PAUSE = 300;

/**
 * Nodes that are read in any case, of the page and of what arrives at once, a budget at a time with shorter pauses: code that has
 * just come runs slowly at first.
 */
const LEAST = 600;
const LEAST_ARRIVED = 200;
const SHORT_PAUSE = 30;

/** Milliseconds that a document may take to come before it is looked at as far as it is there. */
const LONG = 1500;

/** Milliseconds after which custom elements are looked at again, for they get a shadow root when their script has come. */
const LATER = [1000, 4000];
/** How many of them are remembered. */
const HOSTS = 50;

/** How many trees may wait to be read. */
const MOST = 1000;

const SKIPPED = /^(script|style|noscript|template|title|textarea)$/;
/** Kana and Han, and what stands between them. */
const EITHER = /[\u3041-\u9fff]/;
const HAN = /[\u3400-\u4dbf\u4e00-\u9fff]/g;
const KANA = /[\u3041-\u30fa]/g;

// oxlint-disable-next-line typescript/no-unnecessary-type-parameters
function get<T>(prototype: object, name: string): (object: Node) => T {
  const descriptor = Object.getOwnPropertyDescriptor(prototype, name);
  return (object) => descriptor?.get?.call(object) as T;
}
const rootOf = get<Element | null>(Document.prototype, "documentElement");
const stateOf = get<string>(Document.prototype, "readyState");
const parentOf = get<Element | null>(Node.prototype, "parentElement");
const isConnected = get<boolean>(Node.prototype, "isConnected");
const nameOf = get<string>(Element.prototype, "localName");
const shadowOf = get<ShadowRoot | null>(Element.prototype, "shadowRoot");
const textOf = get<string>(CharacterData.prototype, "data");
const typeOf = get<number>(Node.prototype, "nodeType");

/**
 * Calls `found` once, when `document` has enough Chinese: when it has been parsed, or later when the Chinese arrives. A document
 * that takes long to come is looked at before it is complete.
 */
export function watchForChinese(document: Document, found: () => void): void {
  let hasBegun = false;
  const begin = (): void => {
    if (hasBegun) return;
    hasBegun = true;
    removeEventListener("DOMContentLoaded", begin);
    watch(document, found);
  };
  if (stateOf(document) !== "loading") {
    begin();
    return;
  }
  addEventListener("DOMContentLoaded", begin);
  setTimeout(begin, LONG);
}

function watch(document: Document, found: () => void): void {
  const root = rootOf(document);
  if (root && /^ja\b/i.test(Element.prototype.getAttribute.call(root, "lang") ?? "")) return;

  /** What is still to be read: the last first, and each from where reading it stopped. */
  const waiting: TreeWalker[] = [];
  /** Han and kana of each text that has any, for it may change and be read again. */
  const counts = new WeakMap<Node, readonly [han: number, kana: number]>();
  const hosts = new Set<Element>();
  const shadows = new WeakSet<ShadowRoot>();
  let han = 0;
  let kana = 0;
  let seen = 0;
  let due = LEAST;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const add = (node: Node): void => {
    waiting.push(Document.prototype.createTreeWalker.call(document, node, SHOWN));
  };
  const count = (text: Node): void => {
    const data = textOf(text);
    const before = counts.get(text);
    if (!before && !EITHER.test(data)) return;
    const [hanBefore, kanaBefore] = before ?? [0, 0];
    const hanNow = data.match(HAN)?.length ?? 0;
    const kanaNow = data.match(KANA)?.length ?? 0;
    const parent = parentOf(text);
    if (parent && SKIPPED.test(nameOf(parent))) return;
    counts.set(text, [hanNow, kanaNow]);
    han += hanNow - hanBefore;
    kana += kanaNow - kanaBefore;
  };
  const enter = (element: Element): void => {
    const shadow = shadowOf(element);
    if (shadow && !shadows.has(shadow)) {
      shadows.add(shadow);
      hosts.delete(element);
      observer.observe(shadow, WATCHED);
      add(shadow);
    } else if (!shadow && hosts.size < HOSTS && nameOf(element).includes("-")) {
      hosts.add(element);
    }
  };
  const isChinese = (): boolean => han >= ENOUGH && kana * 10 < han;
  const read = (): void => {
    const until = performance.now() + BUDGET;
    while (waiting.length > 0) {
      seen++;
      const walker = waiting.at(-1)!;
      const node = walker.currentNode;
      const type = typeOf(node);
      if (type === Node.ELEMENT_NODE) enter(node as Element);
      else if (type < Node.PROCESSING_INSTRUCTION_NODE) count(node);
      const isGone = node === walker.root && !isConnected(node);
      if (isGone || !walker.nextNode()) waiting.splice(waiting.indexOf(walker), 1);
      if (seen % 8 === 0 && (performance.now() > until || (isChinese() && han + kana > SURE))) break;
    }
    if (!isChinese()) {
      if (waiting.length > 0 && seen < due) readSoon(SHORT_PAUSE);
      return;
    }
    if (waiting.length === 0 || han + kana > SURE) {
      stop();
      found();
    } else {
      readSoon(SHORT_PAUSE);
    }
  };
  const readSoon = (pause = PAUSE): void => {
    timer ??= setTimeout(() => {
      timer = undefined;
      read();
    }, pause);
  };
  const readArrived = (): void => {
    due = Math.max(due, seen + LEAST_ARRIVED);
    readSoon();
  };
  const lookAtHosts = (): void => {
    const before = waiting.length;
    for (const host of hosts) enter(host);
    if (waiting.length > before) readArrived();
  };
  const lookAgain = (): void => {
    lookAtHosts();
    // More has come than can be read: it is as well to begin anew.
    if (waiting.length > MOST) {
      waiting.length = 0;
      add(document);
    }
    if (waiting.length > 0) readArrived();
  };
  const observer = new MutationObserver((records) => {
    for (const { target, addedNodes } of records) {
      if (addedNodes.length === 0) add(target);
      for (const node of addedNodes) if (isConnected(node)) add(node);
    }
    lookAgain();
  });
  const scrolled = (): void => {
    if (waiting.length > 0) readSoon();
  };
  const later = LATER.map((time) => setTimeout(lookAtHosts, time));
  const stop = (): void => {
    observer.disconnect();
    removeEventListener("scroll", scrolled, true);
    for (const pending of [timer, ...later]) clearTimeout(pending);
  };
  observer.observe(document, WATCHED);
  addEventListener("scroll", scrolled, { capture: true, passive: true });
  add(document);
  read();
}

const SHOWN = NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT | NodeFilter.SHOW_CDATA_SECTION;
const WATCHED = { childList: true, characterData: true, subtree: true };
