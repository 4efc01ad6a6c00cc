import { render } from "preact";
import { loadLexicon } from "../../src/lexicon/lexicon.ts";
import { copyText } from "../../src/page/copy.ts";
import { OwnText } from "../../src/page/own-text.ts";
import { readKeys } from "../../src/platform/keys.ts";
import { readEntry, readLexicon, readSpeeches, readTraditional } from "../../src/platform/library.ts";
import { dressPage } from "../../src/platform/own-page.ts";
import { openReader } from "../../src/platform/reader-address.ts";
import { onSettings, readSettings, settingsFor, type Settings } from "../../src/platform/settings.ts";
import { writeTraditionalBy } from "../../src/ui/chinese.ts";
import { needed } from "../../src/ui/needed.tsx";
import { cardsWith } from "../../src/ui/render-card.tsx";
import { sampleOf } from "../../src/ui/sample.ts";
import { Welcome } from "../../src/ui/welcome.tsx";
import { speak } from "../../src/ui/words/language.ts";
import { manifestWords } from "../../src/ui/words/manifest.ts";
import cardStyle from "../../src/ui/card-sheet.css?inline";
import "../../src/ui/welcome.css";

const [speeches, lexicon, traditional, keys, stored] = await needed(
  Promise.all([readSpeeches(), readLexicon(), readTraditional(), readKeys(), readSettings()]),
  async () => speak(dressPage(await readSettings())),
);
writeTraditionalBy(traditional);

let settings = stored;
let text: OwnText | undefined;

/** This page shows what Tifa is, whatever was switched off since. */
const forSample = () => settingsFor(location.href, { ...settings, enabled: true, occurrences: "every" });

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

const sample = sampleOf(speeches, "welcome");

function draw(changed: Settings): void {
  settings = changed;
  speak(dressPage(settings));
  document.title = manifestWords.name;
  text?.obey(forSample());
  render(
    <Welcome
      sample={sample}
      onSample={markSample}
      keys={keys}
      browser={location.protocol === "moz-extension:" ? "firefox" : "chromium"}
      icon="/icons/on-32.png"
    />,
    document.getElementById("root")!,
  );
}

onSettings(draw, stored);
draw(stored);
