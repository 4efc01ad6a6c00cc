/** Passages of the shipped speeches that show Tifa at work: where there is something of everything, and what comes again. */
import type { Speech } from "../lexicon/speech.ts";
import type { Bilingual } from "../lexicon/term.ts";

export interface Sample {
  title: Bilingual;
  text: string;
}

/** From the first words to the last, as they stand in the speech. */
const PASSAGES = {
  options: { speech: "003", from: "全县上下要更加深刻领悟", to: "党中央保持高度一致。" },
  welcome: { speech: "003", from: "经过大家的共同努力", to: "团结奋斗的激情干劲。" },
} as const;

/** @throws Error if the speeches have no such passage: then the corpus is another, and the passage has to be chosen anew. */
export function sampleOf(speeches: readonly Speech[], name: keyof typeof PASSAGES): Sample {
  const { speech: id, from, to } = PASSAGES[name];
  const speech = speeches.find((candidate) => candidate.id === id);
  const start = speech?.text.indexOf(from) ?? -1;
  const end = speech?.text.indexOf(to, start) ?? -1;
  if (!speech || start < 0 || end < 0) throw new Error(`Speech ${id} has no passage from ${from} to ${to}.`);
  return { title: speech.title, text: speech.text.slice(start, end + to.length) };
}
