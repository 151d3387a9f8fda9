import { evidenceAbove, evidenceOfChange, changeThreshold, Tally } from '../../../src/probes/evidence.js';
import { random } from '../random.js';
import { DOWN, HALF, HEALTHY, INCIDENTS, SHARED, THRICE, type Kind } from './kinds.js';
import { percentile, simulate, type Run } from './simulate.js';

export interface KindFigures {
  readonly kind: Kind;
  readonly runs: readonly Run[];
}

/** Every kind, watched so many times; four times as often where the bound is near to what is measured. */
export const watchAll = (kinds: readonly Kind[], runs: number, seed: number): KindFigures[] =>
  kinds.map((kind, index) => ({
    kind,
    runs: Array.from({ length: HALF.includes(kind) ? runs * 4 : runs }, (_, run) =>
      simulate(kind, seed + 1_000_003 * index + 7919 * run, { brief: true }),
    ),
  }));

export const healthyFigures = (runs: number, seed: number): KindFigures[] => watchAll(HEALTHY, runs, seed);
export const incidentFigures = (runs: number, seed: number): KindFigures[] => watchAll(INCIDENTS, runs, seed);

const share = ({ runs }: KindFigures, level: 'mitigate' | 'rollBack'): number =>
  runs.filter((run) => run[level] !== null).length / runs.length;

/** False alarms above what is promised, one line each. */
export function brokenByHealthy(figures: readonly KindFigures[]): string[] {
  return figures.flatMap((one) => [
    ...above(`${one.kind.name}: false roll-back`, share(one, 'rollBack'), 0.005),
    ...above(`${one.kind.name}: false mitigate`, share(one, 'mitigate'), one.kind.correlated === true ? 0.15 : 0.02),
  ]);
}

/** Incidents that are found later than promised, or not at all. */
export function brokenByIncidents(figures: readonly KindFigures[]): string[] {
  return figures.flatMap((one) => {
    const { kind, runs } = one;
    const back = runs.map((run) => run.rollBack);
    if (DOWN.includes(kind))
      return [...late(kind, back, 0.5, 30), ...late(kind, back, 0.95, 45), ...late(kind, back, 1)];
    if (HALF.includes(kind)) return [...late(kind, back, 0.95, 150), ...late(kind, back, 1)];
    const mitigate = runs.map((run) => run.mitigate);
    if (THRICE.includes(kind)) return late(kind, mitigate, 0.95, 180);
    return kind === SHARED ? above(`${kind.name}: roll-back`, share(one, 'rollBack'), 0) : [];
  });
}

const above = (what: string, value: number, most: number): string[] =>
  value <= most ? [] : [`${what}: ${(value * 100).toFixed(1)} % is above ${(most * 100).toFixed(1)} %`];

function late(kind: Kind, times: readonly (number | null)[], at: number, seconds = Infinity): string[] {
  const value = percentile(times, at);
  const found = value === null ? 'never' : `${value / 1000} s`;
  return value !== null && value <= seconds * 1000
    ? []
    : [`${kind.name}: ${at * 100} % of the runs are found after ${found}, more than ${seconds} s`];
}

/** Deploys of ten healthy probes of different kinds: how many have a false verdict. */
export function tenProbes(deploys: number, seed: number): { rollBack: number; mitigate: number } {
  const kinds = HEALTHY.filter(({ correlated }) => correlated !== true);
  const counts = { rollBack: 0, mitigate: 0 };
  for (let deploy = 0; deploy < deploys; deploy += 1) {
    const runs = Array.from({ length: 10 }, (_, probe) => {
      const kind = kinds[(deploy * 7 + probe * 3) % kinds.length];
      if (kind === undefined) throw new Error('no kinds');
      return simulate(kind, seed + deploy * 104_729 + probe * 31, { probes: 10 });
    });
    counts.rollBack += Number(runs.some((run) => run.rollBack !== null));
    counts.mitigate += Number(runs.some((run) => run.mitigate !== null));
  }
  return counts;
}

/** How often independent samples that are bad with exactly p0 reach the threshold of a risk, in a watch of 360. */
export function falseRate(p0: number, risk: number, runs: number, seed: number): number {
  const evidence = remembered(evidenceAbove(p0));
  const threshold = changeThreshold(360, risk);
  let alarms = 0;
  for (let run = 0; run < runs; run += 1) {
    const next = random(seed + run * 7919);
    const tally = new Tally();
    for (let tick = 0; tick < 360; tick += 1) {
      const bad = next() < p0;
      tally.push(Number(bad));
      // Only a bad sample raises the evidence.
      if (!bad || evidenceOfChange(tally, evidence, 360).ln < threshold) continue;
      alarms += 1;
      break;
    }
  }
  return alarms / runs;
}

/** The same sums come again in every run. */
function remembered(evidence: (bad: number, total: number) => number): typeof evidence {
  const known = new Map<number, number>();
  return (bad, total) => {
    const key = bad * 1000 + total;
    const value = known.get(key) ?? evidence(bad, total);
    known.set(key, value);
    return value;
  };
}
