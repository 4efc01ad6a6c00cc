/** Words of the options page. */
import type { PageSettings } from "../../protocol/page-settings.ts";
import { counted, number } from "./common.ts";
import { worded } from "./language.ts";

type Choices<Name extends keyof PageSettings> = Record<PageSettings[Name] & string, string>;

const style: Choices<"markStyle"> = { underline: "Underline", tint: "Tint" };
const strength: Choices<"markStrength"> = { faint: "Faint", normal: "Normal", strong: "Strong" };
const occurrences: Choices<"occurrences"> = {
  every: "Every one",
  first: "The first on a page",
  none: "None",
};
const occurrencesHint: Choices<"occurrences"> = {
  every: "Each time that a formulation stands on a page",
  first: "A formulation that comes again is not marked again",
  none: "Pages stay unmarked; the popup still lists what is on them and leads there",
};
const pointing: Choices<"pointing"> = {
  hover: "When the pointer rests on it",
  click: "With a click or a tap alone",
  key: "When the pointer is on it while a key is held",
};
const cardPlace: Choices<"cardPlace"> = { card: "In a card beside it", panel: "In the side panel" };
const cardPlaceHint: Choices<"cardPlace"> = {
  card: "The card closes when you go on reading",
  panel: "Nothing covers the page. Where the panel is closed, a card opens",
};
const definitions: Choices<"definitions"> = { both: "English and Chinese", mine: "English only" };
const theme: Choices<"theme"> = { auto: "As the browser", light: "Light", dark: "Dark" };

/** Bytes in kB or MB, as browsers count them. */
export function size(bytes: number): string {
  return bytes < 1e6
    ? `${number(Math.ceil(bytes / 1000))} kB`
    : `${(bytes / 1e6).toLocaleString("en", { maximumFractionDigits: 1 })} MB`;
}

const en = {
  title: "Options",
  sections: "On this page",
  applied: "Every change applies at once, in the pages that are open too.",
  done: "Saved.",
  undo: "Undo",
  undone: "Undone.",
  dismiss: "Close this message",

  marks: "Marks",
  enabled: "Mark formulations on pages",
  enabledHint: "Off, Tifa reads no page at all.",
  sample: "Sample",
  sampleFrom: "From {title}. Point at a mark, as on any page.",
  sampleOff: "Marks are off on pages; this shows what they would be like.",
  show: "How much to mark",
  markStyle: "Marked by",
  style,
  markStrength: "Strength",
  strength,
  occurrencesLabel: "Occurrences",
  occurrences,
  occurrencesHint,
  minimap: "A minimap at the edge of the window",
  minimapHint: "Shows where on a long page the formulations stand. Only while you look at the page.",

  explanations: "Explanations",
  pointingLabel: "An explanation opens",
  pointing,
  pointingKey: "Key to hold",
  cardPlaceLabel: "Where it opens",
  cardPlace,
  cardPlaceHint,
  definitionsLabel: "Definitions",
  definitionsHint: "Of definitions, origin and usage; renderings and quotations are shown in any case.",
  definitions,

  interface: "Interface",
  languageLabel: "Language",
  languageAuto: "As the browser",
  themeLabel: "Theme",
  theme,
  themeAutoHint: "A card is as light or dark as the page around it",

  packs: "Glossaries",
  packsHint: "A pack that is off is as if it were not there: not marked, not found.",
  packsNone: "All packs are off: nothing is marked or found.",
  packAbout: (version: string, licence: string, entries: number): string =>
    `Version ${version} · ${licence} · ${counted(entries, "entry", "entries")}`,

  sites: "Sites that are off",
  sitesHint:
    "No page of these is marked. Each host stands for itself alone: www.example.cn and example.cn are two. The popup switches the site you are on.",
  sitesNone: "Tifa is on everywhere.",
  siteLabel: "Add a site",
  siteAdd: "Add",
  siteWrong: "“{site}” is no address. Write a host like www.example.cn, or paste the address of one of its pages.",
  siteThere: "{site} is off already.",
  siteFiles: "Files of this machine (file:)",
  siteRemove: (site: string): string => `Switch Tifa on at ${site} again`,
  siteOff: "Off at {site}.",
  siteOn: "On at {site} again.",
  remove: "Remove",

  muted: "Formulations not to be marked",
  mutedHint: "They are still found by a search. “Don’t mark” on a card brings one here.",
  mutedNone: "There are none.",
  mutedUnknown: "Not in the glossary",
  unmute: "Mark again",
  unmuteLabel: (headword: string): string => `Mark ${headword} again`,
  unmuted: "{headword} is marked again.",

  keys: "Keys",
  keysHint: "The browser keeps them, and lets you change them.",
  keysNone: "no key",
  openPopup: "Open the window in the toolbar",
  keysChange: "Change the keys",
  keysHow:
    "If nothing opens: in Chrome, Edge or Brave go to chrome://extensions/shortcuts; in Firefox to about:addons, then the gear wheel, “Manage Extension Shortcuts”.",
  command: "What it does",
  shortcut: "Keys",

  data: "Your data",
  dataHint: "Everything stays in this browser on this machine. A backup brings it to another.",
  kept: (saved: number, lookUps: number): string =>
    `${counted(saved, "saved term", "saved terms")}, ${counted(lookUps, "look-up", "look-ups")} in the history`,
  onDisk: (bytes: number): string => `${size(bytes)} on this machine`,
  backup: "Save a backup",
  backupHint: "One file with the settings, the saved terms and their notes, and the history. It is not encrypted.",
  backupMade: "The backup is {file}, in the browser’s downloads.",
  restore: "Restore a backup",
  restoreHint: "Puts what is in the file in the place of everything. You can undo it.",
  /** `leftOut`: look-ups beyond as many as are kept, and so many are kept then. */
  restored: (saved: number, lookUps: number, leftOut: number): string => {
    const restored = `Restored: the settings, ${counted(saved, "saved term", "saved terms")} and ${counted(lookUps, "look-up", "look-ups")}.`;
    if (leftOut === 0) return restored;
    return `${restored} The history keeps ${number(lookUps)} at most: the oldest ${number(leftOut)} of the file were left out.`;
  },
  reset: "Reset the settings",
  resetHint:
    "All settings of this page but the language as they were at first, sites and unmarked formulations too. Saved terms and the history stay.",
  resetDone: "The settings are as they were at first.",
};

