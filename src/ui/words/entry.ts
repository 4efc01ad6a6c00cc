/** Words around an entry of the glossary. */
import type { RenderingKind, VariantKind } from "../../lexicon/term.ts";
import { number } from "./common.ts";
import { worded } from "./language.ts";

/** "Once", "Twice", "12 times" at the head of a line. */
function times(n: number): string {
  if (n === 1) return "Once";
  return n === 2 ? "Twice" : `${number(n)} times`;
}

const kind: Record<RenderingKind, string> = {
  official: "official",
  common: "common",
  literal: "literal",
  working: "Tifa’s own, no official one known",
};
const shortKind: Record<RenderingKind, string> = { ...kind, working: "Tifa’s own" };
const variant: Record<VariantKind, string> = {
  alias: "The page has {page}{note}; the entry is for {fixed}.",
  short: "The page has {page}{note}, short for {fixed}.",
  misprint: "The page has {page}{note}, a misprint for {fixed}.",
  order: "The page has {page}{note}; the usual order is {fixed}.",
};

const en = {
  kind,
  shortKind,
  /** Between how a rendering is meant and whose it is. */
  sourceJoint: ", ",
  otherRenderings: "Other renderings",
  copyOf: (text: string): string => `Copy “${text}”`,
  variant,
  /** Around a note in the middle of a sentence. */
  noteJoint: [" (", ")"],
  members: "Members",
  local: "Local; the text does not say what it counts.",
  unknownMembers: "Its members are not known for certain.",
  origin: "Origin",
  originOn: (date: string): string => `Origin, ${date}`,
  usage: "Usage",
  none: "Not in Tifa’s speeches",
  counts: (occurrences: number, speeches: number): string =>
    `${times(occurrences)} in ${speeches === 1 ? "one" : number(speeches)} of the speeches`,
  bySpeech: "Speech by speech",
  inner: "Inside it",
  listen: "Hear it spoken",
  openSpeech: "Open in the speech",
  verbs: "After {verbs}",
  alsoIn: "The same passage, word for word, in {titles}",
  titleJoint: "; ",
  wholeSentence: "Whole sentence",
  shorter: "Shorter",
  related: "See also",
  /** An entry in one line, for the clipboard. */
  oneLine: (headword: string, pinyin: string, rendering: string): string => `${headword} (${pinyin}): ${rendering}`,
  from: "Glossary: {pack}",
};

export const entryWords = worded<typeof en>({
  en,
  "zh-Hans": {
    kind: { official: "官方译法", common: "通行译法", literal: "直译", working: "本词库自译，未见官方译法" },
    shortKind: { official: "官方", common: "通行", literal: "直译", working: "自译" },
    sourceJoint: "，",
    otherRenderings: "其他译法",
    copyOf: (text) => `复制“${text}”`,
    variant: {
      alias: "本页作“{page}”{note}，词条为“{fixed}”。",
      short: "本页作“{page}”{note}，是“{fixed}”的简称。",
      misprint: "本页作“{page}”{note}，是“{fixed}”之误。",
      order: "本页作“{page}”{note}，通常的语序是“{fixed}”。",
    },
    noteJoint: ["（", "）"],
    members: "具体内容",
    local: "地方提法；原文没有说明所指为何。",
    unknownMembers: "具体内容未能确知。",
    origin: "出处",
    originOn: (date) => `出处（${date}）`,
    usage: "用法",
    none: "未见于 Tifa 所收讲话",
    counts: (occurrences, speeches) => `在${number(speeches)}篇讲话中出现${number(occurrences)}次`,
    bySpeech: "各篇次数",
    inner: "其中的提法",
    listen: "朗读",
    openSpeech: "查看讲话原文",
    verbs: "前面的动词：{verbs}",
    alsoIn: "另见{titles}，文字完全相同",
    titleJoint: "、",
    wholeSentence: "全句",
    shorter: "收起",
    related: "参见",
    oneLine: (headword, pinyin, rendering) => `${headword}（${pinyin}）：${rendering}`,
    from: "分库：{pack}",
  },
  "zh-Hant": {
    kind: { official: "官方譯法", common: "通行譯法", literal: "直譯", working: "本詞庫自譯，未見官方譯法" },
    shortKind: { official: "官方", common: "通行", literal: "直譯", working: "自譯" },
    sourceJoint: "，",
    otherRenderings: "其他譯法",
    copyOf: (text) => `複製「${text}」`,
    variant: {
      alias: "本頁作「{page}」{note}，詞條為「{fixed}」。",
      short: "本頁作「{page}」{note}，是「{fixed}」的簡稱。",
      misprint: "本頁作「{page}」{note}，是「{fixed}」之誤。",
      order: "本頁作「{page}」{note}，通常的語序是「{fixed}」。",
    },
    noteJoint: ["（", "）"],
    members: "具體內容",
    local: "地方提法；原文沒有說明所指為何。",
    unknownMembers: "具體內容未能確知。",
    origin: "出處",
    originOn: (date) => `出處（${date}）`,
    usage: "用法",
    none: "未見於 Tifa 所收講話",
    counts: (occurrences, speeches) => `在${number(speeches)}篇講話中出現${number(occurrences)}次`,
    bySpeech: "各篇次數",
    inner: "其中的提法",
    listen: "朗讀",
    openSpeech: "檢視講話原文",
    verbs: "前面的動詞：{verbs}",
    alsoIn: "另見{titles}，文字完全相同",
    titleJoint: "、",
    wholeSentence: "全句",
    shorter: "收起",
    related: "參見",
    oneLine: (headword, pinyin, rendering) => `${headword}（${pinyin}）：${rendering}`,
    from: "分庫：{pack}",
  },
});
