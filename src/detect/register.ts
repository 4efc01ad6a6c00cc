/**
 * The political register: how much a passage is written in it, and why.
 *
 * Evidence. Some things stand far more often in political language than elsewhere: glossary terms, numeral formulations, frames, and
 * what is never marked itself but gives the register away, its verbs (进一步, 切实), its enumerations (一是…二是…), its triads (parts that
 * share their first or last character: 讲政治纪律、讲工作纪律、讲生活纪律) and its runs of four-character clauses. `tifa eval` counts them.
 * Per 10,000 Han of fourteen reports on the work of the government, 1954 to 2025 (240,000 Han), and of encyclopedia prose (470,000):
 *
 *                                          political  ordinary  ln(p / o)  weight
 *     terms marked anywhere, essential          48.6      0.72        4.2     2.1
 *                            regular            90.8      0.63        5.0     2.2
 *                            background         14.4      0.13        4.7     2.0
 *     terms marked in context                  159         9.40        2.8     1.3
 *     numeral formulations                       0.42     0.04        2.4     2.0   (larger texts: 6.6 to 0.16, 3.7)
 *     frames                                     1.00     0        no figure   1.4   (larger texts: 3.6 to 0.21, 2.8)
 *     verbs of the register                    294        4.59        4.2     2.1
 *     enumerations                               9.5      0.55        2.9     1.4
 *     triads                                     4.9      6.7        –0.3     0.3   (larger texts: 5.6 to 2.3, 0.9)
 *     runs of four-character clauses             2.7      1.7         0.5     0.3
 *
 * A passage of H Han with n₁, n₂ … of them is so much likelier political than ordinary, as a logarithm, if each comes by chance at its
 * rate and none draws another (naive Bayes over Poisson counts, as in Manning, Raghavan and Schütze, Introduction to Information
 * Retrieval, ch. 13):
 *
 *     Σ nᵢ · ln(pᵢ / oᵢ)  −  H · Σ (pᵢ − oᵢ) / 10,000
 *
 * But they do draw one another: verbs come with terms. So everything is halved, which gives the weights, and for the second sum
 * EMPTY_HAN: what each character takes away that is no part of any evidence. By it a word with an everyday life (抓手, 红线) needs more
 * beside it in a long passage than in a short one. The weights of terms are those of a glossary half as large: more terms draw one
 * another more. With what the table gives now (2.5, 2.3, 1.4, and 0.03 for EMPTY_HAN) the reports have 0.2 % fewer findings, the press
 * 2 %, and the encyclopedia 100 instead of 103.
 *
 * Passages are sentences. A sentence is short, and its neighbours speak for it too: the next one with half its evidence, the one
 * after that with half of that, and across the end of a paragraph with a quarter. The sum has to be at least POLITICAL. At 3 the
 * encyclopedia has some two findings in 10,000 Han, nearly all of them in the lives of officials; 2.5 brings a seventh more of them,
 * and 4 loses 0.6 % of the findings in reports that are read by the paragraph.
 */
import { CATEGORIES, type Category } from "../lexicon/term.ts";

/** What is counted of a text. */
export const GROUPS = [
  "essential",
  "regular",
  "background",
  "context",
  "numeral",
  "frame",
  "verb",
  "order",
  "triad",
  "run",
] as const;
export type Group = (typeof GROUPS)[number];

/** Half of ln(political / ordinary), as in the table above. */
export const WEIGHT: Readonly<Record<Group, number>> = {
  essential: 2.1,
  regular: 2.2,
  background: 2,
  context: 1.3,
  numeral: 2,
  frame: 1.4,
  verb: 2.1,
  order: 1.4,
  triad: 0.3,
  run: 0.3,
};

const EMPTY_HAN = 0.024;
export const POLITICAL = 3;

/**
 * Enough for what tells of itself that it may be a formulation: a series of numerals that the glossary lacks (“五清三亮”, but not “四柱三间”
 * of a temple gate), or one with a measure word (“六大攻坚”, but not “四大恶人”), and words with an everyday life that quotation marks name
 * (“十四五”, “小巨人”). In 1.4 million Han of reports, speeches and the press the latter bring 55 findings more, in 3.4 million of ordinary
 * prose and law one, and none of them is wrong.
 */
