/** How pages are marked, with a passage beside it that is marked so. */
import { WEIGHTS } from "../lexicon/term.ts";
import { MARK_STRENGTHS, MARK_STYLES, OCCURRENCES } from "../protocol/page-settings.ts";
import { Check, Choices, Field } from "./field.tsx";
import type { OptionsProps, SettingsProps } from "./options.tsx";
import { Phrase } from "./phrase.tsx";
import { SampleFigure, SampleTitle } from "./sample-figure.tsx";
import { Segmented } from "./segmented.tsx";
import { commonWords } from "./words/common.ts";
import { optionsWords } from "./words/options.ts";

export function OptionsMarks({
  settings,
  onChange,
  sample,
  onSample,
}: SettingsProps & Pick<OptionsProps, "sample" | "onSample">) {
  const { show, markStyle, markStrength, occurrences } = settings;
  return (
    <>
      <Check
        label={optionsWords.enabled}
        hint={optionsWords.enabledHint}
        checked={settings.enabled}
        onChange={(enabled) => onChange({ enabled })}
      />
      <div class="options-tried">
        <div class="options-looks">
          <Field label={optionsWords.show} hint={commonWords.weightHint[show]}>
            <Segmented
              label={optionsWords.show}
              options={WEIGHTS.map((value) => ({ value, label: commonWords.weight[value] }))}
              value={show}
              onChange={(value) => onChange({ show: value })}
            />
          </Field>
          <Field label={optionsWords.markStyle}>
            <Segmented
              label={optionsWords.markStyle}
              options={MARK_STYLES.map((value) => ({ value, label: optionsWords.style[value] }))}
              value={markStyle}
              onChange={(value) => onChange({ markStyle: value })}
            />
          </Field>
          <Field label={optionsWords.markStrength}>
            <Segmented
              label={optionsWords.markStrength}
              options={MARK_STRENGTHS.map((value) => ({ value, label: optionsWords.strength[value] }))}
              value={markStrength}
              onChange={(value) => onChange({ markStrength: value })}
            />
          </Field>
          <Field label={optionsWords.occurrencesLabel}>
            <Choices
              label={optionsWords.occurrencesLabel}
              options={OCCURRENCES.map((value) => ({
                value,
                label: optionsWords.occurrences[value],
                hint: optionsWords.occurrencesHint[value],
              }))}
              value={occurrences}
              onChange={(value) => onChange({ occurrences: value })}
            />
          </Field>
        </div>
        <SampleFigure sample={sample} onReady={onSample}>
          {settings.enabled ? (
            <Phrase text={optionsWords.sampleFrom} parts={{ title: <SampleTitle sample={sample} /> }} />
          ) : (
            optionsWords.sampleOff
          )}
        </SampleFigure>
      </div>
      <Check
        label={optionsWords.minimap}
        hint={optionsWords.minimapHint}
        checked={settings.minimap}
        onChange={(minimap) => onChange({ minimap })}
      />
    </>
  );
}
