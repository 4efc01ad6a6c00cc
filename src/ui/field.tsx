/** One setting: what it is, the control that changes it, and a word on what is chosen. */
import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";

interface FieldProps {
  /** Seen beside the control, which says it to screen readers itself. */
  label: string;
  hint?: string;
  children: ComponentChildren;
}

export function Field({ label, hint, children }: FieldProps) {
  return (
    <div class="field">
      <span class="field-label" aria-hidden="true">
        {label}
      </span>
      <div class="field-control">
        {children}
        {hint !== undefined && <p class="field-hint">{hint}</p>}
      </div>
    </div>
  );
}

interface ChoicesProps<Value extends string> {
  label: string;
  options: readonly { value: Value; label: string; hint?: string }[];
  value: Value;
  onChange: (value: Value) => void;
}

/** One of a few that need more words than a divided button has room for. */
export function Choices<Value extends string>({ label, options, value, onChange }: ChoicesProps<Value>) {
  const name = useId();
  return (
    <fieldset class="choices" aria-label={label}>
      {options.map((option) => (
        <label key={option.value} class="choice">
          <input type="radio" name={name} checked={option.value === value} onChange={() => onChange(option.value)} />
          <span>
            {option.label}
            {option.hint !== undefined && <span class="choice-hint">{option.hint}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

interface CheckProps {
  label: string;
  hint: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
}

/** On or off, with a line that says what that means. */
export function Check({ label, hint, checked, onChange }: CheckProps) {
  const id = useId();
  return (
    <div class="check">
      <label class="switch">
        <span>{label}</span>
        <input
          type="checkbox"
          role="switch"
          aria-describedby={id}
          checked={checked}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
      </label>
      <p id={id} class="field-hint">
        {hint}
      </p>
    </div>
  );
}
