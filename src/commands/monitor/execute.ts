import { rm } from 'node:fs/promises';
import { mitigationsInEffect } from '../../cli/incident.js';
import type { CommandResult } from '../../cli/result.js';
import type { RewindConfig } from '../../config/schema.js';
import { tellBeside, warnOfUntold } from '../../cli/tell.js';
import type { Verdict, VerdictLevel } from '../../probes/verdict.js';
import { verdictMarkdown, verdictText } from '../../report/verdict.js';
import { asRewindError, RewindError } from '../../runtime/errors.js';
import { assertWritable, writeOutput } from '../../runtime/files.js';
import { toJson } from '../../runtime/json.js';
import { plural } from '../../runtime/text.js';
import { dispatchOnce, isHarmful, tellIncident } from './consequences.js';
import type { MonitorSession } from './flags.js';
import { frameOf } from './frame.js';
import { nextOf } from './next.js';
import { observe } from './observe.js';

/** What cannot be called healthy must not look so in a workflow: also a `watch` of a deployment that nobody could judge. */
const isGood = ({ level, doubts }: Verdict): boolean =>
  level === 'healthy' || (level === 'watch' && doubts.length === 0);

/** Changes nothing in production. */
export async function execute(
  session: MonitorSession,
): Promise<CommandResult<VerdictLevel, 'incident-id' | 'snapshot-id' | 'report-path'>> {
  const project = await session.open();
  const { inputs, context } = session;
  const { config } = project;
  const { mitigation } = config.monitor;
  assertUsable(config, inputs.onMitigate);
  const frame = await frameOf(session, project, inputs.snapshot, inputs.deployment);
  const length = inputs.minutes ?? config.monitor.minutes;
  const path = session.path(`${inputs.out}/verdict.json`);
  // Fails before the watch if the path cannot be written, and removes the verdict of an earlier watch.
  await assertWritable('out', path);
  await rm(path, { force: true });
  context.log.info(
    `Watching ${frame.deployment ?? 'production'} for ${plural(length, 'minute')} with ${plural(config.probes.length, 'probe')}.`,
  );
  const inEffect = await mitigationsInEffect(session, project);
  for (const what of inEffect) context.log.warn(`${what} The verdict is about production with it.`);
  // At once: the rest of the watch does not delay what eases the incident.
  const easing: Promise<string>[] = [];
  const ease = async (verdict: Verdict): Promise<string> => {
    const workflow = config.monitor['mitigate-workflow'];
    if (inEffect.length > 0) return `${workflow} was not started, because a mitigation is in effect.`;
    const recorder = await tellIncident(session, project, frame, [verdict]);
    const start = { workflow, inputs: mitigation === undefined ? {} : { mitigation } };
    const text = await dispatchOnce(session, start, frame, recorder, verdict);
    context.log.info(text);
    return text;
  };
  const begin = context.clock.monotonic();
  const observed = await observe(session, project, frame, length, (verdict) => {
    if (inputs.onMitigate === 'dispatch' && isHarmful(verdict) && easing.length === 0) {
      easing.push(ease(verdict));
    }
  });
  const { verdict, record, series } = observed;
  const elapsedMs = context.clock.monotonic() - begin;
  // Before the consequences: the person who approves a rollback can read it, also if they fail. And they follow without it.
  const text = `${JSON.stringify({ verdict, record })}\n`;
  await writeOutput('out', path, text).catch((error: unknown) => context.log.warn(asRewindError(error).message));
  const eased = await Promise.all(easing);
  const recorder = await tellIncident(session, project, frame, observed.reached);
  // Beside the start of the workflow.
  const teller = tellBeside(session, project);
  if (recorder !== null) teller.wake(recorder.incident);
  const rollback = {
    workflow: config.monitor.workflow,
    inputs: frame.snapshot === null ? {} : { snapshot: frame.snapshot },
  };
  const dispatched = [
    ...(verdict.level === 'roll-back' && inputs.onRollBack === 'dispatch'
      ? [await dispatchOnce(session, rollback, frame, recorder, verdict)]
      : []),
    ...eased,
  ];
  warnOfUntold(session, await teller.finish());
  const incident = recorder?.incident ?? null;
  const next = [...dispatched, ...nextOf(session, project, frame, verdict, incident, inEffect)];
  const shown = { verdict, series, deployment: frame.deployment, elapsedMs, next };
  if (observed.skipped > 0)
    context.log.warn(`${plural(observed.skipped, 'tick was', 'ticks were')} left out: a probe was still running.`);
  return {
    exit: isGood(verdict) ? 0 : 3,
    json: toJson({
      ok: isGood(verdict),
      ...frame,
      identity: undefined,
      baselines: undefined,
      verdict,
      incident,
      mitigations: inEffect,
      next,
    }),
    text: verdictText(shown),
    summary: verdictMarkdown(shown),
    outputs: {
      verdict: verdict.level,
      'report-path': path,
      ...(incident === null ? {} : { 'incident-id': incident }),
      ...(frame.snapshot === null ? {} : { 'snapshot-id': frame.snapshot }),
    },
  };
}

/** @throws RewindError input-invalid */
function assertUsable(config: RewindConfig, onMitigate: MonitorSession['inputs']['onMitigate']): void {
  if (config.probes.length === 0) {
    throw new RewindError('input-invalid', 'The configuration has no probes, so nothing can be watched.', {
      remedy: 'Add a section "probes" to the configuration. docs/verdict.md has an example.',
    });
  }
  if (onMitigate === 'dispatch' && config.monitor.mitigation === undefined) {
    throw new RewindError('input-invalid', '--on-mitigate dispatch needs to know which mitigation it starts.', {
      remedy: 'Set monitor.mitigation of the configuration to the id of a mitigation.',
    });
  }
}