export const PLAUSIBLE = 1.5;

/**
 * Enough for counted ones (“六个到位”), whose shape says more: with nothing beside it one may stand in a sentence of fifty Han, but not in a
 * longer one about something else (“三个黑点” of a hunter's tale).
 */
export const SHAPED = 0.75;

/**
 * A text that is political as a whole: how far its evidence is above EMPTY_HAN, in 1,000 Han and in all, for a short text tells less. In
 * one the words with an everyday life need no more than PLAUSIBLE. Of passages of thirty paragraphs such are 63 of 67 of the reports, and
 * none of the encyclopedia, one of 1,800 of everyday texts, none of 1,280 of books, novels to economics.
 */
const WHOLLY = 20;
const WHOLLY_SUM = 6;

/** How much of the evidence of the next sentence counts: in the same paragraph, and across its end. */
const NEXT_SENTENCE = 0.5;
const NEXT_PARAGRAPH = 0.25;

/**
 * Verbs and adverbs of the register, which are never marked. The last ten are those of the reports: 38 in 10,000 Han of theirs and 0.3
 * of ordinary prose. Such as programmers need too (优化, 拓展, 有序) are left out.
 */
export const REGISTER_VERBS: readonly string[] =
  "进一步 切实 扎实 着力 坚持 深入 全面 加强 推进 贯彻 落实 强化 深化 健全 完善 推动 提升 增强 确保 狠抓 大力 带头 自觉 牢牢 始终 统筹 巩固 构建 夯实 聚焦 压实 严格 加快 促进 培育 整治 壮大 提质 增效 稳步 抓好 办好 防范 化解".split(
    " ",
  );

/** The beginnings of an enumeration; they stand at the beginning of a clause. */
export const ORDERS: readonly string[] = [..."一二三四五六七八九"].map((number) => `${number}是`);

/** What is noted of a text's sentences, in order; grows as it needs. */
export class Sentences {
  count = 0;
  private evidence = new Float64Array(64);
  /** Length << 1 | whether a paragraph begins with it. */
  private lengths = new Int32Array(64);
  private sums = new Float64Array(64);

  /**
   * @param evidence sum of the weights of what was found in it
   * @param length in UTF-16 code units, nearly all of which are Han
   * @param opens whether a paragraph begins with it
   */
  add(evidence: number, length: number, opens: boolean): void {
    if (this.count === this.evidence.length) {
      this.evidence = grown(this.evidence, new Float64Array(2 * this.count));
      this.lengths = grown(this.lengths, new Int32Array(2 * this.count));
    }
    this.evidence[this.count] = evidence;
    this.lengths[this.count++] = (length << 1) | (opens ? 1 : 0);
  }

  clear(): void {
    this.count = 0;
  }

  /**
   * For each sentence its evidence and its neighbours', to be held against POLITICAL or PLAUSIBLE: as many places of the array as there
   * are sentences. It is only lent.
   */
  around(): Float64Array {
    const { count, evidence, lengths } = this;
    if (this.sums.length < evidence.length) this.sums = new Float64Array(evidence.length);
    const { sums } = this;
    for (let i = 0; i < count; i++) sums[i] = evidence[i]! - EMPTY_HAN * (lengths[i]! >> 1);
    let carried = 0;
    let own = 0;
    for (let i = 0; i < count; i++) {
      carried = (carried + own) * ((lengths[i]! & 1) === 1 ? NEXT_PARAGRAPH : NEXT_SENTENCE);
      own = sums[i]!;
      // What comes from before is put where the evidence was, and is added when it no longer counts as a sentence's own.
      evidence[i] = carried;
    }
    carried = own = 0;
    for (let i = count - 1; i >= 0; i--) {
      if (i < count - 1) carried = (carried + own) * ((lengths[i + 1]! & 1) === 1 ? NEXT_PARAGRAPH : NEXT_SENTENCE);
      own = sums[i]!;
      sums[i] = own + evidence[i]! + carried;
    }
    return sums;
  }
}

