import { reviewOf } from '../../approval/gate.js';
import { howToType, isDigestRule, type Typed } from '../../approval/typed-digest.js';
import { describeApproval } from '../../approval/approval-record.js';
import { commandLine } from '../../cli/command-line.js';
import { underLock } from '../../cli/environment-lock.js';
import type { CommonInputs } from '../../cli/flags.js';
import type { Project, Session } from '../../cli/session.js';
import type { SetAside } from '../../engine/capabilities.js';
import type { LeftReplication } from '../../engine/replication.js';
import { settleResources, type Resource } from '../../engine/resources.js';
import { codeBlock } from '../../runtime/markdown.js';
import { forResource } from '../../runtime/create-context.js';
import { asRewindError, RewindError } from '../../runtime/errors.js';
import { toJson } from '../../runtime/json.js';
import { DAY_MS } from '../../runtime/progress.js';
import { sentences } from '../../runtime/text.js';
import { pastRollbacks } from '../undo/past-rollbacks.js';
import { digestOfDrop, dischargeCommand, dropCommand, goneBefore } from './gone.js';
import { dischargeMet, readStatus } from './obligations.js';

type DropSession = Session<CommonInputs & Typed & { readonly out: string; readonly digest: string | null }>;

/** A kept database that is old enough, and the resource that keeps it. */
interface Droppable {
  readonly resource: Resource;
  readonly kept: SetAside & { readonly kind: 'kept'; readonly name: string };
  /** What is approved: this very database. */
  readonly digest: string;
}

/**
 * Drops a database that a restore kept: first it shows what would be dropped, then, by its digest, drops it.
 * @throws RewindError input-invalid, drop-too-early before its days are over, plan-mismatch, drop-unproven
 */
export async function dropDatabase(session: DropSession, project: Project, name: string) {
  const found = await findDroppable(session, project, name);
  if ('gone' in found) return found.gone;
  return session.inputs.digest === null
    ? shown(session, project, found)
    : drop(session, project, found, session.inputs.digest);
}

async function findDroppable(session: DropSession, project: Project, name: string) {
  const { context: ctx } = session;
  const able = project.resources.filter(({ provider }) => provider.capabilities?.dropKept !== undefined);
  const outcomes = await settleResources(able, ({ id, provider, config }) =>
    Promise.resolve(provider.capabilities?.aside?.(config, forResource(ctx, id)) ?? []),
  );
  const failure = outcomes.find(({ error }) => error !== undefined);
  if (failure !== undefined) throw asRewindError(failure.error, failure.resource.id);
  const all = outcomes.flatMap(({ resource, value }) =>
    (value ?? []).flatMap((kept) =>
      kept.kind === 'kept' && kept.name !== undefined ? [{ resource, kept: { ...kept, name: kept.name } }] : [],
    ),
  );
  const { digest: approved } = session.inputs;
  const named = all
    .filter(({ kept }) => kept.name === name)
    .map((one) => ({ ...one, digest: digestOfDrop(project, name, one.kept.since, one.resource.id) }));
  const same = named.find(({ digest }) => digest === approved);
  if (same === undefined && (approved !== null || named.length === 0)) {
    const gone = await goneBefore(session, project, name, approved, new Set(named.map(({ resource }) => resource.id)));
    if (gone !== null) return { gone };
  }
  const found = same ?? named[0];
  if (found === undefined) {
    throw new RewindError('input-invalid', `No database "${name}" is kept.`, {
      remedy: `Kept are: ${all.map(({ kept }) => kept.name).join(', ') || 'none'}.`,
    });
  }
  if (same === undefined && named.length > 1) throw severalKeep(session, name, named);
  const days = project.config.recovery['keep-days'];
  const from = new Date(Date.parse(found.kept.since) + days * DAY_MS);
  // People can edit the comment of the database that holds the time.
  if (Number.isNaN(from.getTime())) {
    const message = `The comment of "${name}" does not say since when it has been kept ("${found.kept.since}").`;
    throw new RewindError('drop-too-early', message, {
      resource: found.resource.id,
      remedy: `Find out when it was kept: "rewind incident show" has the time. When nobody needs it any more: ${found.kept.drop}`,
    });
  }
  if (ctx.clock.now() < from) {
    throw new RewindError(
      'drop-too-early',
      `"${name}" has been kept since ${found.kept.since}. It may be dropped from ${from.toISOString()} on (recovery.keep-days: ${days}).`,
      { resource: found.resource.id },
    );
  }
  return found satisfies Droppable;
}

