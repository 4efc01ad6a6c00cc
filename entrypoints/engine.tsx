import { render } from "preact";
import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { loadLexicon } from "../src/lexicon/lexicon.ts";
import { Page } from "../src/page/page.ts";
import { fromBase64 } from "../src/platform/base64.ts";
import { ask, obey } from "../src/platform/messages.ts";
import type { PageSettings, Results } from "../src/protocol/messages.ts";
import { CardSession } from "../src/ui/card-session.tsx";
import cardStyle from "../src/ui/card-sheet.css?inline";

/** Where an engine runs already; in the extension's own world, which the page can't see. */
type World = typeof globalThis & { tifaEngine?: true };

// Everything stands inside: WXT runs what is outside when it reads the entrypoints, without the bundler's style sheets.
export default defineUnlistedScript(() => {
  const world: World = globalThis;
  if (world.tifaEngine) return;
  world.tifaEngine = true;
  ask({ name: "start" }).then(begin, () => {
    // The extension was updated or removed in this very moment: whoever comes next may begin.
    delete world.tifaEngine;
  });

  function begin({ lexicon: packed, settings }: Results["start"]): void {
    const lexicon = loadLexicon(fromBase64(packed));
    let page: Page | undefined;

    const open = (show: PageSettings["show"]): Page =>
      new Page({
        document,
        root: document.documentElement,
        lexicon,
        show,
        shadowOf: (element) => element.shadowRoot,
        cardStyle,
        renderCard: (container, subject, close) => {
          render(
            <CardSession
              {...subject}
              fetchEntry={(id) => ask({ name: "entry", id })}
              onOpenSpeech={({ speech, start, end, sentenceStart, sentenceEnd }) =>
                void ask({ name: "openSpeech", locator: { speech, start, end, sentenceStart, sentenceEnd } })
              }
              onClose={close}
            />,
            container,
          );
          return () => render(null, container);
        },
      });

    const apply = ({ on, show }: PageSettings): null => {
      if (on && page) page.showOnly(show);
      else if (on) page = open(show);
      else {
        page?.stop();
        page = undefined;
      }
      return null;
    };

    obey({
      settings: ({ settings: changed }) => apply(changed),
      summary: async () => {
        await page?.settled();
        return { on: page !== undefined, groups: page?.summary() ?? [] };
      },
      jump: ({ place }) => page?.jump(place) ?? false,
      next: () => {
        page?.step(1);
        return null;
      },
      previous: () => {
        page?.step(-1);
        return null;
      },
      close: () => {
        page?.close();
        return null;
      },
    });
    apply(settings);
  }
});
