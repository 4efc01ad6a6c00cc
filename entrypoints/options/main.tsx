import { render } from "preact";
import { loadLexicon } from "../../src/lexicon/lexicon.ts";
import { copyText } from "../../src/page/copy.ts";
import { OwnText } from "../../src/page/own-text.ts";
import { backupIn, lastUndoable, makeBackup, resetAll, restoreBackup } from "../../src/platform/backup.ts";
import { giveFile } from "../../src/platform/give-file.ts";
import { openKeys, readKeys } from "../../src/platform/keys.ts";
import { readEntry, readLexicon, readLines, readSpeeches, readTraditional } from "../../src/platform/library.ts";
import { dressPage } from "../../src/platform/own-page.ts";
import { openReader } from "../../src/platform/reader-address.ts";
import {
  changeSettings,
  onSettings,
  readSettings,
  settingsFor,
  siteNamed,
  type Settings,
} from "../../src/platform/settings.ts";
import { dropWayBack } from "../../src/platform/way-back.ts";
import { readStorageUse } from "../../src/platform/storage-use.ts";
import { userData } from "../../src/platform/user-data.ts";
import { writeTraditionalBy } from "../../src/ui/chinese.ts";
import { needed } from "../../src/ui/needed.tsx";
import { OptionsSession, type OptionsPort } from "../../src/ui/options-session.tsx";
import { cardsWith } from "../../src/ui/render-card.tsx";
import { sampleOf } from "../../src/ui/sample.ts";
import { speak } from "../../src/ui/words/language.ts";
import { optionsWords } from "../../src/ui/words/options.ts";
import cardStyle from "../../src/ui/card-sheet.css?inline";
import "../../src/ui/theme.css";
import "../../src/ui/options.css";

const [lines, speeches, lexicon, traditional, stored] = await needed(
  Promise.all([readLines(), readSpeeches(), readLexicon(), readTraditional(), readSettings()]),
  async () => speak(dressPage(await readSettings())),
);
writeTraditionalBy(traditional);

let settings = stored;
let text: OwnText | undefined;

/** The sample shows what marks are like, whether pages are marked or not. */
const forSample = () => settingsFor(location.href, { ...settings, enabled: true });

function markSample(root: HTMLElement): void {
  text = new OwnText({
    root,
    lexicon: loadLexicon(lexicon),
    settings: forSample(),
    cardStyle,
    renderCard: cardsWith(
      {
        fetchEntry: async (id) => (await readEntry(id)) ?? null,
        openSpeech: ({ speech, start, end, sentenceStart, sentenceEnd }) =>
          openReader({ speech, start, end, sentenceStart, sentenceEnd }),
        isGone: () => false,
        copy: copyText,
      },
      () => settings,
    ),
  });
}

const port: OptionsPort = {
  lines,
  sample: sampleOf(speeches, "options"),
  onSample: markSample,
  siteOf: siteNamed,
  change: (change) => changeSettings((current) => change(current) as Partial<Omit<Settings, "version">>),
  reset: resetAll,
  lastUndoable,
  forgetUndoable: dropWayBack,
  readKeys,
  onChangeKeys: () => void openKeys(),
  readUse: readStorageUse,
  onUse: (take, signal) => userData.onChange(take, signal),
  saveBackup: async () => {
    const now = new Date();
    const name = `tifa-backup-${now.toISOString().slice(0, 10)}.json`;
    giveFile({ name, type: "application/json", text: await makeBackup(await readSettings(), now) });
    return name;
  },
  restore: async (file) => {
    const read = await backupIn(file);
    return "problem" in read ? read : restoreBackup(read.backup);
  },
};

function draw(changed: Settings): void {
  settings = changed;
  speak(dressPage(settings));
  document.title = `${optionsWords.title} · Tifa`;
  text?.obey(forSample());
  render(<OptionsSession settings={settings} port={port} />, document.getElementById("root")!);
}

onSettings(draw, stored);
draw(stored);
// What the address names was not there when the browser looked for it.
document.getElementById(location.hash.slice(1))?.scrollIntoView();
