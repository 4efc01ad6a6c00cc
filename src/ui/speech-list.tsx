/** The speeches there are, and under the one that is open its outline. */
import { useEffect, useRef } from "preact/hooks";
import type { Bilingual } from "../lexicon/term.ts";
import { isPlainClick } from "./plain-click.ts";
import { Chinese } from "./prose.tsx";
import type { OutlineItem } from "./speech-lines.ts";
import { inLanguage } from "./words/common.ts";
import { language } from "./words/language.ts";
import { readerWords } from "./words/reader.ts";

interface SpeechListProps {
  id: string;
  /** Where there is no room beside the text, it is shown only if it is asked for. */
  isOpen: boolean;
  speeches: readonly { id: string; title: Bilingual }[];
  current: string | undefined;
  outline: readonly OutlineItem[];
  /** Number of the heading's paragraph that has been come to. */
  reached: number | undefined;
  hrefOf: (id: string) => string;
  onSpeech: (id: string) => void;
  onHeading: (paragraph: number) => void;
  /** The focus has gone out of it, to there. */
  onLeave: (to: Node) => void;
}

export function SpeechList(props: SpeechListProps) {
  const { id, isOpen, speeches, current, outline, reached, hrefOf, onSpeech, onLeave } = props;
  const list = useRef<HTMLElement>(null);
  useEffect(() => {
    if (list.current) keepInSight(list.current);
  }, [current, reached, isOpen]);
  return (
    <nav
      ref={list}
      id={id}
      class="reader-nav"
      aria-label={readerWords.contents}
      data-open={isOpen}
      onFocusOut={({ currentTarget, relatedTarget: to }) => {
        if (to instanceof Node && !currentTarget.contains(to)) onLeave(to);
      }}
    >
      <h2>{readerWords.speeches}</h2>
      <ol>
        {speeches.map((speech) => (
          <li key={speech.id}>
            <a
              class="reader-nav-speech"
              href={hrefOf(speech.id)}
              {...(speech.id === current ? { "aria-current": "page" as const } : {})}
              onClick={(event) => {
                if (!isPlainClick(event)) return;
                event.preventDefault();
                onSpeech(speech.id);
              }}
            >
              {language() === "en" ? (
                <>
                  {inLanguage(speech.title)}
                  {speech.id === current && <Chinese song class="reader-nav-second" text={speech.title.zh} />}
                </>
              ) : (
                <Chinese song text={speech.title.zh} />
              )}
            </a>
            {speech.id === current && outline.length > 0 && <Outline {...props} href={hrefOf(speech.id)} />}
          </li>
        ))}
      </ol>
    </nav>
  );
}

function Outline({ outline, reached, href, onHeading }: SpeechListProps & { href: string }) {
  return (
    // Named in the language of the interface, which is not that of its headings.
    <ol class="outline" aria-label={readerWords.outline}>
      {outline.map(({ paragraph, text, level }) => (
        <li key={paragraph} class={`outline-${level}`}>
          <a
            class="song"
            lang="zh-Hans"
            href={`${href}#p${paragraph}`}
            {...(paragraph === reached ? { "aria-current": "location" as const } : {})}
            onClick={(event) => {
              if (!isPlainClick(event)) return;
              event.preventDefault();
              onHeading(paragraph);
            }}
          >
            {text}
          </a>
        </li>
      ))}
    </ol>
  );
}

/** Scrolls the list, and not the page, to the heading that has been come to, or else to the speech. */
function keepInSight(list: HTMLElement): void {
  const item = list.querySelector("[aria-current=location]") ?? list.querySelector("[aria-current]");
  if (!item || list.scrollHeight <= list.clientHeight) return;
  const [box, frame] = [item.getBoundingClientRect(), list.getBoundingClientRect()];
  if (box.top < frame.top || box.bottom > frame.bottom) {
    list.scrollTop += box.top - frame.top - list.clientHeight / 3;
  }
}
