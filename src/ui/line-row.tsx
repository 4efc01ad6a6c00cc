/** A term of the glossary in a list: headword, pinyin, first rendering, and the way into its entry. */
import type { TermLine } from "../lexicon/entry.ts";
import { UnseenCategory } from "./category.tsx";
import { Hanzi } from "./hanzi.tsx";
import { headwordIn, scriptOfReader } from "./headword.ts";

interface LineRowProps {
  line: TermLine;
  onOpen: (id: string) => void;
}

export function LineRow({ line, onOpen }: LineRowProps) {
  return (
    <li class="row" data-category={line.category}>
      <button type="button" class="row-main" data-row onClick={() => onOpen(line.id)}>
        <Hanzi song script={scriptOfReader()} class="row-headword">
          {headwordIn(scriptOfReader(), line)}
        </Hanzi>{" "}
        <span class="row-pinyin" lang="zh-Latn">
          {line.pinyin}
        </span>{" "}
        <span class="row-rendering" lang="en">
          {line.rendering}
        </span>
        <UnseenCategory category={line.category} />
      </button>
    </li>
  );
}
