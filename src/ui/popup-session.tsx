/** The popup's state: what it shows, kept in step with the page, the settings and the search. */
import { Popup } from "./popup.tsx";
import { usePageView, type PagePort, type PageViewSource } from "./use-page-view.ts";

export interface PopupPort extends PagePort {
  place: "popup" | "tab";
  /** Left out where there is no side panel. */
  openPanel?: () => void;
}

export function PopupSession({ port, ...source }: PageViewSource & { port: PopupPort }) {
  const { view } = usePageView({ port, ...source });
  return (
    <Popup
      {...view}
      place={port.place}
      onJump={(group, n, leave) => port.jump(group.frame, group.places[n]!, leave)}
      {...(port.openPanel ? { onPanel: port.openPanel } : {})}
    />
  );
}
