import { render, type ComponentChild } from "preact";
import type { GlossaryPlace } from "../../src/lexicon/browse.ts";
import type { Corpus } from "../../src/lexicon/glossary.ts";
import { linesWithout } from "../../src/lexicon/lines.ts";
import { copyQuotation } from "../../src/platform/copy-quotation.ts";
import { glossaryAddress, readGlossaryQuery } from "../../src/platform/desk-address.ts";
import {
  CORPUS_PARTS,
  ENTRY_PARTS,
  expect,
  readCorpus,
  readLines,
  readTraditional,
  searchedWithout,
} from "../../src/platform/library.ts";
import { dressPage } from "../../src/platform/own-page.ts";
import { readerQuery } from "../../src/platform/reader-address.ts";
import { onSettings, readSettings } from "../../src/platform/settings.ts";
import { userData } from "../../src/platform/user-data.ts";
import { DESK_PAGES } from "../../src/protocol/desk-pages.ts";
import { writeTraditionalBy } from "../../src/ui/chinese.ts";
import { DeskBar } from "../../src/ui/desk-bar.tsx";
import { GlossaryFailure } from "../../src/ui/glossary-failure.tsx";
import { Glossary } from "../../src/ui/glossary.tsx";
import { headwordIn, scriptOfReader } from "../../src/ui/headword.ts";
import type { ReaderPlace } from "../../src/ui/term-page.tsx";
import { speak } from "../../src/ui/words/language.ts";
import "../../src/ui/glossary.css";

const readerAddress = (at: ReaderPlace): string => `${DESK_PAGES.speeches}${readerQuery(at)}`;
const root = document.getElementById("root")!;
// On their way while the settings are read.
expect(readTraditional, ...(readGlossaryQuery(location.search).term === null ? CORPUS_PARTS : ENTRY_PARTS));
const settings = await readSettings();
speak(dressPage(settings));

const show = (page: ComponentChild): void =>
  render(
    <div class="desk">
      <DeskBar current="glossary" />
      {page}
    </div>,
    root,
  );

try {
  const [all, traditional] = await Promise.all([readLines(), readTraditional()]);
  writeTraditionalBy(traditional);
  let shown = settings;
  let searched = searchedWithout(settings.packsOff);
  let lines = linesWithout(all, searched.off);
  let corpus: Corpus | undefined;
  let saved: ReadonlySet<string> | Error = new Set();

  const draw = (): void => {
    const place = readGlossaryQuery(location.search);
    const term = place.term === null ? undefined : lines.of(place.term);
    document.title = term ? `${headwordIn(scriptOfReader(), term)} · Tifa` : "Tifa 提法";
    show(
      <Glossary
        lines={lines}
        corpus={corpus}
        readTerms={searched.readTerms}
        readEntry={searched.readEntry}
        definitions={shown.definitions}
        place={place}
        saved={saved}
        addresses={{ glossary: glossaryAddress, reader: readerAddress }}
        onPlace={go}
        onSave={keep}
        onCopy={(text) => navigator.clipboard.writeText(text)}
        onCopyQuotation={(text, at) => copyQuotation(text, location.origin + readerAddress(at))}
      />,
    );
  };
  const go = (place: GlossaryPlace, how: "push" | "replace"): void => {
    const address = glossaryAddress(place);
    if (how === "push") history.pushState(null, "", address);
    else history.replaceState(null, "", address);
    draw();
  };
  const keep = async (id: string, save: boolean): Promise<void> => {
    const headword = lines.of(id)?.headword ?? "";
    await (save ? userData.save({ term: id, headword, note: "", time: Date.now() }) : userData.unsave(id));
  };
  const readSaved = async (): Promise<void> => {
    // The glossary is there whether they can be read or not.
    saved = await userData.savedTerms().then(
      (terms) => new Set(terms.map(({ term }) => term)),
      (error: unknown) => (error instanceof Error ? error : new Error(String(error))),
    );
    draw();
  };
  // An entry is drawn at once with the list around it; the list alone does not wait.
  if (readGlossaryQuery(location.search).term === null) draw();
  addEventListener("popstate", draw);
  userData.onChange(() => void readSaved(), new AbortController().signal);
  const readAll = async (): Promise<void> => {
    const of = lines;
    const read = await readCorpus(of);
    if (of !== lines) return;
    corpus = read;
    draw();
  };
  onSettings((changed) => {
    shown = changed;
    speak(dressPage(changed));
    const next = searchedWithout(changed.packsOff);
    if (next === searched) return draw();
    searched = next;
    lines = linesWithout(all, searched.off);
    corpus = undefined;
    void readAll();
  }, settings);
  await readAll();
  await readSaved();
} catch (error) {
  show(<GlossaryFailure />);
  throw error;
}
