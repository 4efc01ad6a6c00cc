/** The texts that are measured on, the same in every run. */
import { openLibrary } from "../../src/cli/library.ts";
import { detect } from "../../src/detect/detect.ts";

const LENGTH = 1_000_000;
const PARAGRAPH = 100;
/** Two for each paragraph of the page. */
const FINDINGS = (2 * LENGTH) / PARAGRAPH;

/** Ordinary prose, in which next to nothing is found. */
export const SPARSE =
  "清晨的集市还没有完全醒来，卖豆腐的老人已经把木板一块块摆好。河边的柳树垂着细枝，风一吹就轻轻碰着水面。孩子们背着书包从桥上跑过，" +
  "书页在包里哗啦作响。面馆的老板掀开锅盖，白气一下子涌到街上，他用长筷子搅了搅，抬头问客人要不要加一个鸡蛋。隔壁裁缝铺里的缝纫机又响起来了，" +
  "一件蓝布衫的袖子已经缝好，搭在椅背上晾着。";

/** `text` over and over, up to `length`. */
export const repeated = (text: string, length: number): string =>
  text.repeat(Math.ceil(length / text.length)).slice(0, length);

const WORDS = (
  "the of and to in a is that for it as was with be by on not he his but at are this have from or had an they which one you were all her she " +
  "there would their we him been has when who will no more if out so up said what its about than into them can only other time new some could " +
  "these two may first then do any like my now over such our man me even most made after also did many off before must well back through years"
).split(" ");

/** A page of paragraphs, two findings in each on average: as many of the speeches as that takes, and ordinary prose. */
export function chinesePage(): {
  characters: number;
  paragraphs: number;
  findings: number;
  html: (head: string) => string;
} {
  const { library, lexicon } = openLibrary();
  const dense = library.speeches.map(({ text }) => text.replaceAll(/\s+/g, "")).join("");
  const sparse = repeated(SPARSE, dense.length);
  const paragraphs: string[] = [];
  let findings = 0;
  const counts = new Map<string, number>();
  const countIn = (text: string): number => {
    if (!counts.has(text)) counts.set(text, detect(lexicon, text).length);
    return counts.get(text)!;
  };
  for (let i = 0; i < LENGTH / PARAGRAPH; i++) {
    const isBehind = findings < (i + 1) * (FINDINGS / (LENGTH / PARAGRAPH));
    const from = isBehind ? dense : sparse;
    const start = (i * PARAGRAPH) % (from.length - PARAGRAPH);
    const text = from.slice(start, start + PARAGRAPH);
    findings += countIn(text);
    paragraphs.push(text);
  }
  const body = paragraphs.map((text) => `<p>${text.slice(0, 60)}<b>${text.slice(60, 62)}</b>${text.slice(62)}</p>`);
  return {
    characters: LENGTH,
    paragraphs: paragraphs.length,
    findings,
    html: (head) =>
      `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>1,000,000</title>${head}<body><main>\n${body.join("\n")}\n</main>`,
  };
}

/** A megabyte of English prose with links, emphasis and typographer's quotes. */
export function englishPage(): string {
  let seed = 1;
  const word = (): string => WORDS[(seed = (seed * 16807) % 2147483647) % WORDS.length]!;
  const paragraphs: string[] = [];
  for (let length = 0; length < LENGTH; length += paragraphs.at(-1)!.length) {
    const text = Array.from({ length: 100 }, word).join(" ");
    paragraphs.push(
      `<p>${text}. It’s “${word()}” — <a href="#${word()}">${word()} ${word()}</a> and <em>${word()}</em>.</p>`,
    );
  }
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>1 MB</title><body><main>\n${paragraphs.join("\n")}\n</main>`;
}
