import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { loadLexicon } from "../src/lexicon/lexicon.ts";
import { termsIn } from "../src/lexicon/terms-in.ts";
import { copyText } from "../src/page/copy.ts";
import { Page } from "../src/page/page.ts";
import { fromBase64 } from "../src/platform/base64.ts";
import { isOrphaned } from "../src/platform/browser.ts";
import { obeyFor } from "../src/platform/engine.ts";
import { Entries } from "../src/platform/entries.ts";
import { ask } from "../src/platform/messages.ts";
import type { CardPort } from "../src/ui/card-session.tsx";
import { writeTraditionalBy } from "../src/ui/chinese.ts";
import { cardsWith } from "../src/ui/render-card.tsx";
import { speak } from "../src/ui/words/language.ts";
import cardStyle from "../src/ui/card-sheet.css?inline";

/** Where an engine runs already; in the extension's own world, which the page can't see. */
type World = typeof globalThis & { tifaEngine?: true };

// Everything stands inside: WXT runs what is outside when it reads the entrypoints, without the bundler's style sheets.
export default defineUnlistedScript(() => {
  const world: World = globalThis;
  // An element of the page may have this id.
  if (Object.hasOwn(world, "tifaEngine")) return;
  world.tifaEngine = true;

  /** The one that the settings speak of, by its name: the whole tab's, also in a frame from elsewhere. */
  let site = "";
  let page: Page | undefined;
  const open: Parameters<typeof obeyFor>[0] = (lexicon, settings, restart, onChange) => {
    speak(settings.language);
    const entries = new Entries((id) => ask({ name: "entry", id }));
    let current = settings;
    const port: CardPort = {
      fetchEntry: (id) => entries.of(id),
      openSpeech: ({ speech, start, end, sentenceStart, sentenceEnd }) =>
        ask({ name: "openSpeech", locator: { speech, start, end, sentenceStart, sentenceEnd } }),
      search: (query) => ask({ name: "openGlossary", query }),
      isGone: isOrphaned,
      copy: copyText,
      linksIn: (text) => termsIn(lexicon, text),
      saved: {
        has: (term) => ask({ name: "isSaved", term }),
        add: (term, headword) => ask({ name: "save", term, headword }),
        remove: (term) => ask({ name: "unsave", term }),
      },
      lookedUp: (term, surface, sentence) => ask({ name: "lookedUp", term, surface, sentence }),
      mute: (key, muted) => ask({ name: muted ? "mute" : "unmute", key }),
      site: {
        name: site,
        switchOff: () => page!.leave(() => ask({ name: "siteOff" })),
        switchOn: () => ask({ name: "siteOn" }),
      },
    };
    const opened = new Page({
      root: document,
      lexicon,
      settings,
      cardStyle,
      after: page,
      isAlive: () => !isOrphaned(),
      onReplaced: restart,
      onChange,
      expect: (term) => entries.expect(term),
      showElsewhere: ({ term, surface, sentence, script }, clicked) =>
        ask({ name: "show", subject: { term, surface, sentence, script }, clicked }),
      renderCard: cardsWith(port, () => current),
    });
    page = opened;
    return {
      settled: () => opened.settled(),
      summary: () => opened.summary(),
      register: () => opened.register(),
      jump: (place) => opened.jump(place),
      step: (direction, from) => opened.step(direction, from),
      explainHere: () => opened.explainHere(),
      close: () => opened.close(),
      stop: () => opened.stop(),
      obey: (changed) => {
        current = changed;
        speak(changed.language);
        opened.obey(changed);
      },
    };
  };
  obeyFor(open, {
    start: async () => {
      const started = await ask({ name: "start" });
      ({ site } = started);
      writeTraditionalBy(started.traditional);
      return { lexicon: loadLexicon(fromBase64(started.lexicon)), settings: started.settings };
    },
    catchUp: ({ markStyle, markStrength }) => ask({ name: "catchUp", look: { markStyle, markStrength } }),
  }).begin();
});
