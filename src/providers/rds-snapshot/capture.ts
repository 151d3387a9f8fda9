import type { PayloadSink } from '../../engine/provider.js';
import type { Context } from '../../runtime/context.js';
import { RewindError } from '../../runtime/errors.js';
import { client, type DbSnapshot, type Instance, type RdsClient } from './client.js';
import type { Config } from './config.js';
import { copyName, restoredName, tagsFor } from './names.js';
import { addressOf, endpointOf, read } from './reading.js';
import { state as stateSchema, type Copy, type Reading, type Restored, type Source, type State } from './state.js';
import { untilDone } from './wait.js';

/**
 * A snapshot makes a DB snapshot; a comparison only reads. The database is read before the DB snapshot is made, so a write in
 * between shows as a difference later.
 */
export async function capture(config: Config, ctx: Context, sink: PayloadSink): Promise<State> {
  const rds = await client(config, ctx);
  const address = addressOf(config, ctx);
  const common = { schemaVersion: 1 as const, region: config.region, resource: ctx.resource, snapshot: ctx.snapshotId };
  const name = copyName(ctx.resource, ctx.snapshotId);
  if (sink.purpose === 'snapshot') {
    const production = await rds.production();
    requireSource(config, ctx, production, endpointOf(address));
    const reading = await read(ctx, address, undefined);
    const copy = await makeCopy(config, ctx, rds, production, name);
    return { ...common, source: sourceOf(production), reading, copy, compared: null };
  }
  const saved = sink.saved === undefined ? undefined : stateSchema.parse(sink.saved);
  const [production, copy, restored] = await Promise.all([
    rds.instance(config.instance),
    rds.snapshot(name),
    rds.instance(restoredName(config.instance, ctx.resource, ctx.snapshotId)),
  ]);
  return {
    ...common,
    source: production && sourceOf(production),
    reading: await readIfReachable(ctx, () => read(ctx, address, saved)),
    copy: copy && copyOf(copy),
    compared: { url: endpointOf(address), restored: restored && restoredOf(restored) },
  };
}

/** A DB snapshot of one instance proves nothing of the rows that were read on another one. */
function requireSource({ instance, alias }: Config, { resource }: Context, production: Instance, url: string): void {
  const problem = mismatch(instance, alias, production, url);
  if (problem === null) return;
  throw new RewindError('snapshot-incomplete', problem.message, { resource, remedy: problem.remedy });
}

/** Why `instance` and `url` are not the same server, or not one that can be captured; null if they are. */
export function mismatch(
  instance: string,
  alias: string | undefined,
  { cluster, engine, endpoint }: Instance,
  url: string,
): { readonly message: string; readonly remedy: string } | null {
  if (cluster !== null) {
    return {
      message: `Instance "${instance}" belongs to the Aurora cluster "${cluster}", whose storage has no DB snapshots.`,
      remedy: 'Use the postgres provider for this database.',
    };
  }
  if (engine !== 'postgres') {
    return { message: `Instance "${instance}" runs ${engine}, not PostgreSQL.`, remedy: 'Correct "instance".' };
  }
  const expected = alias === undefined ? endpoint : `${alias.toLowerCase()}:${endpoint?.split(':')[1] ?? ''}`;
  if (expected?.toLowerCase() === url) return null;
  return {
    message: `The URL leads to ${url}, but instance "${instance}" is at ${expected ?? 'no address yet'}.`,
    remedy:
      'Set "instance" to the one that production uses. If the URL has an alias (CNAME) of the instance, set "alias" to its host.',
  };
}

export const sourceOf = ({ id, resourceId, endpoint, settings }: Instance): Source => ({
  id,
  resourceId,
  endpoint,
  settings,
});

const restoredOf = ({ id, status, endpoint, complete, since, settings }: Instance): Restored => ({
  id,
  status,
  endpoint,
  complete,
  since,
  settings,
});

const copyOf = ({ id, at, status, resourceId }: DbSnapshot): Copy => ({ id, at, status, resourceId });

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

async function makeCopy(config: Config, ctx: Context, rds: RdsClient, source: Instance, name: string): Promise<Copy> {
  ctx.log.info(`[${ctx.resource}] making DB snapshot "${name}" of instance "${config.instance}"`);
  await rds.createSnapshot(name, tagsFor(ctx.resource, ctx.snapshotId));
  const made = await untilDone(
    ctx,
    `DB snapshot "${name}"`,
    'snapshot-incomplete',
    () => rds.snapshot(name),
    ({ status }) => status === 'available',
  );
  const { resourceId, snapshot, resource } = made;
  if (resourceId !== source.resourceId || snapshot !== ctx.snapshotId || resource !== ctx.resource) {
    throw new RewindError('snapshot-incomplete', `DB snapshot "${name}" is not one that this resource made.`, {
      resource: ctx.resource,
      remedy: 'Delete it in RDS if nobody needs it, and take the snapshot again.',
    });
  }
  return copyOf(made);
}
