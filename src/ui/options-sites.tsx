/** The sites where nothing is marked: listed, added by hand, removed. */
import { useId, useRef, useState } from "preact/hooks";
import { Listed } from "./listed.tsx";
import type { OptionsProps } from "./options.tsx";
import { Phrase } from "./phrase.tsx";
import { optionsWords } from "./words/options.ts";

interface SitesProps extends Pick<OptionsProps, "siteOf" | "onSite"> {
  offSites: readonly string[];
}

export function OptionsSites({ offSites, siteOf, onSite }: SitesProps) {
  return (
    <>
      <AddSite offSites={offSites} siteOf={siteOf} onSite={onSite} />
      <Listed length={offSites.length} none={optionsWords.sitesNone}>
        {offSites.toSorted().map((site) => (
          <li key={site}>
            <span class="listed-name">{site === "file:" ? optionsWords.siteFiles : site}</span>
            <button
              type="button"
              class="text-button"
              aria-label={optionsWords.siteRemove(site)}
              onClick={() => onSite(site, true)}
            >
              {optionsWords.remove}
            </button>
          </li>
        ))}
      </Listed>
    </>
  );
}

function AddSite({ offSites, siteOf, onSite }: SitesProps) {
  const [typed, setTyped] = useState("");
  const [wrong, setWrong] = useState<{ text: string; site: string } | null>(null);
  const box = useRef<HTMLInputElement>(null);
  const id = useId();
  const add = (): void => {
    const said = typed.trim();
    if (said === "") return;
    const site = siteOf(said);
    if (site === undefined) setWrong({ text: optionsWords.siteWrong, site: said });
    else if (offSites.includes(site)) setWrong({ text: optionsWords.siteThere, site });
    else {
      setTyped("");
      setWrong(null);
      onSite(site, false);
    }
    box.current?.focus();
  };
  return (
    <form
      class="add-site"
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <label for={id}>{optionsWords.siteLabel}</label>
      <div class="add-site-line">
        <input
          ref={box}
          id={id}
          class="text-field"
          type="text"
          inputMode="url"
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          placeholder="www.example.cn"
          value={typed}
          aria-invalid={wrong !== null}
          aria-describedby={wrong ? `${id}-wrong` : undefined}
          onInput={(event) => {
            setTyped(event.currentTarget.value);
            setWrong(null);
          }}
        />
        <button type="submit" class="button">
          {optionsWords.siteAdd}
        </button>
      </div>
      <p id={`${id}-wrong`} class="options-wrong" role="alert">
        {wrong && <Phrase text={wrong.text} parts={{ site: wrong.site }} />}
      </p>
    </form>
  );
}
