import { liftFindings, readable } from '../../approval/environments.js';
import { assertEnvironment, assertLiftProtected } from '../../approval/gate.js';
import { choose } from '../../cli/choose.js';
import { commandLine } from '../../cli/command-line.js';
import type { Project } from '../../cli/session.js';
import { notInSnapshot, planFromLive } from '../../engine/live-plan.js';
import { factsFor, mitigationSchema } from '../../engine/mitigation.js';
import { trustOf } from '../../engine/trust.js';
import { mitigationsMarkdown, mitigationsText } from '../../report/mitigations.js';
import { escapeText } from '../../runtime/markdown.js';
import { forSnapshot } from '../../runtime/create-context.js';
import { RewindError } from '../../runtime/errors.js';
import type { Finding } from '../../runtime/finding.js';
import { toJson } from '../../runtime/json.js';
import { leftBeside } from '../rollback/aside.js';
import { assertMayPlan, publishPlan } from '../rollback/publish-plan.js';
import { pastRollbacks } from '../undo/past-rollbacks.js';
import { mitigatedElsewhere } from './elsewhere.js';
import { liftExpired } from './lift.js';
import { assertPossible, chooseMeasure, flagsOfTheDeploy } from './measure.js';
import { liftNotice } from './notice.js';
import { alreadyEased } from './overlap.js';
import type { MitigateSession } from './flags.js';

/** Plans a reversible measure, and lifts those whose time limit is over. */
export async function execute(session: MitigateSession) {
  assertTogether(session.inputs);
  const project = await session.open();
  const { inputs } = session;
  if (inputs.liftExpired) return lifted(session, project);
  const { changedByDeploy, flags: keys, tags } = inputs;
  const asked = inputs.args.length > 0 || changedByDeploy || keys !== null || tags !== null;
  if (asked) return plan(session, project);
  if (inputs.minutes === null) return listed(session, project);
  throw new RewindError('input-invalid', '--minutes is given without a mitigation.', {
    remedy: 'Name a mitigation, or flags with --flags or --tags.',
  });
}

/** A flag that would be ignored is refused. @throws RewindError input-invalid */
function assertTogether({
  args,
  flags: keys,
  tags,
  changedByDeploy,
  minutes: limit,
  liftExpired: lifts,
}: MitigateSession['inputs']) {
  const named = [
    ...(keys === null ? [] : ['--flags']),
    ...(tags === null ? [] : ['--tags']),
    ...(changedByDeploy ? ['--changed-by-deploy'] : []),
  ];
  const refuse = (what: string, others: readonly string[]): void => {
    if (others.length === 0) return;
    throw new RewindError('input-invalid', `${what} cannot be combined with ${others.join(', ')}.`, {
      remedy: 'Use only one of them.',
    });
  };
  const id = args.length > 0 ? ['the id of a mitigation'] : [];
  if (lifts) refuse('--lift-expired', [...id, ...named, ...(limit === null ? [] : ['--minutes'])]);
  if (args.length > 0) refuse('The id of a mitigation', named);
}

function listed(session: MitigateSession, { config }: Project) {
  const command = (id: string): string => commandLine(session, ['mitigate', id]);
  const all = config.mitigations.map((one) => ({ ...one, command: command(one.id) }));
  return {
    exit: 0,
    json: toJson({ environment: config.environment, mitigations: all }),
    text: mitigationsText(all),
    summary: mitigationsMarkdown(all),
    outputs: { verdict: 'listed', changes: '0' },
  } as const;
}

