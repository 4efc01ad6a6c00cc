/** What the build adds to an entry as written: traditional script, pinyin. */
import { pinyin } from "pinyin-pro";
import { SLOT } from "../lexicon/lexicon.ts";
import type { Members, Rendering, RenderingKind, Term } from "../lexicon/term.ts";
import { fold } from "../text/fold.ts";
import { isSeparator } from "../text/units.ts";
import type { EntrySource } from "./source.ts";
import { toTraditional } from "./traditional.ts";

/**
 * The term of an entry; `related` is empty yet, for headwords become ids only when all terms are known.
 * @param citedZh the Chinese of who uses renderings
 */
export function completeTerm(pack: string, source: EntrySource, citedZh: ReadonlyMap<string, string>): Term {
  const { members, origin, usage, renderings, variants, notIn } = source;
  return {
    id: source.id,
    pack,
    headword: source.headword,
    traditional: source.traditional ?? toTraditional(source.headword),
    pinyin: source.pinyin ?? pinyinOf(source.headword),
    category: source.category,
    weight: source.weight,
    detection: source.detection,
    scope: source.scope,
    renderings: bestFirst(
      renderings.map(({ source: by, ...rest }) =>
        by === undefined ? rest : { ...rest, source: by, sourceZh: citedZh.get(by) ?? by },
      ),
    ),
    definition: source.definition,
    ...(members === undefined ? {} : { members: membersOf(members) }),
    ...(origin === undefined ? {} : { origin: dated(origin) }),
    ...(usage === undefined ? {} : { usage }),
    variants: variants.map(({ note, noteZh, ...rest }) =>
      note === undefined || noteZh === undefined ? rest : { ...rest, note, noteZh },
    ),
    ...(notIn === undefined ? {} : { notIn }),
    related: [],
  };
}

const PLACES: Record<RenderingKind, number> = { official: 0, common: 1, working: 2, literal: 3 };

/** A sentence that spells a label out, as official texts do with 两个维护; no list has room for it. */
const SPELLED_OUT = 150;

/** Lists, the popup and what is copied have the first only. Within a kind the editor's order stays. */
function bestFirst(renderings: readonly Rendering[]): Rendering[] {
  const place = ({ text, kind }: Rendering): number => PLACES[kind] + (text.length > SPELLED_OUT ? 4 : 0);
  return renderings.toSorted((a, b) => place(a) - place(b));
}

function membersOf(members: NonNullable<EntrySource["members"]>): Members {
  return Array.isArray(members) ? { status: "known", items: members } : { status: members };
}

function dated({ date, ...rest }: NonNullable<EntrySource["origin"]>): NonNullable<Term["origin"]> {
  return date === undefined ? rest : { ...rest, date };
}

/**
 * Dictionary tones (yī and bù stay as they are), a space between syllables; Latin letters, the slot and separators stand for
 * themselves. Digits are read one by one, as in 863计划; where they are one number (77国集团) the entry has its own pinyin.
 */
function pinyinOf(headword: string): string {
  return pinyin(headword.replace(/\d/g, fold), { toneSandhi: false, nonZh: "consecutive", type: "array" })
    .map((syllable) => (syllable.length === 1 && isSeparator(syllable.charCodeAt(0)) ? "," : syllable))
    .join(" ")
    .replaceAll(" ,", ",")
    .replaceAll(SLOT, "…")
    .trim();
}
