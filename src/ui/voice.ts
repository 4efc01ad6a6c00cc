/** Hearing Chinese spoken, by a voice of this machine: one that speaks from a server would send it what is read. */
import { useEffect, useState } from "preact/hooks";
import { langOf, type Script } from "./hanzi.tsx";

/** What speaks; undefined where the browser has nothing that does. */
const speaker = (): SpeechSynthesis | undefined =>
  (globalThis as { speechSynthesis?: SpeechSynthesis }).speechSynthesis;

/** The voice for `script`: Taiwan's for traditional, the mainland's for simplified, else any that speaks Mandarin. */
export function voiceFor(script: Script, voices: readonly SpeechSynthesisVoice[]): SpeechSynthesisVoice | undefined {
  const tagOf = ({ lang }: SpeechSynthesisVoice): string => lang.replace("_", "-").toLowerCase();
  const local = voices.filter((voice) => voice.localService && /^(zh|cmn)\b/.test(tagOf(voice)));
  const mandarin = local.filter((voice) => !/^zh-(hk|mo|yue)\b|yue/.test(tagOf(voice)));
  const wanted = script === "hant" ? /tw|hant/ : /cn|hans/;
  return mandarin.find((voice) => wanted.test(tagOf(voice))) ?? mandarin[0];
}

/** Says a text aloud; undefined where no voice of this machine speaks Chinese. What is being said ends when the card does. */
export function useVoice(script: Script): ((text: string) => void) | undefined {
  const [voice, setVoice] = useState(() => voiceFor(script, speaker()?.getVoices() ?? []));
  useEffect(() => {
    const speech = speaker();
    if (!speech) return undefined;
    // Browsers know their voices only some time after they are first asked.
    const look = (): void => setVoice(voiceFor(script, speech.getVoices()));
    look();
    speech.addEventListener?.("voiceschanged", look);
    return () => {
      speech.removeEventListener?.("voiceschanged", look);
      speech.cancel();
    };
  }, [script]);
  if (!voice) return undefined;
  return (text) => {
    const speech = speaker()!;
    const utterance = new SpeechSynthesisUtterance(text);
    utterance.voice = voice;
    utterance.lang = voice.lang || langOf(script);
    utterance.rate = 0.9;
    speech.cancel();
    speech.speak(utterance);
  };
}
