// @vitest-environment happy-dom
import { afterEach, expect, it } from "vitest";
import { openLibrary } from "../../src/cli/library.ts";
import { detect } from "../../src/detect/detect.ts";
import { LANGUAGES } from "../../src/protocol/language.ts";
import { sampleOf } from "../../src/ui/sample.ts";
import { Welcome } from "../../src/ui/welcome.tsx";
import { speak } from "../../src/ui/words/language.ts";
import { mount, text } from "./mount.ts";

afterEach(() => speak("en"));

const { library, lexicon } = openLibrary();
const KEYS = [
  { command: "close", description: "Close the card", shortcut: "" },
  { command: "next", description: "Next formulation", shortcut: "Alt+Shift+J" },
];

function welcome(browser: "chromium" | "firefox"): HTMLElement {
  return mount(
    <Welcome
      sample={sampleOf(library.speeches, "welcome")}
      onSample={() => undefined}
      keys={KEYS}
      browser={browser}
      icon="/icons/on-32.png"
    />,
  );
}

it.each(LANGUAGES)("asks nothing, and says the keys, in %s", (language) => {
  speak(language);
  const root = welcome("chromium");
  expect(root.querySelectorAll("input, select, textarea, button, form")).toHaveLength(0);
  expect(text(root, ".keys td")).toEqual(["AltShiftJ"]);
  expect(text(root, ".category")).toHaveLength(7);
});

it("tells each browser's reader how to keep the window in sight", () => {
  expect(text(welcome("chromium"), ".welcome-use").join()).toContain("then the pin beside Tifa");
  expect(text(welcome("firefox"), ".welcome-use").join()).toContain("“Pin to Toolbar”");
});

it.each(["welcome", "options"] as const)(
  "the passage of %s is one of a speech, word for word, and full of formulations",
  (name) => {
    const { text: passage, title } = sampleOf(library.speeches, name);
    const speech = library.speeches.find((candidate) => candidate.title === title)!;
    expect(speech.text).toContain(passage);
    const found = detect(lexicon, passage);
    expect(found.length).toBeGreaterThan(8);
    expect(new Set(found.map(({ category }) => category)).size).toBeGreaterThanOrEqual(4);
  },
);

it("the passage of options has a formulation that comes again, or “the first on a page” would show nothing", () => {
  const terms = detect(lexicon, sampleOf(library.speeches, "options").text).map(({ term }) => term);
  expect(new Set(terms).size).toBeLessThan(terms.length);
});