async function plan(session: MitigateSession, project: Project) {
  const { inputs, context: ctx } = session;
  const cautions = [...(await assertMayPlan(session, project)), ...(await liftCautions(session, project))];
  const { changedByDeploy, flags: keys, tags } = inputs;
  const wanted = { id: inputs.args[0], flags: keys ?? [], tags: tags ?? [], changedByDeploy };
  const { id, resources, ...own } = chooseMeasure(project, wanted);
  const scope = resources.map((one) => one.id);
  const chosen = await choose({ ...session, inputs: { ...inputs, scope } }, project, inputs.snapshot);
  const { manifest } = chosen;
  const missing = notInSnapshot(resources, manifest);
  if (missing.length > 0) {
    throw new RewindError('mitigation-impossible', `Snapshot ${manifest.id} does not hold ${missing.join(', ')}.`, {
      remedy: 'Take a snapshot ("rewind snapshot"), and plan again.',
    });
  }
  const measure =
    changedByDeploy && own.measure.kind === 'flags-off'
      ? {
          ...own.measure,
          flags: [...new Set([...own.measure.flags, ...(await flagsOfTheDeploy(session, project, chosen, resources))])],
        }
      : own.measure;
  const facts = await factsFor(resources, forSnapshot(ctx, manifest), measure);
  const minutesOf = inputs.minutes ?? own.minutes;
  const mitigates = mitigationSchema.parse({ id, measure, facts, minutes: minutesOf, lifts: false });
  await assertPossible(session, chosen, resources, mitigates);
  const trust = await trustOf(project.store, manifest, project.signKeys, ctx.clock.now());
  const made = await planFromLive({ ...project, resources, ctx, manifest, database: 'none', scope, mitigates });
  const asked = { mitigates, ids: scope, begins: made.changes.length > 0 };
  const already = await alreadyEased(session, project, await pastRollbacks(session, project), asked);
  const notice =
    [...already, ...(made.changes.length === 0 ? [] : [liftNotice(session, project, mitigates)])].join(' ') || null;
  const findings = await leftBeside(resources, ctx);
  const published = await publishPlan(session, project, made, {
    ...{ manifest, trust, resources, cautions, notice, findings },
    chosen: null,
    advice: null,
  });
  const { exit, json, text: shown, style, summary, outputs } = published;
  const verdict = made.changes.length === 0 ? 'in-effect' : 'planned';
  return { exit, json, text: shown, style, summary, outputs: { ...outputs, verdict } } as const;
}

/** What would stop the lift, before the measure is approved. */
async function liftCautions({ run, inputs, context }: MitigateSession, { config }: Project): Promise<Finding[]> {
  const { liftEnvironment, planEnvironment } = inputs;
  if (run === null || liftEnvironment === null) return [];
  const found = await readable(() => liftFindings(context, config, liftEnvironment, planEnvironment));
  return found.map((finding) => ({ ...finding, level: 'warning' }));
}

async function lifted(session: MitigateSession, project: Project) {
  assertEnvironment(session, project);
  await assertLiftProtected(session, project);
  const inputs = {
    ...session.inputs,
    digest: null,
    incident: null,
    database: 'none',
    includeLaterChanges: null,
    approval: 'reviewed',
  } as const;
  const all = await liftExpired({ ...session, inputs }, project);
  const failed = all.some(({ state }) => state === 'failed');
  const acted = all.some(({ state }) => state === 'lifted' || state === 'gone');
  const lines = all.map(
    ({ name, digest, state, text: why }) =>
      `${state}: ${name}${digest === null ? '' : ` (${digest.slice(0, 12)})`}: ${why}`,
  );
  const shown = lines.length === 0 ? await noneText(project) : lines.join('\n');
  return {
    exit: failed ? 1 : 0,
    json: toJson({ environment: project.config.environment, mitigations: all }),
    text: shown,
    summary: `## Mitigations\n\n${lines.length === 0 ? escapeText(shown) : lines.map((line) => `- ${escapeText(line)}`).join('\n')}\n`,
    outputs: { verdict: failed ? 'not-lifted' : acted ? 'lifted' : 'nothing-to-lift' },
  } as const;
}

/** A schedule with the configuration of another environment lifts nothing, and nobody would notice. */
async function noneText(project: Project): Promise<string> {
  const { environment } = project.config;
  const others = await mitigatedElsewhere(project);
  const none = 'No open mitigation is recorded.';
  if (others.length === 0) return none;
  const names = others.map((name) => `"${name}"`).join(', ');
  return `${none} This configuration is for "${environment}", and the store has open mitigations of ${names}: lift them with the configuration of that environment.`;
}
