import type { Sample } from '../../../src/probes/probe.js';

/** What production does, tick by tick. Ticks below 0 lie before the deploy: there, no incident has begun. */
export interface Kind {
  readonly name: string;
  /** The tick at which the incident begins; undefined: healthy. */
  readonly onset?: number;
  /** True: samples depend strongly on each other. */
  readonly correlated?: boolean;
  readonly spec: 'check' | 'count' | 'assertion';
  readonly intervalMs: number;
  /** A source of samples; it has a state of its own. */
  readonly start: (random: () => number) => (tick: number, at: number) => Sample;
}

/** The clock of the simulation begins here; the ticks of a baseline lie before it. */
export const START = 1_800_000_000_000;
const DEPLOYMENT = 'dpl_new';

interface CheckWorld {
  readonly sigma?: number;
  readonly median?: number;
  /** Correlation of the latency with that of the tick before. */
  readonly ar?: number;
  /** Probability that an attempt fails, the second one on its own. */
  readonly errors?: (tick: number, random: () => number) => number;
  /** Factor on the latency. */
  readonly factor?: (tick: number, random: () => number) => number;
  /** The previous deployment fails with the new one. */
  readonly shared?: boolean;
}

const MINUTE = 12;
/** The tick of a minute. */
export const minute = (minutes: number): number => Math.round(minutes * MINUTE);

/** A number with the standard normal distribution (Box and Muller). */
const normal = (random: () => number): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

function check(name: string, world: CheckWorld, onset?: number): Kind {
  const { sigma = 0.35, median = 120, ar = 0, errors = () => 0, factor = () => 1, shared = false } = world;
  return {
    name,
    ...(onset === undefined ? {} : { onset }),
    correlated: ar >= 0.9,
    spec: 'check',
    intervalMs: 5000,
    start: (random) => {
      let noise = normal(random);
      return (tick, at) => {
        noise = ar * noise + Math.sqrt(1 - ar * ar) * normal(random);
        const rate = errors(tick, random);
        const first = random() >= rate;
        const ok = first || random() >= rate;
        const latencyMs = median * Math.exp(sigma * noise) * factor(tick, random);
        return {
          kind: 'check',
          at,
          ok,
          latencyMs,
          retried: !first,
          neutral: { ok: true },
          control: { ok: !shared || ok, latencyMs: median },
          deployment: DEPLOYMENT,
        };
      };
    },
  };
}

interface CountWorld {
  readonly perMinute: number;
  readonly failing: number;
  readonly rate?: (tick: number) => number;
  readonly bad?: (tick: number) => number;
}

function poisson(mean: number, random: () => number): number {
  const limit = Math.exp(-mean);
  let events = 0;
  for (let product = random(); product > limit; product *= random()) events += 1;
  return events;
}

/** Events of each minute. The days of the baseline differ by up to 30 %. */
function counts(name: string, { perMinute, failing, rate = () => 1, bad }: CountWorld, onset?: number): Kind {
  return {
    name,
    ...(onset === undefined ? {} : { onset }),
    spec: 'count',
    intervalMs: 60_000,
    start: (random) => {
      let day = 1;
      return (tick, at) => {
        // A tick of the baseline is an hour of another day here.
        if (tick < 0) day = 0.85 + 0.3 * random();
        const minutes = tick < 0 ? 60 : 1;
        const part = tick < 0 ? failing : (bad?.(tick) ?? failing);
        let [total, failed] = [0, 0];
        for (let one = 0; one < minutes; one += 1)
          total += poisson(perMinute * day * (tick < 0 ? 1 : rate(tick)), random);
        for (let one = 0; one < total; one += 1) if (random() < part) failed += 1;
        return { kind: 'count', from: at - minutes * 60_000, at, bad: failed, total };
      };
    },
  };
}

const from =
  <T>(onset: number, after: T, before: T) =>
  (tick: number): T =>
    tick >= onset ? after : before;
const sometimes =
  (share: number, factor: number) =>
  (_tick: number, random: () => number): number =>
    random() < share ? factor : 1;
const always = (rate: number) => () => rate;

