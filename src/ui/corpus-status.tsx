/** What the corpus overview shows before it has the speeches, or without them. */
import { Notice } from "./notice.tsx";
import { corpusWords } from "./words/corpus.ts";
import { glossaryWords } from "./words/glossary.ts";

export function CorpusLoading() {
  return (
    <main class="corpus-status">
      <p role="status">{corpusWords.loading}</p>
    </main>
  );
}

export function CorpusFailure() {
  return (
    <main class="corpus-status">
      <Notice title={corpusWords.failed} hint={glossaryWords.failedHint} />
      <button type="button" class="text-button" onClick={() => location.reload()}>
        {glossaryWords.reload}
      </button>
    </main>
  );
}
