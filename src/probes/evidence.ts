import { betaCdf, lnBeta } from './statistics.js';

// Read once: see statistics.ts.
const { ceil, exp, floor, log, log1p, max, min } = Math;
const NONE = -Infinity;

/** Samples of an epoch of the latency rules. */
const EPOCH = 60;
/** The newest starts are all kept; of older ones, this many for each doubling of the age. */
const STARTS = 64;

/**
 * Evidence that the rate of bad samples is above p0, as the natural logarithm of E: how much better any rate above p0
 * (weighed by Jeffreys' prior, cut off at p0) explains `bad` of `total` than p0 does. -Infinity if bad ≤ total · p0.
 *
 * While the rate is at most p0, E is a supermartingale that begins at 1, so P(E ever ≥ 1/α) ≤ α at any number of looks.
 * The cut below total · p0 only lowers E; it also keeps the subtraction below from cancelling.
 */
export function evidenceAbove(p0: number): (bad: number, total: number) => number {
  const prior = lnBeta(0.5, 0.5) + log1p(-betaCdf(p0, 0.5, 0.5));
  const [lnBad, lnGood] = [log(p0), log1p(-p0)];
  return (bad, total) => {
    if (bad <= total * p0) return NONE;
    const [a, b] = [0.5 + bad, 0.5 + total - bad];
    return lnBeta(a, b) + log1p(-betaCdf(p0, a, b)) - prior - bad * lnBad - (total - bad) * lnGood;
  };
}

/** Bad events among all, tick by tick. Sums over any stretch take one subtraction. */
export class Tally {
  readonly #bad = [0];
  readonly #total = [0];

  /** One tick: a check pushes (0 or 1, 1), an interval its events. */
  push(bad: number, total = 1): void {
    this.#bad.push((this.#bad.at(-1) ?? 0) + bad);
    this.#total.push((this.#total.at(-1) ?? 0) + total);
  }

  get ticks(): number {
    return this.#bad.length - 1;
  }

  /** Sums from a tick (0 is the first one) to now. */
  since(tick: number): Sum {
    const start = max(0, tick);
    return {
      bad: (this.#bad.at(-1) ?? 0) - (this.#bad[start] ?? 0),
      total: (this.#total.at(-1) ?? 0) - (this.#total[start] ?? 0),
    };
  }

  /** Sums of the newest ticks. */
  last(ticks: number): Sum {
    return this.since(this.ticks - ticks);
  }
}

export interface Sum {
  readonly bad: number;
  readonly total: number;
}

export interface Evidence extends Sum {
  /** Natural logarithm; -Infinity: none. */
  readonly ln: number;
  /** The tick since which there is most evidence; `bad` and `total` count from it. */
  readonly since: number;
}

type EvidenceOf = (bad: number, total: number) => number;

/**
 * Evidence of a change at an unknown tick, by Shiryaev and Roberts: the sum of E since each start. While the rate is at
 * most p0, P(sum ever ≥ planned/α) ≤ α: the sum, plus 1 for each start that is still to come, is a supermartingale that
 * begins at `planned`.
 *
 * Only some starts are summed, about 32 for each doubling of their age, so that a tick takes O(log n). The sum over some
 * starts is at most the sum over all, so the bound holds. The nearest start lies at most 1/16 of its age from a change.
 *
 * @param planned ticks of the whole watch; later ticks are no starts
 */
export function evidenceOfChange(tally: Tally, evidence: EvidenceOf, planned: number): Evidence {
  if (tally.since(0).bad === 0) return bestOf([], tally);
  const terms = startsOf(tally.ticks, planned)
    .map((since) => termSince(tally, evidence, since))
    .filter(({ ln }) => ln !== NONE);
  const best = bestOf(terms, tally);
  const sum = terms.reduce((total, { ln }) => total + exp(ln - best.ln), 0);
  return { ...best, ln: terms.length === 0 ? NONE : best.ln + log(sum) };
}

/** The starts that are summed at a tick, newest first. */
export function startsOf(ticks: number, planned: number): number[] {
  const starts: number[] = [];
  let spacing = 1;
  for (let start = ticks - 1; start >= 0; start -= spacing) {
    while (ticks - start > STARTS * spacing) spacing *= 2;
    start -= start % spacing;
    if (start < planned) starts.push(start);
  }
  return starts;
}

/**
 * Evidence of a lasting rate above p0: the larger E since the first tick and since the beginning of the newest epoch of 60
 * ticks. P(ever ≥ (epochs + 1)/α) ≤ α. It is slower than `evidenceOfChange`, and is not misled by short waves, which
 * latency has.
 */
export function evidenceOfLevel(tally: Tally, evidence: EvidenceOf, planned: number): Evidence {
  const epoch = min(ceil(planned / EPOCH) - 1, floor(max(0, tally.ticks - 1) / EPOCH));
  const starts = [0, max(0, epoch) * EPOCH];
  return bestOf(
    starts.map((since) => termSince(tally, evidence, since)),
    tally,
  );
}

/** What `evidenceOfLevel` must reach, as a natural logarithm. */
export const levelThreshold = (planned: number, risk: number): number =>
  log((max(1, ceil(planned / EPOCH)) + 1) / risk);

/** What `evidenceOfChange` must reach. */
export const changeThreshold = (planned: number, risk: number): number => log(max(1, planned) / risk);

function termSince(tally: Tally, evidence: EvidenceOf, since: number): Evidence {
  const sum = tally.since(since);
  return { ...sum, since, ln: evidence(sum.bad, sum.total) };
}

const bestOf = (terms: readonly Evidence[], tally: Tally): Evidence =>
  terms.reduce((best, term) => (term.ln > best.ln ? term : best), { ...tally.since(0), since: 0, ln: NONE });