export const HEALTHY: readonly Kind[] = [
  check('log-normal latency', {}),
  check('wide latency (σ 0.8)', { sigma: 0.8 }),
  check('fast (8 ms)', { median: 8 }),
  check('correlated, 0.5', { ar: 0.5 }),
  check('correlated, 0.7, and 1 % flakes', { ar: 0.7, errors: always(0.01) }),
  check('correlated, 0.9', { ar: 0.9 }),
  check('correlated, 0.9, wide (σ 0.5)', { ar: 0.9, sigma: 0.5 }),
  check('spikes (2 %, 8×)', { factor: sometimes(0.02, 8) }),
  check('one in ten is slow (3×)', { factor: sometimes(0.1, 3) }),
  check('cache misses (20 %, 6×)', { factor: sometimes(0.2, 6) }),
  check('flakes 1 %', { errors: always(0.01) }),
  check('flakes 2 %', { errors: always(0.02) }),
  check('daily drift: 25 % slower in 30 minutes', { factor: (tick) => 1 + Math.max(0, tick) * (0.25 / 360) }),
  check('one burst of failures (15 s)', { errors: (tick) => (tick >= 150 && tick < 153 ? 1 : 0) }),
  check('slow start (60 s, 4×)', { factor: (tick) => (tick >= 0 && tick < MINUTE ? 4 : 1) }),
  check('a cold start each 5 minutes (2 s)', { factor: (tick) => (tick % 60 === 7 ? 16 : 1) }),
  counts('payments: 12 a minute, 3 % fail', { perMinute: 12, failing: 0.03 }),
  counts('payments: a quiet day (30 % fewer)', { perMinute: 12, failing: 0.03, rate: () => 0.7 }),
  counts('payments: rare (2 a minute)', { perMinute: 2, failing: 0.02 }),
];

export const DOWN: readonly Kind[] = [0, 7, 20].map((at) =>
  check(`down from minute ${at}`, { errors: from(minute(at), 1, 0.005) }, minute(at)),
);
export const HALF: readonly Kind[] = [0, 20].map((at) =>
  check(`50 % errors from minute ${at}`, { errors: from(minute(at), 0.5, 0) }, minute(at)),
);
export const THRICE: readonly Kind[] = [0, 20].map((at) =>
  check(`3× slower from minute ${at}`, { factor: from(minute(at), 3, 1) }, minute(at)),
);
/** The previous deployment is down too: never a reason to roll back. */
export const SHARED: Kind = check(
  'down from minute 5, the previous deployment too',
  { errors: from(minute(5), 1, 0), shared: true },
  minute(5),
);

export const INCIDENTS: readonly Kind[] = [
  ...DOWN,
  ...HALF,
  check('one of 4 nodes down from minute 5', { errors: from(minute(5), 0.25, 0) }, minute(5)),
  check('20 % errors from minute 0', { errors: from(0, 0.2, 0) }, 0),
  check('20 % errors from minute 20', { errors: from(minute(20), 0.2, 0) }, minute(20)),
  check('10 % errors from minute 0', { errors: from(0, 0.1, 0) }, 0),
  check('5 % errors from minute 0', { errors: from(0, 0.05, 0) }, 0),
  ...THRICE,
  check('2× slower from minute 0', { factor: from(0, 2, 1) }, 0),
  check('1.5× slower from minute 0', { factor: from(0, 1.5, 1) }, 0),
  check('30 % of the checks 5× slower', { factor: (tick, random) => (tick >= 0 && random() < 0.3 ? 5 : 1) }, 0),
  SHARED,
  check('down for 3 minutes', { errors: (tick) => (tick >= 60 && tick < 96 ? 1 : 0) }, 60),
  counts('payments: silent from minute 5', { perMinute: 12, failing: 0.03, rate: (tick) => (tick >= 5 ? 0 : 1) }, 5),
  counts('payments: 40 % fail from minute 5', { perMinute: 12, failing: 0.03, bad: from(5, 0.4, 0.03) }, 5),
  {
    name: 'data: an assertion is false from minute 5',
    onset: 5,
    spec: 'assertion',
    intervalMs: 60_000,
    start: () => (tick, at) => ({ kind: 'assertion', at, holds: tick < 5 }),
  },
];
