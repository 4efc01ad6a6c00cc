/** Words of the first page, which opens when Tifa is installed. */
import { worded } from "./language.ts";

const en = {
  title: "Political Chinese, explained as you read",
  lead: "Chinese political language speaks in fixed formulations. Tifa marks them on the pages you read and says what each means. Point at a mark:",
  from: "From {title}, one of the speeches that Tifa ships with.",
  marks: "What the marks say",
  solid: "In the glossary; heavier where the sentence can’t be understood without it",
  dotted: "A pattern that is filled anew each time, as 以…为抓手",
  dashed: "Looks like a numeral formulation, and is not in the glossary. Tifa does not guess",
  hues: "The hue tells the kind:",
  use: "How to use it",
  page: "Any page with enough Chinese is marked by itself, and never changed.",
  popup: "The window in the toolbar {icon} lists what is on the page, leads there, and searches the glossary.",
  pin: {
    chromium: "To keep it in sight, click the puzzle piece beside the address bar, then the pin beside Tifa.",
    firefox:
      "To keep it in sight, click the puzzle piece beside the address bar, then the gear wheel beside Tifa, “Pin to Toolbar”.",
  },
  card: "A card closes with Escape, or when you go on reading. “Open in the speech” leads to the sentence that is quoted.",
  private: "Nothing leaves your machine: Tifa makes no network request.",
  keys: "Keys",
  toOptions: "How much is marked, and how: Options",
  toGlossary: "All entries: Glossary",
};

export const welcomeWords = worded<typeof en>({
  en,
  "zh-Hans": {
    title: "提法，就地释义",
    lead: "中国政治语言多用固定提法。Tifa 在您阅读的网页上把它们标出来，并说明每个提法的含义。请指向一处标注：",
    from: "摘自内置讲话《{title}》。",
    marks: "标注的含义",
    solid: "词库收录的提法；影响理解句意的，线条较粗",
    dotted: "每次填入不同词语的句式，如“以…为抓手”",
    dashed: "看似数字提法，但词库未收录；不作猜测",
    hues: "颜色表示类别：",
    use: "使用方法",
    page: "中文达到一定篇幅的网页会自动标注，网页本身不作任何改动。",
    popup: "工具栏窗口 {icon} 列出本页的提法，可跳转到原处，也可检索词库。",
    pin: {
      chromium: "要让图标一直显示，请点击地址栏旁的拼图图标，再点击 Tifa 旁的图钉。",
      firefox: "要让图标一直显示，请点击地址栏旁的拼图图标，再点击 Tifa 旁的齿轮，选“固定到工具栏”。",
    },
    card: "按 Esc 或继续阅读，卡片就会关闭。“查看讲话原文”打开讲话中所引的那一句。",
    private: "数据不离开本机：Tifa 不发出任何网络请求。",
    keys: "快捷键",
    toOptions: "标注范围与样式：设置",
    toGlossary: "全部词条：词库",
  },
  "zh-Hant": {
    title: "提法，就地釋義",
    lead: "中國政治語言多用固定提法。Tifa 在您閱讀的網頁上把它們標出來，並說明每個提法的含義。請指向一處標註：",
    from: "摘自內建講話《{title}》。",
    marks: "標註的含義",
    solid: "詞庫收錄的提法；影響理解句意的，線條較粗",
    dotted: "每次填入不同詞語的句式，如「以…為抓手」",
    dashed: "看似數字提法，但詞庫未收錄；不作猜測",
    hues: "顏色表示類別：",
    use: "使用方法",
    page: "中文達到一定篇幅的網頁會自動標註，網頁本身不作任何改動。",
    popup: "工具列視窗 {icon} 列出本頁的提法，可前往原處，也可搜尋詞庫。",
    pin: {
      chromium: "要讓圖示一直顯示，請點選網址列旁的拼圖圖示，再點選 Tifa 旁的圖釘。",
      firefox: "要讓圖示一直顯示，請點選網址列旁的拼圖圖示，再點選 Tifa 旁的齒輪，選「釘選到工具列」。",
    },
    card: "按 Esc 或繼續閱讀，卡片就會關閉。「檢視講話原文」開啟講話中所引的那一句。",
    private: "資料不離開本機：Tifa 不發出任何網路請求。",
    keys: "快速鍵",
    toOptions: "標註範圍與樣式：設定",
    toGlossary: "全部詞條：詞庫",
  },
});
