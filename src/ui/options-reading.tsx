/** How explanations open and what they say, and what the interface speaks and looks like. */
import { LANGUAGES, type Language } from "../protocol/language.ts";
import { CARD_PLACES, DEFINITIONS, POINTING_KEYS, POINTINGS, THEMES } from "../protocol/page-settings.ts";
import { Choices, Field } from "./field.tsx";
import type { SettingsProps } from "./options.tsx";
import { Segmented } from "./segmented.tsx";
import { optionsWords } from "./words/options.ts";

export function OptionsExplanations({ settings, onChange }: SettingsProps) {
  return (
    <>
      <Field label={optionsWords.pointingLabel}>
        <Choices
          label={optionsWords.pointingLabel}
          options={POINTINGS.map((value) => ({ value, label: optionsWords.pointing[value] }))}
          value={settings.pointing}
          onChange={(pointing) => onChange({ pointing })}
        />
        {settings.pointing === "key" && (
          <div class="field-more">
            <Segmented
              label={optionsWords.pointingKey}
              options={POINTING_KEYS.map((value) => ({ value, label: value === "Control" ? "Ctrl" : value }))}
              value={settings.pointingKey}
              onChange={(pointingKey) => onChange({ pointingKey })}
            />
          </div>
        )}
      </Field>
      <Field label={optionsWords.cardPlaceLabel}>
        <Choices
          label={optionsWords.cardPlaceLabel}
          options={CARD_PLACES.map((value) => ({
            value,
            label: optionsWords.cardPlace[value],
            hint: optionsWords.cardPlaceHint[value],
          }))}
          value={settings.cardPlace}
          onChange={(cardPlace) => onChange({ cardPlace })}
        />
      </Field>
      <Field label={optionsWords.definitionsLabel} hint={optionsWords.definitionsHint}>
        <Segmented
          label={optionsWords.definitionsLabel}
          options={DEFINITIONS.map((value) => ({ value, label: optionsWords.definitions[value] }))}
          value={settings.definitions}
          onChange={(definitions) => onChange({ definitions })}
        />
      </Field>
    </>
  );
}

/** Each in its own words, for whoever can't read the others. */
const OWN_NAMES: Readonly<Record<Language, string>> = { en: "English", "zh-Hans": "简体中文", "zh-Hant": "繁體中文" };

export function OptionsInterface({ settings, onChange }: SettingsProps) {
  return (
    <>
      <Field label={optionsWords.languageLabel}>
        <Segmented
          label={optionsWords.languageLabel}
          options={[
            { value: "auto", label: optionsWords.languageAuto },
            ...LANGUAGES.map((value) => ({ value, label: OWN_NAMES[value], lang: value })),
          ]}
          value={settings.language}
          onChange={(language) => onChange({ language })}
        />
      </Field>
      <Field label={optionsWords.themeLabel} {...(settings.theme === "auto" && { hint: optionsWords.themeAutoHint })}>
        <Segmented
          label={optionsWords.themeLabel}
          options={THEMES.map((value) => ({ value, label: optionsWords.theme[value] }))}
          value={settings.theme}
          onChange={(theme) => onChange({ theme })}
        />
      </Field>
    </>
  );
}
