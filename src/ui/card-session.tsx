/** The life of one open card: the entry is on its way, there, or can't be had; terms opened in place, and the way back. */
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Entry, QuoteInWords } from "../lexicon/entry.ts";
import type { PageSettings } from "../protocol/page-settings.ts";
import { Card, type CardContent, type CardLine, type CardTools } from "./card.tsx";
import type { InnerTerm } from "./entry.tsx";
import type { TermLink } from "./term-links.tsx";
import { useVoice } from "./voice.ts";
import { cardWords } from "./words/card.ts";
import { commonWords } from "./words/common.ts";

/** What a card asks of the rest of Tifa. What is left out has no button. */
export interface CardPort {
  fetchEntry: (id: string) => Promise<Entry | null>;
  openSpeech: (quote: QuoteInWords) => Promise<unknown>;
  copy: (text: string) => void;
  /** The terms in a text of an entry. */
  linksIn?: (text: string) => readonly TermLink[];
  /** The reader's list of saved terms. */
  saved?: {
    has: (term: string) => Promise<boolean>;
    add: (term: string, headword: string) => Promise<unknown>;
    remove: (term: string) => Promise<unknown>;
  };
  /** The reader has looked something up on the page. */
  lookedUp?: (term: string | null, surface: string, sentence: string) => Promise<unknown>;
  /** Marks no more what is counted under `key`: a term's id, or the surface of a numeral that the glossary lacks. */
  mute?: (key: string, muted: boolean) => Promise<unknown>;
  /** The site by its name, what takes all marks off it, and what brings them back: on a page that this card is no part of. */
  site?: { name: string; switchOff: () => Promise<unknown>; switchOn: () => Promise<unknown> };
  /** Whether the rest of Tifa is gone, so that nothing can be asked of it; left out where that can only be so. */
  isGone?: () => boolean;
  /** Looks words up in the whole glossary, on a page of its own. */
  search?: (query: string) => Promise<unknown>;
}

export interface CardSessionProps {
  /** Null for what the glossary lacks. */
  term: string | null;
  surface: string;
  sentence: string;
  script: "hans" | "hant";
  /** Terms inside the one that was found. */
  inner: readonly InnerTerm[];
  /** Not found on the page but selected by the reader. */
  isSelected?: boolean;
  settings: Pick<PageSettings, "definitions" | "theme">;
  /** What the page is behind the term: the card's theme where the reader has chosen none. */
  ground: "light" | "dark";
  port: CardPort;
  isPinned: boolean;
  onPin: (on: boolean) => void;
  /** The card is to be moved by CSS pixels, and pinned. */
  onMove: (by: { x: number; y: number }) => void;
  onClose: () => void;
}

const NONE: readonly InnerTerm[] = [];

/** Milliseconds that a card is open before that was a look-up, and not a pointer on its way. */
const LOOK = 1000;

