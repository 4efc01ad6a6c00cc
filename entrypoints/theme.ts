import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { wearLastTheme } from "../src/platform/theme.ts";

// In the head of every page of the extension's own, not as a module: those wait until the page is painted.
export default defineUnlistedScript(wearLastTheme);
