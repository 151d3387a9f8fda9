import { rm } from 'node:fs/promises';
import { commandLine } from '../../cli/command-line.js';
import { defineCommand } from '../../cli/command.js';
import { choice, FLAGS, text, type Flag } from '../../cli/flags.js';
import { mitigationsInEffect } from '../../cli/incident.js';
import type { Project, Session } from '../../cli/session.js';
import { tellBeside, warnOfUntold } from '../../cli/tell.js';
import type { Verdict } from '../../probes/verdict.js';
import { verdictLine, verdictMarkdown, verdictText } from '../../report/verdict.js';
import { asRewindError, RewindError } from '../../runtime/errors.js';
import { workflowPage } from '../../services/github/workflow-run.js';
import { assertWritable, writeOutput } from '../../runtime/files.js';
import { toJson } from '../../runtime/json.js';
import { dispatchOnce, isHarmful, tellIncident } from './consequences.js';
import { frameOf, type Frame } from './frame.js';
import { observe } from './observe.js';
import { plural } from '../../runtime/text.js';

const minutes: Flag<number | null> = {
  ...text('minutes', 'How long to watch; default: monitor.minutes of the configuration.'),
  allowed: 'a whole number of minutes from 1 to 1440',
  parse: (given) => (/^\d{1,4}$/.test(given) && +given >= 1 && +given <= 1440 ? Number(given) : undefined),
  absent: null,
};
/** What cannot be called healthy must not look so in a workflow: also a `watch` of a deployment that nobody could judge. */
const isGood = ({ level, doubts }: Verdict): boolean =>
  level === 'healthy' || (level === 'watch' && doubts.length === 0);
/** Changes nothing in production. */
export default defineCommand({
  name: 'monitor',
  summary: 'Watch a deployment with the configured probes, and say whether it is bad.',
  flags: {
    minutes,
    deployment: text('id', 'Id of the deployment to watch. Default: the one that is live.'),
    snapshot: FLAGS.snapshot,
    'on-roll-back': choice(
      ['recommend', 'dispatch'],
      'recommend',
      'At the verdict roll-back: recommend a rollback, or also start the workflow that plans it and waits for approval.',
    ),
    'on-mitigate': choice(
      ['recommend', 'dispatch'],
      'recommend',
      'At the verdict mitigate or roll-back: recommend the mitigation monitor.mitigation, or also start the workflow that plans it and waits for approval.',
    ),
    out: FLAGS.out,
  },
  examples: ['monitor', 'monitor --minutes 10 --on-roll-back dispatch', 'monitor --on-mitigate dispatch'],
  notes: [
    'Exit status 0: the verdict is "healthy", or "watch" with enough samples. 3: it is "mitigate", "roll-back", or',
    '"inconclusive", or a probe could not judge the deployment. The watch ends early at "roll-back". The file verdict.json',
    'in --out holds every sample, so that the verdict can be drawn once more.',
  ],
  verdicts: ['healthy', 'watch', 'mitigate', 'roll-back', 'inconclusive'],
  outputs: ['incident-id', 'snapshot-id', 'report-path'],
  async run(session) {
    const project = await session.open();
    const { inputs, context } = session;
    const { config } = project;
    if (config.probes.length === 0) {
      throw new RewindError('input-invalid', 'The configuration has no probes, so nothing can be watched.', {
        remedy: 'Add a section "probes" to the configuration. docs/verdict.md has an example.',
      });
    }
    const { mitigation } = config.monitor;
    if (inputs.onMitigate === 'dispatch' && mitigation === undefined) {
      throw new RewindError('input-invalid', '--on-mitigate dispatch needs to know which mitigation it starts.', {
        remedy: 'Set monitor.mitigation of the configuration to the id of a mitigation.',
      });
    }
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
  },
});

function nextOf(
  session: Session,
  { config }: Project,
  { snapshot }: Frame,
  verdict: Verdict,
  incident: string | null,
  inEffect: readonly string[],
): string[] {
  // Of the places of this command, the others know only the configuration.
  const caller = { inputs: { config: session.inputs.config } };
  if (verdict.level === 'healthy' || verdict.level === 'watch') return [];
  if (verdict.level === 'inconclusive')
    return ['Look at production yourself. Then remove the cause named above, and watch again.'];
  const plan = commandLine(caller, [
    'plan',
    ...(snapshot === null ? [] : ['--snapshot', snapshot]),
    '--reason',
    verdictLine(verdict).slice(0, 200),
  ]);
  const orStart = (workflow: string): string[] => {
    const page = workflowPage(session.context.env, workflow);
    return page === null ? [] : [`Or start the workflow: ${page}`];
  };
  const { mitigation } = config.monitor;
  const ease =
    inEffect.length > 0 || mitigation === undefined
      ? inEffect
      : [
          `Ease it first, with a time limit: ${commandLine(caller, ['mitigate', mitigation])}`,
          ...orStart(config.monitor['mitigate-workflow']),
        ];
  return [
    ...(verdict.suspect === 'shared'
      ? [
          'The previous deployment fails too: look at the database and the providers first. A rollback of the code may not help.',
        ]
      : []),
    ...ease,
    `See what changed and which ways there are: ${commandLine(session, ['decide'])}`,
    `Plan a rollback: ${plan}`,
    ...orStart(config.monitor.workflow),
    ...(incident === null ? [] : [`Incident: ${commandLine(caller, ['incident', 'show', incident])}`]),
  ];
}
