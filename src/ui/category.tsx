/** What kind of formulation a term is, in a word and a hue. */
import type { Category } from "../lexicon/term.ts";
import { commonWords } from "./words/common.ts";

export function CategoryLabel({ category }: { category: Category }) {
  return (
    <span class="category" data-category={category}>
      {commonWords.category[category]}
    </span>
  );
}

/** For screen readers, where only the hue tells the others. */
export function UnseenCategory({ category }: { category: Category }) {
  return <span class="unseen">, {commonWords.category[category]}</span>;
}
