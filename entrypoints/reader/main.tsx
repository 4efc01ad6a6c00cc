import { render } from "preact";
import { loadLexicon } from "../../src/lexicon/lexicon.ts";
import { termsIn } from "../../src/lexicon/terms-in.ts";
import { copyText } from "../../src/page/copy.ts";
import { marksSheet } from "../../src/page/marks.ts";
import { Page } from "../../src/page/page.ts";
import { copyQuotation } from "../../src/platform/copy-quotation.ts";
import { obeyFor } from "../../src/platform/engine.ts";
import { readEntry, readLexicon, readLines, readSpeeches, readTraditional } from "../../src/platform/library.ts";
import { dressPage } from "../../src/platform/own-page.ts";
import { besideQuery, readerQuery, readReaderQuery, speechQuery } from "../../src/platform/reader-address.ts";
import { keepPlace, keepTextSize, readPlace, readTextSize } from "../../src/platform/reading.ts";
import {
  changeSettings,
  onSettings,
  readSettings,
  settingsFor,
  withMuted,
  type Settings,
} from "../../src/platform/settings.ts";
import { userData } from "../../src/platform/user-data.ts";
import { writeTraditionalBy } from "../../src/ui/chinese.ts";
import { marginOf, type Margin } from "../../src/ui/margin-terms.ts";
import { needed } from "../../src/ui/needed.tsx";
import { cardsWith } from "../../src/ui/render-card.tsx";
import { Reader } from "../../src/ui/reader.tsx";
import { goToParagraph, goToPlace, placeIn } from "../../src/ui/reading-place.ts";
import { showTarget, type ReaderTarget } from "../../src/ui/target.ts";
import { inLanguage } from "../../src/ui/words/common.ts";
import { speak } from "../../src/ui/words/language.ts";
import cardStyle from "../../src/ui/card-sheet.css?inline";
import "../../src/ui/theme.css";
import "../../src/ui/reader.css";

const [speeches, lines, bytes, traditional, settings] = await needed(
  Promise.all([readSpeeches(), readLines(), readLexicon(), readTraditional(), readSettings()]),
  async () => speak(dressPage(await readSettings())),
);
writeTraditionalBy(traditional);
let shown = settings;
const marks = new CSSStyleSheet();
document.adoptedStyleSheets.push(marks);
dress(settings);

function dress(changed: Settings): void {
  shown = changed;
  speak(dressPage(changed));
  marks.replaceSync(marksSheet(changed));
}

let address = readReaderQuery(location.search);
let size = readTextSize();
let textRoot: HTMLElement | undefined;
let quoted: StaticRange | null = null;
let marked: Page | undefined;
let margin: Margin = new Map();
let frame = 0;

/** The text is marked by the engine that marks any page. */
const engine = obeyFor(
  (lexicon, forPage, _, onChange) => {
    const page = new Page({
      root: textRoot!,
      lexicon,
      settings: forPage,
      cardStyle,
      isAlive: () => true,
      onReplaced: () => undefined,
      onChange,
      renderCard: cardsWith(
        {
          fetchEntry: async (id) => (await readEntry(id)) ?? null,
          openSpeech: async ({ speech, start, end, sentenceStart, sentenceEnd }) => {
            page.close();
            go(readerQuery({ speech, start, end, sentenceStart, sentenceEnd }));
          },
          isGone: () => false,
          copy: copyText,
          linksIn: (text) => termsIn(lexicon, text),
          saved: {
            has: async (term) => (await userData.savedTerm(term)) !== undefined,
            add: (term, headword) => userData.save({ term, headword, note: "", time: Date.now() }),
            remove: (term) => userData.unsave(term),
          },
          mute: (key, muted) => changeSettings((before) => withMuted(before, key, muted)),
        },
        () => shown,
      ),
    });
    // Next and previous start from the quotation.
    if (quoted) void page.standAt(quoted.startContainer as Text, quoted.startOffset);
    return page;
  },
  {
    start: async () => ({ lexicon: loadLexicon(bytes), settings: settingsFor(location.href, shown) }),
    catchUp: async () => settingsFor(location.href, await readSettings()),
    onChange: noteMarks,
  },
);

/** Puts what is marked into the margin; the engine says several times in a row that it has gone on. */
function noteMarks(page: Page | undefined): void {
  marked = page;
  frame ||= requestAnimationFrame(() => {
    frame = 0;
    margin = marginOf(marked?.occurrences() ?? [], (id) => lines.of(id));
    draw();
  });
}

/** Marks `root`, and shows the place that the address names, or the one that the speech was left at. */
function ready(root: HTMLElement, target: ReaderTarget | null): void {
  textRoot = root;
  quoted = showTarget(root, target);
  if (!target && !speechBeside()) bringBack(root);
  engine.begin();
}

const speechShown = () => speeches.find(({ id }) => id === (address.speech ?? speeches[0]?.id)) ?? null;
const speechBeside = () => speeches.find(({ id }) => id === address.beside && id !== speechShown()?.id) ?? null;

function bringBack(root: HTMLElement): void {
  const place = readPlace(speechShown()?.id ?? "");
  if (goToParagraph(root, location.hash.slice(1))) return;
  if (!place || !goToPlace(root, place)) scrollTo({ top: 0, behavior: "instant" });
}

function keepReading(): void {
  const speech = speechShown();
  // A look at a quotation, or at another speech beside it, is no reading on.
  if (speech && !address.target && !speechBeside() && textRoot?.isConnected) keepPlace(speech.id, placeIn(textRoot));
}

function go(query: string): void {
  keepReading();
  history.pushState(null, "", query);
  arrive();
}

function arrive(): void {
  address = readReaderQuery(location.search);
  margin = new Map();
  draw();
}

function draw(): void {
  const speech = speechShown();
  document.title = speech ? `${inLanguage(speech.title)} · Tifa` : "Tifa 提法";
  render(
    <Reader
      speeches={speeches}
      speech={speech}
      beside={speechBeside()}
      isBesideLost={address.beside !== null && speechBeside() === null}
      onBeside={(other, passage) => {
        if (speech) go(other !== null && passage ? besideQuery(speech.id, other, passage) : speechQuery(speech.id));
      }}
      target={address.target}
      margin={margin}
      onTerm={(number) => marked?.jump(number)}
      size={size}
      onSize={(next) => {
        size = next;
        keepTextSize(size);
        draw();
      }}
      onSpeech={(id) => {
        if (id === speech?.id) keepPlace(id, null);
        go(speechQuery(id));
        if (id === speech?.id) scrollTo({ top: 0, behavior: "instant" });
      }}
      onCopyLink={() => navigator.clipboard.writeText(location.href)}
      onCopyQuotation={(text, { start, end }) => {
        const query = readerQuery({ speech: speech!.id, start, end, sentenceStart: start, sentenceEnd: end });
        return copyQuotation(text, new URL(query, location.href).href);
      }}
      hrefOf={speechQuery}
      onReady={ready}
    />,
    document.getElementById("root")!,
  );
}

onSettings((changed) => {
  dress(changed);
  draw();
}, settings);
// The place is the speech's, not the history's.
history.scrollRestoration = "manual";
addEventListener("popstate", arrive);
addEventListener("scrollend", keepReading);
addEventListener("pagehide", keepReading);
draw();
