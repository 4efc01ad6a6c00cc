/** How political the page's language is, on a scale with two known points, and by what. */
import type { RegisterReading } from "../protocol/page-findings.ts";
import { registerWords, type RegisterLevel } from "./words/register.ts";

/** Han under which a page is too short to be judged. */
const TOO_SHORT = 60;

/** Scores at which the next level begins, and the end of the scale. The speeches that are shipped have 207 to 233. */
const LEVELS: readonly [RegisterLevel, number][] = [
  ["dense", 154],
  ["political", 64],
  ["some", 24],
  ["ordinary", 0],
];
const SCALE_END = 300;

/** What is known of the scale: src/detect/register.ts. */
const PROSE = 3;
const REPORTS = 117;

/** Parts of the score that are named: the largest. */
const MOST_PARTS = 3;

export function RegisterGlance({ register: { han, score, parts } }: { register: RegisterReading }) {
  if (han < TOO_SHORT) return null;
  const [level] = LEVELS.find(([, from]) => score >= from)!;
  return (
    <section class="register" aria-label={registerWords.register} title={registerWords.scoreHint}>
      <p class="register-level">
        <b>{registerWords.level[level]}</b> <span>{registerWords.score(Math.round(score))}</span>
      </p>
      <div class="register-scale" aria-hidden="true">
        <span class="register-fill" style={{ width: along(score) }} />
        {[PROSE, REPORTS].map((known) => (
          <span key={known} class="register-known" style={{ left: along(known) }} />
        ))}
      </div>
      <p class="register-why">{registerWords.why(sumOf(parts), registerWords.scale(PROSE, REPORTS))}</p>
    </section>
  );
}

/** The largest parts, and the others as one, in whole numbers that add up to the whole number of the score. */
function sumOf(parts: RegisterReading["parts"]): string {
  let sum = 0;
  const rounded = (score: number): number => {
    const before = Math.round(sum);
    sum += score;
    return Math.round(sum) - before;
  };
  const named = parts.slice(0, MOST_PARTS).map(({ group, score }) => ({ group, score: rounded(score) }));
  const others = rounded(parts.slice(MOST_PARTS).reduce((all, { score }) => all + score, 0));
  return [
    ...named.map(({ group, score }) => ({ name: registerWords.group[group], score })),
    { name: registerWords.others, score: others },
  ]
    .filter(({ score }) => score > 0)
    .map(({ name, score }) => registerWords.part(name, score))
    .join(registerWords.joint);
}

function along(score: number): string {
  return `${Math.round(100 * Math.min(1, score / SCALE_END))}%`;
}
