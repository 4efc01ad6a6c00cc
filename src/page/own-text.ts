/** A text on a page of the extension's own, marked and explained as any page of the web is. */
import type { Lexicon } from "../lexicon/lexicon.ts";
import type { PageSettings } from "../protocol/page-settings.ts";
import type { RenderCard } from "./card-keeper.ts";
import { marksSheet } from "./marks.ts";
import { Page } from "./page.ts";

interface OwnTextOptions {
  root: HTMLElement;
  lexicon: Lexicon;
  settings: PageSettings;
  /** Style sheet of the card. */
  cardStyle: string;
  renderCard: RenderCard;
}

/** There as long as its page is. */
export class OwnText {
  private readonly sheet = new CSSStyleSheet();
  private readonly page: Page;

  constructor(options: OwnTextOptions) {
    this.sheet.replaceSync(marksSheet(options.settings));
    document.adoptedStyleSheets.push(this.sheet);
    this.page = new Page({ ...options, isAlive: () => true, onReplaced: () => undefined, onChange: () => undefined });
  }

  /** From now on the text is marked and explained so. */
  obey(settings: PageSettings): void {
    this.sheet.replaceSync(marksSheet(settings));
    this.page.obey(settings);
  }
}
