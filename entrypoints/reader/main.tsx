import { render } from "preact";
import { entryOf } from "../../src/lexicon/entry.ts";
import { loadLexicon } from "../../src/lexicon/lexicon.ts";
import { copyText } from "../../src/page/copy.ts";
import { marksSheet } from "../../src/page/marks.ts";
import { Page } from "../../src/page/page.ts";
import { obeyFor } from "../../src/platform/engine.ts";
import { readLexicon, readLibrary, readSpeeches } from "../../src/platform/library.ts";
import { dressPage } from "../../src/platform/own-page.ts";
import { readerQuery, readReaderQuery } from "../../src/platform/reader-address.ts";
import { onSettings, readSettings, settingsFor, type Settings } from "../../src/platform/settings.ts";
import { CardSession } from "../../src/ui/card-session.tsx";
import { Reader } from "../../src/ui/reader.tsx";
import { showTarget, type ReaderTarget } from "../../src/ui/target.ts";
import { speak } from "../../src/ui/words/language.ts";
import cardStyle from "../../src/ui/card-sheet.css?inline";
import "../../src/ui/theme.css";
import "../../src/ui/reader.css";

const [speeches, bytes, settings] = await Promise.all([readSpeeches(), readLexicon(), readSettings()]);
speak(dressPage(settings));
const marks = new CSSStyleSheet();
document.adoptedStyleSheets.push(marks);
dress(settings);
onSettings(dress);

function dress(changed: Settings): void {
  dressPage(changed);
  marks.replaceSync(marksSheet(changed));
}

let begun = false;

let textRoot: HTMLElement | undefined;
let place: StaticRange | null = null;

/** The text is marked by the engine that marks any page. */
const engine = obeyFor((lexicon, forPage, _, onChange) => {
  const page = new Page({
    root: textRoot!,
    lexicon,
    settings: forPage,
    cardStyle,
    isAlive: () => true,
    onReplaced: () => undefined,
    onChange,
    renderCard: (container, subject, { close }) => {
      render(
        <CardSession
          {...subject}
          fetchEntry={async (id) => entryOf(await readLibrary(), id) ?? null}
          onOpenSpeech={({ speech, start, end, sentenceStart, sentenceEnd }) => {
            close();
            go(readerQuery({ speech, start, end, sentenceStart, sentenceEnd }));
          }}
          onCopy={copyText}
          onClose={close}
        />,
        container,
      );
      return () => render(null, container);
    },
  });
  // Next and previous start from the quotation.
  if (place) void page.standAt(place.startContainer as Text, place.startOffset);
  return page;
});

/** Marks `root`, and shows the place that the address names. */
function ready(root: HTMLElement, target: ReaderTarget | null): void {
  textRoot = root;
  place = showTarget(root, target);
  if (begun) engine.restart();
  else engine.begin(loadLexicon(bytes), settingsFor(location.href, settings));
  begun = true;
}

function go(query: string): void {
  history.pushState(null, "", query);
  draw();
}

const hrefOf = (id: string): string => `?${new URLSearchParams({ speech: id }).toString()}`;

function draw(): void {
  const { speech: id, target } = readReaderQuery(location.search);
  const speech = speeches.find((candidate) => candidate.id === (id ?? speeches[0]?.id)) ?? null;
  document.title = speech ? `${speech.title.zh} · Tifa` : "Tifa 提法";
  render(
    <Reader
      speeches={speeches}
      speech={speech}
      target={target}
      onSpeech={(next) => {
        go(hrefOf(next));
        scrollTo({ top: 0, behavior: "instant" });
      }}
      onCopyLink={() => navigator.clipboard.writeText(location.href)}
      onCopyQuotation={(text) => navigator.clipboard.writeText(text)}
      hrefOf={hrefOf}
      onReady={ready}
    />,
    document.getElementById("root")!,
  );
}

addEventListener("popstate", draw);
draw();
