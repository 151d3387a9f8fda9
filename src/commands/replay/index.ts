import { describeApproval } from '../../approval/approval-record.js';
import { assertEnvironment, assertProtected, reviewOf } from '../../approval/gate.js';
import { commandLine } from '../../cli/command-line.js';
import { defineCommand } from '../../cli/command.js';
import { underLock } from '../../cli/environment-lock.js';
import { FLAGS, text, type InputsOf } from '../../cli/flags.js';
import type { Project, Session } from '../../cli/session.js';
import { findSnapshot } from '../../engine/choose.js';
import { deliveriesOf, replayDigest, sendAll, type Replay, type ReplayPlan } from '../../engine/replay.js';
import { replayedText, replayText } from '../../report/replay-text.js';
import { codeBlock } from '../../runtime/markdown.js';
import { forResource } from '../../runtime/create-context.js';
import { RewindError } from '../../runtime/errors.js';
import { toJson } from '../../runtime/json.js';
import { flags as rollbackFlags } from '../rollback/flags.js';
import { noteProgress, readPlan, readProgress, storePlan } from './plan-file.js';
import { lostSince } from './lost-since.js';

const flags = {
  digest: { ...rollbackFlags.digest, description: 'Digest of the approved replay plan; without it, a plan is made.' },
  from: {
    ...text('snapshot', 'Snapshot that the database was restored from; default: the one that the database names.'),
    allowed: FLAGS.snapshot.allowed,
    parse: FLAGS.snapshot.parse,
  },
  'typed-digest': FLAGS['typed-digest'],
  incident: FLAGS.incident,
  environment: FLAGS.environment,
};
type ReplaySession = Session<InputsOf<typeof flags>>;

/** Plans first; sends only what was approved by its digest. */
export default defineCommand({
  name: 'replay',
  summary: 'Send Stripe events again that a restore took back: first a plan, then, by its digest, the events.',
  flags,
  examples: ['replay', 'replay --from 20260102T030405Z-a1b2c3', 'replay --digest DIGEST'],
  verdicts: ['planned', 'replayed', 'nothing'],
  outputs: ['plan-digest', 'snapshot-id', 'changes'],
  async run(session) {
    const project = await session.open();
    assertEnvironment(session, project);
    return session.inputs.digest === null ? plan(session, project) : send(session, project, session.inputs.digest);
  },
});

async function plan(session: ReplaySession, project: Project) {
  const { inputs, context } = session;
  await assertProtected(session, project);
  const { resource, replay } = subject(session, project);
  const lost = await lostSince(context, project, inputs.from);
  const { id, createdAt } = await findSnapshot(project.store, lost.snapshot, project.origin);
  const until = lost.until ?? context.clock.now().toISOString();
  const facts = await replay.plan(resource.config, forResource(context, resource.id), createdAt, until);
  const content: Omit<ReplayPlan, 'digest'> = {
    kind: 'rewind-replay',
    schemaVersion: 1,
    createdAt: context.clock.now().toISOString(),
    environment: project.config.environment,
    resource: resource.id,
    snapshot: id,
    named: inputs.from !== null,
    facts,
  };
  const made: ReplayPlan = { ...content, digest: replayDigest(content) };
  const some = facts.events.length > 0;
  // Also an empty one: it shows that there was nothing to send.
  await storePlan(project, made);
  const shown = replayText(made, await readProgress(project, made));
  return {
    exit: 0,
    json: toJson(made),
    text: some
      ? `${shown}\n\nTo send the events:\n  ${commandLine(session, ['replay', '--digest', made.digest])}`
      : shown,
    summary: `## Replay plan\n\n${codeBlock('text', shown)}\n\nDigest: \`${made.digest}\``,
    outputs: {
      verdict: some ? 'planned' : 'nothing',
      'plan-digest': made.digest,
      'snapshot-id': id,
      changes: String(deliveriesOf(facts).length),
    },
  } as const;
}

async function send(session: ReplaySession, project: Project, digest: string) {
  const { context } = session;
  const approved = await readPlan(project, digest);
  const { resource, replay } = subject(session, project, approved.resource);
  const approval = await reviewOf(session, project.config, { digest }, false);
  const ctx = forResource(context, resource.id);
  const deliveries = deliveriesOf(approved.facts);
  const { before, after } = await underLock(session, project, 'replay', digest, async (lock) => {
    const before = await readProgress(project, approved);
    if (before.done < deliveries.length) await assertStillRestored(session, project, approved);
    const deliver = await replay.sender(resource.config, ctx, approved.facts);
    const progress = context.progress('sending events', 'items');
    const after = await sendAll(deliveries, before, ctx, deliver, async (state) => {
      await lock.assertHeld();
      await noteProgress(project, approved, state);
      progress.update(state.done, deliveries.length);
    });
    progress.end();
    return { before, after };
  });
  const sent = after.done - before.done;
  const shown = `${replayedText(approved, before, after)}\n(${describeApproval(approval)})`;
  const failed = after.refused.length > 0;
  return {
    exit: failed ? 1 : 0,
    json: toJson({ ok: !failed, digest, sent, ...after }),
    text: shown,
    summary: `## Replay\n\n${codeBlock('text', shown)}`,
    outputs: {
      verdict: sent === 0 ? 'nothing' : 'replayed',
      'plan-digest': digest,
      'snapshot-id': approved.snapshot,
      changes: String(sent),
    },
  } as const;
}

/**
 * After an undo the database holds what the application wrote for the events, after another restore it lacks others.
 * @throws RewindError plan-drift
 */
async function assertStillRestored(
  { context }: ReplaySession,
  project: Project,
  { snapshot, named }: ReplayPlan,
): Promise<void> {
  if (named) return;
  const now = await lostSince(context, project, null).catch((error: unknown) => {
    if (error instanceof RewindError && error.code === 'input-invalid') return null;
    throw error;
  });
  if (now?.snapshot === snapshot) return;
  throw new RewindError(
    'plan-drift',
    `The databases in scope do not say any more that they were restored from snapshot ${snapshot}. No event was sent by this run.`,
    {
      remedy: `If a restore was undone, send nothing: the events are in the database. To send them all the same, plan again: "rewind replay --from ${snapshot}".`,
    },
  );
}

/** The one resource in scope whose provider sends events again. */
function subject({ inputs }: ReplaySession, { resources }: Project, id?: string) {
  const found = resources.flatMap((resource) => {
    const replay: Replay<unknown> | undefined = resource.provider.capabilities?.replay;
    return replay && (id === undefined || resource.id === id) ? [{ resource, replay }] : [];
  });
  const [first] = found;
  if (first && found.length === 1) return first;
  throw new RewindError('input-invalid', `"replay" needs one Stripe account in scope (found ${found.length}).`, {
    remedy:
      found.length > 1
        ? `Name one with --scope: ${found.map(({ resource }) => resource.id).join(', ')}.`
        : `Add a resource with "provider: stripe-webhooks" to the configuration${inputs.scope === null ? '' : ', or remove --scope'}.`,
  });
}
