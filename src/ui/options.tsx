/** The options page: every setting with what it does, and what the user has made. Nothing has to be saved. */
import type { ComponentChildren } from "preact";
import { useRef } from "preact/hooks";
import type { GlossaryLines } from "../lexicon/lines.ts";
import type { Language } from "../protocol/language.ts";
import type { PageSettings } from "../protocol/page-settings.ts";
import { DeskBar } from "./desk-bar.tsx";
import { CloseIcon } from "./icons.tsx";
import { OptionsData, type DataProps } from "./options-data.tsx";
import { OptionsKeys, type KeysProps } from "./options-keys.tsx";
import { OptionsExplanations, OptionsInterface } from "./options-reading.tsx";
import { OptionsMarks } from "./options-marks.tsx";
import { OptionsMuted } from "./options-muted.tsx";
import { OptionsPacks } from "./options-packs.tsx";
import { OptionsSites } from "./options-sites.tsx";
import type { Sample } from "./sample.ts";
import { optionsWords } from "./words/options.ts";

/** What the user has set. */
export interface OptionsSettings extends Omit<PageSettings, "on" | "language"> {
  /** Marks at all, anywhere. */
  enabled: boolean;
  /** Hosts without marks. */
  offSites: readonly string[];
  language: "auto" | Language;
}

export interface SettingsProps {
  settings: OptionsSettings;
  onChange: (part: Partial<OptionsSettings>) => void;
}

/** What was done last, or what could not be done. */
export interface Said {
  text: ComponentChildren;
  failed?: boolean;
  /** It can be undone when the page is opened again, too, until it is dismissed. */
  isKept?: boolean;
  undo?: () => void;
}

export interface OptionsProps extends SettingsProps, DataProps, KeysProps {
  lines: GlossaryLines;
  /** A passage of a speech to try the marks on. */
  sample: Sample;
  /** The sample is in the document. */
  onSample: (root: HTMLElement) => void;
  /** The host that `typed` names; undefined if it names none. */
  siteOf: (typed: string) => string | undefined;
  onPack: (id: string, on: boolean) => void;
  onSite: (site: string, on: boolean) => void;
  onUnmute: (key: string, headword: string) => void;
  said: Said | null;
  onDismiss: () => void;
}

const SECTIONS = ["marks", "explanations", "interface", "packs", "sites", "muted", "keys", "data"] as const;
type SectionName = (typeof SECTIONS)[number];

export function Options(props: OptionsProps) {
  return (
    <>
      <DeskBar current="options" />
      <div class="options">
        <nav class="options-nav" aria-label={optionsWords.sections}>
          <ul>
            {SECTIONS.map((name) => (
              <li key={name}>
                <a href={`#${name}`}>{optionsWords[name]}</a>
              </li>
            ))}
          </ul>
        </nav>
        <main class="options-main">
          <header class="options-head">
            <h1>{optionsWords.title}</h1>
            <p>{optionsWords.applied}</p>
          </header>
          <Section name="marks">
            <OptionsMarks {...props} />
          </Section>
          <Section name="explanations">
            <OptionsExplanations {...props} />
          </Section>
          <Section name="interface">
            <OptionsInterface {...props} />
          </Section>
          <Section name="packs" hint={optionsWords.packsHint}>
            <OptionsPacks {...props} packsOff={props.settings.packsOff} />
          </Section>
          <Section name="sites" hint={optionsWords.sitesHint}>
            <OptionsSites {...props} offSites={props.settings.offSites} />
          </Section>
          <Section name="muted" hint={optionsWords.mutedHint}>
            <OptionsMuted {...props} muted={props.settings.muted} />
          </Section>
          <Section name="keys" hint={optionsWords.keysHint}>
            <OptionsKeys {...props} />
          </Section>
          <Section name="data" hint={optionsWords.dataHint}>
            <OptionsData {...props} />
          </Section>
        </main>
      </div>
      <SaidBar {...props} />
    </>
  );
}

function Section({ name, hint, children }: { name: SectionName; hint?: string; children: ComponentChildren }) {
  return (
    <section id={name} class="options-section" aria-labelledby={`${name}-title`}>
      <h2 id={`${name}-title`}>{optionsWords[name]}</h2>
      {hint !== undefined && <p class="options-hint">{hint}</p>}
      {children}
    </section>
  );
}

/** Always in the document, so that screen readers hear what comes into it. */
function SaidBar({ said, onDismiss }: Pick<OptionsProps, "said" | "onDismiss">) {
  const place = useRef<HTMLDivElement>(null);
  /** A button that goes with what it was pressed for leaves the focus here. */
  const pressed = (act: () => void) => () => {
    place.current!.focus();
    act();
  };
  return (
    <div ref={place} class="said-place" role="status" tabIndex={-1}>
      {said && (
        <div class={said.failed ? "said said-failed" : "said"}>
          <p>{said.text}</p>
          {said.undo && (
            <button type="button" class="said-undo" onClick={pressed(said.undo)}>
              {optionsWords.undo}
            </button>
          )}
          {(said.undo !== undefined || said.failed === true) && (
            <button type="button" class="icon-button" aria-label={optionsWords.dismiss} onClick={pressed(onDismiss)}>
              <CloseIcon />
            </button>
          )}
        </div>
      )}
    </div>
  );
}
