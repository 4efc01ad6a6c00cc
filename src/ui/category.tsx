/** What kind of formulation a term is, in a word and a hue. */
import type { Category } from "../lexicon/term.ts";
import { words } from "./words.ts";

export function CategoryLabel({ category }: { category: Category }) {
  return (
    <span class="category" data-category={category}>
      {words.category[category]}
    </span>
  );
}

/** For screen readers, where only the hue tells the others. */
export function UnseenCategory({ category }: { category: Category }) {
  return <span class="unseen">, {words.category[category]}</span>;
}
