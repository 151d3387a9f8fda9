import type { Project, Session } from '../../cli/session.js';
import { controlWorks } from '../../probes/baseline.js';
import { loadProbes, readyProbe } from '../../probes/prepare.js';
import type { CheckSample, ProbeRun, ProbeSeries, Sample } from '../../probes/probe.js';
import { runProbes } from '../../probes/run-probes.js';
import { Watch, type Verdict, type VerdictRecord } from '../../probes/verdict.js';
import { levelOf, type Level } from '../../probes/rules.js';
import { decisiveOf, verdictLine } from '../../report/verdict.js';
import type { Frame } from './frame.js';
import { plural } from '../../runtime/text.js';

/** Time between two lines of progress. */
const PROGRESS_MS = 30_000;
/** A verdict is drawn at most so often: it looks at every probe. */
const VERDICT_MS = 1_000;

export interface Observed {
  readonly verdict: Verdict;
  readonly record: VerdictRecord;
  readonly series: readonly ProbeSeries[];
  /** True if the run was cancelled before its time was over. */
  readonly cancelled: boolean;
  readonly skipped: number;
  /** The first verdict of each level above `healthy`, in the order of time. */
  readonly reached: readonly Verdict[];
}

/**
 * Watches production for a time; ends early at `roll-back`, because nothing that follows changes it.
 * @param onReached is called with the first verdict of each level above `healthy`, at once
 */
export async function observe(
  { context }: Pick<Session, 'context'>,
  { config }: Pick<Project, 'config'>,
  frame: Pick<Frame, 'deployment' | 'control' | 'identity' | 'baselines'>,
  minutes: number,
  onReached: (verdict: Verdict) => void = () => undefined,
): Promise<Observed> {
  const { clock, log } = context;
  const loaded = await loadProbes(config.probes);
  const startedAt = clock.now().getTime();
  const durationMs = minutes * 60_000;
  const watch = new Watch({
    startedAt,
    durationMs,
    deployment: frame.deployment,
    criteria: config.criteria,
    probes: loaded.map(({ spec, entry }) => ({
      spec,
      intervalMs: entry.every * 1000,
      baseline: frame.baselines.get(spec.id) ?? null,
    })),
  });
  const facts = new Map<string, ProbeRun['facts']>([...frame.baselines].map(([id, one]) => [id, one.facts]));
  const neutral = { url: config.monitor.neutral, allowPrivate: config.monitor['allow-private'] };
  const { control, identity } = frame;
  const controlled = new Set([...frame.baselines.values()].filter(controlWorks).map(({ probe }) => probe));
  const ready = loaded.map((one) => readyProbe(one, context, { control, controlled, identity, neutral, facts }));

  const reached: Verdict[] = [];
  const reach = (verdict: Verdict): void => {
    reached.push(verdict);
    onReached(verdict);
  };
  let highest = 'healthy' as Level;
  let [drawn, shown] = [-VERDICT_MS, 0];
  const silent = new Set<string>();
  const elsewhere = new Set<string>();
  const isElsewhere = (one: Sample): one is CheckSample =>
    one.kind === 'check' &&
    one.deployment !== undefined &&
    (one.deployment === null || (frame.deployment !== null && one.deployment !== frame.deployment));
  const { series, cancelled, skipped, endedAt } = await runProbes(ready, context, {
    durationMs,
    onRun({ probe }, run, elapsedMs) {
      watch.take(probe.id, run);
      const [error] = run.errors;
      const other = run.samples.find(isElsewhere);
      // Once for each probe, and at once: nobody should wait for the end of the watch to learn that a credential is missing.
      if (error !== undefined && !silent.has(probe.id)) {
        silent.add(probe.id);
        log.warn(`[${probe.id}] A check gave no sample: ${error.message}`);
      } else if (other !== undefined && !elsewhere.has(`${probe.id} ${other.deployment ?? ''}`)) {
        elsewhere.add(`${probe.id} ${other.deployment ?? ''}`);
        log.warn(`[${probe.id}] ${elsewhereText(other.deployment ?? null, frame.deployment ?? 'the deploy')}`);
      }
      if (elapsedMs - drawn < VERDICT_MS) return false;
      drawn = elapsedMs;
      const verdict = watch.verdict(startedAt + Math.round(elapsedMs));
      const { level } = verdict;
      if (level !== 'inconclusive' && levelOf(level) > levelOf(highest)) {
        highest = level;
        reach(verdict);
        log.warn(`${clockOf(elapsedMs)} ${verdictLine(verdict)}`);
      } else if (elapsedMs - shown >= PROGRESS_MS) {
        log.info(`${clockOf(elapsedMs)} of ${clockOf(durationMs)}: ${progressOf(verdict)}`);
      } else return false;
      shown = elapsedMs;
      return level === 'roll-back';
    },
  });
  // The watch was planned for its whole time: one that ended early proves nothing about the rest.
  const at = Math.max(endedAt, highest === 'roll-back' || cancelled ? endedAt : startedAt + durationMs);
  const verdict = watch.verdict(at);
  if (verdict.level !== 'inconclusive' && levelOf(verdict.level) > levelOf(highest)) reach(verdict);
  return { verdict, record: watch.record(at), series, cancelled, skipped, reached };
}

const elsewhereText = (served: string | null, watched: string): string =>
  served === null
    ? `Which deployment the domain serves could not be read. While it cannot, failures lead to "mitigate" at most, and good checks prove nothing of ${watched}.`
    : `The deployment behind the domain is ${served}. A check of another one than ${watched} does not count.`;

/** "3:20" */
function clockOf(ms: number): string {
  const whole = Math.round(ms / 1000);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

function progressOf(verdict: Verdict): string {
  const counted = verdict.probes.reduce((sum, one) => sum + one.counted, 0);
  const nearest = decisiveOf(verdict);
  const level = verdict.level === 'inconclusive' ? 'nothing found yet' : verdict.level;
  return `${plural(counted, 'sample')} of ${plural(verdict.probes.length, 'probe')}, ${level}${nearest === null ? '' : `; ${nearest}`}`;
}
