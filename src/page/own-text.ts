/** A text on a page of the extension's own, marked and explained as any page of the web is. */
import { withoutPacks, type Lexicon } from "../lexicon/lexicon.ts";
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
  private readonly options: Omit<OwnTextOptions, "settings">;
  private readonly sheet = new CSSStyleSheet();
  private packsOff: readonly string[];
  private page: Page;

  constructor({ settings, ...options }: OwnTextOptions) {
    this.options = options;
    this.sheet.replaceSync(marksSheet(settings));
    document.adoptedStyleSheets.push(this.sheet);
    this.packsOff = settings.packsOff;
    this.page = this.open(settings);
  }

  /** From now on the text is marked and explained so. */
  obey(settings: PageSettings): void {
    this.sheet.replaceSync(marksSheet(settings));
    if (settings.packsOff.join() === this.packsOff.join()) {
      this.page.obey(settings);
    } else {
      this.packsOff = settings.packsOff;
      this.page.stop();
      this.page = this.open(settings);
    }
  }

  private open(settings: PageSettings): Page {
    return new Page({
      ...this.options,
      lexicon: withoutPacks(this.options.lexicon, new Set(settings.packsOff)),
      settings,
      isAlive: () => true,
      onReplaced: () => undefined,
      onChange: () => undefined,
    });
  }
}
