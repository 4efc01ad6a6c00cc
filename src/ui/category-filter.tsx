/** How the page's formulations divide into categories, in a bar and in words; each is a filter of the list. */
import { CATEGORIES, type Category } from "../lexicon/term.ts";
import { commonWords, number } from "./words/common.ts";
import { popupWords } from "./words/popup.ts";

interface CategoryFilterProps {
  groups: readonly { category: Category }[];
  /** The one that is shown alone. */
  value: Category | undefined;
  onChange: (value: Category | undefined) => void;
}

export function CategoryFilter({ groups, value, onChange }: CategoryFilterProps) {
  const counts = CATEGORIES.map((category) => ({
    category,
    count: groups.filter((group) => group.category === category).length,
  })).filter(({ count }) => count > 0);
  if (counts.length < 2) return null;
  return (
    <div class="categories" role="group" aria-label={popupWords.categories}>
      <div class="categories-bar" aria-hidden="true">
        {counts.map(({ category, count }) => (
          <span
            key={category}
            data-category={category}
            style={{ flexGrow: count }}
            class={value !== undefined && value !== category ? "categories-off" : undefined}
          />
        ))}
      </div>
      <div class="categories-names">
        {counts.map(({ category, count }) => (
          <button
            key={category}
            type="button"
            class="category"
            data-category={category}
            aria-pressed={value === category}
            aria-label={popupWords.onlyCategory(commonWords.category[category], count)}
            onClick={() => onChange(value === category ? undefined : category)}
          >
            {commonWords.category[category]} <span class="categories-count">{number(count)}</span>
          </button>
        ))}
      </div>
    </div>
  );
}
