/** What a schema cannot see: that entries fit one another, their headwords and the corpus. */
import { fold } from "../text/fold.ts";
import { SCRIPT_PAIRS } from "../text/script-pairs.ts";
import { countHan } from "../text/units.ts";
import { isFrameForm } from "../lexicon/lexicon.ts";
import { formsOf, keyOf } from "../lexicon/spelling.ts";
import type { Bilingual, Term } from "../lexicon/term.ts";
import type { Problem } from "./problem.ts";
import type { EntrySource, Placed, RejectedSource } from "./source.ts";

/** Characters that simplified script writes otherwise. 著, 乾 and 徵 are words of it too. */
const TRADITIONAL = new Set(
  [...SCRIPT_PAIRS].filter((character, i) => i % 2 === 0 && !"著乾徵藉瞭".includes(character)),
);

const NUMERALS = "零一二三四五六七八九";

type Report = (row: Placed<EntrySource>, field: string, message: string) => void;

/** Problems of `rows`, whose completed terms are `terms`, in the same order. */
export function checkTerms(rows: readonly Placed<EntrySource>[], terms: readonly Term[]): Problem[] {
  const problems: Problem[] = [];
  const report: Report = ({ file, line, value }, field, message) => {
    problems.push({ file, line, entry: value.headword, field, message });
  };
  checkUnique(rows, terms, report);
  checkDefinitions(rows, report);
  checkRelations(rows, report);
  rows.forEach((row, i) => checkForm(row, terms[i]!, report));
  return problems;
}

/** Problems of the rejected candidates: one that is an entry after all, or is turned down twice. */
export function checkRejected(rows: readonly Placed<RejectedSource>[], terms: readonly Term[]): Problem[] {
  const key = (form: string): string => keyOf(form).units.join();
  const entries = new Map(terms.flatMap((term) => formsOf(term).map((form) => [key(form), term.headword])));
  const seen = new Set<string>();
  return rows.flatMap(({ value: { candidate }, file, line }) => {
    const headword = entries.get(key(candidate));
    const isTwice = seen.has(key(candidate));
    seen.add(key(candidate));
    if (headword === undefined && !isTwice) return [];
    const message =
      headword === undefined ? "is turned down twice" : `is a spelling of the entry ${headword}; take it out here`;
    return [{ file, line, entry: candidate, message }];
  });
}

/** Problems of who uses renderings: one that `cited`, the rows of the file at `path`, lacks or has twice. */
export function checkCited(
  cited: readonly Placed<Bilingual>[],
  rows: readonly Placed<EntrySource>[],
  path: string,
): Problem[] {
  const problems: Problem[] = [];
  const known = new Set<string>();
  for (const { value, file, line } of cited) {
    if (known.has(value.en)) problems.push({ file, line, entry: value.en, message: "is there twice" });
    known.add(value.en);
  }
  for (const { value, file, line } of rows) {
    value.renderings.forEach(({ source }, i) => {
      if (source === undefined || known.has(source)) return;
      const message = `${source} is not in ${path}; spell it as there, or add it there with its Chinese`;
      problems.push({ file, line, entry: value.headword, field: `renderings.${i}.source`, message });
    });
  }
  return problems;
}

/** Ids differ, and no spelling leads to two entries. */
function checkUnique(rows: readonly Placed<EntrySource>[], terms: readonly Term[], report: Report): void {
  const ids = new Map<string, Placed<EntrySource>>();
  const spellings = new Map<string, Placed<EntrySource>>();
  rows.forEach((row, i) => {
    const other = ids.get(row.value.id);
    if (other)
      report(row, "id", `${row.value.id} is the id of ${other.value.headword} too (${other.file}:${other.line})`);
    else ids.set(row.value.id, row);
    for (const form of formsOf(terms[i]!)) {
      const key = String.fromCharCode(...keyOf(form).units);
      const holder = spellings.get(key);
      if (holder === undefined) spellings.set(key, row);
      else if (holder !== row) {
        const place = `${holder.value.headword} (${holder.file}:${holder.line})`;
        report(row, "headword", `the spelling ${form} leads to ${place} already; join the two or drop one`);
      }
    }
  });
}

/** No two entries say the same: one of them would be a copy that nobody has filled in. */
function checkDefinitions(rows: readonly Placed<EntrySource>[], report: Report): void {
  const seen = new Map<string, string>();
  for (const row of rows) {
    for (const language of ["en", "zh"] as const) {
      const text = row.value.definition[language];
      const other = seen.get(text);
      if (other !== undefined) report(row, `definition.${language}`, `is word for word that of ${other}`);
      seen.set(text, row.value.headword);
    }
  }
}