export const optionsWords = worded<typeof en>({
  en,
  "zh-Hans": {
    title: "设置",
    sections: "本页内容",
    applied: "改动即时生效，已打开的网页也随之更新。",
    done: "已保存。",
    undo: "撤销",
    undone: "已撤销。",
    dismiss: "关闭此消息",

    marks: "标注",
    enabled: "在网页上标注提法",
    enabledHint: "停用后，Tifa 不读取任何网页。",
    sample: "示例",
    sampleFrom: "摘自《{title}》。可像在网页上一样指向标注处。",
    sampleOff: "网页标注已停用；这里显示的是启用后的效果。",
    show: "标注范围",
    markStyle: "标注方式",
    style: { underline: "下划线", tint: "底色" },
    markStrength: "醒目程度",
    strength: { faint: "低", normal: "中", strong: "高" },
    occurrencesLabel: "重复出现时",
    occurrences: { every: "每处都标", first: "每页只标首次", none: "均不标注" },
    occurrencesHint: {
      every: "同一提法每次出现都标注",
      first: "同一提法再次出现时不再标注",
      none: "网页上不作标注；工具栏窗口仍列出本页的提法，并可跳转",
    },
    minimap: "在窗口边缘显示分布图",
    minimapHint: "显示提法在长网页中的分布，只在查看该页时出现。",

    explanations: "释义",
    pointingLabel: "何时显示释义",
    pointing: {
      hover: "指针停在提法上时",
      click: "只在点击或轻触时",
      key: "按住一个键并指向提法时",
    },
    pointingKey: "按住的键",
    cardPlaceLabel: "显示位置",
    cardPlace: { card: "提法旁的卡片", panel: "侧边栏" },
    cardPlaceHint: {
      card: "继续阅读时卡片自动关闭",
      panel: "不遮挡网页；侧边栏未打开时仍用卡片",
    },
    definitionsLabel: "释义语言",
    definitions: { both: "中文和英文", mine: "仅中文" },
    definitionsHint: "只涉及释义、出处和用法说明；英文译法照常显示。",

    interface: "界面",
    languageLabel: "语言",
    languageAuto: "跟随浏览器",
    themeLabel: "主题",
    theme: { auto: "跟随浏览器", light: "浅色", dark: "深色" },
    themeAutoHint: "卡片的深浅随所在网页而定",

    packs: "分库",
    packsHint: "停用的分库不参与标注，也不出现在检索结果中。",
    packsNone: "所有分库均已停用：不作标注，也检索不到词条。",
    packAbout: (version, licence, entries) => `版本${version} · ${licence} · ${number(entries)}条`,

    sites: "停用的网站",
    sitesHint:
      "这些网站的网页不作标注。每个主机名单独计算：www.example.cn 与 example.cn 是两个。在工具栏窗口可切换当前网站。",
    sitesNone: "未停用任何网站。",
    siteLabel: "添加网站",
    siteAdd: "添加",
    siteWrong: "“{site}”不是网址。请输入 www.example.cn 这样的主机名，或粘贴该网站任一网页的地址。",
    siteThere: "{site} 已在列表中。",
    siteFiles: "本机文件（file:）",
    siteRemove: (site) => `在 ${site} 重新启用`,
    siteOff: "已在 {site} 停用。",
    siteOn: "已在 {site} 重新启用。",
    remove: "移除",

    muted: "不标注的提法",
    mutedHint: "仍可检索到。在释义卡片上选“不再标注”的提法列在这里。",
    mutedNone: "暂无。",
    mutedUnknown: "词库未收录",
    unmute: "恢复标注",
    unmuteLabel: (headword) => `恢复标注“${headword}”`,
    unmuted: "已恢复标注“{headword}”。",

    keys: "快捷键",
    keysHint: "快捷键由浏览器保存，可在浏览器中更改。",
    keysNone: "未设置",
    openPopup: "打开工具栏窗口",
    keysChange: "更改快捷键",
    keysHow:
      "如果没有打开：在 Chrome、Edge 或 Brave 中，请前往 chrome://extensions/shortcuts；在 Firefox 中，请前往 about:addons，点击齿轮图标，选“管理扩展快捷键”。",
    command: "功能",
    shortcut: "按键",

    data: "我的数据",
    dataHint: "所有数据只保存在这台电脑的浏览器里。可用备份转移到另一台。",
    kept: (saved, lookUps) => `已收藏${number(saved)}条，查词记录${number(lookUps)}条`,
    onDisk: (bytes) => `在本机占用${size(bytes)}`,
    backup: "保存备份",
    backupHint: "一个文件，包含设置、收藏的词条及笔记、查词记录。文件未加密。",
    backupMade: "备份已存为 {file}，在浏览器的下载内容中。",
    restore: "恢复备份",
    restoreHint: "以文件内容取代现有的全部内容。可以撤销。",
    restored: (saved, lookUps, leftOut) => {
      const restored = `已恢复：设置、收藏${number(saved)}条、查词记录${number(lookUps)}条。`;
      if (leftOut === 0) return restored;
      return `${restored}查词记录最多保留${number(lookUps)}条，文件中最早的${number(leftOut)}条未恢复。`;
    },
    reset: "恢复默认设置",
    resetHint: "除界面语言外，本页所有设置恢复为默认值，包括停用的网站和不标注的提法。收藏和查词记录保留。",
    resetDone: "设置已恢复为默认值。",
  },
  "zh-Hant": {
    title: "設定",
    sections: "本頁內容",
    applied: "變更立即生效，已開啟的網頁也隨之更新。",
    done: "已儲存。",
    undo: "復原",
    undone: "已復原。",
    dismiss: "關閉此訊息",

    marks: "標註",
    enabled: "在網頁上標註提法",
    enabledHint: "停用後，Tifa 不讀取任何網頁。",
    sample: "範例",
    sampleFrom: "摘自《{title}》。可像在網頁上一樣指向標註處。",
    sampleOff: "網頁標註已停用；這裡顯示的是啟用後的效果。",
    show: "標註範圍",
    markStyle: "標註方式",
    style: { underline: "底線", tint: "底色" },
    markStrength: "醒目程度",
    strength: { faint: "低", normal: "中", strong: "高" },
    occurrencesLabel: "重複出現時",
    occurrences: { every: "每處都標", first: "每頁只標首次", none: "均不標註" },
    occurrencesHint: {
      every: "同一提法每次出現都標註",
      first: "同一提法再次出現時不再標註",
      none: "網頁上不作標註；工具列視窗仍列出本頁的提法，並可前往原處",
    },
    minimap: "在視窗邊緣顯示分佈圖",
    minimapHint: "顯示提法在長網頁中的分佈，只在檢視該頁時出現。",

    explanations: "釋義",
    pointingLabel: "何時顯示釋義",
    pointing: {
      hover: "滑鼠停在提法上時",
      click: "只在點選或輕觸時",
      key: "按住一個鍵並指向提法時",
    },
    pointingKey: "按住的鍵",
    cardPlaceLabel: "顯示位置",
    cardPlace: { card: "提法旁的卡片", panel: "側邊欄" },
    cardPlaceHint: {
      card: "繼續閱讀時卡片自動關閉",
      panel: "不遮住網頁；側邊欄未開啟時仍用卡片",
    },
    definitionsLabel: "釋義語言",
    definitions: { both: "中文和英文", mine: "僅中文" },
    definitionsHint: "只涉及釋義、出處和用法說明；英文譯法照常顯示。",

    interface: "介面",
    languageLabel: "語言",
    languageAuto: "依瀏覽器",
    themeLabel: "主題",
    theme: { auto: "依瀏覽器", light: "淺色", dark: "深色" },
    themeAutoHint: "卡片的深淺隨所在網頁而定",

    packs: "分庫",
    packsHint: "停用的分庫不參與標註，也不出現在搜尋結果中。",
    packsNone: "所有分庫均已停用：不作標註，也搜尋不到詞條。",
    packAbout: (version, licence, entries) => `版本${version} · ${licence} · ${number(entries)}條`,

    sites: "停用的網站",
    sitesHint:
      "這些網站的網頁不作標註。每個主機名稱單獨計算：www.example.cn 與 example.cn 是兩個。在工具列視窗可切換目前網站。",
    sitesNone: "未停用任何網站。",
    siteLabel: "新增網站",
    siteAdd: "新增",
    siteWrong: "「{site}」不是網址。請輸入 www.example.cn 這樣的主機名稱，或貼上該網站任一網頁的網址。",
    siteThere: "{site} 已在清單中。",
    siteFiles: "本機檔案（file:）",
    siteRemove: (site) => `在 ${site} 重新啟用`,
    siteOff: "已在 {site} 停用。",
    siteOn: "已在 {site} 重新啟用。",
    remove: "移除",

    muted: "不標註的提法",
    mutedHint: "仍可搜尋到。在釋義卡片上選「不再標註」的提法列在這裡。",
    mutedNone: "目前沒有。",
    mutedUnknown: "詞庫未收錄",
    unmute: "恢復標註",
    unmuteLabel: (headword) => `恢復標註「${headword}」`,
    unmuted: "已恢復標註「{headword}」。",

    keys: "快速鍵",
    keysHint: "快速鍵由瀏覽器儲存，可在瀏覽器中變更。",
    keysNone: "未設定",
    openPopup: "開啟工具列視窗",
    keysChange: "變更快速鍵",
    keysHow:
      "如果沒有開啟：在 Chrome、Edge 或 Brave 中，請前往 chrome://extensions/shortcuts；在 Firefox 中，請前往 about:addons，點選齒輪圖示，選「管理擴充套件快速鍵」。",
    command: "功能",
    shortcut: "按鍵",

    data: "我的資料",
    dataHint: "所有資料只儲存在這部電腦的瀏覽器裡。可用備份轉移到另一部。",
    kept: (saved, lookUps) => `已收藏${number(saved)}條，查詢紀錄${number(lookUps)}條`,
    onDisk: (bytes) => `在本機佔用${size(bytes)}`,
    backup: "儲存備份",
    backupHint: "一個檔案，包含設定、收藏的詞條及筆記、查詢紀錄。檔案未加密。",
    backupMade: "備份已存為 {file}，在瀏覽器的下載項目中。",
    restore: "還原備份",
    restoreHint: "以檔案內容取代現有的全部內容。可以復原。",
    restored: (saved, lookUps, leftOut) => {
      const restored = `已還原：設定、收藏${number(saved)}條、查詢紀錄${number(lookUps)}條。`;
      if (leftOut === 0) return restored;
      return `${restored}查詢紀錄最多保留${number(lookUps)}條，檔案中最早的${number(leftOut)}條未還原。`;
    },
    reset: "還原預設設定",
    resetHint: "除介面語言外，本頁所有設定還原為預設值，包括停用的網站和不標註的提法。收藏和查詢紀錄保留。",
    resetDone: "設定已還原為預設值。",
  },
});
