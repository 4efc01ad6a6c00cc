/** Looking through the glossary: what is asked of it. */
import type { Category, Scope, Weight } from "./term.ts";

/** By likeness to what is searched for, by pinyin, or by how often the speeches have a term. */
export const SORTS = ["relevance", "pinyin", "frequency"] as const;
export type Sort = (typeof SORTS)[number];

/** A filter that is left out lets every term through. */
export interface Filters {
  /** Id of a pack. */
  pack?: string;
  category?: Category;
  scope?: Scope;
  weight?: Weight;
  /** Id of a speech that has the term. */
  speech?: string;
  /** Only what the user has saved. */
  saved?: true;
}

export interface GlossaryView {
  query: string;
  filters: Filters;
  sort: Sort;
}
