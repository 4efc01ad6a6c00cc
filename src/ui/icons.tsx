/** The few signs that words would take too much room for. Decoration: the button they stand in has the name. */
import type { ComponentChildren } from "preact";

function Icon({ children }: { children: ComponentChildren }) {
  return (
    <svg
      class="icon"
      viewBox="0 0 16 16"
      width="16"
      height="16"
      fill="none"
      stroke="currentColor"
      stroke-width="1.5"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      {children}
    </svg>
  );
}

export const CloseIcon = () => <Icon>{<path d="M4 4l8 8M12 4l-8 8" />}</Icon>;
export const BackIcon = () => <Icon>{<path d="M9.5 3.5L5 8l4.5 4.5" />}</Icon>;
/** Aloud. */
export const SpeakIcon = () => (
  <Icon>
    <path d="M3 6.25v3.5h2.25L8.5 12.5v-9L5.25 6.25z" />
    <path d="M10.75 6a3 3 0 010 4M12.5 4.25a5.5 5.5 0 010 7.5" />
  </Icon>
);
export const CopyIcon = () => (
  <Icon>
    <rect x="5.75" y="5.75" width="7.5" height="7.5" rx="1" />
    <path d="M10.25 3.25v-.5h-7.5v7.5h.5" />
  </Icon>
);
export const DoneIcon = () => <Icon>{<path d="M3.5 8.5l3 3 6-7" />}</Icon>;
/** Filled where it is on. */
export const PinIcon = ({ on }: { on: boolean }) => (
  <Icon>
    <path d="M5.5 2.75h5l-.75 4 2 2.5h-7.5l2-2.5z" fill={on ? "currentColor" : "none"} />
    <path d="M8 9.25v4.25" />
  </Icon>
);
export const MoreIcon = () => <Icon>{<path d="M3.5 8h.01M8 8h.01M12.5 8h.01" stroke-width="2" />}</Icon>;
export const PreviousIcon = () => <Icon>{<path d="M4 10l4-4 4 4" />}</Icon>;
export const NextIcon = () => <Icon>{<path d="M4 6l4 4 4-4" />}</Icon>;
export const SearchIcon = () => (
  <Icon>
    <circle cx="7" cy="7" r="4.25" />
    <path d="M10.25 10.25L13.5 13.5" />
  </Icon>
);
/** Into the entry. */
export const ExplainIcon = () => <Icon>{<path d="M6.5 3.5L11 8l-4.5 4.5" />}</Icon>;
/** A ribbon in a book; filled where it is on, here or by whoever shows it. */
export const SaveIcon = ({ on = false }: { on?: boolean }) => (
  <Icon>{<path d="M4.5 2.5h7v11L8 10.5l-3.5 3z" fill={on ? "currentColor" : undefined} />}</Icon>
);
