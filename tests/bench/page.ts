/**
 * The page part of `npm run bench`: what Tifa costs a page, in a real Chromium with the built extension, against the same page
 * without any extension and against mark.js with one RegExp of all spellings.
 *
 * Times are read from the browser's own trace of the page's main thread, so that nothing has to be added to what is measured.
 */
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { setTimeout } from "node:timers/promises";
import type { BrowserContext, CDPSession, Page } from "playwright-core";
import { backgroundOf, openChromium } from "../../src/cli/browsers.ts";
import { buildExtension, folderOf } from "../../src/cli/build.ts";
import { table } from "../../src/cli/table.ts";
import { chinesePage, englishPage } from "./texts.ts";

const ROUNDS = Number(process.env["TIFA_ROUNDS"] ?? 3);
const FRAMES = 120;
const MUTATIONS = 1000;

/** Milliseconds in which nothing more is expected to happen. */
const QUIET = 1500;

/** What is read of the browser's trace; times in microseconds. */
interface TraceEvent {
  /** The script, once it is known. */
  url?: string | undefined;
  name: string;
  ph: string;
  ts: number;
  dur?: number;
  pid: number;
  tid: number;
  args?: { data?: { url?: string; frame?: string; isOutermostMainFrame?: boolean }; name?: string };
}

/** What one way of reading a page costs it. Times in milliseconds, heap in megabytes. */
interface Cost {
  /** From the beginning of the work to the frame that shows the first marks. */
  firstMarks: number;
  script: number;
  longestTask: number;
  /** Of the main thread, while a fixed box changes in each frame. */
  frame: number;
  /** Script and layout after the page changed itself. */
  mutations: number;
  heap: number;
}

type Way = "no extension" | "Tifa" | "mark.js";

/** Says when the first marks have been drawn, and makes the changes. */
const PAGE_SCRIPT = `
  const drawn = (name) => requestAnimationFrame(() => { const { port1, port2 } = new MessageChannel(); port1.onmessage = () => performance.mark(name); port2.postMessage(0); });
  const waiting = setInterval(() => {
    if (!window.CSS.highlights.size) return;
    clearInterval(waiting);
    performance.mark("tifa seen");
  }, 1);
  window.runMark = (source) => {
    clearInterval(waiting);
    performance.mark("mark begin");
    new Mark(document.body).markRegExp(new RegExp(source, "g"));
    performance.mark("mark end");
    drawn("mark drawn");
  };
  window.runFrames = (count) => new Promise((resolve) => {
    const box = document.body.appendChild(Object.assign(document.createElement("div"), { style: "position: fixed; top: 0; right: 0; width: 80px; height: 80px" }));
    const next = () => {
      box.style.background = "rgb(" + (count % 256) + " 0 0)";
      if (count-- > 0) requestAnimationFrame(next);
      else { box.remove(); resolve(); }
    };
    requestAnimationFrame(next);
  });
  window.runMutations = (count) => {
    const paragraphs = [...document.querySelectorAll("p")];
    const main = document.querySelector("main");
    for (let i = 0; i < count; i++) {
      const paragraph = paragraphs[(i * 7919) % paragraphs.length];
      if (i % 4 === 0) (paragraph.firstChild.firstChild ?? paragraph.firstChild).data = "改过的第" + i + "段，讲四个意识和一些平常的话。";
      else if (i % 4 === 1) main.append(Object.assign(document.createElement("p"), { textContent: "后来的第" + i + "段，讲两个维护和一些平常的话。" }));
      else if (i % 4 === 2) paragraph.remove();
      else main.insertBefore(Object.assign(document.createElement("p"), { textContent: "插进来的第" + i + "段。" }), main.children[i]);
    }
  };
`;

