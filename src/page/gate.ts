/**
 * Is this page for Tifa? Runs on every page of the web, so it reads as little as it can and imports nothing.
 *
 * A sentence of Chinese is some twenty Han characters. Kana beside them, or a page that calls itself Japanese, means Japanese.
 *
 * Reading a megabyte of text takes several milliseconds, however it is done. So of a page only the first elements are read when it
 * is there, unless its title has Chinese; more when something arrives, which is read first, when the reader scrolls on, or after a
 * while where there is nothing to scroll. The browser joins the text of a hundred elements by itself; what has Chinese is looked into
 * then. To walk over every node took six times as long, most of it for the compiler, which takes notice of long loops. The tree is
 * read with the prototypes' own methods, for a form's fields hide its properties.
 */

const ENOUGH = 20;

/** With fewer characters than this it is not sure whether kana are still to come. */
const SURE = 200;

/** Milliseconds: what may be read in at once, and how long to wait before that is done again. */
const BUDGET = 0.3;
const PAUSE = 300;

/** Elements whose text is read at once. */
const PIECE = 100;

/**
 * Elements that are read in any case: of the page, at once, for each pause costs as much as to read a hundred of them; and of what
 * arrives, a budget at a time with shorter pauses.
 */
const LEAST = 300;
const LEAST_ARRIVED = 100;
const SHORT_PAUSE = 30;

/** Milliseconds that a document may take to come before it is looked at as far as it is there. */
const LONG = 1500;

/** Milliseconds after which a page that has nothing to scroll to is read to its end, for all of it can be seen. */
const STILL = 2000;

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

/**
 * Calls `found` once, when `document` has enough Chinese: when it has been parsed, or later when the Chinese arrives. A document
 * that takes long to come is looked at before it is complete. Of one that calls itself Chinese, or is encoded as only Chinese is,
 * `coming` may be called before, as soon as there is enough of it: what is to be ready by then takes its time.
 */
export function watchForChinese(document: Document, coming: () => void, found: () => void): void {
  // An element of this name, which hides the property, is in a document that has come.
  let isThere = document.readyState !== "loading";
  let isWatched = false;
  let isFound = false;
  const begin = (): void => {
    if (isWatched) return;
    isWatched = true;
    watch(document, () => {
      isFound = true;
      (isThere ? found : coming)();
    });
  };
  if (isThere) {
    begin();
    return;
  }
  const there = (): void => {
    if (isThere) return;
    isThere = true;
    removeEventListener("DOMContentLoaded", there);
    clearTimeout(timer);
    if (isFound) found();
    else begin();
  };
  addEventListener("DOMContentLoaded", there);
  const timer = setTimeout(there, LONG);
  // An element of that name is in no document that is still to come.
  if (/^zh\b/i.test(languageOf(document)) || /^(gb|big5)/i.test(document.characterSet)) begin();
}

function languageOf(document: Document): string {
  const root = rootOf(document);
  return (root && Element.prototype.getAttribute.call(root, "lang")) ?? "";
}

function rootOf(document: Document): Element | null {
  return Reflect.get(Document.prototype, "documentElement", document);
}

// oxlint-disable-next-line typescript/no-unnecessary-type-parameters
function getter<T>(prototype: object, name: string): (object: Node) => T {
  const descriptor = Object.getOwnPropertyDescriptor(prototype, name);
  return (object) => descriptor?.get?.call(object) as T;
}

