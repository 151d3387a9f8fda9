import type { Context } from '../../runtime/context.js';
import { RewindError } from '../../runtime/errors.js';
import type { RdsClient } from './client.js';
import { sourceIdOf, type Config } from './config.js';
import { isRestoreOf } from './names.js';
import type { State } from './state.js';

/**
 * Another account, another region, and the list of the other kind do not show what a rollback restored here. Two things prove
 * the same account: the saved server, or a server that a rollback restored from it for this resource.
 * @throws RewindError snapshot-foreign
 */
export async function assertSame(
  config: Config,
  { resource }: Pick<Context, 'resource'>,
  rds: RdsClient,
  { region, source }: State,
): Promise<void> {
  const foreign = (message: string): RewindError =>
    new RewindError('snapshot-foreign', message, {
      resource,
      remedy: `Use the account, the region and the ${source?.kind ?? rds.kind} from before the rollback.`,
    });
  if (region !== config.region)
    throw foreign(`The configuration names the region ${config.region} instead of ${region}.`);
  if (source === null) throw foreign('The snapshot does not say which server it is of.');
  if (source.kind !== rds.kind) {
    throw foreign(`The configuration names a ${rds.kind} instead of the ${source.kind} "${source.id}".`);
  }
  const servers = await rds.servers();
  const isKnown = servers.some(
    ({ id, resourceId, resource: of }) =>
      resourceId === source.resourceId || (id === sourceIdOf(config) && of === resource && isRestoreOf(source.id, id)),
  );
  if (isKnown) return;
  throw foreign(
    `This account has neither the ${source.kind} "${source.id}" of the snapshot nor a server that Rewind restored from it.`,
  );
}
