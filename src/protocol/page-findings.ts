/** What Tifa has to say of the page in a tab. */
import type { RegisterReading } from "../detect/register.ts";
import type { FindingGroup, PageSummary } from "./messages.ts";

export type { RegisterReading } from "../detect/register.ts";

/** Reads what the frames of a page have as one text. */
export type ReadRegister = (registers: readonly PageSummary["register"][]) => RegisterReading;

/**
 * Why a page can't be read. `browser`: it is the browser's own. `store`: extensions are got there. `pdf`: it is in the browser's
 * viewer. `files`: the reader has not allowed files. `sites`: nor this site. `unreadable`: something else.
 */
export type NoAccess = "browser" | "store" | "pdf" | "files" | "sites" | "unreadable";

/** All occurrences of one formulation in one frame of the tab. */
export type FrameGroup = FindingGroup & { frame: number };

/** `host`: what the switch for the site is about; "" for a page that is no site. */
export type PageFindings =
  | { state: "loading" }
  | { state: "off"; host: string }
  | { state: "not-chinese"; host: string }
  | { state: "no-access"; reason: NoAccess }
  | { state: "ready"; host: string; registers: PageSummary["register"][]; groups: FrameGroup[] };
