import { defineContentScript } from "wxt/utils/define-content-script";
import { watchForChinese } from "../src/page/gate.ts";
import { wake } from "../src/platform/wake.ts";

export default defineContentScript({
  matches: ["<all_urls>"],
  allFrames: true,
  matchOriginAsFallback: true,
  runAt: "document_idle",
  main: () => watchForChinese(document, wake),
});
