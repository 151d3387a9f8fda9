import { z } from 'zod';
import type { Place, Where } from '../../engine/capabilities.js';
import type { Context } from '../../runtime/context.js';
import { RewindError } from '../../runtime/errors.js';
import type { RdsClient } from './client.js';
import { kind, sourceIdOf, type Config } from './config.js';
import { isRestoreOf } from './names.js';
import type { State } from './state.js';

/** What `where` of a server holds: the region, and the server beside which it was restored, which proves the account. */
const placeSchema = z.strictObject({ region: z.string(), kind, id: z.string(), resourceId: z.string() });

/** Null if the server of the configuration is gone. */
export async function locationOf(config: Config, rds: RdsClient): Promise<Where | null> {
  const source = await rds.server(sourceIdOf(config));
  if (source === null) return null;
  const { id, resourceId } = source;
  return { region: config.region, kind: rds.kind, id, resourceId } satisfies z.infer<typeof placeSchema>;
}

function placeIn(where: Where, resource: string) {
  const { data } = placeSchema.safeParse(where);
  if (data === undefined) {
    throw new RewindError('snapshot-foreign', 'The record names no server of RDS.', {
      resource,
      remedy: `Give "${resource}" the provider from before the rollback.`,
    });
  }
  const { region, ...source } = data;
  return { region, source };
}

/**
 * Another account, another region, and the list of the other kind do not show what a rollback restored here. Two things prove
 * the same account: the saved server, or a server that a rollback restored from it for this resource.
 * @returns the identifier of the saved server
 * @throws RewindError snapshot-foreign
 */
export async function assertSame(
  config: Config,
  { resource }: Pick<Context, 'resource'>,
  rds: RdsClient,
  of: Place<State>,
): Promise<string> {
  const { region, source } = 'where' in of ? placeIn(of.where, resource) : of.before;
  const foreign = (message: string): RewindError =>
    new RewindError('snapshot-foreign', message, {
      resource,
      remedy: `Use the account, the region and the ${source?.kind ?? rds.kind} from before the rollback.`,
    });
  if (region !== config.region)
    throw foreign(`The configuration names the region ${config.region} instead of ${region}.`);
  if (source === null) throw foreign('The snapshot does not say which server it is from.');
  if (source.kind !== rds.kind) {
    throw foreign(`The configuration names a ${rds.kind} instead of the ${source.kind} "${source.id}".`);
  }
  const servers = await rds.servers();
  const isKnown = servers.some(
    ({ id, resourceId, resource: of }) =>
      resourceId === source.resourceId || (id === sourceIdOf(config) && of === resource && isRestoreOf(source.id, id)),
  );
  if (isKnown) return source.id;
  throw foreign(
    `This account has neither the ${source.kind} "${source.id}" from before the rollback nor a server that Rewind restored from it.`,
  );
}
