/** A remark of the glossary, such as the note on a variant, in the language of the interface. */
import { Chinese, English } from "./prose.tsx";
import { language } from "./words/language.ts";

/** `zh` is wanting where a pack has English only. */
export function Remark({ en, zh }: { en: string; zh: string | undefined }) {
  return language() === "en" || zh === undefined ? <English text={en} /> : <Chinese text={zh} />;
}
