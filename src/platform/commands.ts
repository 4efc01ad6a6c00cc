/** The keys of the manifest, which the user may change in the browser. */
import { browser } from "./browser.ts";
import { framesOf, order } from "./messages.ts";
import { changeSettings } from "./settings.ts";

/** The frame of each tab that was last gone to. Forgotten when the background sleeps: then it is the top frame again. */
const current = new Map<number, number>();

/** Takes the commands: next, previous, open and close in the active tab, and the switch for everything. */
export function serveCommands(): void {
  browser.commands.onCommand.addListener((command: string) => void run(command));
}

async function run(command: string): Promise<void> {
  if (command === "switch") {
    await changeSettings(({ enabled }) => ({ enabled: !enabled }));
    return;
  }
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  if (tab?.id === undefined) return;
  // A tab that is closed to extensions has nothing to go to.
  if (command === "close") await order(tab.id, { name: "close" }).catch(() => undefined);
  else if (command === "open") await open(tab.id).catch(() => undefined);
  else if (command === "next") await step(tab.id, 1).catch(() => undefined);
  else if (command === "previous") await step(tab.id, -1).catch(() => undefined);
}

/** In the frame where the reader is, which alone has something to explain. */
async function open(tab: number): Promise<void> {
  for (const frame of await framesOf(tab)) {
    if (await order(tab, { name: "open" }, frame).catch(() => false)) {
      current.set(tab, frame);
      return;
    }
  }
}

/** On or back in the frame where the reader is, then in the frames after it, and round again. */
async function step(tab: number, direction: 1 | -1): Promise<void> {
  const frames = await framesOf(tab);
  if (direction === -1) frames.reverse();
  const here = Math.max(0, frames.indexOf(current.get(tab) ?? 0));
  const turn = [...frames.slice(here), ...frames.slice(0, here + 1)];
  for (const [i, frame] of turn.entries()) {
    const from = i === 0 ? "here" : "edge";
    // A frame without an engine has none.
    if (!(await order(tab, { name: "step", direction, from }, frame).catch(() => false))) continue;
    const before = current.get(tab);
    current.set(tab, frame);
    // The card that is open in the frame before.
    if (before !== undefined && before !== frame) await order(tab, { name: "close" }, before).catch(() => undefined);
    return;
  }
}
