/** How political the page's language is, on a scale with two known points, and by what. */
import type { RegisterReading } from "../protocol/page-findings.ts";
import { Mixed } from "./mixed.tsx";
import { registerWords, type RegisterLevel } from "./words/register.ts";

/** Han under which a page is too short to be judged. */
const TOO_SHORT = 60;

/** Scores at which the next level begins, and the ends of the scale. The speeches that are shipped have 183 to 208. */
const LEVELS: readonly [RegisterLevel, number][] = [
  ["dense", 130],
  ["political", 40],
  ["some", 0],
  ["ordinary", -Infinity],
];
const SCALE = { from: -30, to: 220 };

/** What is known of the scale: src/detect/register.ts. */
const PROSE = -21;
const REPORTS = 93;

/** Reasons that are given: the weightiest. */
const MOST_REASONS = 3;

export function RegisterGlance({ register: { han, score, reasons } }: { register: RegisterReading }) {
  if (han < TOO_SHORT) return null;
  const [level] = LEVELS.find(([, from]) => score >= from)!;
  const why = reasons.slice(0, MOST_REASONS);
  return (
    <section class="register" aria-label={registerWords.register}>
      <p class="register-level">
        <b>{registerWords.level[level]}</b> <span>{registerWords.score(Math.round(score), REPORTS)}</span>
      </p>
      <div class="register-scale" aria-hidden="true" title={registerWords.scale(PROSE, REPORTS)}>
        <span class="register-fill" style={{ width: along(score) }} />
        {[PROSE, REPORTS].map((known) => (
          <span key={known} class="register-known" style={{ left: along(known) }} />
        ))}
      </div>
      {why.length > 0 && (
        <p class="register-why">
          <Mixed text={registerWords.why(why.map(reason).join(registerWords.joint))} />
        </p>
      )}
    </section>
  );
}

const reason = ({ group, rate }: RegisterReading["reasons"][number]): string =>
  registerWords.reason(registerWords.group[group], rateOf(rate));

/** Whole numbers, but for what stands less than once. */
const rateOf = (rate: number): string => (rate < 1 ? rate.toFixed(1) : String(Math.round(rate)));

function along(score: number): string {
  const share = (score - SCALE.from) / (SCALE.to - SCALE.from);
  return `${Math.round(100 * Math.min(1, Math.max(0, share)))}%`;
}
