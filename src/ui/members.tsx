/** What a numeral formulation counts, in both languages; or why that is not given. */
import type { Members as TermMembers } from "../lexicon/term.ts";
import { Hanzi } from "./hanzi.tsx";
import { useProseScript } from "./prose.tsx";
import { Linked } from "./term-links.tsx";
import { entryWords } from "./words/entry.ts";

/** Up to this many characters the two languages stand side by side; longer ones one below the other. */
const SHORT = 7;

export function Members({ members }: { members: TermMembers }) {
  const script = useProseScript();
  if (members.status !== "known") {
    return <p class="members-none">{members.status === "local" ? entryWords.local : entryWords.unknownMembers}</p>;
  }
  const short = members.items.every(({ zh }) => zh.length <= SHORT);
  return (
    <ol class={short ? "members members-short" : "members"} aria-label={entryWords.members}>
      {members.items.map(({ zh, en }) => (
        <li key={zh}>
          <Hanzi script={script}>
            <Linked text={zh} />
          </Hanzi>{" "}
          <span class="members-en" lang="en">
            {en}
          </span>
        </li>
      ))}
    </ol>
  );
}
