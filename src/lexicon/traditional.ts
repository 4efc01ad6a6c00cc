/**
 * Chinese in traditional script, for what Tifa's editors write in simplified: the reader gets it by a table that is learned at build from
 * OpenCC's, over the texts that are shipped (src/corpus/learn-traditional.ts). OpenCC's own dictionaries would be thirty times as large.
 *
 * A character stands for a character, so offsets stay.
 */

/** Plain data: it survives JSON. */
export interface TraditionalTable {
  /** Characters, and in the same order what each mostly is in traditional script, where that is another. */
  characters: [from: string, to: string];
  /**
   * A line for each thing else that a character is: it, what it is, and after tabs what stands around it there. "干乾\t乾净": 干 is 乾 where
   * it stands before 净. What it is stands in its own place.
   */
  contexts: string;
}

export type ToTraditional = (text: string) => string;

interface Context {
  /** In simplified script, and the place of the character in it. */
  around: string;
  at: number;
  to: string;
}

/** What writes texts in traditional script; what is no simplified Chinese stays. The table is taken apart when the first text comes. */
export function traditionalBy(table: TraditionalTable): ToTraditional {
  let write: ToTraditional | undefined;
  return (text) => (write ??= made(table))(text);
}

function made({ characters: [from, to], contexts }: TraditionalTable): ToTraditional {
  const usual = new Map(Array.from({ length: from.length }, (_, i) => [from[i]!, to[i]!]));
  const special = new Map<string, Context[]>();
  for (const line of contexts.split("\n").filter(Boolean)) {
    const [pair, ...all] = line.split("\t");
    const [character, other] = [pair![0]!, pair![1]!];
    const those = all.map((context) => ({
      around: context.replace(other, character),
      at: context.indexOf(other),
      to: other,
    }));
    special.set(character, [...(special.get(character) ?? []), ...those]);
  }
  // The longest says most.
  for (const those of special.values()) those.sort((a, b) => b.around.length - a.around.length);
  return (text) => {
    let written = "";
    /** From where the text has not been taken over yet. */
    let taken = 0;
    for (let i = 0; i < text.length; i++) {
      const character = text[i]!;
      const context = special.get(character)?.find(({ around, at }) => text.startsWith(around, i - at));
      const other = context?.to ?? usual.get(character);
      if (other === undefined || other === character) continue;
      written += text.slice(taken, i) + other;
      taken = i + 1;
    }
    return written + text.slice(taken);
  };
}
