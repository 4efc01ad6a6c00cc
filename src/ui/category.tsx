/** What kind of formulation a term is, in a word and a hue. */
import type { Category } from "../lexicon/term.ts";
import { commonWords } from "./words/common.ts";

/** Of several words the first says enough where there is no room for more (card.css). */
export function CategoryLabel({ category }: { category: Category }) {
  const [, first, rest] = /^(\S*)(.*)$/.exec(commonWords.category[category])!;
  return (
    <span class="category" data-category={category}>
      {/* One box, for between several the label has room. */}
      <span>
        {first}
        {rest && <span class="category-rest">{rest}</span>}
      </span>
    </span>
  );
}

/** For screen readers, where only the hue tells the others. */
export function UnseenCategory({ category }: { category: Category }) {
  return <span class="unseen">{commonWords.asideJoint + commonWords.category[category]}</span>;
}
