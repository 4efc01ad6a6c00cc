/** A browser with the built extension in it, the same to a test whichever it is. */

export interface Driver {
  name: "Chromium" | "Firefox";
  /** Opens a page of tests/pages, or any address. */
  open: (address: string) => Promise<Tab>;
  /** Opens a page of the extension itself: "/popup.html". */
  openOwn: (path: string) => Promise<Tab>;
  /** The tab that opens next while `act` is done. */
  opening: (act: () => Promise<void>) => Promise<Tab>;
  /** The number that the extension knows `tab` by. */
  numberOf: (tab: Tab) => Promise<number>;
  /**
   * What each frame of `tab` answers to the popup's question for what was found there: the top one first, null for a frame
   * without an engine.
   */
  summaries: (tab: Tab) => Promise<(Summary | null)[]>;
  /** Does what a key of the manifest does; left out where no way leads to those from outside. */
  command?: (name: string) => Promise<void>;
  /** Takes the extension away. */
  remove: () => Promise<void>;
  /** Errors that pages, the extension's pages and its background have logged so far. */
  errors: () => string[];
  close: () => Promise<void>;
}

/** What is read of a frame's summary. */
export interface Summary {
  groups: { surface: string; places: number[] }[];
}

/**
 * An expression for a page of the extension or its background, `api` its namespace: the summaries of all frames of the tab at
 * `url`, as JSON.
 */
export const summariesOf = (api: "chrome" | "browser", url: string): string => `(async () => {
  const tab = (await ${api}.tabs.query({})).find((candidate) => candidate.url === ${JSON.stringify(url)});
  const frames = await ${api}.scripting.executeScript({ target: { tabId: tab.id, allFrames: true }, func: () => undefined });
  const answers = frames
    .map(({ frameId }) => frameId)
    .sort((a, b) => a - b)
    .map((frameId) => ${api}.tabs.sendMessage(tab.id, { name: "summary" }, { frameId }).catch(() => null));
  return JSON.stringify(await Promise.all(answers));
})()`;

export interface Tab {
  url: () => string;
  /** Evaluates an expression in the page's own world. */
  evaluate: <T>(expression: string) => Promise<T>;
  /** Moves the real pointer to a point of the window, CSS pixels, in steps. */
  move: (x: number, y: number) => Promise<void>;
  click: (x: number, y: number) => Promise<void>;
  /** Puts the button down at one point, and up at another. */
  drag: (from: [number, number], to: [number, number]) => Promise<void>;
  /** Taps with a finger. */
  tap: (x: number, y: number) => Promise<void>;
  /** Does `act` with a key held down. */
  holding: (key: string, act: () => Promise<void>) => Promise<void>;
  /** Makes the window's inside so large, CSS pixels. */
  resize: (width: number, height: number) => Promise<void>;
  /** Presses a real key, as Playwright and puppeteer name them. */
  press: (key: string) => Promise<void>;
  type: (text: string) => Promise<void>;
  bringToFront: () => Promise<void>;
  /** Does `act` while the page has the styles for paper, or for forced colours; left out where no way leads to those. */
  onPaper?: (act: () => Promise<void>) => Promise<void>;
  inForcedColors?: (act: () => Promise<void>) => Promise<void>;
  /** What is in the closed shadow root of the card's host; undefined if no card is open. */
  card: () => Promise<Card | undefined>;
  screenshot: (path: string) => Promise<void>;
  close: () => Promise<void>;
}

export interface Card {
  text: string;
  /** Its markup; left out where no way leads to that from outside. */
  html?: () => Promise<string>;
  /** The middle of the button with this label, CSS pixels of the window. */
  button: (label: string) => Promise<[number, number]>;
  /** Where the card is, CSS pixels of the window. */
  box: () => Promise<{ left: number; top: number; right: number; bottom: number }>;
}

/** Asks until `ask` answers something other than undefined or false. @throws Error saying `what` never came. */
export async function until<T>(what: string, ask: () => Promise<T | undefined | false>, patience = 10_000): Promise<T> {
  const end = Date.now() + patience;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    if (Date.now() > end) throw new Error(`Waited ${patience} ms for ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** One registered range, in words and place. */
export interface Mark {
  name: string;
  text: string;
  x: number;
  y: number;
}

const MARKS = `[...CSS.highlights].filter(([name]) => name.startsWith("tifa-")).flatMap(([name, highlight]) => [...highlight].map((range) => {
  const live = document.createRange();
  // Between a change of the page and the next look at it a static range may be longer than its text.
  live.setStart(range.startContainer, Math.min(range.startOffset, range.startContainer.length));
  live.setEnd(range.endContainer, Math.min(range.endOffset, range.endContainer.length));
  const rect = live.getClientRects()[0];
  return { name, text: live.toString(), x: rect ? rect.x + rect.width / 2 : -1, y: rect ? rect.y + rect.height / 2 : -1 };
}))`;

/** The marks in the page's highlight registry now; x and y are the middle of the first line of each. */
export const marksOf = (tab: Tab): Promise<Mark[]> => tab.evaluate<Mark[]>(MARKS);

/** Waits until the page has a mark of this text. */
export const markOf = (tab: Tab, text: string): Promise<Mark> =>
  until(`a mark on ${text}`, async () =>
    (await marksOf(tab)).find((mark) => mark.text === text && mark.name !== "tifa-pointed"),
  );

export const cardOf = (tab: Tab, text: string): Promise<Card> =>
  until(`a card that says ${text}`, async () => {
    const card = await tab.card();
    return card?.text.includes(text) ? card : undefined;
  });
