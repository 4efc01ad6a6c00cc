/** The keys of the manifest, which the user may change in the browser. */
import { browser } from "./browser.ts";
import { order, summaries } from "./messages.ts";
import { changeSettings } from "./settings.ts";

/** Takes the commands: moves in the active tab's frames that have findings, switches everywhere. */
export function serveCommands(): void {
  browser.commands.onCommand.addListener((command: string) => void run(command));
}

async function run(command: string): Promise<void> {
  if (command === "switch") {
    await changeSettings(({ enabled }) => ({ enabled: !enabled }));
    return;
  }
  if (command !== "next" && command !== "previous" && command !== "close") return;
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  if (tab?.id === undefined) return;
  const frames = await summaries(tab.id).catch(() => []);
  const frame = frames.find(({ summary }) => summary.groups.length > 0)?.frame;
  if (frame !== undefined) await order(tab.id, { name: command }, frame);
}
