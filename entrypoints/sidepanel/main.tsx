import { render } from "preact";
import { readRegister } from "../../src/detect/register.ts";
import { exportTerms } from "../../src/lexicon/term-export.ts";
import { giveFile } from "../../src/platform/give-file.ts";
import { readLines, readTerms, readTraditional, searchedWithout } from "../../src/platform/library.ts";
import { canOpen, followTab, openPage } from "../../src/platform/looked-at.ts";
import { dressPage } from "../../src/platform/own-page.ts";
import { portTo } from "../../src/platform/page-port.ts";
import { onSettings, readSettings } from "../../src/platform/settings.ts";
import { onShown } from "../../src/platform/side-panel.ts";
import type { Subject } from "../../src/protocol/messages.ts";
import { addressAt } from "../../src/text/fragment.ts";
import { writeTraditionalBy } from "../../src/ui/chinese.ts";
import { needed } from "../../src/ui/needed.tsx";
import { PanelSession, type PanelPort } from "../../src/ui/panel-session.tsx";
import { speak } from "../../src/ui/words/language.ts";
import "../../src/ui/theme.css";
import "../../src/ui/entry.css";
import "../../src/ui/popup.css";
import "../../src/ui/panel.css";

const [lines, traditional, stored] = await needed(
  Promise.all([readLines(), readTraditional(), readSettings()]),
  async () => speak(dressPage(await readSettings())),
);
writeTraditionalBy(traditional);
let settings = stored;
let tab: number | undefined;
let port: PanelPort;
let shown: Subject | undefined;

function draw(): void {
  speak(dressPage(settings));
  render(
    <PanelSession
      lines={lines}
      {...searchedWithout(settings.packsOff)}
      settings={settings}
      port={port}
      shown={shown}
    />,
    document.getElementById("root")!,
  );
}

await followTab(location.href, (next) => {
  tab = next;
  const { jump, ...rest } = portTo(tab);
  port = {
    ...rest,
    page: { ...rest.page, readRegister },
    jump: (frame, place, leave) => void jump(frame, place, leave),
    pageOf: ({ url, sentence }) => (canOpen(url) ? addressAt(url, sentence) : undefined),
    openPage: (address) => void openPage(address),
    exportTerms: (format, saved) =>
      void readTerms().then((terms) => {
        const termOf = new Map(Array.from(terms, (term) => [term.id, term]));
        giveFile(
          exportTerms(
            format,
            saved.map((one) => ({ ...one, term: termOf.get(one.term) })),
          ),
        );
      }),
  };
  draw();
});
onSettings((now) => {
  settings = now;
  draw();
}, stored);
await onShown((from, subject) => {
  if (from !== tab) return;
  shown = subject;
  draw();
});
