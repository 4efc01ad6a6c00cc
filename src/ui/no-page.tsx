/** Why there is nothing to list, and what to do about it. */
import type { NoAccess } from "../protocol/page-findings.ts";
import { Notice } from "./notice.tsx";
import { popupWords } from "./words/popup.ts";

/** What only the browser can give. */
export interface AccessPort {
  /** Ask for access to all sites. */
  allowSites: () => void;
  /** Open the browser's own page about Tifa; left out where there is none that could be opened. */
  openSettings?: () => void;
}

export function NoPageNotice({ reason, access }: { reason: NoAccess | "not-chinese"; access: AccessPort }) {
  return (
    <>
      <Notice {...popupWords.empty[reason]} />
      {reason === "sites" && (
        <button type="button" class="button" onClick={access.allowSites}>
          {popupWords.allowSites}
        </button>
      )}
      {reason === "files" && access.openSettings && (
        <button type="button" class="button" onClick={access.openSettings}>
          {popupWords.openSettings}
        </button>
      )}
    </>
  );
}

export function OffNotice({ enabled }: { enabled: boolean }) {
  return <Notice {...(enabled ? popupWords.empty.offSite : popupWords.empty.offEverywhere)} />;
}

/** `atMost`: everything is marked already, so choosing more is no help. */
export function NothingFound({ atMost }: { atMost: boolean }) {
  const { title, hint, hintAtMost } = popupWords.empty.found;
  return <Notice title={title} hint={atMost ? hintAtMost : hint} />;
}
