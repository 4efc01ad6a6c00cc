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
