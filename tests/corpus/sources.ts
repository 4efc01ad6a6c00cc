/** Small sources for tests of the build: one pack, one speech, and what a test puts in their place. */
import type { Sources } from "../../src/corpus/build.ts";

export const ENTRY = `
- id: si-ge-yi-shi
  headword: 四个意识
  category: numeral
  weight: essential
  renderings:
    - text: Four Consciousnesses
      kind: common
  definition:
    en: Four kinds of awareness.
    zh: 四种意识。
  members:
    - { zh: 政治意识, en: political awareness }
    - { zh: 大局意识, en: awareness of the big picture }
    - { zh: 核心意识, en: awareness of the core }
    - { zh: 看齐意识, en: awareness of alignment }
`;

export const SPEECH = "树牢“四个意识”。增强政治意识、大局意识、核心意识、看齐意识，树牢四个意识。\n";

export function sources(entries = ENTRY, speeches: Record<string, string> = { "a.txt": SPEECH }): Sources {
  const index = Object.keys(speeches)
    .map((file) => {
      const id = file.slice(0, file.indexOf("."));
      const field = (name: string): string => `  ${name}: { en: ${name} ${id}, zh: ${name} }`;
      return [
        `- id: ${id}`,
        `  file: ${file}`,
        ...["title", "occasion", "office", "period", "redactions"].map(field),
      ].join("\n");
    })
    .join("\n");
  return {
    packs: [
      {
        pack: {
          path: "pack.yaml",
          text: "id: test\nname: { en: Test, zh: 测试 }\nversion: 1.0.0\nlicence: MIT\ndescription: { en: For tests., zh: 用于测试。 }\n",
        },
        entries: [{ path: "numerals.yaml", text: entries }],
      },
    ],
    cited: { path: "sources.yaml", text: "- { en: Xinhua, zh: 新华社 }\n" },
    speechIndex: { path: "index.yaml", text: index },
    speeches: Object.entries(speeches).map(([path, text]) => ({ path, text })),
  };
}
