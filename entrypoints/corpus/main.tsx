import { render, type ComponentChild } from "preact";
import { WEIGHT } from "../../src/detect/register.ts";
import { linesWithout } from "../../src/lexicon/lines.ts";
import { glossaryAddress } from "../../src/platform/desk-address.ts";
import {
  CORPUS_PARTS,
  expect,
  readCorpus,
  readLines,
  readRegisters,
  readTraditional,
} from "../../src/platform/library.ts";
import { dressPage } from "../../src/platform/own-page.ts";
import { besideQuery, speechQuery } from "../../src/platform/reader-address.ts";
import { onSettings, readSettings } from "../../src/platform/settings.ts";
import { DESK_PAGES } from "../../src/protocol/desk-pages.ts";
import { writeTraditionalBy } from "../../src/ui/chinese.ts";
import { CorpusFailure, CorpusLoading } from "../../src/ui/corpus-status.tsx";
import { Corpus } from "../../src/ui/corpus.tsx";
import { DeskBar } from "../../src/ui/desk-bar.tsx";
import { speak } from "../../src/ui/words/language.ts";
import "../../src/ui/corpus.css";

const show = (page: ComponentChild): void =>
  render(
    <>
      <DeskBar current="corpus" />
      {page}
    </>,
    document.getElementById("root")!,
  );

// On its way while the settings are read.
expect(...CORPUS_PARTS, readRegisters, readTraditional);
const settings = await readSettings();
speak(dressPage(settings));
show(<CorpusLoading />);
try {
  const lines = linesWithout(await readLines(), new Set(settings.packsOff));
  const [corpus, registers, traditional] = await Promise.all([readCorpus(lines), readRegisters(), readTraditional()]);
  writeTraditionalBy(traditional);
  const draw = (): void =>
    show(
      <Corpus
        corpus={corpus}
        lines={lines}
        registers={new Map(Object.entries(registers))}
        weights={WEIGHT}
        addresses={{
          term: (term) => glossaryAddress({ term }),
          speech: (id) => `${DESK_PAGES.speeches}${speechQuery(id)}`,
          passage: ({ first, second }, passage) => `${DESK_PAGES.speeches}${besideQuery(first.id, second.id, passage)}`,
        }}
      />,
    );
  draw();
  onSettings((changed) => {
    speak(dressPage(changed));
    draw();
  }, settings);
} catch (error) {
  show(<CorpusFailure />);
  throw error;
}
