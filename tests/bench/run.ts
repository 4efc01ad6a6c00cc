/** `npm run bench`: every part of the measurements, or those that are named: `npm run bench -- matching page`. */
import { keptSum } from "./ratios.ts";

/** Each gives its tables. Loaded only when it is run, for some bring a browser along. */
const PARTS: Readonly<Record<string, () => Promise<string>>> = {
  matching: async () => (await import("./matching.ts")).benchMatching(),
  page: async () => (await import("./page.ts")).benchPages((await import("./matching.ts")).shippedSpellings()),
  desk: async () => (await import("./desk.ts")).benchDesk(),
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !Object.hasOwn(PARTS, name));
if (unknown.length > 0) {
  process.stderr.write(`There is no part ${unknown.join(", ")}; there are ${Object.keys(PARTS).join(", ")}.\n`);
  process.exit(2);
}
for (const name of asked.length > 0 ? asked : Object.keys(PARTS)) process.stdout.write(`${await PARTS[name]!()}\n\n`);
if (Number.isNaN(keptSum())) throw new Error("Nothing was measured.");
