/**
 * After any sequence of changes the findings are those of a fresh scan: random sequences, in real browsers.
 *
 * `TIFA_SEQUENCES` is how many (30), `TIFA_SEED` where the randomness starts: `TIFA_SEQUENCES=2000 TIFA_SEED=7 npx vitest …`.
 */
import { join } from "node:path";
import { asyncProperty, assert, array, constant, constantFrom, nat, oneof, record, type Arbitrary } from "fast-check";
import { build } from "vite";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openLibrary } from "../../src/cli/library.ts";
import { compileForDetection } from "../../src/detect/compile.ts";
import { toBase64 } from "../../src/platform/base64.ts";
import type { Change, Found } from "./changes/in-page.ts";
import { inEach } from "./browsers.ts";
import type { Driver, Tab } from "./driver.ts";
import { openWeb, type Web } from "./web.ts";

const SEQUENCES = Number(process.env["TIFA_SEQUENCES"] ?? 30);
const SEED = Number(process.env["TIFA_SEED"] ?? 20261125);

const STAGE = `
  <p>干部要增强“四个意识”，做到两个<b>维</b>护。</p>
  <div>学习<ruby>四<rt>sì</rt>个<rt>gè</rt>自信</ruby>，<span>推动<i>高质量</i>发展</span>。<section>乡村振兴</section>两个</div>
  <ul><li>第一议题</li><li>三会一课</li></ul>
  <x-host>一岗双责</x-host>
  <code>四个意识</code>`;

const TEXTS = [
  "四个",
  "意识",
  "两个维护",
  "，要坚定“四个自信”。",
  "乡村振兴",
  " ",
  "\n",
  "高质量发展",
  "守住红线、底线",
  "これは日本語の",
  "维护",
  "",
];
const HTML = [
  ...TEXTS,
  "<p>四个意识</p>",
  "<p>要坚定四个自信，切实做到两个维护，进一步坚持，全面加强，着力推进，扎实落实，始终带头。</p>",
  "<p>清晨的集市还没有完全醒来，卖豆腐的老人已经把木板一块块摆好。河边的柳树垂着细枝，风一吹就轻轻碰着水面。</p>",
  "<p>高质量<b>发展</b></p>\n<p>乡村</p>",
  "<span>意识</span>",
  "<span>两个<div>维护</div>确立</span>",
  "<li>三会一课</li>",
  "<br>",
  "<img>",
  "<!-- 四个意识 -->",
  "<script type='text/plain'>四个意识</script>",
  "<textarea>四个意识</textarea>",
  "<x-host><p>一岗双责</p>三会一课</x-host>",
  "<ruby>两<rt>liǎng</rt>个维护</ruby>",
  "<div contenteditable>乡村振兴</div>",
  "<span lang='ja'>四个意识</span>",
  "<table><tr><td>四个</td><td>意识</td></tr></table>",
  "<details><summary>四个意识</summary>两个维护</details>",
];
const SHADOWS = [
  "<p>影子里的四个意识</p><slot></slot>",
  "两个维护",
  "<style>:host { display: block }</style><slot></slot>",
  "<x-host>乡村振兴</x-host>",
];

const at = nat(1000);
const CHANGE: Arbitrary<Change> = oneof<Arbitrary<Change>[]>(
  record({ do: constant("text"), at, text: constantFrom(...TEXTS) }),
  record({
    do: constant("html"),
    at,
    where: constantFrom("beforebegin", "afterbegin", "beforeend", "afterend"),
    html: constantFrom(...HTML),
  }),
  record({ do: constant("fill"), at, html: constantFrom(...HTML) }),
  record({ do: constant("remove"), at }),
  record({ do: constant("move"), at, to: nat(1000), before: nat(10) }),
  record({ do: constant("wrap"), at, tag: constantFrom("b", "p", "div", "code", "rt", "x-host") }),
  record({ do: constant("unwrap"), at }),
  record({ do: constant("data"), at, text: constantFrom(...TEXTS) }),
  record({ do: constant("split"), at, offset: nat(20) }),
  record({ do: constant("normalize"), at }),
  record({
    do: constant("class"),
    at,
    name: constantFrom("hide", "block", "inline", "contents", "children", "unseen"),
  }),
  record({ do: constant("attribute"), at, name: constant("hidden"), value: constantFrom("", null) }),
  record({
    do: constant("attribute"),
    at,
    name: constant("contenteditable"),
    value: constantFrom("true", "false", null),
  }),
  record({ do: constant("attribute"), at, name: constant("role"), value: constantFrom("textbox", "note", null) }),
  record({ do: constant("attribute"), at, name: constant("lang"), value: constantFrom("ja", "zh", null) }),
  record({
    do: constant("attribute"),
    at,
    name: constant("style"),
    value: constantFrom("display: none", "display: inline", "display: block", "color: red", null),
  }),
  record({ do: constant("shadow"), at, html: constantFrom(...SHADOWS) }),
  record({ do: constant("adopt"), at, to: nat(1000), stays: constantFrom(true, false) }),
  record({ do: constant("sheet"), text: constantFrom("b { display: block }", "p, li { display: inline }", null) }),
  record({ do: constant("write"), mode: constantFrom("on", "off", "off", "off") }),
  record({ do: constant("wait"), time: constantFrom(0, 1, 30) }),
);

/** The code that runs in the page. */
async function bundle(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: "silent",
    build: {
      write: false,
      target: "es2023",
      lib: { entry: join(import.meta.dirname, "changes/in-page.ts"), formats: ["iife"], name: "changes" },
    },
  });
  return (built as unknown as { output: { code: string }[] }[])[0]!.output[0]!.code;
}

let code: string;
let lexicon: string;
beforeAll(async () => {
  code = await bundle();
  lexicon = toBase64(compileForDetection(openLibrary().library.glossary.terms));
});

inEach((_, drive) => {
  let web: Web;
  let driver: Driver;
  let tab: Tab;

  beforeAll(async () => {
    web = await openWeb();
    driver = await drive(web.proxy);
    tab = await driver.open("changes.html");
    await tab.evaluate(`${code}; harness.load(${JSON.stringify(lexicon)})`);
  });
  afterAll(async () => {
    await driver?.close();
    await web?.close();
  });

  const outcome = async (changes: readonly Change[]): Promise<{ followed: Found[]; fresh: Found[]; page: string }> => {
    const steps = changes.map((change) => `await harness.apply(${JSON.stringify(change)});`).join("\n");
    const answer = await tab.evaluate<string>(
      `(async () => { await harness.reset(${JSON.stringify(STAGE)}); ${steps} return JSON.stringify(await harness.compare()); })()`,
    );
    return JSON.parse(answer) as Awaited<ReturnType<typeof outcome>>;
  };

  test("the page is read before anything changes", async () => {
    const { followed, fresh } = await outcome([]);
    expect(followed.map((one) => one.split(" ")[0])).toEqual(
      "四个意识 两个维护 四个自信 高质量发展 乡村振兴 第一议题 三会一课 一岗双责".split(" "),
    );
    expect(fresh).toEqual(followed);
  });

  test(
    "what was followed is what a fresh scan finds",
    async () => {
      await assert(
        asyncProperty(array(CHANGE, { minLength: 3, maxLength: 16 }), async (changes) => {
          const { followed, fresh, page } = await outcome(changes);
          expect({ found: followed, errors: driver.errors() }, page).toEqual({ found: fresh, errors: [] });
        }),
        {
          seed: SEED,
          numRuns: SEQUENCES,
          endOnFailure: false,
        },
      );
    },
    100 * SEQUENCES + 60_000,
  );
});
