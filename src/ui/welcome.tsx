/** The first page after the installation: Tifa at work on a passage of a speech, and the few things to know. It asks nothing. */
import type { ComponentChildren } from "preact";
import { CATEGORIES } from "../lexicon/term.ts";
import { DESK_PAGES } from "../protocol/desk-pages.ts";
import { CategoryLabel } from "./category.tsx";
import { DeskBar } from "./desk-bar.tsx";
import { KeysTable, type KeyLine } from "./keys-table.tsx";
import { Mixed } from "./mixed.tsx";
import { Phrase } from "./phrase.tsx";
import { SampleFigure, SampleTitle } from "./sample-figure.tsx";
import type { Sample } from "./sample.ts";
import { language } from "./words/language.ts";
import { welcomeWords } from "./words/welcome.ts";

export interface WelcomeProps {
  sample: Sample;
  /** The sample is in the document. */
  onSample: (root: HTMLElement) => void;
  keys: readonly KeyLine[];
  /** Whose toolbar it is. */
  browser: "chromium" | "firefox";
  /** Address of the toolbar's sign. */
  icon: string;
}

/** The looks of marks that need a word. */
const LOOKS = ["solid", "dotted", "dashed"] as const;

export function Welcome({ sample, onSample, keys, browser, icon }: WelcomeProps) {
  return (
    <>
      <DeskBar />
      <main class="welcome">
        <h1>{welcomeWords.title}</h1>
        <p class="welcome-lead">{welcomeWords.lead}</p>
        <SampleFigure sample={sample} onReady={onSample}>
          <Phrase text={welcomeWords.from} parts={{ title: <SampleTitle sample={sample} /> }} />
        </SampleFigure>
        <div class="welcome-columns">
          <Part id="marks" title={welcomeWords.marks}>
            <ul class="welcome-looks">
              {LOOKS.map((look) => (
                <li key={look}>
                  <span class={`welcome-look welcome-look-${look} song`} lang="zh-Hans" aria-hidden="true">
                    提法
                  </span>
                  <span>
                    <Mixed text={welcomeWords[look]} />
                  </span>
                </li>
              ))}
            </ul>
            <p class="welcome-hues">{welcomeWords.hues}</p>
            <ul class="welcome-categories">
              {CATEGORIES.map((category) => (
                <li key={category}>
                  <CategoryLabel category={category} />
                </li>
              ))}
            </ul>
          </Part>
          <Part id="use" title={welcomeWords.use}>
            <ul class="welcome-use">
              <li>{welcomeWords.page}</li>
              <li>{welcomeWords.card}</li>
              <li>
                <Phrase
                  text={welcomeWords.popup}
                  parts={{ icon: <img class="welcome-icon" src={icon} width="16" height="16" alt="" /> }}
                />
                {/* Only in English is there a space between two sentences. */}
                {language() === "en" && " "}
                {welcomeWords.pin[browser]}
              </li>
              <li>{welcomeWords.private}</li>
            </ul>
          </Part>
        </div>
        <Part id="keys" title={welcomeWords.keys}>
          <KeysTable keys={keys.filter(({ shortcut }) => shortcut !== "")} />
        </Part>
        <p class="welcome-ways">
          <a href={DESK_PAGES.options}>{welcomeWords.toOptions}</a>
          <a href={DESK_PAGES.glossary}>{welcomeWords.toGlossary}</a>
        </p>
      </main>
    </>
  );
}

function Part({ id, title, children }: { id: string; title: string; children: ComponentChildren }) {
  return (
    <section aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      {children}
    </section>
  );
}
