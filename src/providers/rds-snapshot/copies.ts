import type { Context } from '../../runtime/context.js';
import { RewindError } from '../../runtime/errors.js';
import type { DbSnapshot, Server, Window } from './answers.js';
import type { RdsClient } from './client.js';
import { sourceIdOf, type Config, type Kind } from './config.js';
import { NAMES } from './kinds.js';
import { copyName, restoredName, tagsFor, titleOf } from './names.js';
import { forRestore } from './settings.js';
import type { Copy, Source } from './state.js';
import { untilDone } from './wait.js';

/**
 * Makes what a restore is made from, and waits until RDS can restore it.
 * @param after an instant after which the database was read, by the clock of the database
 * @throws RewindError snapshot-incomplete, deadline-exceeded
 */
export async function makeCopy(
  config: Config,
  ctx: Context,
  rds: RdsClient,
  source: Server,
  after: () => Promise<Date>,
): Promise<Copy> {
  switch (config.method) {
    case 'snapshot':
      return makeSnapshot(config, ctx, rds, source);
    case 'clone':
      return makeClone(config, ctx, rds, source);
    case 'point-in-time':
      return recordInstant(ctx, rds, source, await after());
  }
}

/** Reads a copy again. @returns null if it does not exist any more */
export async function readCopy(rds: RdsClient, saved: Copy): Promise<Copy | null> {
  switch (saved.method) {
    case 'snapshot': {
      const found = await rds.snapshot(saved.id);
      return found && snapshotCopy(rds.kind, found);
    }
    case 'clone': {
      const found = await rds.server(saved.id);
      return found && cloneCopy(found);
    }
    case 'point-in-time': {
      const window = await rds.window(saved.id, saved.resourceId);
      return window && { ...saved, status: statusOf(saved.at, window) };
    }
  }
}

/** What keeps a copy from being restored; null: nothing. */
export function copyProblem(saved: Copy, live: Copy | null): { code: CopyCode; text: string } | null {
  if (live?.resourceId !== saved.resourceId || live.at !== saved.at) {
    return {
      code: 'rds-copy-gone',
      text: `The ${titleOf(saved)} does not exist any more, or a different one has its identifier.`,
    };
  }
  if (live.status === 'available') return null;
  return { code: 'rds-copy-unusable', text: `The ${titleOf(saved)} is "${live.status}": RDS does not restore it.` };
}

type CopyCode = 'rds-copy-gone' | 'rds-copy-unusable';

async function makeSnapshot(config: Config, ctx: Context, rds: RdsClient, source: Server): Promise<Copy> {
  const name = copyName(ctx.resource, ctx.snapshotId);
  const { title } = NAMES[rds.kind].snapshot;
  ctx.log.info(`[${ctx.resource}] making ${title} "${name}" of ${rds.kind} "${source.id}"`);
  await rds.createSnapshot(name, tagsFor(ctx.resource, ctx.snapshotId));
  const made = await untilDone(
    ctx,
    `${title} "${name}"`,
    'snapshot-incomplete',
    () => rds.snapshot(name),
    ({ status }) => status === 'available',
  );
  if (made.resourceId !== source.resourceId) throw foreign(ctx, `${title} "${name}"`);
  requireOwn(ctx, made, `${title} "${name}"`);
  return snapshotCopy(rds.kind, made);
}

/** A clone has no instance, so nothing can write to it until a rollback gives it one. */
async function makeClone(config: Config, ctx: Context, rds: RdsClient, source: Server): Promise<Copy> {
  const name = restoredName(sourceIdOf(config), ctx.resource, ctx.snapshotId);
  ctx.log.info(`[${ctx.resource}] making clone "${name}" of cluster "${source.id}"`);
  await rds.clone(name, forRestore(rds.kind, source.settings, 'clone'), tagsFor(ctx.resource, ctx.snapshotId));
  const made = await untilDone(
    ctx,
    `clone "${name}"`,
    'snapshot-incomplete',
    () => rds.server(name),
    ({ status }) => status === 'available',
  );
  requireOwn(ctx, made, `clone "${name}"`);
  return cloneCopy(made);
}

/**
 * Nothing is made. RDS can restore an instant only some minutes later, and a snapshot that cannot be restored is none:
 * so the snapshot waits for that.
 */
async function recordInstant(ctx: Context, rds: RdsClient, { id, resourceId }: Server, after: Date): Promise<Copy> {
  // RDS takes whole seconds. The next but one is later than every write that was read.
  const at = new Date((Math.floor(after.getTime() / 1000) + 2) * 1000).toISOString().replace('.000Z', 'Z');
  ctx.log.info(`[${ctx.resource}] recording the instant ${at} of ${rds.kind} "${id}"`);
  await untilDone(
    ctx,
    `the automated backups of "${id}" to reach ${at}`,
    'snapshot-incomplete',
    () => rds.server(id),
    ({ window: { latest } }) => latest !== null && Date.parse(latest) >= Date.parse(at),
  );
  return { kind: rds.kind, method: 'point-in-time', id, at, status: 'available', resourceId, version: null };
}

function requireOwn(
  { resource, snapshotId }: Context,
  made: { readonly snapshot: string | undefined; readonly resource: string | undefined },
  what: string,
): void {
  if (made.snapshot !== snapshotId || made.resource !== resource) throw foreign({ resource }, what);
}

const foreign = ({ resource }: Pick<Context, 'resource'>, what: string): RewindError =>
  new RewindError('snapshot-incomplete', `${what} is not one that this resource made.`, {
    resource,
    remedy: 'Delete it in RDS if nobody needs it, and take the snapshot again.',
  });

const snapshotCopy = (kind: Kind, { id, at, status, resourceId, version }: DbSnapshot): Copy => ({
  kind,
  method: 'snapshot',
  id,
  at,
  status,
  resourceId,
  version: kind === 'cluster' ? version : null,
});

/** The instance that a rollback gives to a clone has its identifier. */
function cloneCopy({ kind, id, since, status, resourceId, members }: Server): Copy {
  const other = members.find((member) => member !== id);
  return {
    kind,
    method: 'clone',
    id,
    at: since,
    status: other === undefined ? (members.length > 0 ? 'available' : status) : `in use by instance ${other}`,
    resourceId,
    version: null,
  };
}

/** @param at ISO 8601 */
function statusOf(at: string, { earliest, latest }: Window): string {
  if (earliest === null || latest === null) return 'without automated backups';
  if (Date.parse(at) < Date.parse(earliest)) return `expired: RDS holds what was since ${earliest}`;
  return Date.parse(at) > Date.parse(latest) ? `not restorable yet: RDS holds what was until ${latest}` : 'available';
}

/** Where production stands, as a snapshot keeps it. */
export const sourceOf = ({ kind, id, resourceId, endpoint, members, settings }: Server): Source => ({
  kind,
  id,
  resourceId,
  endpoint,
  members: members.length,
  settings,
});
