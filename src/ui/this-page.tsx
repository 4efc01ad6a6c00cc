/** The page that is looked at: how much is marked on it, and what; or why nothing is. */
import { WEIGHTS, type Weight } from "../lexicon/term.ts";
import type { PageFindings, RegisterReading } from "../protocol/page-findings.ts";
import type { PopupGroup } from "./group-row.tsx";
import type { Script } from "./hanzi.tsx";
import { NoPageNotice, NothingFound, OffNotice, type AccessPort } from "./no-page.tsx";
import { PageList } from "./page-list.tsx";
import { RegisterGlance } from "./register-glance.tsx";
import { Segmented } from "./segmented.tsx";
import { commonWords } from "./words/common.ts";
import { popupWords } from "./words/popup.ts";

/** As it is read, with the lines of the glossary's terms. */
export type PopupPage =
  | Exclude<PageFindings, { state: "ready" }>
  | { state: "ready"; host: string; register: RegisterReading; groups: PopupGroup[] };

export interface ThisPageProps {
  page: PopupPage;
  settings: { enabled: boolean; siteOn: boolean; show: Weight };
  access: AccessPort;
  onShow: (show: Weight) => void;
  /** Show the place `group.places[n]`, and `leave` for the page or stay. */
  onJump: (group: PopupGroup, n: number, leave: boolean) => void;
  onOpen: (id: string, script: Script) => void;
}

export function ThisPage({ page, settings, access, onShow, onJump, onOpen }: ThisPageProps) {
  if (page.state === "loading") {
    return (
      <p class="popup-loading" role="status">
        {popupWords.loading}
      </p>
    );
  }
  if (page.state === "no-access") return <NoPageNotice reason={page.reason} access={access} />;
  if (page.state === "not-chinese") return <NoPageNotice reason="not-chinese" access={access} />;
  if (page.state === "off") return <OffNotice enabled={settings.enabled} />;
  return (
    <>
      <RegisterGlance register={page.register} />
      <Segmented
        quiet
        label={popupWords.show}
        shortLabel={popupWords.showShort}
        options={WEIGHTS.map((value) => ({
          value,
          label: commonWords.weight[value],
          hint: commonWords.weightHint[value],
        }))}
        value={settings.show}
        onChange={onShow}
      />
      {page.groups.length === 0 ? (
        <NothingFound atMost={settings.show === "background"} />
      ) : (
        <PageList groups={page.groups} onJump={onJump} onExplain={onOpen} />
      )}
    </>
  );
}