export function CardSession(props: CardSessionProps) {
  const { term, surface, sentence, script, inner, isSelected = false, ground, port, onPin, onMove, onClose } = props;
  const { theme, definitions } = props.settings;
  const { fetchEntry } = port;
  const own = useMemo<CardContent>(
    () =>
      term === null ? { state: isSelected ? "missing" : "unknown", surface, sentence } : { state: "loading", surface },
    [term, isSelected, surface, sentence],
  );
  /** Terms opened in place, one after the other. */
  const [trail, setTrail] = useState<readonly string[]>([]);
  const [content, setContent] = useState<CardContent>(own);
  const [line, setLine] = useState<CardLine>();
  const [isPinned, setPinned] = useState(props.isPinned);
  const onSpeak = useVoice(script);
  const id = trail.at(-1) ?? term;
  const isOwn = trail.length === 0;
  const asked = useRef(0);
  useEffect(() => {
    const turn = ++asked.current;
    setLine(undefined);
    const show = (next: CardContent): void => {
      // A later click overtakes an earlier answer.
      if (turn === asked.current) setContent(next);
    };
    if (id === null) {
      setContent(own);
      return;
    }
    fetchEntry(id).then(
      (entry) =>
        show(
          entry
            ? { state: "entry", entry, surface: isOwn ? surface : entry.term.headword }
            : { state: "error", surface, message: commonWords.entryGone },
        ),
      () => show({ state: "error", surface, message: commonWords.extensionGone }),
    );
  }, [id, isOwn, own, surface, fetchEntry]);

  const { lookedUp } = port;
  useEffect(() => {
    const looking = setTimeout(() => void lookedUp?.(term, surface, sentence).catch(() => undefined), LOOK);
    return () => clearTimeout(looking);
  }, [lookedUp, term, surface, sentence]);

  const onTerm = useCallback((next: string) => setTrail((before) => [...before, next]), []);
  /** What is done at once is said only where it could not be done. */
  const attempt = (done: Promise<unknown>, say?: CardLine): void => {
    const turn = asked.current;
    done.then(
      () => turn === asked.current && setLine(say),
      () =>
        turn === asked.current &&
        setLine({ text: (port.isGone?.() ?? true) ? commonWords.extensionGone : commonWords.notDone }),
    );
  };
  const [isSaved, setSaved] = useSaved(port, content);
  const tools: CardTools = {
    copy: port.copy,
    pin: {
      on: isPinned,
      set: (on) => {
        setPinned(on);
        onPin(on);
      },
      move: (by) => {
        setPinned(true);
        onMove(by);
      },
    },
    ...(port.saved && {
      save: {
        on: isSaved,
        set: (on, entry) => {
          setSaved(on);
          const { id: saved, headword } = entry.term;
          attempt(
            (on ? port.saved!.add(saved, headword) : port.saved!.remove(saved)).catch((error: unknown) => {
              setSaved(!on);
              throw error;
            }),
          );
        },
      },
    }),
    ...(port.mute && {
      mute: (key, name) =>
        attempt(port.mute!(key, true), {
          text: cardWords.muted,
          name,
          undo: () => attempt(port.mute!(key, false)),
        }),
    }),
    ...(port.site && {
      site: {
        name: port.site.name,
        switchOff: () =>
          attempt(port.site!.switchOff(), {
            text: cardWords.siteIsOff(port.site!.name),
            undo: () => attempt(port.site!.switchOn()),
          }),
      },
    }),
    ...(port.search && { search: (query) => attempt(port.search!(query)) }),
  };
  return (
    <Card
      content={content}
      script={script}
      theme={theme === "auto" ? ground : theme}
      definitions={definitions}
      inner={isOwn ? inner : NONE}
      line={line}
      tools={tools}
      linksIn={port.linksIn}
      onSpeak={onSpeak}
      canGoBack={!isOwn}
      onBack={() => setTrail(trail.slice(0, -1))}
      onTerm={onTerm}
      onOpenSpeech={(quote) => attempt(port.openSpeech(quote))}
      onClose={onClose}
    />
  );
}

/** Whether the entry that is shown is on the reader's list. */
function useSaved({ saved }: CardPort, content: CardContent): [boolean, (on: boolean) => void] {
  const [isSaved, setSaved] = useState(false);
  const id = content.state === "entry" ? content.entry.term.id : undefined;
  /** The answer that is still wanted: none once another entry is shown, or the button has been pressed. */
  const asked = useRef({});
  // Before the button can be pressed.
  useLayoutEffect(() => {
    const asking = (asked.current = {});
    setSaved(false);
    if (id !== undefined) {
      saved?.has(id).then(
        (on) => asking === asked.current && setSaved(on),
        // The button says "save"; whoever presses it is told.
        () => undefined,
      );
    }
    return () => void (asked.current = {});
  }, [id, saved]);
  return [
    isSaved,
    (on) => {
      asked.current = {};
      setSaved(on);
    },
  ];
}
