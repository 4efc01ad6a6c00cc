// What pages do to themselves.
// oxlint-disable eslint/no-restricted-properties
/** Runs in a page: makes changes to it, and says what a scan that followed them knows and what a fresh one finds. */
import { read } from "../../../src/detect/detect.ts";
import { loadLexicon } from "../../../src/lexicon/lexicon.ts";
import { partsOf } from "../../../src/page/blocks.ts";
import { Scan } from "../../../src/page/scan.ts";
import { fromBase64 } from "../../../src/platform/base64.ts";

/** A change; numbers choose among what there is, modulo its count. */
export type Change =
  | { do: "text"; at: number; text: string }
  | { do: "html"; at: number; where: InsertPosition; html: string }
  | { do: "fill"; at: number; html: string }
  | { do: "remove"; at: number }
  | { do: "move"; at: number; to: number; before: number }
  | { do: "wrap"; at: number; tag: string }
  | { do: "unwrap"; at: number }
  | { do: "data"; at: number; text: string }
  | { do: "split"; at: number; offset: number }
  | { do: "normalize"; at: number }
  | { do: "class"; at: number; name: string }
  | { do: "attribute"; at: number; name: string; value: string | null }
  | { do: "shadow"; at: number; html: string }
  | { do: "adopt"; at: number; to: number; stays: boolean }
  | { do: "sheet"; text: string | null }
  | { do: "write"; mode: "on" | "off" }
  | { do: "wait"; time: number };

/** One finding: its text nodes by their number in the page, and its offsets in each. */
export type Found = string;

let scan: Scan | undefined;
let ending: AbortController | undefined;
let lexicon: ReturnType<typeof loadLexicon>;

const stage = (): HTMLElement => document.querySelector("main")!;

const pick = <T>(all: readonly T[], at: number): T => all[at % all.length]!;

/** Everything on the stage, what is in open shadow roots too. */
function nodesOn(root: Node): Node[] {
  return [...root.childNodes].flatMap((node) => [
    node,
    ...(node instanceof Element && node.shadowRoot ? nodesOn(node.shadowRoot) : []),
    ...nodesOn(node),
  ]);
}

const elements = (): Element[] => [stage(), ...nodesOn(stage()).filter((node) => node instanceof Element)];
const texts = (): Text[] => nodesOn(stage()).filter((node) => node instanceof Text);

function make(change: Exclude<Change, { do: "wait" }>): void {
  switch (change.do) {
    case "text":
      pick(elements(), change.at).append(change.text);
      break;
    case "html": {
      const element = pick(elements(), change.at);
      // Beside the stage nothing may stand.
      const isInside = element === stage() || element.parentNode === null || element.parentNode instanceof ShadowRoot;
      element.insertAdjacentHTML(
        isInside && !change.where.includes("in") ? "beforeend" : inside(element, change.where),
        change.html,
      );
      break;
    }
    case "fill":
      pick(elements(), change.at).innerHTML = change.html;
      break;
    case "remove":
      pick(nodesOn(stage()), change.at)?.parentNode?.removeChild(pick(nodesOn(stage()), change.at));
      break;
    case "move": {
      const node = pick(nodesOn(stage()), change.at);
      const parents = elements().filter((element) => node && !node.contains(element) && !isWithin(element, node));
      if (!node || parents.length === 0) break;
      const parent = pick(parents, change.to);
      const others = [...parent.childNodes].filter((other) => other !== node);
      parent.insertBefore(node, others[change.before % (others.length + 1)] ?? null);
      break;
    }
    case "wrap": {
      const node = pick(nodesOn(stage()), change.at);
      if (!node?.parentNode) break;
      const wrapper = document.createElement(change.tag);
      node.parentNode.insertBefore(wrapper, node);
      wrapper.append(node);
      break;
    }
    case "unwrap": {
      const element = pick(elements(), change.at);
      if (element !== stage()) element.replaceWith(...element.childNodes);
      break;
    }
    case "data":
      if (texts().length > 0) pick(texts(), change.at).data = change.text;
      break;
    case "split":
      if (texts().length > 0) {
        const text = pick(texts(), change.at);
        text.splitText(change.offset % (text.length + 1));
      }
      break;
    case "normalize":
      pick(elements(), change.at).normalize();
      break;
    case "class":
      pick(elements(), change.at).classList.toggle(change.name);
      break;
    case "attribute": {
      const element = pick(elements(), change.at);
      if (change.value === null) element.removeAttribute(change.name);
      else element.setAttribute(change.name, change.value);
      break;
    }
    case "shadow": {
      const element = pick(elements(), change.at);
      const mayHost = element.localName.includes("-") || /^(div|p|span|section)$/.test(element.localName);
      if (mayHost && !element.shadowRoot) element.attachShadow({ mode: "open" }).innerHTML = change.html;
      break;
    }
    case "adopt": {
      const node = pick(nodesOn(stage()), change.at);
      if (!node) break;
      const frame = document.querySelector("iframe")!;
      frame.contentDocument!.body.append(node);
      if (!change.stays) pick(elements(), change.to).append(node);
      break;
    }
    case "sheet":
      document.getElementById("sheet")?.remove();
      if (change.text !== null) {
        document.head.append(Object.assign(document.createElement("style"), { id: "sheet", textContent: change.text }));
      }
      break;
    case "write":
      document.designMode = change.mode;
      break;
  }
}

