/** The script of what Tifa's editors wrote: that of the interface, but beside a page in traditional script traditional. */
import { createContext, type ComponentChildren } from "preact";
import { useContext } from "preact/hooks";
import { chinese, chineseInEnglish } from "./chinese.ts";
import { Hanzi, type HanziProps, type Script } from "./hanzi.tsx";
import { scriptOfReader } from "./headword.ts";
import { Mixed } from "./mixed.tsx";

const PageScript = createContext<Script>("hans");

/** Whatever stands inside is about a page in `script`. */
export function BesidePage({ script, children }: { script: Script; children: ComponentChildren }) {
  return <PageScript.Provider value={script}>{children}</PageScript.Provider>;
}

export function useProseScript(): Script {
  const page = useContext(PageScript);
  return page === "hant" ? page : scriptOfReader();
}

/** A text of the editors', as Hanzi sets it. */
export function Chinese({ text, ...props }: { text: string } & Pick<HanziProps, "song" | "class">) {
  const script = useProseScript();
  return (
    <Hanzi {...props} script={script}>
      {chinese(text, script)}
    </Hanzi>
  );
}

/** English of the editors', with the Chinese in it. */
export function English({ text }: { text: string }) {
  const script = useProseScript();
  return <Mixed text={chineseInEnglish(text, script)} script={script} />;
}
