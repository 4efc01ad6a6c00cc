/** Cards for whoever has a place to put them: what fills it, and what empties it again. */
import { render } from "preact";
import { CardSession, type CardSessionProps } from "./card-session.tsx";

type Subject = Pick<CardSessionProps, "term" | "surface" | "sentence" | "script">;

/** What a card needs of its surroundings. */
export type CardPort = Omit<CardSessionProps, keyof Subject | "onClose">;

export function cardsWith(port: CardPort) {
  return (container: HTMLElement, { term, surface, sentence, script }: Subject, { close }: { close: () => void }) => {
    const subject = { term, surface, sentence, script };
    render(<CardSession {...subject} {...port} onClose={close} />, container);
    return () => render(null, container);
  };
}
