import { render } from "preact";
import { readLibrary } from "../../src/platform/library.ts";
import { bringToFront, pageState, tabLookedAt } from "../../src/platform/looked-at.ts";
import { order } from "../../src/platform/messages.ts";
import { openReader } from "../../src/platform/reader-address.ts";
import {
  changeSettings,
  readSettings,
  settingsFor,
  siteOf,
  withSite,
  type Settings,
} from "../../src/platform/settings.ts";
import { PopupSession, type PopupSettings } from "../../src/ui/popup-session.tsx";
import "../../src/ui/theme.css";
import "../../src/ui/entry.css";
import "../../src/ui/popup.css";

const inTab = new URL(location.href).searchParams.has("tab");
const [library, tab, stored] = await Promise.all([readLibrary(), tabLookedAt(location.href), readSettings()]);

const forPopup = (settings: Settings): PopupSettings => ({
  enabled: settings.enabled,
  siteOn: settingsFor(tab?.url, { ...settings, enabled: true }).on,
  show: settings.show,
});

render(
  <PopupSession
    library={library}
    settings={forPopup(stored)}
    port={{
      place: inTab ? "tab" : "popup",
      host: siteOf(tab?.url),
      readPage: async () => (tab ? pageState(tab) : { state: "no-access" }),
      setEnabled: async (enabled) => forPopup(await changeSettings(() => ({ enabled }))),
      setSite: async (on) => forPopup(await changeSettings((settings) => withSite(settings, tab?.url ?? "", on))),
      setShow: async (show) => forPopup(await changeSettings(() => ({ show }))),
      jump: (frame, place) => {
        if (!tab) return;
        void bringToFront(tab)
          .then(() => order(tab.id, { name: "jump", place }, frame))
          .then(() => inTab || window.close());
      },
      openSpeech: ({ speech, start, end, sentenceStart, sentenceEnd }) =>
        void openReader({ speech, start, end, sentenceStart, sentenceEnd }),
    }}
  />,
  document.getElementById("root")!,
);
