import { parseState } from '../../engine/live-plan.js';
import type { Manifest } from '../../engine/manifest.js';
import type { PlannedChange } from '../../engine/plan.js';
import { databaseOf } from '../../engine/resources.js';
import { SealedSource } from '../../engine/payload-files.js';
import { forResource, forSnapshot } from '../../runtime/create-context.js';
import type { Run } from './run.js';

/**
 * Carries out, on a copy of the database, the changes that a provider can rehearse. A failure there stops them before
 * production is changed.
 * @param backup holds the database as it is now
 * @throws RewindError of the change that failed, or why there is no copy
 */
export async function rehearse(
  { session, project, resources }: Run,
  backup: Manifest,
  changes: readonly PlannedChange[],
): Promise<void> {
  const ctx = forSnapshot(session.context, backup);
  const all = [...project.resources, ...project.backups];
  for (const change of changes) {
    const resource = resources.find(({ id }) => id === change.resource);
    const able = resource?.provider.capabilities?.database;
    if (change.database !== 'up' || resource === undefined || able?.rehearse === undefined) continue;
    const database = databaseOf(resource, ctx);
    const holder = all.find(
      (other) => other.provider.capabilities?.database?.withCopy !== undefined && databaseOf(other, ctx) === database,
    );
    const captured = backup.resources.find(({ id }) => id === holder?.id);
    if (holder === undefined || captured === undefined) {
      ctx.log.warn(`${change.target}: not tried on a copy, because no provider can make one.`);
      continue;
    }
    const source = new SealedSource(project.store, backup, captured, project.identities);
    const within = forResource(ctx, holder.id);
    await holder.provider.capabilities?.database?.withCopy?.(
      holder.config,
      parseState(holder, captured.state),
      within,
      source,
      async (copy) => able.rehearse?.(resource.config, change, forResource(ctx, resource.id), copy),
    );
    ctx.log.info(`${change.target}: tried on a copy of the database`);
  }
}