/** Databases of two servers may have one name. */
function severalKeep(session: DropSession, name: string, named: readonly Droppable[]): RewindError {
  const { digest } = session.inputs;
  const ids = named.map(({ resource }) => resource.id);
  const which = digest === null ? '' : ` The approved digest ${digest} belongs to none of them.`;
  return new RewindError(
    digest === null ? 'input-invalid' : 'plan-mismatch',
    `A database "${name}" is kept by ${ids.map((id) => `"${id}"`).join(' and by ')}.${which}`,
    {
      remedy: `Name the resource of the one that you mean: ${ids.map((id) => commandLine(session, ['recover', '--drop-database', name, '--scope', id])).join(' or ')}`,
    },
  );
}

/** The drop of this database, where this one was called. */
const words = ({ inputs: { scope } }: DropSession, name: string): string[] => [
  ...['recover', '--drop-database', name],
  ...(scope === null ? [] : ['--scope', scope.join(',')]),
];

function shown(
  session: DropSession,
  { config: { approval } }: Project,
  { kept: { name, since, replication }, resource, digest }: Droppable,
) {
  const waits = session.run !== null && session.inputs.typedDigest === null && isDigestRule(approval);
  const apply = commandLine(session, [...words(session, name), '--digest', digest]);
  const text = sentences(
    `The database "${name}" has been kept since ${since} by "${resource.id}". Its rows are lost when it is dropped: "rewind salvage" and "rewind undo" cannot use it any more.`,
    ...(replication === undefined ? [] : [replicationIn(replication)]),
  );
  return {
    exit: 0,
    json: toJson({ database: name, since, resource: resource.id, digest, dropped: false }),
    text: `${text}\n\n${waits ? howToType(approval, digest) : `To drop it:\n  ${apply}`}`,
    summary: `## Drop of a kept database\n\n${codeBlock('text', text)}\n\nDigest: \`${digest}\`${waits ? `\n\n${howToType(approval, digest)}` : ''}`,
    outputs: { verdict: 'planned', approval: waits ? 'digest' : 'reviewed', 'plan-digest': digest, changes: '1' },
  } as const;
}

/** What of replication a drop meets. The approver sees it: a slot goes with the database. */
const replicationIn = ({ left, move }: LeftReplication): string =>
  sentences(
    `It still has ${left.map(({ what }) => what).join(', ')}.`,
    'A logical slot is dropped with the database, and its subscriber stops. PostgreSQL does not drop a database with a subscription.',
    `Move what you still need. ${move}`,
  );

async function drop(session: DropSession, project: Project, found: Droppable, approved: string) {
  const { resource, kept, digest } = found;
  if (approved !== digest) {
    throw new RewindError(
      'plan-mismatch',
      `The approved digest ${approved} is not the one of this database (${digest}).`,
      {
        remedy: `Run "${commandLine(session, words(session, kept.name))}" again, and get its digest approved.`,
      },
    );
  }
  const approval = await reviewOf(session, project.config, { digest }, false);
  const gone = await underLock(session, project, dropCommand(kept.name, resource.id), digest, async () => {
    // Another run may have dropped it, or given it its name back, before this one had the lock.
    const now = await findDroppable(session, project, kept.name);
    if ('gone' in now) return now.gone;
    if (now.digest !== digest) throw new RewindError('plan-drift', `"${kept.name}" is not the same database any more.`);
    await resource.provider.capabilities?.dropKept?.(
      resource.config,
      forResource(session.context, resource.id),
      kept.name,
    );
    return null;
  });
  if (gone !== null) return gone;
  await writeDrop(session, project, found);
  const text = `Dropped the database "${kept.name}" (${describeApproval(approval)}).`;
  return {
    exit: 0,
    json: toJson({ database: kept.name, since: kept.since, resource: resource.id, digest, dropped: true }),
    text,
    summary: `## Drop of a kept database\n\n${codeBlock('text', text)}`,
    outputs: { verdict: 'dropped', 'plan-digest': digest, changes: '1' },
  } as const;
}

/** A record that cannot be read or written, or a proof that is lost, is a warning: the database is gone all the same. */
async function writeDrop(session: DropSession, project: Project, { resource, kept }: Droppable): Promise<void> {
  try {
    const status = await readStatus(session, project, await pastRollbacks(session, project));
    await dischargeMet(session, project, status);
    for (const { id, kind, resource: of, items, incident, reading } of status.obligations) {
      if (kind !== 'kept-database' || of !== resource.id || !items.includes(kept.what) || reading.state === 'met')
        continue;
      session.context.log.warn(
        sentences(
          `The database was dropped, but the record of incident ${incident} does not say so, because production does not prove it: ${reading.why}.`,
          `To write it: ${dischargeCommand(session, { incident, id })}`,
        ),
      );
    }
  } catch (error) {
    session.context.log.warn(
      sentences(
        `The database was dropped, but the record could not be read: ${asRewindError(error).message}`,
        'To write it, run the same command again.',
      ),
    );
  }
}