/** A place inside or beside `element` that keeps what is inserted on the stage. */
function inside(element: Element, where: InsertPosition): InsertPosition {
  return element === stage()
    ? where === "beforebegin"
      ? "afterbegin"
      : where === "afterend"
        ? "beforeend"
        : where
    : where;
}

/** Whether `element` is in a shadow tree below `node`. */
function isWithin(element: Node, node: Node): boolean {
  for (let at: Node | null = element; at; at = at.parentNode ?? (at instanceof ShadowRoot ? at.host : null)) {
    if (at === node) return true;
  }
  return false;
}

function begin(): { scan: Scan; ending: AbortController } {
  const controller = new AbortController();
  const begun = new Scan({
    root: document,
    detect: (text) => read(lexicon, text),
    onChange: () => false,
    onReplaced: () => undefined,
    signal: controller.signal,
  });
  return { scan: begun, ending: controller };
}

function found(by: Scan): Found[] {
  const numbers = new Map(nodesOn(document).map((node, number) => [node, number]));
  return by.places().map(({ block, finding }) => {
    const parts = partsOf(block, finding.start, finding.end);
    return `${block.text.slice(finding.start, finding.end)} ${parts.map(({ node, start, end }) => `${numbers.get(node)}:${start}-${end}`).join(" ")}`;
  });
}

/** What the test calls. */
const harness = {
  load: (base64: string): void => {
    lexicon = loadLexicon(fromBase64(base64));
    document.documentElement.lang = "zh";
  },
  /** A stage with `html` on it, its scan at rest. */
  reset: async (html: string): Promise<void> => {
    ending?.abort();
    document.designMode = "off";
    make({ do: "sheet", text: null });
    const fresh = document.createElement("main");
    fresh.innerHTML = html;
    stage().replaceWith(fresh);
    ({ scan, ending } = begin());
    await scan.settled();
  },
  apply: async (change: Change): Promise<void> => {
    if (change.do !== "wait") make(change);
    else if (change.time === 0) await scan!.settled();
    else await new Promise((resolve) => setTimeout(resolve, change.time));
  },
  compare: async (): Promise<{ followed: Found[]; fresh: Found[]; page: string }> => {
    await scan!.settled();
    const followed = found(scan!);
    const other = begin();
    await other.scan.settled();
    const fresh = found(other.scan);
    other.ending.abort();
    return { followed, fresh, page: stage().outerHTML };
  },
};

Object.assign(globalThis, { harness });
