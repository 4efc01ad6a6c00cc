/** How political the register of each speech of the corpus is, as it is counted when the extension is built. */
import type { Register } from "../detect/register.ts";

/** By the id of the speech. */
export type SpeechRegisters = Readonly<Record<string, Register>>;
