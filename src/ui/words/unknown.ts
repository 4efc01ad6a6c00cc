/** Words around a query that the glossary lacks. */
import { worded } from "./language.ts";

const en = {
  title: "The glossary has no entry “{query}”.",
  hint: "Try fewer characters, pinyin without tones, or a word of the English rendering.",
  parts: "In its parts",
  noParts: "None of its words has an entry.",
  nearest: "Did you mean",
};

export const unknownWords = worded<typeof en>({
  en,
  "zh-Hans": {
    title: "词库中没有“{query}”这一条。",
    hint: "可少输几个字，或改用不带声调的拼音、英文译法中的一个词。",
    parts: "拆分结果",
    noParts: "词库未收录其中任何词语。",
    nearest: "相近的词条",
  },
  "zh-Hant": {
    title: "詞庫中沒有「{query}」這一條。",
    hint: "可少輸幾個字，或改用不帶聲調的拼音、英文譯法中的一個詞。",
    parts: "拆分結果",
    noParts: "詞庫未收錄其中任何詞語。",
    nearest: "相近的詞條",
  },
});
