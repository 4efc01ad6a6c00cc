/** A speech by its number, which locators use, and its title. */
import type { Speech } from "../lexicon/speech.ts";
import { Chinese } from "./prose.tsx";
import { language } from "./words/language.ts";

interface SpeechNameProps {
  speech: Pick<Speech, "id" | "title">;
}

export function SpeechName({ speech }: SpeechNameProps) {
  const { id, title } = speech;
  return (
    <span class="speech-name" title={language() === "en" ? title.zh : title.en}>
      <span class="speech-id">{id}</span> <SpeechTitle speech={speech} />
    </span>
  );
}

export function SpeechTitle({ speech: { title } }: SpeechNameProps) {
  return language() === "en" ? <>{title.en}</> : <Chinese text={title.zh} />;
}
