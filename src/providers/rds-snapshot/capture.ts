import type { PayloadSink } from '../../engine/payload.js';
import type { Context } from '../../runtime/context.js';
import { RewindError } from '../../runtime/errors.js';
import type { Server } from './answers.js';
import { client } from './client.js';
import { kindOf, sourceIdOf, type Config } from './config.js';
import { makeCopy, readCopy, sourceOf } from './copies.js';
import { ENGINES } from './kinds.js';
import { restoredName } from './names.js';
import { addressOf, clockOf, endpointOf, read } from './reading.js';
import { state as stateSchema, type Reading, type Restored, type State } from './state.js';

/**
 * A snapshot makes a copy in RDS; a comparison only reads. The database is read before the copy is made, so a write in
 * between shows as a difference later.
 */
export async function capture(config: Config, ctx: Context, sink: PayloadSink): Promise<State> {
  const rds = await client(config, ctx);
  const address = addressOf(config, ctx);
  const common = { schemaVersion: 1 as const, region: config.region, resource: ctx.resource, snapshot: ctx.snapshotId };
  if (sink.purpose === 'snapshot') {
    const production = await rds.production();
    requireSource(config, ctx, production, endpointOf(address));
    const reading = await read(ctx, address, undefined);
    const copy = await makeCopy(config, ctx, rds, production, () => clockOf(ctx, address));
    return { ...common, source: sourceOf(production), reading, copy, compared: null };
  }
  const saved = sink.saved === undefined ? undefined : stateSchema.parse(sink.saved);
  const source = saved?.source ?? null;
  // The snapshot may be of an instance, and the configuration of a cluster by now.
  const then = source === null || source.kind === rds.kind ? rds : await client(config, ctx, source.kind);
  const [production, copy, restored] = await Promise.all([
    rds.server(sourceIdOf(config)),
    saved?.copy ? readCopy(then, saved.copy) : null,
    source && then.server(restoredName(source.id, ctx.resource, ctx.snapshotId)),
  ]);
  return {
    ...common,
    source: production && sourceOf(production),
    reading: await readIfReachable(ctx, () => read(ctx, address, saved)),
    copy,
    compared: { url: endpointOf(address), restored: restored && restoredOf(restored) },
  };
}

/** A copy of one server proves nothing of the rows that were read on another one. */
function requireSource(config: Config, { resource }: Context, production: Server, url: string): void {
  const problem = mismatch(config, production, url);
  if (problem === null) return;
  throw new RewindError('snapshot-incomplete', problem.message, { resource, remedy: problem.remedy });
}

/** Why the configured server and `url` are not the same, or cannot be captured; null if they are, and can. */
export function mismatch(
  config: Config,
  { cluster, engine, endpoint, mode, members, settings }: Server,
  url: string,
): { readonly message: string; readonly remedy: string } | null {
  const kind = kindOf(config);
  const what = `${kind === 'cluster' ? 'Cluster' : 'Instance'} "${sourceIdOf(config)}"`;
  if (cluster !== null) {
    return {
      message: `${what} belongs to the cluster "${cluster}", which has the storage.`,
      remedy: `Set "cluster: ${cluster}" in place of "instance". A Multi-AZ DB cluster cannot be captured: use the postgres provider.`,
    };
  }
  if (engine !== ENGINES[kind]) {
    return { message: `${what} runs ${engine}, not ${ENGINES[kind]}.`, remedy: `Correct "${kind}".` };
  }
  if (mode !== null && mode !== 'provisioned') {
    return {
      message: `${what} has the engine mode "${mode}", which has no instances to restore.`,
      remedy: 'Use the postgres provider for this database.',
    };
  }
  if (kind === 'cluster' && members.length === 0) {
    return { message: `${what} has no instance.`, remedy: 'Set "cluster" to the one that production uses.' };
  }
  if (config.method === 'point-in-time' && Number(settings.BackupRetentionPeriod ?? 0) === 0) {
    return {
      message: `${what} has no automated backups, and the method "point-in-time" restores from them.`,
      remedy: 'Set its backup retention period to the days that a rollback may need, or choose another method.',
    };
  }
  const expected =
    config.alias === undefined ? endpoint : `${config.alias.toLowerCase()}:${endpoint?.split(':')[1] ?? ''}`;
  if (expected?.toLowerCase() === url) return null;
  return {
    message: `The URL leads to ${url}, but ${kind} "${sourceIdOf(config)}" is at ${expected ?? 'no address yet'}.`,
    remedy: `Set "${kind}" to the one that production uses. If the URL has an alias (CNAME) of it, set "alias" to its host.`,
  };
}

const restoredOf = ({ id, status, endpoint, complete, since, settings }: Server): Restored => ({
  id,
  status,
  endpoint,
  complete,
  since,
  settings,
});

/** Production may be what fails: then the plan must say so, and a restore beside it must stay possible. */
async function readIfReachable(ctx: Context, work: () => Promise<Reading>): Promise<Reading | null> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof RewindError) || error.code !== 'database-unreachable') throw error;
    ctx.log.warn(`[${ctx.resource}] ${error.message}`);
    return null;
  }
}
