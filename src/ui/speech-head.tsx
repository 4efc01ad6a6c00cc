/** Over a speech: its title, and what is known of it. */
import type { Speech } from "../lexicon/speech.ts";
import type { Bilingual } from "../lexicon/term.ts";
import { Mixed } from "./mixed.tsx";
import { linesOf } from "./speech-lines.ts";
import { language } from "./words/language.ts";
import { readerWords } from "./words/reader.ts";

export function SpeechHead({ speech }: { speech: Speech }) {
  const isTitled = linesOf(speech.text, speech.title.zh)[0]?.kind === "title";
  const inEnglish = language() === "en";
  const title = (
    <span class="song" lang="zh-Hans">
      {speech.title.zh}
    </span>
  );
  return (
    <header class="speech-head">
      {/* The text brings its own title, in Chinese; a heading in Chinese would only say it twice. */}
      <h1 class={inEnglish ? "" : isTitled ? "unseen" : "speech-title"}>{inEnglish ? speech.title.en : title}</h1>
      <About speech={speech} />
      {/* A speech whose file has no title gets ours, outside the text. */}
      {!isTitled && inEnglish && <p class="speech-title">{title}</p>}
    </header>
  );
}

function About({ speech }: { speech: Speech }) {
  const rows: [string, Bilingual][] = [
    [readerWords.occasion, speech.occasion],
    [readerWords.office, speech.office],
    [readerWords.period, speech.period],
    [readerWords.redactions, speech.redactions],
  ];
  return (
    <details>
      <summary>{readerWords.about}</summary>
      <dl>
        {rows.map(([label, text]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              {language() === "en" ? (
                <>
                  <English text={text.en} />
                  <p lang="zh-Hans">{text.zh}</p>
                </>
              ) : (
                <>
                  <p lang="zh-Hans">{text.zh}</p>
                  <English text={text.en} />
                </>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

function English({ text }: { text: string }) {
  return (
    <p lang="en">
      <Mixed text={text} />
    </p>
  );
}
