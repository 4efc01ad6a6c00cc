/** The options page's state: what was said last, and the ways back. The settings themselves are the browser's, and come by props. */
import type { ComponentChildren } from "preact";
import { useCallback, useEffect, useState } from "preact/hooks";
import type { BackupProblem, Restored } from "../protocol/backup.ts";
import { BackupProblemText } from "./backup-problem.tsx";
import { reasonOf } from "./failure.tsx";
import { Hanzi } from "./hanzi.tsx";
import { scriptOfReader } from "./headword.ts";
import { Options, type OptionsProps, type OptionsSettings, type Said } from "./options.tsx";
import { Phrase } from "./phrase.tsx";
import { backupWords } from "./words/backup.ts";
import { commonWords } from "./words/common.ts";
import { optionsWords } from "./words/options.ts";

/** What the options page needs of the browser. */
export interface OptionsPort extends Pick<OptionsProps, "lines" | "sample" | "onSample" | "siteOf" | "onChangeKeys"> {
  /** Changes what `change` returns of the settings as they are then. @throws Error if they can't be stored. */
  change: (change: (settings: OptionsSettings) => Partial<OptionsSettings>) => Promise<unknown>;
  /** Puts all settings but the language back to how they were at first. */
  reset: () => Promise<Undoable>;
  /** The last restore or reset, where it can still be undone: the page may have been closed since. */
  lastUndoable: () => Promise<Undoable | undefined>;
  /** It need not be undone any more. */
  forgetUndoable: () => Promise<unknown>;
  readKeys: () => Promise<OptionsProps["keys"]>;
  readUse: () => Promise<NonNullable<OptionsProps["use"]>>;
  /** Calls `take` when the user's data is another. */
  onUse: (take: () => void, signal: AbortSignal) => void;
  /** Hands a file with everything to the browser's downloads; returns its name. */
  saveBackup: () => Promise<string>;
  /** Restores the backup in `file`, or says why it is none. @throws Error if the browser can't store it. */
  restore: (file: File) => Promise<{ problem: BackupProblem } | Undoable>;
}

/** `restored` is null where the settings were reset. */
interface Undoable {
  restored: Restored | null;
  undo: () => Promise<unknown>;
}

/** Milliseconds that a word of what was done stays, where nothing can be done about it any more. */
const SAID_MS = 3000;

export function OptionsSession({ settings, port }: { settings: OptionsSettings; port: OptionsPort }) {
  const [said, setSaid] = useState<Said | null>(null);
  const [keys, setKeys] = useState<OptionsProps["keys"]>([]);
  const [use, setUse] = useState<OptionsProps["use"]>(null);

  useEffect(() => {
    const ending = new AbortController();
    const { signal } = ending;
    const look = (): void => void port.readKeys().then(setKeys);
    look();
    // They are changed on a page of the browser's own, which the user comes back from.
    addEventListener("focus", look, { signal });
    document.addEventListener("visibilitychange", () => document.hidden || look(), { signal });
    const count = (): void => void port.readUse().then(setUse);
    count();
    port.onUse(count, signal);
    return () => ending.abort();
  }, [port]);

  useEffect(() => {
    if (!said || said.undo || said.failed) return undefined;
    const timer = setTimeout(() => setSaid(null), SAID_MS);
    return () => clearTimeout(timer);
  }, [said]);

  const doing = useCallback(async (work: () => Promise<Said>): Promise<void> => {
    try {
      setSaid(await work());
    } catch (error) {
      setSaid({ failed: true, text: withPart(commonWords.notStored, { reason: reasonOf(error) }) });
    }
  }, []);
  const undoing = useCallback(
    (undo: () => Promise<unknown>) => () =>
      void doing(async () => {
        await undo();
        return { text: optionsWords.undone };
      }),
    [doing],
  );
  const { lastUndoable } = port;
  useEffect(() => {
    const told = (undoable: Undoable | undefined): void => {
      if (undoable) setSaid((current) => current ?? { ...saidOf(undoable), undo: undoing(undoable.undo) });
    };
    // Where it can't be read there is nothing to go back to.
    lastUndoable().then(told, () => undefined);
  }, [lastUndoable, undoing]);
  /** Changes a list, with a way back that leaves alone what was done to it later. */
  const changing = (
    change: Parameters<OptionsPort["change"]>[0],
    back: Parameters<OptionsPort["change"]>[0],
    text: Said["text"],
  ): void =>
    void doing(async () => {
      await port.change(change);
      return { text, undo: undoing(() => port.change(back)) };
    });

  return (
    <Options
      settings={settings}
      lines={port.lines}
      sample={port.sample}
      onSample={port.onSample}
      siteOf={port.siteOf}
      keys={keys}
      use={use}
      said={said}
      onDismiss={() => {
        if (said?.isKept) void port.forgetUndoable().catch(() => undefined);
        setSaid(null);
      }}
      onChangeKeys={port.onChangeKeys}
      onChange={(part) =>
        void doing(async () => {
          await port.change(() => part);
          return { text: optionsWords.done };
        })
      }
      onPack={(id, on) =>
        void doing(async () => {
          await port.change(({ packsOff }) => ({ packsOff: [...without(packsOff, id), ...(on ? [] : [id])] }));
          return { text: optionsWords.done };
        })
      }
      onSite={(site, on) => {
        const off = ({ offSites }: OptionsSettings) => ({ offSites: [...without(offSites, site), site] });
        const again = ({ offSites }: OptionsSettings) => ({ offSites: without(offSites, site) });
        const text = withPart(on ? optionsWords.siteOn : optionsWords.siteOff, { site });
        if (on) changing(again, off, text);
        else changing(off, again, text);
      }}
      onUnmute={(key, headword) =>
        changing(
          ({ muted }) => ({ muted: without(muted, key) }),
          ({ muted }) => ({ muted: [...without(muted, key), key] }),
          withPart(optionsWords.unmuted, { headword: inHanzi(headword) }),
        )
      }
      onBackup={() =>
        void doing(async () => ({
          text: withPart(optionsWords.backupMade, { file: await port.saveBackup() }),
        }))
      }
      onRestore={(file) => void doing(() => restore(file, port.restore, undoing))}
      onReset={() =>
        void doing(async () => {
          const undoable = await port.reset();
          return { ...saidOf(undoable), undo: undoing(undoable.undo) };
        })
      }
    />
  );
}

function withPart(text: string, parts: Record<string, ComponentChildren>): ComponentChildren {
  return <Phrase text={text} parts={parts} />;
}

function inHanzi(headword: string): ComponentChildren {
  return <Hanzi script={scriptOfReader()}>{headword}</Hanzi>;
}

function without(list: readonly string[], one: string): string[] {
  return list.filter((other) => other !== one);
}

async function restore(
  file: File,
  take: OptionsPort["restore"],
  undoing: (undo: () => Promise<unknown>) => () => void,
): Promise<Said> {
  const refused = (reason: Said["text"]): Said => ({
    failed: true,
    text: <Phrase text={backupWords.refused} parts={{ file: file.name, reason }} />,
  });
  const result = await take(file);
  if ("problem" in result) return refused(<BackupProblemText problem={result.problem} />);
  return { ...saidOf(result), undo: undoing(result.undo) };
}

function saidOf({ restored }: Undoable): Said {
  const text = restored
    ? optionsWords.restored(restored.saved, restored.lookUps, restored.lookUpsLeftOut)
    : optionsWords.resetDone;
  return { text, isKept: true };
}
