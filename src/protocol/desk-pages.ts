/** The pages of the desk, where a reader works with the glossary itself: the paths that the packed extension has them at. */
export const DESK_PAGES = {
  glossary: "/glossary.html",
  speeches: "/reader.html",
  corpus: "/corpus.html",
  options: "/options.html",
} as const;

export type DeskPage = keyof typeof DESK_PAGES;
