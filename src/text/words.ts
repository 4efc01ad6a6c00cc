/** Chinese text cut into words. */

/**
 * The words of `text`, which joined are the text again; marks and blanks are words of their own.
 *
 * With the browser's own segmenter. It knows everyday words and no formulation (四个意识 is 四, 个, 意识), and leaves what it does
 * not know in single characters, which are joined here: 网格化, 走深走实, 打赢. Once the glossary's terms are taken out, fifteen
 * phrases of the register were cut as well as jieba cuts them (构建, 首要任务 aside), without its 2.8 MB of WebAssembly.
 */
export function wordsOf(text: string): string[] {
  const words: string[] = [];
  let isOpen = false;
  for (const { segment, isWordLike } of new Intl.Segmenter("zh", { granularity: "word" }).segment(text)) {
    const isSingle = isWordLike === true && [...segment].length === 1 && !LOOSE.has(segment);
    if (isSingle && isOpen) words[words.length - 1] += segment;
    else words.push(segment);
    isOpen = isSingle;
  }
  return words;
}

/** Characters that are words by themselves more often than parts of one. */
const LOOSE = new Set("的了是在和与及或也都就不把被将对从以到为而之其这那有要");
