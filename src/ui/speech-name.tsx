/** A speech by its number, which locators use, and its title. */
import type { Speech } from "../lexicon/speech.ts";
import { language } from "./words/language.ts";

export function SpeechName({ speech: { id, title } }: { speech: Pick<Speech, "id" | "title"> }) {
  return (
    <span class="speech-name" title={language() === "en" ? title.zh : title.en}>
      <span class="speech-id">{id}</span> {language() === "en" ? title.en : <span lang="zh-Hans">{title.zh}</span>}
    </span>
  );
}
