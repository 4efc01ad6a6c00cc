/** What is shown where the packed glossary can't be read. */
import { Notice } from "./notice.tsx";
import { glossaryWords } from "./words/glossary.ts";

export function GlossaryFailure() {
  return (
    <main class="glossary-failure">
      <Notice title={glossaryWords.failed} hint={glossaryWords.failedHint} />
      <button type="button" class="text-button" onClick={() => location.reload()}>
        {glossaryWords.reload}
      </button>
    </main>
  );
}