/** The members that all parts of `headword` count: 5 for 四个革命、一个合作, 14 for 十四个坚持, 0 for 三会一课. */
function countStated(headword: string): number {
  let sum = 0;
  for (const [digits] of headword.matchAll(/[两一二三四五六七八九十]+(?=个|大|项|风$)/g)) {
    let number = 0;
    for (const digit of digits) {
      number = digit === "十" ? (number || 1) * 10 : number + (digit === "两" ? 2 : NUMERALS.indexOf(digit));
    }
    sum += number;
  }
  return sum;
}

/** Every related headword has an entry, and isn't the entry itself. */
function checkRelations(rows: readonly Placed<EntrySource>[], report: Report): void {
  const headwords = new Set(rows.map((row) => row.value.headword));
  for (const row of rows) {
    for (const other of row.value.related) {
      if (other === row.value.headword) report(row, "related", "names itself");
      else if (!headwords.has(other)) report(row, "related", `${other} is the headword of no entry`);
    }
  }
}

/** Whether `form` has one Han character and not two Latin letters behind it (村BA). */
function isShort(form: string): boolean {
  return countHan(form) < 2 && !/\p{Script=Han}[A-Z]{2}/u.test(form);
}

function checkForm(row: Placed<EntrySource>, term: Term, report: Report): void {
  const { headword, definition, members } = row.value;
  const han = countHan(headword);
  if (isShort(headword)) report(row, "headword", "has fewer than two Han characters: it would be found everywhere");
  if (isFrameForm(headword) && term.category !== "frame") {
    report(row, "category", "a headword with … is a frame");
  }
  for (const { form, note = "", noteZh = "" } of term.variants) {
    if (isShort(form))
      report(row, "variants", `${form} has fewer than two Han characters: it would be found everywhere`);
    if (note.endsWith(".") || noteZh.endsWith("。"))
      report(row, "variants", `the note on ${form} ends with a full stop; it is a fragment, so take that away`);
  }
  const traditional = [...headword].filter((character) => TRADITIONAL.has(character));
  if (traditional.length > 0)
    report(row, "headword", `${traditional.join("")} is traditional script; write it in simplified`);
  if (term.traditional.length !== headword.length) {
    report(row, "traditional", `${term.traditional} and ${headword} differ in length`);
  } else if (fold(term.traditional) !== fold(headword)) {
    report(row, "traditional", `${term.traditional} is not ${headword} in traditional script`);
  }
  const keys = formsOf(term).map((form) => keyOf(form).units.join());
  for (const word of term.notIn ?? []) {
    const key = keyOf(word).units.join();
    if (keys.includes(key)) report(row, "notIn", `${word} is a spelling of the entry itself`);
    else if (!keys.some((spelling) => `,${key},`.includes(`,${spelling},`))) {
      report(row, "notIn", `${word} has no spelling of the entry in it, so it hides nothing`);
    }
  }
  // Latin letters stay as they are (cūn BA); digits are read one by one (863) or as a number (500), in one syllable or more.
  const syllables = term.pinyin
    .split(/[\s,…]+/)
    .filter((word) => /\p{L}/u.test(word) && !/^[A-Z.]+$/.test(word)).length;
  const digits = /\d/.test(headword);
  if (digits ? syllables <= han : syllables !== han) {
    const what = `${han} Han characters${digits ? " and digits" : ""}`;
    report(row, "pinyin", `${term.pinyin} has ${syllables} syllables; ${headword} has ${what}`);
  }
  if (/[\p{Script=Han}\d]/u.test(term.pinyin))
    report(row, "pinyin", `${term.pinyin} still has Han characters or digits; write it out`);
  if (fold(definition.zh) === fold(headword) || definition.en === term.renderings[0]!.text) {
    report(row, "definition", "only repeats the headword; say what it denotes");
  }
  if (!/[。！？”）]$/.test(definition.zh)) report(row, "definition.zh", "should end with 。");
  if (!/[.!?)"”]$/.test(definition.en)) report(row, "definition.en", "should end with a full stop");
  if (term.category === "numeral" && members !== undefined && Array.isArray(members)) {
    const stated = countStated(headword);
    if (stated > 1 && stated !== members.length) {
      report(row, "members", `${headword} says ${stated}; ${members.length} are given`);
    }
  }
}