function grown<A extends Float64Array | Int32Array>(from: A, to: A): A {
  to.set(from);
  return to;
}

/** What a text has of each group and category; add those of several texts to have that of all. */
export interface RegisterCounts {
  /** Han characters. */
  han: number;
  groups: Record<Group, number>;
  categories: Record<Category, number>;
}

/** Counts by the numbers of GROUPS and CATEGORIES. Written out, for they are made for each block of a page. */
export function countsOf(han: number, g: ArrayLike<number>, c: ArrayLike<number>): RegisterCounts {
  return {
    han,
    groups: {
      essential: g[0]!,
      regular: g[1]!,
      background: g[2]!,
      context: g[3]!,
      numeral: g[4]!,
      frame: g[5]!,
      verb: g[6]!,
      order: g[7]!,
      triad: g[8]!,
      run: g[9]!,
    },
    categories: {
      doctrine: c[0]!,
      numeral: c[1]!,
      policy: c[2]!,
      institution: c[3]!,
      slogan: c[4]!,
      jargon: c[5]!,
      frame: c[6]!,
    },
  };
}

const NO_GROUPS = GROUPS.map(() => 0);
const NO_CATEGORIES = CATEGORIES.map(() => 0);

export function noCounts(): RegisterCounts {
  return countsOf(0, NO_GROUPS, NO_CATEGORIES);
}

export function addCounts(a: RegisterCounts, b: RegisterCounts): RegisterCounts {
  const sum = noCounts();
  shiftCounts(sum, a, 1);
  shiftCounts(sum, b, 1);
  return sum;
}

/** Adds the counts of another text to `sum`, or takes them away again. */
export function shiftCounts(sum: RegisterCounts, { han, groups, categories }: RegisterCounts, by: 1 | -1): void {
  sum.han += by * han;
  for (const group of GROUPS) sum.groups[group] += by * groups[group];
  for (const category of CATEGORIES) sum.categories[category] += by * categories[category];
}

/** The register of a text, with what it comes from. Rates are per 10,000 Han. */
export interface Register {
  han: number;
  /**
   * The evidence in 1,000 Han, as the sum of what each group has: 24 (EMPTY_HAN) is as likely either; the encyclopedia has 3, reports
   * have 117.
   */
  score: number;
  groups: Record<Group, number>;
  categories: Record<Category, number>;
}

/** What speaks for the political register. */
function evidenceOf(groups: RegisterCounts["groups"]): number {
  return GROUPS.reduce((sum, group) => sum + groups[group] * WEIGHT[group], 0);
}

/** Whether a text is political as a whole. */
export function isPolitical({ han, groups }: RegisterCounts): boolean {
  const sum = evidenceOf(groups) - EMPTY_HAN * han;
  return sum >= WHOLLY_SUM && sum * 1000 >= WHOLLY * han;
}

/** @returns all rates 0 for a text without Han. */
export function registerOf({ han, groups, categories }: RegisterCounts): Register {
  const rates = <K extends string>(counts: Record<K, number>): Record<K, number> =>
    Object.fromEntries(
      Object.entries<number>(counts).map(([key, count]) => [key, han === 0 ? 0 : (count * 10_000) / han]),
    ) as Record<K, number>;
  return {
    han,
    score: han === 0 ? 0 : (evidenceOf(groups) * 1000) / han,
    groups: rates(groups),
    categories: rates(categories),
  };
}

/** What is said of a text's register at a glance. */
export interface RegisterReading {
  han: number;
  /** As in `Register`. */
  score: number;
  /** What it is the sum of, the most first. */
  parts: { group: Group; score: number }[];
}

/** Reads the register of several texts as one. */
export function readRegister(counts: readonly RegisterCounts[]): RegisterReading {
  const { han, score, groups } = registerOf(counts.reduce(addCounts, noCounts()));
  const parts = GROUPS.map((group) => ({ group, score: (groups[group] * WEIGHT[group]) / 10 }))
    .filter((part) => part.score > 0)
    .sort((a, b) => b.score - a.score);
  return { han, score, parts };
}
