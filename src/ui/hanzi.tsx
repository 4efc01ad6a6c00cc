/** Chinese text, told apart by script: fonts, line breaking and screen readers go by `lang`. */
import type { ComponentChildren } from "preact";

export type Script = "hans" | "hant";

export function langOf(script: Script): "zh-Hans" | "zh-Hant" {
  return script === "hant" ? "zh-Hant" : "zh-Hans";
}

export interface HanziProps {
  children: ComponentChildren;
  script?: Script;
  /** Set in Song: words that are themselves quoted, not words about them. */
  song?: boolean;
  class?: string;
}

export function Hanzi({ children, script = "hans", song = false, class: extra = "" }: HanziProps) {
  return (
    <span lang={langOf(script)} class={[song ? "song" : "", extra].filter(Boolean).join(" ") || undefined}>
      {children}
    </span>
  );
}