/** The pages, and mark.js, on this machine. */
async function serve(pages: Record<string, string>): Promise<{ address: string; close: () => void }> {
  const server = createServer((request, response) => {
    const body = pages[request.url ?? ""];
    response.writeHead(body === undefined ? 404 : 200, {
      "content-type": request.url?.endsWith(".js") ? "text/javascript; charset=utf-8" : "text/html; charset=utf-8",
    });
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Records the trace of the page while `act` is done. */
async function traced(devtools: CDPSession, act: () => Promise<void>): Promise<TraceEvent[]> {
  const events: TraceEvent[] = [];
  devtools.on("Tracing.dataCollected", ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  await devtools.send("Tracing.start", {
    transferMode: "ReportEvents",
    traceConfig: { includedCategories: ["devtools.timeline", "blink.user_timing", "toplevel", "v8.execute", "v8"] },
  });
  await act();
  const complete = new Promise((resolve) => devtools.once("Tracing.tracingComplete", resolve));
  await devtools.send("Tracing.end");
  await complete;
  return events;
}

/** The tasks of the page's main thread, and the scripts in them, in the order in which they began. */
function mainThread(events: readonly TraceEvent[]): {
  tasks: TraceEvent[];
  scripts: TraceEvent[];
  paints: TraceEvent[];
} {
  const named = events.find(({ name, args }) => name === "thread_name" && args?.name === "CrRendererMain");
  const marks = events.find(({ name }) => /^(tifa seen|mark begin|page opened)$/.test(name));
  const { pid, tid } = marks ?? named ?? { pid: 0, tid: 0 };
  const own = events.filter((event) => event.pid === pid && event.tid === tid && event.ph === "X");
  own.sort((a, b) => a.ts - b.ts);
  const scripts: TraceEvent[] = [];
  for (const event of own) {
    if (!SCRIPTS.has(event.name)) continue;
    const last = scripts.at(-1);
    // What is called from a script is part of it, and says whose it is where a timer or an idle callback does not.
    if (!last || event.ts >= last.ts + (last.dur ?? 0)) scripts.push({ ...event, url: urlOf(event) });
    else last.url ??= urlOf(event);
  }
  return {
    tasks: own.filter(({ name }) => name === "RunTask" || name.endsWith("::RunTask")),
    scripts,
    paints: own.filter(({ name }) => name === "Paint"),
  };
}

/** When the frame was done in whose callback Tifa set the first marks: the page sees them a little later. */
function tifaDrawn({ tasks, scripts, paints }: ReturnType<typeof mainThread>, seen: number): number | undefined {
  const setting = scripts.findLast(
    (script) => script.name === "FireAnimationFrame" && isOwn(script) && script.ts < seen,
  );
  const paint = setting && paints.find(({ ts }) => ts > setting.ts);
  const task = paint && tasks.find((candidate) => isIn(candidate, paint));
  return task === undefined ? undefined : task.ts + (task.dur ?? 0);
}

const isIn = (task: TraceEvent, { ts }: TraceEvent): boolean => ts >= task.ts && ts < task.ts + (task.dur ?? 0);

const SCRIPTS = new Set([
  "EvaluateScript",
  "v8.run",
  "FunctionCall",
  "TimerFire",
  "FireIdleCallback",
  "FireAnimationFrame",
  "RunMicrotasks",
  "v8.callFunction",
]);

const at = (events: readonly TraceEvent[], name: string): number | undefined =>
  events.find((event) => event.name === name && event.ph !== "X")?.ts;

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

const urlOf = ({ args }: TraceEvent): string | undefined => args?.data?.url || undefined;

const isOwn = ({ url }: TraceEvent): boolean => url?.startsWith("chrome-extension://") ?? false;

async function metrics(devtools: CDPSession): Promise<Record<string, number>> {
  const { metrics: list } = await devtools.send("Performance.getMetrics");
  return Object.fromEntries(list.map(({ name, value }) => [name, value]));
}

/** Milliseconds of the main thread that `act` and what follows it take. */
async function spent(devtools: CDPSession, act: () => Promise<unknown>, of: string, quiet = 0): Promise<number> {
  const before = await metrics(devtools);
  await act();
  await setTimeout(quiet);
  const after = await metrics(devtools);
  return (after[of]! - before[of]!) * 1000;
}

async function open(context: BrowserContext): Promise<{ page: Page; devtools: CDPSession }> {
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send("Performance.enable");
  return { page, devtools };
}

async function costOf(context: BrowserContext, address: string, way: Way, spellings: string): Promise<Cost> {
  const { page, devtools } = await open(context);
  const events = await traced(devtools, async () => {
    await page.goto(address);
    await page.evaluate("performance.mark('page opened')");
    if (way === "mark.js") {
      await setTimeout(QUIET);
      await page.evaluate(
        (source) => (globalThis as unknown as { runMark: (s: string) => void }).runMark(source),
        spellings,
      );
    }
    await setTimeout(2 * QUIET);
  });
  const main = mainThread(events);
  const { tasks, scripts } = main;
  const begun =
    way === "Tifa"
      ? scripts.find(({ url }) => url?.endsWith("/engine.js"))?.ts
      : way === "mark.js"
        ? at(events, "mark begin")
        : undefined;
  const seen = at(events, "tifa seen");
  const drawn = way === "Tifa" ? seen && tifaDrawn(main, seen) : at(events, "mark drawn");
  if (way !== "no extension" && (begun === undefined || drawn === undefined)) {
    throw new Error(`${way} has marked nothing on ${address}.`);
  }
  const own = scripts.filter((event) =>
    way === "Tifa" ? isOwn(event) : begun !== undefined && event.ts >= begun - 1000,
  );
  // What Tifa makes the browser do counts too: to compute styles anew, for one.
  const from = begun ?? at(events, "page opened")!;
  const longest = tasks.filter(({ ts }) => ts >= from - 1000);
  if (process.env["TIFA_TRACE"] !== undefined && way === "Tifa") explain(events, begun!, drawn!);

  const frames = await spent(devtools, () => page.evaluate(`runFrames(${FRAMES})`), "TaskDuration");
  const mutations = await spent(
    devtools,
    () => page.evaluate(`runMutations(${MUTATIONS})`),
    "ScriptDuration",
    2 * QUIET,
  );
  await devtools.send("HeapProfiler.collectGarbage");
  const heap = (await metrics(devtools))["JSHeapUsedSize"]!;
  await page.close();
  return {
    firstMarks: begun === undefined ? 0 : (drawn! - begun) / 1000,
    script: sum(own.map(({ dur = 0 }) => dur)) / 1000,
    longestTask: Math.max(0, ...longest.map(({ dur = 0 }) => dur)) / 1000,
    frame: frames / FRAMES,
    mutations,
    heap: heap / 1e6,
  };
}

/** `TIFA_TRACE=1`: the tasks of two milliseconds and more from `begun` to `end`, then the longest with Tifa in them. */
function explain(events: readonly TraceEvent[], begun: number, end: number): void {
  const { tasks, scripts } = mainThread(events);
  const { pid, tid } = tasks[0]!;
  const ms = (time: number): string => (time / 1000).toFixed(1);
  const tell = (task: TraceEvent): void => {
    const parts = events
      .filter(
        (event) => event.pid === pid && event.tid === tid && event.ph === "X" && event !== task && isIn(task, event),
      )
      .filter(({ dur = 0 }) => dur >= 500)
      .map(
        ({ name, dur = 0, args }) =>
          `${name} ${ms(dur)} ${
            urlOf({ args } as TraceEvent)
              ?.split("/")
              .at(-1) ?? ""
          }`,
      );
    process.stderr.write(`  ${ms(task.dur ?? 0)} ms at ${ms(task.ts - begun)}: ${parts.slice(0, 8).join(", ")}\n`);
  };
  process.stderr.write("from the beginning to the first marks:\n");
  for (const task of tasks) if (task.ts >= begun - 3000 && task.ts < end && (task.dur ?? 0) >= 2000) tell(task);
  const own = tasks.filter((task) => scripts.some((script) => isOwn(script) && isIn(task, script)));
  process.stderr.write("the longest with Tifa in them:\n");
  for (const task of own.toSorted((x, y) => (y.dur ?? 0) - (x.dur ?? 0)).slice(0, 6)) tell(task);
}

/** What the gate costs a page in English, and the messages that reach the background. */
async function gateCost(context: BrowserContext, address: string): Promise<{ script: number; messages: number }> {
  const worker = await backgroundOf(context);
  await worker.evaluate(() => {
    const world = globalThis as unknown as {
      heard?: number;
      chrome: { runtime: { onMessage: { addListener: (take: () => void) => void } } };
    };
    if (world.heard === undefined) world.chrome.runtime.onMessage.addListener(() => void world.heard!++);
    world.heard = 0;
  });
  const { page, devtools } = await open(context);
  const events = await traced(devtools, async () => {
    await page.goto(address);
    await page.evaluate("performance.mark('page opened')");
    await setTimeout(3 * QUIET);
  });
  await page.close();
  const own = mainThread(events).scripts.filter(isOwn);
  if (process.env["TIFA_TRACE"] !== undefined) explain(events, own[0]?.ts ?? 0, own.at(-1)?.ts ?? 0);
  if (own.length === 0) throw new Error("The gate has not run.");
  const messages = await worker.evaluate(() => (globalThis as unknown as { heard: number }).heard);
  return { script: sum(own.map(({ dur = 0 }) => dur)) / 1000, messages };
}

const median = (numbers: readonly number[]): number => numbers.toSorted((a, b) => a - b)[numbers.length >> 1]!;

/** Measures everything and says it. `spellings` are all that the glossary's terms are written as. */
export async function benchPages(spellings: readonly string[]): Promise<string> {
  await buildExtension("chrome");
  const chinese = chinesePage();
  const markScript = readFileSync(createRequire(import.meta.url).resolve("mark.js/dist/mark.min.js"), "utf8");
  const web = await serve({
    "/chinese": chinese.html(`<script src="/mark.js"></script><script>${PAGE_SCRIPT}</script>`),
    "/english": englishPage(),
    "/mark.js": markScript,
  });
  const source = spellings
    .toSorted((a, b) => b.length - a.length)
    .map((form) => form.replace(/[$()*+.?[\\\]^{|}]/g, "\\$&"))
    .join("|");
  const withTifa = await openChromium({ extension: folderOf("chrome"), headless: true });
  const without = await openChromium({ headless: true });
  try {
    await backgroundOf(withTifa);
    const costs: Record<Way, Cost[]> = { "no extension": [], Tifa: [], "mark.js": [] };
    const gates: Awaited<ReturnType<typeof gateCost>>[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      costs["no extension"].push(await costOf(without, `${web.address}/chinese`, "no extension", source));
      costs.Tifa.push(await costOf(withTifa, `${web.address}/chinese`, "Tifa", source));
      costs["mark.js"].push(await costOf(without, `${web.address}/chinese`, "mark.js", source));
      gates.push(await gateCost(withTifa, `${web.address}/english`));
    }
    return report(chinese, costs, gates);
  } finally {
    await withTifa.close();
    await without.close();
    web.close();
  }
}

function report(
  { characters, paragraphs, findings }: ReturnType<typeof chinesePage>,
  costs: Record<Way, Cost[]>,
  gates: readonly { script: number; messages: number }[],
): string {
  const of = (way: Way, what: keyof Cost): number => median(costs[way].map((cost) => cost[what]));
  const rows = (
    [
      ["first marks drawn, ms", "firstMarks", "≤ 100, ≥ 5 × faster"],
      ["script in all, ms", "script", ""],
      ["longest task, ms", "longestTask", "≤ 50"],
      ["a frame, ms of the main thread", "frame", "≤ 1 more"],
      [`script after ${MUTATIONS} changes, ms`, "mutations", "≤ 20 more"],
      ["heap, MB", "heap", ""],
    ] as const
  ).map(([name, what, target]) => {
    const [none, tifa, mark] = [of("no extension", what), of("Tifa", what), of("mark.js", what)];
    return [name, none.toFixed(1), tifa.toFixed(1), mark.toFixed(1), `${(mark / tifa).toFixed(1)} ×`, target];
  });
  const gate = median(gates.map(({ script }) => script));
  const messages = sum(gates.map((one) => one.messages));
  return (
    `A page of ${characters.toLocaleString("en")} characters in ${paragraphs.toLocaleString("en")} paragraphs with ` +
    `${findings.toLocaleString("en")} findings, in Chromium; medians of ${ROUNDS} rounds:\n\n` +
    `${table(["what", "no extension", "Tifa", "mark.js", "mark.js : Tifa", "target"], rows)}\n\n` +
    `A page of 1 MB in English: the gate takes ${gate.toFixed(2)} ms of script (target ≤ 1) and sends ${messages} messages.\n`
  );
}
