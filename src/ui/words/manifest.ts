/** Words that the browser itself shows, out of the manifest: what Tifa is called, what it does, what its keys do. */
import { worded } from "./language.ts";

const en = {
  name: "Tifa 提法",
  description:
    "Marks the formulations of Chinese political language and says what each means, from the speeches it stands in.",
  next: "Next formulation",
  previous: "Previous formulation",
  open: "Explain the selection, or the formulation here",
  close: "Close the card",
  switch: "Switch marks on or off everywhere",
  lookUp: "Look up the selection in the glossary",
  menu: "Look up “%s” in Tifa",
  prompt: "Look up a formulation: hanzi, pinyin or English",
};

export const manifestWords = worded<typeof en>({
  en,
  "zh-Hans": {
    name: "提法 Tifa",
    description: "在网页上标出中文政治提法，说明每个提法的含义，并可查看它在讲话中的原文。",
    next: "下一个提法",
    previous: "上一个提法",
    open: "解释所选文字或当前提法",
    close: "关闭释义卡片",
    switch: "在所有网站开启或停用标注",
    lookUp: "在词库中检索选中的文字",
    menu: "在 Tifa 中检索“%s”",
    prompt: "检索提法：汉字、拼音或英文",
  },
  "zh-Hant": {
    name: "提法 Tifa",
    description: "在網頁上標出中文政治提法，說明每個提法的含義，並可檢視它在講話中的原文。",
    next: "下一個提法",
    previous: "上一個提法",
    open: "解釋所選文字或目前的提法",
    close: "關閉釋義卡片",
    switch: "在所有網站開啟或停用標註",
    lookUp: "在詞庫中搜尋選取的文字",
    menu: "在 Tifa 中搜尋「%s」",
    prompt: "搜尋提法：漢字、拼音或英文",
  },
});
