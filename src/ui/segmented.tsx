/** One of a few: radio buttons under the look of one divided button, so that arrow keys and screen readers need no help. */
import { useId } from "preact/hooks";

interface SegmentedProps<Value extends string> {
  label: string;
  /** What is seen of the label; left out, only screen readers have it. */
  shortLabel?: string;
  /** In a line of text rather than as a control of its own. */
  quiet?: boolean;
  /** `lang` where a label is not in the language of the interface. */
  options: readonly { value: Value; label: string; hint?: string; lang?: string }[];
  value: Value;
  onChange: (value: Value) => void;
}

export function Segmented<Value extends string>({
  label,
  shortLabel,
  quiet = false,
  options,
  value,
  onChange,
}: SegmentedProps<Value>) {
  const name = useId();
  return (
    <div class={quiet ? "segmented segmented-quiet" : "segmented"} role="radiogroup" aria-label={label}>
      {shortLabel !== undefined && (
        <span class="segmented-label" aria-hidden="true">
          {shortLabel}
        </span>
      )}
      <div class="segmented-options">
        {options.map((option) => (
          <label key={option.value} title={option.hint}>
            <input type="radio" name={name} checked={option.value === value} onChange={() => onChange(option.value)} />
            <span lang={option.lang}>{option.label}</span>
          </label>
        ))}
      </div>
    </div>
  );
}
