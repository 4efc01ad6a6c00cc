/** Addresses of the desk's pages, which can be kept as links. The reader's has a file of its own. */
import { SORTS, type Filters, type GlossaryPlace } from "../lexicon/browse.ts";
import { CATEGORIES, SCOPES, WEIGHTS } from "../lexicon/term.ts";
import { DESK_PAGES } from "../protocol/desk-pages.ts";

/** The glossary's address in the extension; what is left out is as when it is opened first. */
export function glossaryAddress({ query = "", term = null, filters = {}, sort = "relevance" }: Partial<GlossaryPlace>) {
  const parameters = new URLSearchParams();
  if (query !== "") parameters.set("q", query);
  if (term !== null) parameters.set("term", term);
  for (const [name, value] of Object.entries<string | true>({ ...filters })) {
    parameters.set(name, value === true ? "1" : value);
  }
  if (sort !== "relevance") parameters.set("sort", sort);
  return parameters.size === 0 ? DESK_PAGES.glossary : `${DESK_PAGES.glossary}?${parameters.toString()}`;
}

/** What the query of a glossary address says, "?" and all. What it says wrongly is as if it were left out. */
export function readGlossaryQuery(search: string): GlossaryPlace {
  const parameters = new URLSearchParams(search);
  const pack = id(parameters.get("pack"));
  const category = oneOf(CATEGORIES, parameters.get("category"));
  const scope = oneOf(SCOPES, parameters.get("scope"));
  const weight = oneOf(WEIGHTS, parameters.get("weight"));
  const speech = id(parameters.get("speech"));
  const filters: Filters = {
    ...(pack && { pack }),
    ...(category && { category }),
    ...(scope && { scope }),
    ...(weight && { weight }),
    ...(speech && { speech }),
    ...(parameters.get("saved") === "1" && { saved: true }),
  };
  return {
    query: parameters.get("q") ?? "",
    term: id(parameters.get("term")) ?? null,
    filters,
    sort: oneOf(SORTS, parameters.get("sort")) ?? "relevance",
  };
}

function oneOf<T extends string>(known: readonly T[], value: string | null): T | undefined {
  return known.find((candidate) => candidate === value);
}

function id(value: string | null): string | undefined {
  return value !== null && /^[a-z0-9-]{1,200}$/.test(value) ? value : undefined;
}
