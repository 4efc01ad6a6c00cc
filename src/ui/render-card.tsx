/** Cards for whoever has a place to put them: what fills it, and what empties it again. */
import { render } from "preact";
import { CardSession, type CardPort, type CardSessionProps } from "./card-session.tsx";

type Subject = Pick<CardSessionProps, "term" | "surface" | "sentence" | "script" | "inner" | "isSelected">;

interface Controls {
  close: () => void;
  pin: (on: boolean) => void;
  move: (by: { x: number; y: number }) => void;
  isPinned: boolean;
  ground: CardSessionProps["ground"];
}

/** `settings` are asked for each card, as they are when it opens. */
export function cardsWith(port: CardPort, settings: () => CardSessionProps["settings"]) {
  return (container: HTMLElement, subject: Subject, { close, pin, move, isPinned, ground }: Controls) => {
    render(
      <CardSession
        {...subject}
        settings={settings()}
        ground={ground}
        port={port}
        isPinned={isPinned}
        onPin={pin}
        onMove={move}
        onClose={close}
      />,
      container,
    );
    return () => render(null, container);
  };
}
