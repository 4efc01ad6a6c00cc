import { render } from "preact";
import { libraryWithout, type Library } from "../../src/lexicon/glossary.ts";
import { readLibrary, readLines } from "../../src/platform/library.ts";
import { bringToFront, pageState, tabLookedAt, type LookedAt } from "../../src/platform/looked-at.ts";
import { order } from "../../src/platform/messages.ts";
import { dressPage } from "../../src/platform/own-page.ts";
import { openReader } from "../../src/platform/reader-address.ts";
import {
  changeSettings,
  onSettings,
  readSettings,
  settingsFor,
  siteOf,
  withSite,
  type Settings,
} from "../../src/platform/settings.ts";
import { PopupSession, type PopupSettings } from "../../src/ui/popup-session.tsx";
import { speak } from "../../src/ui/words/language.ts";
import "../../src/ui/theme.css";
import "../../src/ui/entry.css";
import "../../src/ui/popup.css";

const inTab = new URL(location.href).searchParams.has("tab");
const [lines, tab, stored] = await Promise.all([readLines(), tabLookedAt(location.href), readSettings()]);

speak(dressPage(stored));
onSettings(dressPage);

const readSearched = async (): Promise<Library> => libraryWithout(await readLibrary(), new Set(stored.packsOff));

const forPopup = (settings: Settings): PopupSettings => ({
  enabled: settings.enabled,
  siteOn: settingsFor(tab?.url, { ...settings, enabled: true }).on,
  show: settings.show,
});

async function jump(to: LookedAt, frame: number, place: number, leave: boolean): Promise<void> {
  if (leave) await bringToFront(to);
  await order(to.id, { name: "jump", place }, frame);
  if (leave && !inTab) window.close();
}

render(
  <PopupSession
    lines={lines}
    readLibrary={readSearched}
    settings={forPopup(stored)}
    port={{
      place: inTab ? "tab" : "popup",
      // Tifa is no site: its reader is marked as long as it marks at all.
      host: tab?.url?.startsWith(`${location.origin}/`) ? "" : siteOf(tab?.url),
      readPage: async () => (tab ? pageState(tab) : { state: "no-access" }),
      setEnabled: async (enabled) => forPopup(await changeSettings(() => ({ enabled }))),
      setSite: async (on) => forPopup(await changeSettings((settings) => withSite(settings, tab?.url ?? "", on))),
      setShow: async (show) => forPopup(await changeSettings(() => ({ show }))),
      jump: (frame, place, leave) => {
        if (tab) void jump(tab, frame, place, leave);
      },
      openSpeech: ({ speech, start, end, sentenceStart, sentenceEnd }) =>
        void openReader({ speech, start, end, sentenceStart, sentenceEnd }, inTab ? undefined : tab?.id),
    }}
  />,
  document.getElementById("root")!,
);

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
