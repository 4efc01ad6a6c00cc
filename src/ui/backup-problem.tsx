/** Why a file was not restored, in words that lead to the place in it. */
import type { BackupProblem, Expected, FieldPath, Found } from "../protocol/backup.ts";
import type { OptionsSettings } from "./options.tsx";
import { Phrase } from "./phrase.tsx";
import { backupWords as words } from "./words/backup.ts";
import { optionsWords, size } from "./words/options.ts";

export function BackupProblemText({ problem }: { problem: BackupProblem }) {
  switch (problem.kind) {
    case "not-json":
    case "foreign":
      return words[problem.kind];
    case "too-large":
      return <Phrase text={words["too-large"]} parts={{ size: size(problem.size), largest: size(problem.largest) }} />;
    case "unreadable":
      return <Phrase text={words.unreadable} parts={{ reason: problem.reason }} />;
    case "newer":
      return <Phrase text={words.newer} parts={{ version: problem.version }} />;
    case "twice":
      return <Phrase text={words.twice} parts={{ headword: problem.headword }} />;
    case "unknown-field":
      return <Phrase text={words.unknownField} parts={{ field: <code>{written(problem.path)}</code> }} />;
    case "missing":
      return <Phrase text={words.missing} parts={{ place: <Place path={problem.path} /> }} />;
    case "field": {
      const { path, expected, found } = problem;
      const parts = { place: <Place path={path} />, expected: said(expected), found: said(found) };
      return <Phrase text={words.field} parts={parts} />;
    }
  }
}

function Place({ path }: { path: FieldPath }) {
  return <Phrase text={words.place} parts={{ name: nameOf(path), field: <code>{written(path)}</code> }} />;
}

/** As who looks into the file would write it: "saved[3].time". */
const written = (path: FieldPath): string =>
  path.map((key, i) => (typeof key === "number" ? `[${key}]` : `${i === 0 ? "" : "."}${key}`)).join("");

/** What each setting is called on the page. */
const SETTINGS = {
  enabled: "enabled",
  offSites: "sites",
  show: "show",
  markStyle: "markStyle",
  markStrength: "markStrength",
  occurrences: "occurrencesLabel",
  pointing: "pointingLabel",
  pointingKey: "pointingKey",
  cardPlace: "cardPlaceLabel",
  minimap: "minimap",
  definitions: "definitionsLabel",
  theme: "themeLabel",
  muted: "muted",
  packsOff: "packs",
  language: "languageLabel",
} as const satisfies Record<keyof OptionsSettings, keyof typeof optionsWords>;

function nameOf([part, key, inner]: FieldPath): string {
  if (part === "settings" && typeof key === "string") {
    const name = Object.hasOwn(SETTINGS, key) ? optionsWords[SETTINGS[key as keyof typeof SETTINGS]] : key;
    const setting = words.setting(name);
    return typeof inner === "number" ? words.item(setting, inner + 1) : setting;
  }
  if (typeof key === "number") {
    const record = (part === "saved" ? words.savedTerm : words.lookUp)(key + 1);
    return inner === undefined ? record : words.fieldOf(record, words.fields[inner as keyof typeof words.fields]);
  }
  return words.parts[part as keyof typeof words.parts];
}

function said(one: Expected | Found): string {
  if (typeof one === "string") return words.kind[one];
  if ("longest" in one) return words.longest(one.longest);
  if ("choices" in one) return choicesOf(one.choices.map(words.quoted));
  if ("characters" in one) return words.characters(one.characters);
  return "text" in one ? words.quoted(one.text) : String(one.value);
}

function choicesOf(choices: readonly string[]): string {
  const others = choices.slice(0, -1);
  return [...(others.length > 0 ? [others.join(words.choiceJoint)] : []), choices.at(-1)].join(words.lastChoiceJoint);
}
