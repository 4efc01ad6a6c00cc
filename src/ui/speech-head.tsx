/** Over a speech: its title, and what is known of it. */
import type { Speech } from "../lexicon/speech.ts";
import type { Bilingual } from "../lexicon/term.ts";
import { Chinese, English } from "./prose.tsx";
import { linesOf } from "./speech-lines.ts";
import { language } from "./words/language.ts";
import { readerWords } from "./words/reader.ts";

export function SpeechHead({ speech }: { speech: Speech }) {
  const isTitled = linesOf(speech.text, speech.title.zh)[0]?.kind === "title";
  const inEnglish = language() === "en";
  const title = <Chinese song text={speech.title.zh} />;
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
  const source: [string, Bilingual][] = [
    [readerWords.occasion, speech.occasion],
    [readerWords.office, speech.office],
    [readerWords.period, speech.period],
  ];
  return (
    <>
      <details>
        <summary>{readerWords.about}</summary>
        <dl>
          {[...source, [readerWords.redactions, speech.redactions] as const].map(([label, text]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>
                {language() === "en" ? (
                  <>
                    <InEnglish text={text.en} />
                    <InChinese text={text.zh} />
                  </>
                ) : (
                  <>
                    <InChinese text={text.zh} />
                    <InEnglish text={text.en} />
                  </>
                )}
              </dd>
            </div>
          ))}
        </dl>
      </details>
      {/* On the printed sheet, where nothing can be opened. */}
      <dl class="speech-source">
        {source.map(([label, text]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{language() === "en" ? <InEnglish text={text.en} /> : <InChinese text={text.zh} />}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function InChinese({ text }: { text: string }) {
  return (
    <p>
      <Chinese text={text} />
    </p>
  );
}

function InEnglish({ text }: { text: string }) {
  return (
    <p lang="en">
      <English text={text} />
    </p>
  );
}
