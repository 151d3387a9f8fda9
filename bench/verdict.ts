import { table } from '../src/runtime/markdown.js';
import {
  brokenByHealthy,
  brokenByIncidents,
  falseRate,
  healthyFigures,
  incidentFigures,
  tenProbes,
  type KindFigures,
} from '../test/support/verdict/bounds.js';
import { recordedFigures } from '../test/support/verdict/recorded.js';
import { otherRules, percentile } from '../test/support/verdict/simulate.js';

/** Runs of the two other rules: they are slow. */
const COMPARED = 40;
const DEPLOYS = 300;

/**
 * False alarms and detection times of the verdict, with seeds of its own and with seeds of this run. A bound that does not
 * hold sets the exit status.
 */
export function run(runs = 200): string {
  const now = Date.now() % 1_000_000_000;
  const parts: string[] = [];
  const broken: string[] = [];
  for (const [title, seed] of [
    ['Seeds of the repository', 1],
    [`Seeds drawn now (${now})`, now],
  ] as const) {
    const healthy = healthyFigures(runs, seed);
    const incidents = incidentFigures(runs, seed);
    broken.push(...[...brokenByHealthy(healthy), ...brokenByIncidents(incidents)].map((one) => `${title}: ${one}`));
    parts.push(
      `### ${title}, ${runs} watches of 30 minutes a kind`,
      healthyTable(healthy, seed),
      incidentTable(incidents, seed),
    );
  }
  const deploys = tenProbes(DEPLOYS, now);
  if (deploys.rollBack > DEPLOYS * 0.01) broken.push(`ten probes: ${deploys.rollBack} false roll-backs of ${DEPLOYS}`);
  parts.push(
    `Ten probes, ${DEPLOYS} deploys: ${deploys.rollBack} false roll-back, ${deploys.mitigate} false mitigate.`,
  );
  const nulls = [0.01, 0.05, 0.124, 0.61].map((p0) => [p0, falseRate(p0, 0.05, 1000, now)] as const);
  broken.push(...nulls.filter(([, rate]) => rate > 0.05).map(([p0, rate]) => `false alarms at p0 ${p0}: ${rate}`));
  parts.push(
    table(
      ['Bad with exactly p0', 'False alarms (at most 5 %)'],
      nulls.map(([p0, rate]) => [String(p0), percent(rate)]),
    ),
  );
  const recorded = Object.entries(recordedFigures()).map(([name, one]) => [
    name,
    String(one.windows),
    String(one.verdict),
    String(one.whitney),
    String(one.threeInARow),
  ]);
  parts.push(table(['Recorded windows', 'all', 'verdict', 'repeated Mann–Whitney', 'three in a row'], recorded));
  if (broken.length > 0) process.exitCode = 1;
  parts.push(broken.length === 0 ? 'All bounds hold.' : `**Bounds that do not hold:**\n\n- ${broken.join('\n- ')}`);
  return parts.join('\n\n');
}

const percent = (part: number): string => `${(part * 100).toFixed(1)} %`;
const seconds = (ms: number | null): string => (ms === null ? '—' : (ms / 1000).toFixed(0));
const compared = ({ kind }: KindFigures, seed: number) =>
  Array.from({ length: COMPARED }, (_, run) => otherRules(kind, seed + run * 7919));

function healthyTable(figures: readonly KindFigures[], seed: number): string {
  const rows = figures.map((one) => {
    const part = (test: (run: KindFigures['runs'][number]) => boolean) =>
      percent(one.runs.filter(test).length / one.runs.length);
    const others = one.kind.spec === 'check' ? compared(one, seed) : [];
    const other = (rule: 'whitney' | 'threeInARow') =>
      others.length === 0 ? '' : percent(others.filter((run) => run[rule] !== null).length / others.length);
    return [
      one.kind.name,
      part((run) => run.rollBack !== null),
      part((run) => run.mitigate !== null),
      part((run) => run.end === 'watch'),
      part((run) => run.end === 'healthy'),
      other('whitney'),
      other('threeInARow'),
    ];
  });
  const head = ['Healthy', 'roll-back', 'mitigate', 'watch at the end', 'healthy at the end'];
  return table([...head, 'repeated Mann–Whitney', 'three in a row'], rows);
}

function incidentTable(figures: readonly KindFigures[], seed: number): string {
  const rows = figures.map((one) => {
    const { kind, runs } = one;
    const others = kind.spec === 'check' ? compared(one, seed) : [];
    const times = (level: 'mitigate' | 'rollBack') => {
      const found = runs.map((run) => run[level]);
      const share = found.filter((value) => value !== null).length / found.length;
      return [percent(share), `${seconds(percentile(found, 0.5))} / ${seconds(percentile(found, 0.95))}`];
    };
    const other = (rule: 'whitney' | 'threeInARow') => {
      // An alarm before the onset is false.
      const found = others.map((run) => run[rule]).map((value) => (value !== null && value < 0 ? null : value));
      const share = percent(found.filter((value) => value !== null).length / Math.max(1, found.length));
      return others.length === 0 ? '' : `${share}, ${seconds(percentile(found, 0.5))}`;
    };
    return [kind.name, ...times('mitigate'), ...times('rollBack'), other('whitney'), other('threeInARow')];
  });
  const head = ['Incident', 'mitigate or more', 's (median / p95)', 'roll-back', 's (median / p95)'];
  return table([...head, 'repeated Mann–Whitney', 'three in a row'], rows);
}
