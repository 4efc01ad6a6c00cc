/** What the matching part measures, as the extension has it: bundled into one file, and the names in it shortened. */
export { read } from "../../src/detect/detect.ts";
export { loadLexicon } from "../../src/lexicon/lexicon.ts";
export { matchLongest } from "../../src/lexicon/match.ts";
