/** Words of the card at the cursor. */
import { worded } from "./language.ts";

const en = {
  copy: "Copy",
  copyLabel: "Copy headword and rendering",
  copied: "Copied",
  loading: "Looking it up…",
  error: "The explanation could not be opened.",
  unknown: "Looks like a numeral formulation; it is not in the glossary.",
  unknownSentence: "On this page",
};

export const cardWords = worded<typeof en>({
  en,
  "zh-Hans": {
    copy: "复制",
    copyLabel: "复制词目和译法",
    copied: "已复制",
    loading: "正在查找…",
    error: "无法打开释义。",
    unknown: "看来是一个数字提法；词库中没有这一条。",
    unknownSentence: "本页原句",
  },
  "zh-Hant": {
    copy: "複製",
    copyLabel: "複製詞目和譯法",
    copied: "已複製",
    loading: "正在查找…",
    error: "無法開啟釋義。",
    unknown: "看來是一個數字提法；詞庫中沒有這一條。",
    unknownSentence: "本頁原句",
  },
});
