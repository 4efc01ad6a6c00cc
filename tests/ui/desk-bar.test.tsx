// @vitest-environment happy-dom
import { afterEach, expect, it } from "vitest";
import { DeskBar } from "../../src/ui/desk-bar.tsx";
import { speak } from "../../src/ui/words/language.ts";
import { mount, text } from "./mount.ts";

afterEach(() => speak("en"));

it("leads to every page and says which one this is", () => {
  const root = mount(<DeskBar current="corpus" />);
  expect([...root.querySelectorAll("a")].map((link) => link.getAttribute("href"))).toEqual([
    "/glossary.html",
    "/reader.html",
    "/corpus.html",
    "/options.html",
  ]);
  expect(text(root, "[aria-current=page]")).toEqual(["Corpus"]);
});

it("marks none on a page that it doesn't lead to, and speaks the reader's language", () => {
  speak("zh-Hant");
  const root = mount(<DeskBar />);
  expect(root.querySelector("[aria-current]")).toBeNull();
  expect(text(root, "a")).toEqual(["詞庫", "講話", "語料", "設定"]);
});
