import { render } from "preact";
import { readRegister } from "../../src/detect/register.ts";
import { readLines, readTraditional, searchedWithout } from "../../src/platform/library.ts";
import { tabLookedAt } from "../../src/platform/looked-at.ts";
import { dressPage } from "../../src/platform/own-page.ts";
import { portTo } from "../../src/platform/page-port.ts";
import { onSettings, readSettings, type Settings } from "../../src/platform/settings.ts";
import { hasPanel, openPanel } from "../../src/platform/side-panel.ts";
import { writeTraditionalBy } from "../../src/ui/chinese.ts";
import { PopupSession, type PopupPort } from "../../src/ui/popup-session.tsx";
import { speak } from "../../src/ui/words/language.ts";
import "../../src/ui/theme.css";
import "../../src/ui/entry.css";
import "../../src/ui/popup.css";

const inTab = new URL(location.href).searchParams.has("tab");
const [port, settings, canOpenPanel] = await Promise.all([
  tabLookedAt(location.href).then(portTo),
  readSettings(),
  hasPanel(),
]);

const popupPort: PopupPort = {
  ...port,
  page: { ...port.page, readRegister },
  place: inTab ? "tab" : "popup",
  jump: (frame, place, leave) =>
    void port.jump(frame, place, leave).then(() => {
      if (leave && !inTab) window.close();
    }),
  ...(canOpenPanel && !inTab ? { openPanel: () => void openPanel().then(() => window.close()) } : {}),
};

function draw(now: Settings): void {
  speak(dressPage(now));
  render(
    <PopupSession readLines={readLines} {...searchedWithout(now.packsOff)} settings={now} port={popupPort} />,
    document.getElementById("root")!,
  );
}
draw(settings);
onSettings(draw, settings);
// What is drawn first has no prose, and its list comes when it is painted: reading the lines of a large glossary would hold it up.
readTraditional().then(writeTraditionalBy, () => undefined);

/** Milliseconds after which the browser has settled on a size. */
const SETTLED = 100;

/**
 * A popup is as high as its content, where the browser has room for that. It learns only by being cut off that there is less; then
 * its list must be told, to be what scrolls. (A height of 100vh would ask the popup how high the popup is.)
 */
function keepWhole(): void {
  const { style, scrollHeight } = document.documentElement;
  // A fraction of a pixel is not cut off.
  if (scrollHeight > innerHeight + 1) style.setProperty("--popup-room", `${innerHeight}px`);
}

if (!inTab) {
  let settling = setTimeout(keepWhole, SETTLED);
  addEventListener("resize", () => {
    clearTimeout(settling);
    settling = setTimeout(keepWhole, SETTLED);
  });
}