function watch(document: Document, found: () => void): void {
  if (/^ja\b/i.test(languageOf(document))) return;

  // Here, where they are needed, and not at first: to look at an interface makes the browser set it up.
  const parentOf = getter<Element | null>(Node.prototype, "parentElement");
  const isConnected = getter<boolean>(Node.prototype, "isConnected");
  const nameOf = getter<string>(Element.prototype, "localName");
  const shadowOf = getter<ShadowRoot | null>(Element.prototype, "shadowRoot");
  const textOf = getter<string>(Node.prototype, "textContent");
  const typeOf = getter<number>(Node.prototype, "nodeType");
  /** What is still to be read: the last first, and each from the element at which reading it stopped. */
  const waiting: { root: Node; at: number }[] = [];
  /** Han and kana of each text that has any, for it may change and be read again. */
  const counts = new WeakMap<Node, readonly [han: number, kana: number]>();
  const range = document.createRange();
  const hosts = new Set<Element>();
  const shadows = new WeakSet<ShadowRoot>();
  let han = 0;
  let kana = 0;
  let seen = 0;
  // Under a Chinese title there is Chinese, behind however many menus.
  let due = EITHER.test(document.title) ? Infinity : LEAST;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let still: typeof timer;
  let later: (typeof timer)[] | undefined;

  const add = (root: Node): void => {
    waiting.push({ root, at: 0 });
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
  const lookAt = (element: Element): void => {
    const shadow = shadowOf(element);
    if (shadow && !shadows.has(shadow)) {
      shadows.add(shadow);
      hosts.delete(element);
      observer.observe(shadow, WATCHED);
      add(shadow);
    } else if (!shadow && hosts.size < HOSTS && nameOf(element).includes("-")) {
      hosts.add(element);
      later ??= LATER.map((time) => setTimeout(lookAtHosts, time));
    }
  };
  /** Counts what stands after `first`, up to `end`. */
  const countFrom = (root: Node, first: Node, end: Node | undefined): void => {
    const walker = Document.prototype.createTreeWalker.call(document, root, SHOWN);
    walker.currentNode = first;
    for (let node = walker.nextNode(); node && node !== end; node = walker.nextNode()) {
      if (typeOf(node) !== ELEMENT) count(node);
    }
  };
  /** Reads on in a tree. Returns whether there is more. */
  const readPiece = (tree: { root: Node; at: number }): boolean => {
    const { root, at } = tree;
    const type = typeOf(root);
    if (!isConnected(root)) return false;
    if (type === TEXT || type === CDATA) count(root);
    if (type !== ELEMENT && type !== DOCUMENT && type !== FRAGMENT) return false;
    if (type === ELEMENT && at === 0) lookAt(root as Element);
    const elements = elementsIn(root, type);
    tree.at += PIECE;
    for (let i = at; i < tree.at; i++) {
      const element = elements[i];
      if (!element) break;
      seen++;
      lookAt(element);
    }
    const [first, end] = [elements[at], elements[tree.at]];
    range.selectNodeContents(root);
    if (at > 0 && first) range.setStartBefore(first);
    if (end) range.setEndBefore(end);
    if (EITHER.test(range.toString())) countFrom(root, at > 0 && first ? first : root, end);
    return end !== undefined;
  };
  const isChinese = (): boolean => han >= ENOUGH && kana * 10 < han;
  const read = (): void => {
    const until = performance.now() + BUDGET;
    while (waiting.length > 0) {
      const tree = waiting.at(-1)!;
      seen++;
      if (!readPiece(tree)) waiting.splice(waiting.indexOf(tree), 1);
      if ((seen >= LEAST && performance.now() > until) || (isChinese() && han + kana > SURE)) break;
    }
    // One that is somewhere in the page makes each of its later changes dearer.
    range.setEnd(document, 0);
    if (!isChinese()) {
      if (waiting.length > 0) {
        if (seen < due) readSoon(SHORT_PAUSE);
        else still ??= setTimeout(readStill, STILL);
      }
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
  const readStill = (): void => {
    const root = rootOf(document);
    if (!root || root.scrollHeight > innerHeight) return;
    due = Infinity;
    readSoon();
  };
  const readArrived = (): void => {
    due = Math.max(due, seen + LEAST_ARRIVED);
    readSoon();
  };
  const lookAtHosts = (): void => {
    const before = waiting.length;
    for (const host of hosts) lookAt(host);
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
  const stop = (): void => {
    observer.disconnect();
    removeEventListener("scroll", scrolled, true);
    for (const pending of [timer, still, ...(later ?? [])]) clearTimeout(pending);
  };
  observer.observe(document, WATCHED);
  addEventListener("scroll", scrolled, { capture: true, passive: true });
  add(document);
  read();
}

/** The elements below a node, as they are now. What has a deprecated overload has it for MathML. */
function elementsIn(root: Node, type: number): ArrayLike<Element> {
  // oxlint-disable-next-line typescript/no-deprecated
  if (type === FRAGMENT) return DocumentFragment.prototype.querySelectorAll.call(root as ShadowRoot, "*");
  // oxlint-disable-next-line typescript/no-deprecated
  return (type === DOCUMENT ? Document : Element).prototype.getElementsByTagName.call(root as Document & Element, "*");
}

// The numbers themselves: to name an interface for the first time makes the browser set it up.
const [ELEMENT, TEXT, CDATA, DOCUMENT, FRAGMENT] = [1, 3, 4, 9, 11];
/** Elements, texts and CDATA sections. */
const SHOWN = 1 | 4 | 8;
const WATCHED = { childList: true, characterData: true, subtree: true };
