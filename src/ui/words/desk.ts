/** Words of the bar that the pages of the desk share. */
import { worded } from "./language.ts";

const en = {
  pages: "Pages of Tifa",
  glossary: "Glossary",
  speeches: "Speeches",
  corpus: "Corpus",
  options: "Options",
};

export const deskWords = worded<typeof en>({
  en,
  "zh-Hans": { pages: "各页", glossary: "词库", speeches: "讲话", corpus: "语料", options: "设置" },
  "zh-Hant": { pages: "各頁", glossary: "詞庫", speeches: "講話", corpus: "語料", options: "設定" },
});
