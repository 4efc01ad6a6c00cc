/** The way between the pages of the desk: at the top of each, and quieter than what the page is about. */
import { DESK_PAGES, type DeskPage } from "../protocol/desk-pages.ts";
import { Hanzi } from "./hanzi.tsx";
import { commonWords } from "./words/common.ts";
import { deskWords } from "./words/desk.ts";

const IN_ORDER = ["glossary", "speeches", "corpus", "options"] as const satisfies readonly DeskPage[];

/** `current`: the page that it stands on; left out on one that it doesn't lead to, as the welcome page. */
export function DeskBar({ current }: { current?: DeskPage }) {
  return (
    <header class="desk-bar">
      <p class="desk-bar-brand">
        <Hanzi song>{commonWords.name.zh}</Hanzi> <span class="desk-bar-brand-en">{commonWords.name.en}</span>
      </p>
      <nav aria-label={deskWords.pages}>
        <ul>
          {IN_ORDER.map((page) => (
            <li key={page}>
              <a href={DESK_PAGES[page]} {...(page === current ? { "aria-current": "page" as const } : {})}>
                {deskWords[page]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </header>
  );
}
