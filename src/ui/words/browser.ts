/** What a browser calls things of its own, in Chinese: a reader knows them by its words. */

/** It is known when the extension is built. */
const inFirefox = import.meta.env["BROWSER"] === "firefox";

/** A window that leaves no history. */
export const privateWindow = {
  "zh-Hans": inFirefox ? "隐私窗口" : "无痕窗口",
  "zh-Hant": inFirefox ? "隱私視窗" : "無痕式視窗",
};

/** What can be added to a browser; 扩展 in simplified script, in both. */
export const extension = { "zh-Hant": inFirefox ? "擴充套件" : "擴充功能" };
